"""Filters and facet counts over the documents that have the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from search.engines.protocol import FacetCount


class FacetFilter:
    """Lets through the documents that match every filter, and counts the values of facets.

    The values of a facet are counted as if the facet's own filter were not there, so that a client sees
    what choosing one more of them would bring. Thousands of documents are counted several times faster from
    their rows than by SQL.
    """

    def __init__(self, filters: Mapping[str, frozenset[str]]) -> None:
        self.wanted = {name: [f"|{name}:{value}|" for value in values] for name, values in filters.items() if values}
        self._matching: list[str] = []
        self._missing_one: dict[str, list[str]] = {name: [] for name in self.wanted}

    def admits(self, facet_values: str) -> bool:
        """Whether a document with the facet values ("|name:value|name:value|") matches; remembers it for `counts`."""
        unmet = [name for name, wanted in self.wanted.items() if not any(value in facet_values for value in wanted)]
        if not unmet:
            self._matching.append(facet_values)
        elif len(unmet) == 1:
            self._missing_one[unmet[0]].append(facet_values)
        return not unmet

    def counts(self, names: Iterable[str]) -> dict[str, tuple[FacetCount, ...]]:
        """The counts of every facet, the most frequent value first."""
        pairs = Counter("".join(self._matching).split("|"))
        for name, documents in self._missing_one.items():
            prefix = f"{name}:"
            pairs.update(pair for pair in "".join(documents).split("|") if pair.startswith(prefix))
        counted: dict[str, list[FacetCount]] = {name: [] for name in names}
        for pair, count in pairs.most_common():
            name, _separator, value = pair.partition(":")
            if name in counted:
                counted[name].append(FacetCount(value, count))
        return {name: tuple(counts) for name, counts in counted.items()}
