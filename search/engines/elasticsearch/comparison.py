"""What is in an index: every document's version, for comparing with the rows."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.elasticsearch.cluster import Cluster, RequestRefused, translated

PAGE = 5000
KEEP_ALIVE = "1m"


def versions(cluster: Cluster, alias: str) -> dict[uuid.UUID, int]:
    """The version of every document at this moment. Raises EngineUnavailable."""
    cluster.ask_patiently(lambda client: client.indices.refresh(index=alias))
    moment = cluster.ask_patiently(lambda client: client.open_point_in_time(index=alias, keep_alive=KEEP_ALIVE)["id"])
    try:
        return translated(lambda: _versions(_hits(cluster, moment)))
    finally:
        cluster.ask_patiently(lambda client: client.close_point_in_time(id=moment))


def versions_of(client: Elasticsearch, alias: str, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The versions of those of the documents that are there. Raises RequestRefused when there is no index."""
    items = client.mget(index=alias, ids=[str(key) for key in keys], source=False)["docs"]
    errors = [item["error"] for item in items if "error" in item]
    if errors:
        raise RequestRefused(f"Elasticsearch could not look: {errors[0]}")
    return _versions(item for item in items if item["found"])


def _versions(items: Iterable[Mapping[str, Any]]) -> dict[uuid.UUID, int]:
    return {uuid.UUID(item["_id"]): int(item["_version"]) for item in items}


def _hits(cluster: Cluster, moment: str) -> Iterator[dict[str, Any]]:
    after: list[Any] | None = None
    while True:
        page = cluster.ask_patiently(partial(_page, moment=moment, after=after))
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1]["sort"]


def _page(client: Elasticsearch, moment: str, after: list[Any] | None) -> list[dict[str, Any]]:
    answer = client.search(
        pit={"id": moment, "keep_alive": KEEP_ALIVE},
        sort=[{"_shard_doc": "asc"}],
        search_after=after,
        size=PAGE,
        source=False,
        version=True,
        track_total_hits=False,
    )
    hits: list[dict[str, Any]] = answer["hits"]["hits"]
    return hits
