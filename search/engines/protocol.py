"""What every engine is asked and what it answers: the same query object in, the same typed result out."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from search.models import SearchDocument
from search.ranking import Net
from site_core.languages import LanguageCode


class EngineUnavailable(Exception):  # noqa: N818 — a state of the engine, which callers answer by using another
    """The engine did not answer, or not in time, or not with what it should. Another engine is asked then."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens of one language, any of which counts for a word of the query, with what a match is worth.

    `net` names the token fields in which they may stand (`search.ranking.NETS`); `weight` multiplies theirs.
    `untranslated_only` clauses count for documents that are not written in the query's language, no others.
    """

    language: LanguageCode
    tokens: tuple[str, ...]
    net: Net
    weight: float
    untranslated_only: bool = False


@dataclass(frozen=True, slots=True)
class SearchWord:
    """One word of the query as alternatives: a document has the word when any clause matches.

    The word is worth its best clause and `ranking.TIE_BREAKER` of the others (dis_max). The first clause is the
    word itself in the client's language; an engine that can counts no other clause as rarer than that one.
    """

    surface: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query ready for any engine: words analysed, filters checked.

    `language` is the client's; documents that are not in it are worth `ranking.OTHER_LANGUAGE_FACTOR` of their
    score. `required` is how many of `words` a document must have. Without words every document matches, in the
    order (in the client's language first, title). `filters`: any value inside a facet, all facets together.
    Only documents visible on `day` are found.
    """

    language: LanguageCode
    day: date
    words: tuple[SearchWord, ...] = ()
    required: int = 0
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found: its key and its score (not comparable between queries or engines)."""

    key: uuid.UUID
    score: float


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many documents of the result have a value of a facet, were this facet's own filter taken away."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`hits` are the asked page of the `total` documents that match; `facets` holds every facet, even if empty.

    Facets are raw values of documents; municipalities of the whole country are merged by `search.facets`.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """How an engine does; how far it lags behind the rows is in `search.health`."""

    name: str
    available: bool
    documents: int = 0
    detail: str = ""


class Engine(Protocol):
    """A search engine fed from `SearchDocument` rows."""

    name: str

    def search(self, query: SearchQuery) -> SearchResult:
        """The documents that match. Raises EngineUnavailable when the engine does not answer as it should."""

    def write(self, documents: Iterable[SearchDocument]) -> None:
        """Put the documents in, replacing earlier versions; tombstones (`deleted`) are taken out.

        Documents come with their `texts` prefetched. A version older than what the engine has changes nothing.
        Raises EngineUnavailable.
        """

    def delete(self, keys: Iterable[uuid.UUID]) -> None:
        """Take documents out whatever their version. Raises EngineUnavailable."""

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        """Make the index anew from all rows while the old one serves; the number of documents in it.

        `progress` is called with the number of documents written since the last call. Raises EngineUnavailable.
        """

    def versions(self) -> Mapping[uuid.UUID, int]:
        """The version of every document in the index, for comparing with the rows. Raises EngineUnavailable."""

    def status(self) -> EngineStatus:
        """Never raises: an engine that does not answer is not `available`."""
