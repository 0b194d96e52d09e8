"""From a query to Elasticsearch's language. What it means is said in `search.engines.protocol`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from search.engines.elasticsearch.index import LARGEST_WINDOW, SCALE
from search.engines.protocol import Clause, SearchQuery, SearchWord
from search.facets import FACET_NAMES
from search.ranking import NETS, OTHER_LANGUAGE_FACTOR, TIE_BREAKER
from site_core.languages import LanguageCode

MOST_VALUES = 5000
"""Values of a facet that are counted."""

Json = dict[str, Any]


def search_body(query: SearchQuery) -> Json:
    """The body of the request: one page of hits, how many there are, and the counts of every facet."""
    within_reach = query.offset + query.limit <= LARGEST_WINDOW
    return {
        "query": {"bool": {"must": [_ranked(query)], "filter": [{"term": {"visible": query.day.isoformat()}}]}},
        "post_filter": _all_of(query.filters),
        "aggs": {name: _counts(name, query.filters) for name in FACET_NAMES},
        "sort": _order(query),
        "from": query.offset if within_reach else 0,
        "size": query.limit if within_reach else 0,
        "track_total_hits": True,
        "_source": False,
    }


def _ranked(query: SearchQuery) -> Json:
    if not query.words:
        return {"match_all": {}}
    words = [_word(word, query.language) for word in query.words]
    return {
        "function_score": {
            "query": {"bool": {"should": words, "minimum_should_match": max(1, query.required)}},
            "functions": [
                {
                    "filter": {"term": {f"in_{query.language}": False}},
                    "weight": OTHER_LANGUAGE_FACTOR,
                }
            ],
            "boost_mode": "multiply",
        }
    }


def _word(word: SearchWord, language: LanguageCode) -> Json:
    tokens = [_token(clause, token, language) for clause in word.clauses for token in clause.tokens]
    return {"dis_max": {"queries": tokens, "tie_breaker": TIE_BREAKER}}


def _token(clause: Clause, token: str, language: LanguageCode) -> Json:
    """BM25 over the fields of the net as if they were one, like the embedded engine's."""
    fields = [f"{clause.language}.{field}^{weight * SCALE:.4f}" for field, weight in NETS[clause.net].items()]
    matching = {"combined_fields": {"query": token, "fields": fields, "boost": clause.weight}}
    if not clause.untranslated_only:
        return matching
    return {"bool": {"must": [matching], "filter": [{"term": {f"in_{language}": False}}]}}


def _order(query: SearchQuery) -> list[Json]:
    if query.words:
        return [{"_score": "desc"}, {"number": "asc"}]
    return [{f"in_{query.language}": "desc"}, {f"sort_{query.language}": "asc"}, {"number": "asc"}]


def _all_of(filters: Mapping[str, frozenset[str]]) -> Json:
    chosen = [{"terms": {f"facets.{name}": sorted(values)}} for name, values in filters.items() if values]
    return {"bool": {"filter": chosen}}


def _counts(name: str, filters: Mapping[str, frozenset[str]]) -> Json:
    others = {other: values for other, values in filters.items() if other != name}
    values = {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}}
    return {"filter": _all_of(others), "aggs": {"values": values}}
