"""Swedish compounds taken apart by the linking forms and compound flags of a Hunspell dictionary."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from search.analysis.hunspell import Hunspell

_SHORTEST = 3


class Splitter:
    """Takes base forms apart."""

    def __init__(self, dictionary: Hunspell) -> None:
        self._dictionary = dictionary
        self._cached_first = lru_cache(5_000)(self._first)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the base forms of the parts of `lemma`, and of neighbouring parts together; none if it is no compound."""
        best = max(self._splits(lemma), key=lambda split: split[0], default=None)
        return best[1] if best else ()

    def _splits(self, lemma: str) -> list[tuple[float, tuple[str, ...]]]:
        found = []
        for place in range(_SHORTEST, len(lemma) - _SHORTEST + 1):
            before, head = lemma[:place], lemma[place:]
            if not self._dictionary.ends_compounds(head):
                continue
            if bases := self._cached_first(before):
                found.append((min(len(before), len(head)) + 1.0, (*bases, head)))
        return found

    def _first(self, surface: str) -> tuple[str, ...]:
        openers = self._dictionary.openers(surface)
        if self._dictionary.begins_compounds(surface):
            openers.append(surface)
        return tuple(openers)
