"""The piece of a text that answers a query, with the words marked which made it a hit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from search.analysis.chain import chain
from search.analysis.folding import fold
from search.analysis.tokens import Token, tokenize
from search.analysis.words import Language, QueryWord

_LONGEST_TEXT = 20_000
_SHORT_WORD = 3
"""Words of up to three letters (työ: töitä) keep no more than the first."""
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A query word's tokens, and their beginnings, by which most other words are passed over unanalysed."""

    tokens: frozenset[str]
    first_letters: frozenset[str]
    beginnings: tuple[str, ...]

    def may_match(self, folded: str) -> bool:
        """Tell whether the word can be a form of the query word, or a compound of it, by its beginning alone."""
        return folded[:1] in self.first_letters or any(beginning in folded for beginning in self.beginnings)

    def matches(self, word: str, folded: str, language: Language) -> bool:
        """Tell whether `word` was found by the query word."""
        if word in self.tokens:
            return True
        if not self.may_match(folded):
            return False
        analysis = language.index(word)
        return not self.tokens.isdisjoint((*analysis.lemmas, *analysis.parts, analysis.stem))


@dataclass(frozen=True, slots=True)
class _Match:
    """A marked place of a text, and the query word that it answers."""

    start: int
    end: int
    word: int


def spans(text: str, query_words: Sequence[QueryWord], lang: str) -> list[tuple[int, int]]:
    """Return the places (start, end) of the words of `text` that match a query word in any inflected form or part.

    Texts are read up to 20,000 characters.
    """
    return [(match.start, match.end) for match in _matches(text, query_words, lang)]


def snippet(text: str, query_words: Sequence[QueryWord], lang: str, length: int = 200) -> str:
    """Return about `length` characters of `text` as escaped HTML, with the words that match in <mark>.

    The piece is the one that answers most of the query's words. Characters that no page may hold become U+FFFD.
    """
    text = _UNFIT.sub("\ufffd", text)
    found = list(_matches(text, query_words, lang))
    start, end = _window(text, found, length)
    inside = [match for match in found if start <= match.start and match.end <= end]
    marked = "".join(_marked(text, inside, start, end)).strip()
    return ("… " if start else "") + marked + (" …" if end < len(text) else "")


def _wanted(word: QueryWord) -> _Wanted:
    tokens = frozenset(filter(None, (word.surface, *word.strict, word.stem)))
    folded = [fold(token) for token in tokens]
    beginnings = tuple({token[:2] if len(token) > _SHORT_WORD else token[:1] for token in folded})
    return _Wanted(tokens, frozenset(token[:1] for token in folded), beginnings)


def _matches(text: str, query_words: Sequence[QueryWord], lang: str) -> Iterator[_Match]:
    language, wanted = chain(lang), [_wanted(word) for word in query_words]
    known: dict[str, int] = {}
    for token in tokenize(text[:_LONGEST_TEXT]):
        if token.text not in known:
            known[token.text] = _word_that_matches(token, wanted, language)
        if known[token.text] >= 0:
            yield _Match(token.start, token.end, known[token.text])


def _word_that_matches(token: Token, wanted: Sequence[_Wanted], language: Language) -> int:
    """Return the number of the query word that the token, or a piece of it, answers; -1 if it answers none."""
    for form in (token.text, *token.pieces):
        folded = fold(form)
        for number, word in enumerate(wanted):
            if word.matches(form, folded, language):
                return number
    return -1


def _window(text: str, found: Sequence[_Match], length: int) -> tuple[int, int]:
    """Return where the piece to show starts and ends: at words, with some text before the first match."""
    if len(text) <= length:
        return 0, len(text)
    best = max(range(len(found)), key=lambda number: _answers(found, number, length), default=None)
    first = found[best].start if best is not None else 0
    start = max(0, min(first - length // 4, len(text) - length))
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else min(start, first)
    end = min(len(text), start + length)
    if end < len(text):
        space = text.rfind(" ", start + 1, end)
        end = space if space > first else end
    return start, end


def _answers(found: Sequence[_Match], number: int, length: int) -> tuple[int, int, int]:
    """Rank a match as the first one shown: by the query words answered from there on, matches in all, early place."""
    words: set[int] = set()
    matches = 0
    for match in found[number:]:
        if match.end > found[number].start + 3 * length // 4:
            break
        words.add(match.word)
        matches += 1
    return len(words), matches, -number


def _marked(text: str, found: Sequence[_Match], start: int, end: int) -> Iterator[str]:
    place = start
    for match in found:
        yield escape(text[place : match.start])
        yield f"<mark>{escape(text[match.start : match.end])}</mark>"
        place = match.end
    yield escape(text[place:end])
