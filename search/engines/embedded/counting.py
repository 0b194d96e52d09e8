"""Filters and facet counts over the documents that have the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from search.engines.protocol import FacetCount


class FacetFilter:
    """Lets through the documents that match every filter, and counts facet values on the way.

    The values of a facet are counted as if the facet's own filter were not there, so that a client sees
    what choosing one more of them would bring.
    """

    def __init__(self, filters: Mapping[str, frozenset[str]]) -> None:
        self.wanted = {name: {f"{name}:{value}" for value in values} for name, values in filters.items() if values}
        self.matching: Counter[str] = Counter()
        self.missing_one: dict[str, Counter[str]] = {name: Counter() for name in self.wanted}

    def admits(self, facet_values: str) -> bool:
        """Whether a document with the facet values ("name:value|name:value") matches; counts it."""
        values = facet_values.split("|")
        unmet = [name for name, wanted in self.wanted.items() if wanted.isdisjoint(values)]
        if not unmet:
            self.matching.update(values)
        elif len(unmet) == 1:
            self.missing_one[unmet[0]].update(values)
        return not unmet

    def counts(self, names: Iterable[str]) -> dict[str, tuple[FacetCount, ...]]:
        """The counts of every facet, the most frequent value first."""
        counted: dict[str, Counter[str]] = {name: Counter() for name in names}
        for pair, count in self.matching.items():
            _add(counted, pair, count)
        for name, counter in self.missing_one.items():
            for pair, count in counter.items():
                if pair.startswith(f"{name}:"):
                    _add(counted, pair, count)
        return {
            name: tuple(FacetCount(value, count) for value, count in counter.most_common())
            for name, counter in counted.items()
        }


def _add(counted: dict[str, Counter[str]], pair: str, count: int) -> None:
    name, _separator, value = pair.partition(":")
    if name in counted:
        counted[name][value] += count
