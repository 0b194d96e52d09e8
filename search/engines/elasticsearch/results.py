"""From Elasticsearch's answer to a result."""

from __future__ import annotations

import uuid
from typing import Any

from search.engines.protocol import FacetCount, Hit, SearchResult
from search.facets import FACET_NAMES


def search_result(answer: Any) -> SearchResult:
    """The result in the answer to `query.search_body`. Raises LookupError, TypeError or ValueError if it is none."""
    return SearchResult(
        total=int(answer["hits"]["total"]["value"]),
        hits=tuple(Hit(uuid.UUID(hit["_id"]), float(hit["_score"] or 0)) for hit in answer["hits"]["hits"]),
        facets={name: _counts(answer["aggregations"][name]["values"]["buckets"]) for name in FACET_NAMES},
    )


def _counts(buckets: Any) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets)
