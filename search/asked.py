"""From what a client typed to a query that any engine understands. No input can break it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search import ranking
from search.analysis.chain import analyse_query
from search.analysis.folding import fold
from search.analysis.words import QueryWord
from search.engines.protocol import Clause, SearchWord
from search.equivalences import Equivalences, Meaning, equivalents, vocabulary
from search.models import IndexedWord
from search.ranking import Net
from search.tokens import searchable
from site_core.languages import LANGUAGE_CODES, LanguageCode, other_language

MOST_CHARACTERS = 200
"""What is longer is cut, and the client is told."""
MOST_WORDS = 16
MOST_RESTORATIONS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A client's query: the text as it was understood, and its words, ready for engines and for highlighting.

    `wider_words` also match the parts of the query's compounds: for a second try when nothing was found.
    """

    text: str
    language: LanguageCode
    cut: bool = False
    words: tuple[SearchWord, ...] = ()
    wider_words: tuple[SearchWord, ...] = ()
    marked: dict[LanguageCode, tuple[QueryWord, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Alternatives:
    """The clauses of one word while they are gathered, and the words to mark in texts of each language."""

    surface: str
    clauses: list[Clause] = field(default_factory=list)
    marked: dict[LanguageCode, list[QueryWord]] = field(
        default_factory=lambda: {language: [] for language in LANGUAGE_CODES}
    )

    def add(
        self, language: LanguageCode, tokens: Iterable[str], net: Net, weight: float, *, untranslated: bool = False
    ) -> None:
        wanted = tuple(dict.fromkeys(token for token in map(searchable, tokens) if token))
        if wanted:
            self.clauses.append(Clause(language, wanted, net, weight, untranslated))


def cleaned(text: str) -> tuple[str, bool]:
    """The text on one line without control characters, and whether it had to be cut."""
    text = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} else letter for letter in text)
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return text[:MOST_CHARACTERS].strip(), len(text) > MOST_CHARACTERS


def asked(text: str, language: LanguageCode, places: Equivalences) -> Asked:
    """The query in `text`, with what each word may also mean. `places` are names of places in both languages.

    Costs one query to the database, where the text has words.
    """
    text, cut = cleaned(text[: 10 * MOST_CHARACTERS])
    words = list({word.surface: word for word in analyse_query(text, language)}.values())
    cut = cut or len(words) > MOST_WORDS
    words = words[:MOST_WORDS]
    known = KnownWords(words)
    gathered = [_alternatives(word, language, known, places) for word in words]
    search_words = tuple(SearchWord(one.surface, tuple(one.clauses)) for one in gathered if one.clauses)
    return Asked(
        text,
        language,
        cut,
        search_words,
        tuple(_wider(word, one, language) for word, one in zip(words, gathered, strict=True) if one.clauses),
        {code: tuple(word for one in gathered for word in one.marked[code]) for code in LANGUAGE_CODES},
    )


class KnownWords:
    """Which words stand in the index, of those that a query may mean. Read in one query."""

    def __init__(self, words: Sequence[QueryWord]) -> None:
        forms = {fold(form) for word in words for form in (word.surface, *word.strict, *word.readings)}
        self.words: dict[tuple[str, str], list[str]] = {}
        if forms:
            rows = IndexedWord.objects.filter(folded__in=[searchable(form) for form in forms])
            for language, folded, word in rows.values_list("language", "folded", "word"):
                self.words.setdefault((language, folded), []).append(word)

    def has(self, language: LanguageCode, form: str) -> bool:
        """Whether the word or base form stands in a document."""
        return searchable(form) in self.words.get((language, searchable(fold(form))), ())

    def restored(self, language: LanguageCode, form: str) -> list[str]:
        """The words of documents that become this one when ä, ö and å are typed without their marks."""
        if form != fold(form):
            return []
        return self.words.get((language, searchable(form)), [])[:MOST_RESTORATIONS]


def _alternatives(word: QueryWord, language: LanguageCode, known: KnownWords, places: Equivalences) -> _Alternatives:
    found = _Alternatives(word.surface)
    _add_word(found, word, language)
    if not any(known.has(language, form) for form in (word.surface, *word.strict)):
        # A guess at the base form is worth as much as the word when it stands in a document and the word does not.
        guesses = [reading for reading in word.readings if known.has(language, reading)]
        found.add(language, guesses, "words", ranking.STRICT_WEIGHT)
        found.add(language, [word.folded], "folded", ranking.FOLDED_WEIGHT)
        _add_restorations(found, word, language, known)
        _add_word_of_other_language(found, word, other_language(language))
    _add_equivalents(found, language, equivalents(language, map(searchable, word.strict), vocabulary(), places))
    return found


def _wider(word: QueryWord, found: _Alternatives, language: LanguageCode) -> SearchWord:
    wider = _Alternatives(word.surface, list(found.clauses))
    wider.add(language, word.parts, "words", ranking.PARTS_OF_QUERY_WEIGHT)
    return SearchWord(word.surface, tuple(wider.clauses))


def _add_word(found: _Alternatives, word: QueryWord, language: LanguageCode, weight: float = 1.0) -> None:
    found.add(language, word.strict, "words", weight * ranking.STRICT_WEIGHT)
    others = [reading for reading in word.readings if reading not in word.strict]
    found.add(language, others, "words", weight * ranking.READINGS_WEIGHT)
    found.add(language, [word.stem], "stems", weight * ranking.STEM_WEIGHT)
    found.marked[language].append(word)


def _add_restorations(found: _Alternatives, word: QueryWord, language: LanguageCode, known: KnownWords) -> None:
    for form in known.restored(language, word.surface):
        for restored in analyse_query(form, language):
            _add_word(found, restored, language)


def _add_word_of_other_language(found: _Alternatives, word: QueryWord, other: LanguageCode) -> None:
    """A word that no text of the client's language has may be one of the other language."""
    for same in analyse_query(word.surface, other):
        found.add(other, same.strict, "words", ranking.OTHER_LANGUAGE_WORD_WEIGHT)
        found.marked[other].append(same)


def _add_equivalents(found: _Alternatives, own: LanguageCode, meanings: Iterable[Meaning]) -> None:
    """Words of the other language are for what is not written in the client's: the rest is found by its own text."""
    for language, token in meanings:
        found.add(language, [token], "words", ranking.EQUIVALENT_WEIGHT, untranslated=language != own)
        found.marked[language].append(QueryWord(token, (token,), (token,), "", fold(token)))
