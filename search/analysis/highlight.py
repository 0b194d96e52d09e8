"""The piece of a text that answers a query, with the words marked which made it a hit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from search.analysis.chain import chain
from search.analysis.tokens import Token, tokenize
from search.analysis.words import Language, QueryWord


def spans(text: str, query_words: Sequence[QueryWord], lang: str) -> list[tuple[int, int]]:
    """Return the places (start, end) of the words of `text` that match a query word in any inflected form or part."""
    language, wanted = chain(lang), _wanted(query_words)
    return [(token.start, token.end) for token in tokenize(text) if _matches(token, wanted, language)]


def snippet(text: str, query_words: Sequence[QueryWord], lang: str, length: int = 200) -> str:
    """Return about `length` characters of `text` as HTML-escaped text with the matching words in <mark>."""
    found = spans(text, query_words, lang)
    start, end = _window(text, found, length)
    marked = "".join(_marked(text, [span for span in found if start <= span[0] and span[1] <= end], start, end))
    return ("… " if start else "") + marked.strip() + (" …" if end < len(text) else "")


def _wanted(query_words: Sequence[QueryWord]) -> frozenset[str]:
    return frozenset(form for word in query_words for form in (word.surface, *word.strict, word.stem) if form)


def _matches(token: Token, wanted: frozenset[str], language: Language) -> bool:
    if token.text in wanted:
        return True
    analysis = language.index(token.text)
    return not wanted.isdisjoint((*analysis.lemmas, *analysis.parts, analysis.stem))


def _window(text: str, found: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    best = max((first for first, _ in found), key=lambda first: _hits(found, first, length), default=0)
    start = max(0, min(best - length // 4, len(text) - length))
    if start:
        space = text.find(" ", start, best)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + length)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    return start, end


def _hits(found: Sequence[tuple[int, int]], first: int, length: int) -> tuple[int, int]:
    return sum(first <= start and end <= first + 3 * length // 4 for start, end in found), -first


def _marked(text: str, found: Iterable[tuple[int, int]], start: int, end: int) -> Iterable[str]:
    place = start
    for first, last in found:
        yield escape(text[place:first])
        yield f"<mark>{escape(text[first:last])}</mark>"
        place = last
    yield escape(text[place:end])
