"""The engine on an Elasticsearch cluster. Anything that goes wrong there is EngineUnavailable."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from django.conf import settings

from search.batches import batches
from search.engines.elasticsearch.cluster import Cluster, RequestRefused, current_cluster
from search.engines.elasticsearch.comparison import versions, versions_of
from search.engines.elasticsearch.index import alias_of
from search.engines.elasticsearch.query import search_body
from search.engines.elasticsearch.rebuild import rebuild
from search.engines.elasticsearch.results import search_result
from search.engines.elasticsearch.writing import operations, removals, send
from search.engines.protocol import EngineStatus, EngineUnavailable, SearchQuery, SearchResult
from search.models import SearchDocument

WRITE_BATCH = 20
"""Documents a request, so few that one is answered in the short time that searches have too."""


class ElasticsearchEngine:
    """See `search.engines.protocol.Engine`. It is on the cluster and under the prefix of the settings."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self.prefix = str(settings.ELASTICSEARCH["index_prefix"])
        self.alias = alias_of(self.prefix)

    @property
    def cluster(self) -> Cluster:
        """Where the index is. Raises EngineUnavailable when the settings make no sense."""
        return current_cluster()

    def search(self, query: SearchQuery) -> SearchResult:
        body = search_body(query)
        return self.cluster.ask(
            lambda client: search_result(
                client.search(index=self.alias, body=body, allow_partial_search_results=False).body
            )
        )

    def write(self, documents: Iterable[SearchDocument]) -> None:
        for batch in batches(documents, WRITE_BATCH):
            lines = [line for document in batch for line in operations(document)]
            self.cluster.ask(partial(send, alias=self.alias, lines=lines))

    def delete(self, keys: Iterable[uuid.UUID]) -> None:
        for batch in batches(keys, WRITE_BATCH):
            present = self.cluster.ask(partial(versions_of, alias=self.alias, keys=batch))
            self.cluster.ask(partial(send, alias=self.alias, lines=list(removals(present))))

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        return rebuild(self.cluster, self.prefix, progress or (lambda _written: None))

    def versions(self) -> Mapping[uuid.UUID, int]:
        return versions(self.cluster, self.alias)

    def status(self) -> EngineStatus:
        try:
            documents = self.cluster.ask(lambda client: int(client.count(index=self.alias)["count"]))
        except RequestRefused as error:
            detail = f"{error}. If there is no index, `manage.py search_rebuild` makes it."
            return EngineStatus(self.name, available=False, detail=detail)
        except EngineUnavailable as error:
            return EngineStatus(self.name, available=False, detail=str(error))
        return EngineStatus(self.name, available=True, documents=documents)
