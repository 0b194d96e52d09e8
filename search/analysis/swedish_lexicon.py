"""What is known about Swedish words: base forms, how they are inflected, how they join compounds."""

from __future__ import annotations

import sysconfig
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from simplemma.strategies import DictionaryLookupStrategy
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from search.analysis.hunspell import Hunspell
from search.analysis.swedish_irregular import IRREGULAR
from search.analysis.words import unique

_INFLECTIONS = frozenset("BCDEFGHIJKLMNOPQRT")
_NOUN_INFLECTIONS = frozenset("BCDEFGHIJ")
_SHORTEST_INFLECTED = 3


@cache
def lexicon_version() -> str:
    """Return what identifies the dictionaries."""
    return f"simplemma-{metadata.version('simplemma')}-hunspell-{metadata.version('hunspell-sv')}"


class SwedishLexicon:
    """The dictionaries of the packages hunspell-sv and simplemma, and our own list of irregular forms, as one.

    The letters of a paradigm are flags of that Hunspell dictionary.
    """

    def __init__(self) -> None:
        """Load the dictionaries. Raises hunspell.DictionaryError where the word list is missing."""
        folder = Path(sysconfig.get_path("data")) / "share" / "hunspell"
        self._dictionary = Hunspell(folder / "sv_SE.dic", folder / "sv_SE.aff")
        self._lookup = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)
        self._cached_first_lemma = lru_cache(2_000)(self._first_lemma)

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Return the base forms of `form`, the likeliest first; none where it is unknown."""
        first = self._cached_first_lemma(form)
        is_agent = form == first and form.endswith("are")
        bases = self._dictionary.bases(form) if len(form) >= _SHORTEST_INFLECTED and not is_agent else []
        inflected = [base for base in bases if base.isalpha()]
        itself = form if self.is_base(form) else ""
        found = unique([first, *IRREGULAR.get(form, ()), itself, *inflected])
        verbs = (verb for lemma in found if lemma != form and (verb := self._verb_of_participle(lemma)))
        return unique([*found, *verbs])

    def is_base(self, word: str) -> bool:
        """Tell whether `word` is a base form."""
        first = self._cached_first_lemma(word)
        if first in ("", word) or len(word) < _SHORTEST_INFLECTED:
            return first == word or self._dictionary.is_word(word)
        return bool(self.paradigm(word))

    def is_known(self, word: str) -> bool:
        """Tell whether some dictionary has `word` in this form."""
        return bool(self._cached_first_lemma(word)) or self._dictionary.is_word(word)

    def paradigm(self, word: str) -> frozenset[str]:
        """Return how the base form `word` is inflected; nothing where that is not known."""
        return _INFLECTIONS.intersection(self._dictionary.flags(word) or "")

    def is_noun(self, word: str) -> bool:
        """Tell whether `word` is inflected like a noun."""
        return not _NOUN_INFLECTIONS.isdisjoint(self.paradigm(word))

    def ends_compounds(self, word: str) -> bool:
        """Tell whether `word` is listed as a last part of compounds."""
        return self._dictionary.ends_compounds(word)

    def opens_compounds(self, surface: str) -> bool:
        """Tell whether `surface` is listed as a first part of compounds."""
        return self._dictionary.begins_compounds(surface)

    def openers(self, surface: str) -> list[str]:
        """Return the words that take the shape `surface` at the start of a compound by the dictionary's rules."""
        return self._dictionary.openers(surface)

    def _first_lemma(self, form: str) -> str:
        return (self._lookup.get_lemma(form, "sv") or "").lower()

    def _verb_of_participle(self, lemma: str) -> str:
        """Return the verb of a past participle in base form (utvecklad: utveckla, lärd: lära), or nothing."""
        if lemma.endswith("ad") and self.paradigm(lemma[:-1]):
            return lemma[:-1]
        if lemma.endswith("d") and self.paradigm(lemma[:-1] + "a"):
            return lemma[:-1] + "a"
        return ""
