"""The one way to search: from a client's words to a page of results, by whichever engine answers."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import override

from search.asked import Asked, asked
from search.engines.protocol import Engine, EngineUnavailable, SearchQuery, SearchResult
from search.engines.registry import EMBEDDED, engine, serving_engine
from search.equivalences import place_names
from search.facets import Chosen, FacetGroup, FacetTerms
from search.ranking import required_words
from search.results import ResultItem, result_items
from site_core.languages import LanguageCode

logger = logging.getLogger(__name__)

DEFAULT_SIZE = 10
LAST_REACHABLE = 10_000
"""Results beyond this one are counted and cannot be paged to, as in every engine."""

NOTHING = SearchResult(total=0, hits=(), facets={})


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of results. `query` is the text as it was understood, `cut` tells that it was too long.

    `widened` results were found in a second try, as nothing had all the words: they have some of them.
    """

    query: str
    language: LanguageCode
    cut: bool
    widened: bool
    total: int
    page: int
    size: int
    items: list[ResultItem]
    facets: list[FacetGroup]

    @property
    def pages(self) -> int:
        """How many pages can be reached."""
        return -(-min(self.total, LAST_REACHABLE) // self.size)


def run_search(
    text: str,
    language: LanguageCode,
    *,
    chosen: Chosen | None = None,
    page: int = 1,
    size: int = DEFAULT_SIZE,
    terms: FacetTerms | None = None,
) -> SearchResults:
    """The page of results for the text in the client's language, narrowed to the chosen facet values.

    An empty text gives everything; one without a letter or digit gives nothing. A page past the last has no items.
    `terms` spares reading the facets' values again where the caller has them.
    """
    with override(language):
        terms = terms or FacetTerms()
        chosen = chosen or {}
        understood = asked(text, language, place_names(terms.municipality_names()))
        query = SearchQuery(
            language=language,
            day=timezone.localdate(),
            words=understood.words,
            required=required_words(len(understood.words)),
            filters=terms.filters(chosen),
            offset=(page - 1) * size,
            limit=max(0, min(size, LAST_REACHABLE - (page - 1) * size)),
        )
        found, widened = _found(query, understood)
        counts = {name: {facet.value: facet.count for facet in values} for name, values in found.facets.items()}
        return SearchResults(
            query=understood.text,
            language=language,
            cut=understood.cut,
            widened=widened,
            total=found.total,
            page=page,
            size=size,
            items=result_items([hit.key for hit in found.hits], understood),
            facets=terms.groups(counts, chosen),
        )


def _found(query: SearchQuery, understood: Asked) -> tuple[SearchResult, bool]:
    """What has the words, or else what has some of them or their parts, and whether it came to that."""
    if understood.text and not understood.words:
        return NOTHING, False
    found, answering = _answer(query, serving_engine())
    if found.total or not query.words:
        return found, False
    wider = replace(query, words=understood.wider_words, required=1)
    if wider == replace(query, required=1) and query.required == 1:
        return found, False
    widened, _ = _answer(wider, answering)
    return (widened, True) if widened.total else (found, False)


def _answer(query: SearchQuery, asked_first: Engine) -> tuple[SearchResult, Engine]:
    """The answer of the engine, or of the one in the database when that does not answer; and which one it was."""
    try:
        return asked_first.search(query), asked_first
    except EngineUnavailable as error:
        logger.warning("The search engine did not answer, the database does: %s", error)
        embedded = engine(EMBEDDED)
        return embedded.search(query), embedded
