"""What a language's analysis says about one word, and the protocol which every language keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Analysis:
    """A word of a text, as it is indexed.

    `lemmas` are base forms in all readings, `parts` the base forms of a compound's parts, `stem` the stem of a
    word that no dictionary knows (empty otherwise).
    """

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()
    stem: str = ""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of a query.

    `strict` goes against the lemma field (weight 1.0) and the parts field (0.3), `readings` against the lemma
    field (0.2), `stem` against the stem field (0.1) and `folded` against the folded field (0.1); the last two are
    empty where a dictionary knows the word. `parts` are words near to it (a compound's own parts, a noun's verb):
    for a second try only, when nothing was found.
    """

    surface: str
    strict: tuple[str, ...]
    readings: tuple[str, ...]
    stem: str = ""
    folded: str = ""
    parts: tuple[str, ...] = ()


class Language(Protocol):
    """The analysis of one language."""

    code: str
    version: str

    def index(self, word: str) -> Analysis:
        """Analyse a normalised word (see tokens.normalise) of a text."""

    def query(self, word: str) -> QueryWord:
        """Analyse a normalised word of a query."""

    def add_names(self, names: Iterable[str]) -> None:
        """Make known names of places, organisations and products which no dictionary has."""


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Return `words` without repetitions and empty strings, in their first order."""
    return tuple(dict.fromkeys(word for word in words if word))
