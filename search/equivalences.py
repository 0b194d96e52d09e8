"""Words that mean the same, in one language or across both: curated vocabulary of guidance, and names of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from site_core.languages import LanguageCode

FILE = Path(__file__).parent / "data" / "equivalences.tsv"

Meaning = tuple[LanguageCode, str]
"""A base form in a language, as a token of the index."""

Equivalences = Mapping[Meaning, frozenset[Meaning]]


def equivalents(language: LanguageCode, tokens: Iterable[str], *sources: Equivalences) -> list[Meaning]:
    """What means the same as any of the base forms of the language by any of the sources, without themselves."""
    asked = {(language, token) for token in tokens}
    return sorted({same for source in sources for one in asked for same in source.get(one, ())} - asked)


@cache
def vocabulary() -> Equivalences:
    """The groups of the shipped file."""
    return joined(read_groups(FILE.read_text(encoding="utf-8")))


def place_names(names: Iterable[tuple[str, str]]) -> Equivalences:
    """Places by their Finnish and Swedish names, where these differ. Names of several words are left out."""
    return joined(
        [("fi", token(finnish)), ("sv", token(swedish))]
        for finnish, swedish in names
        if finnish != swedish and token(finnish).isalnum() and token(swedish).isalnum()
    )


def read_groups(text: str) -> Iterator[list[Meaning]]:
    """A group a line: Finnish words, a tab, Swedish words, commas between words; lines with # are comments.

    Raises ValueError for a line without exactly one tab.
    """
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            finnish, swedish = line.split("\t")
            yield [*_meanings("fi", finnish), *_meanings("sv", swedish)]


def joined(groups: Iterable[list[Meaning]]) -> Equivalences:
    """Each member of a group with the other members of all its groups."""
    others: defaultdict[Meaning, set[Meaning]] = defaultdict(set)
    for group in groups:
        for one in group:
            others[one].update(other for other in group if other != one)
    return {one: frozenset(same) for one, same in others.items()}


def token(word: str) -> str:
    """A word as the index has it: lower case, hyphens closed up."""
    return word.strip().lower().replace("-", "")


def _meanings(language: LanguageCode, words: str) -> Iterator[Meaning]:
    return ((language, token(word)) for word in words.split(",") if word.strip())
