"""Elasticsearch for tests: an engine that sees its own writes at once, and a way to look behind it."""

from elasticsearch import Elasticsearch

from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.index import is_ours
from search.engines.protocol import EngineStatus, SearchQuery, SearchResult


class PromptEngine(ElasticsearchEngine):
    """Elasticsearch shows what was written within a second; this engine does not let tests wait for it."""

    def search(self, query: SearchQuery) -> SearchResult:
        self._refresh()
        return super().search(query)

    def status(self) -> EngineStatus:
        self._refresh()
        return super().status()

    @property
    def client(self) -> Elasticsearch:
        return self.cluster.client

    def indexes(self) -> set[str]:
        """The indexes made for this engine."""
        return {name for name in self.client.indices.get_alias(index="*") if is_ours(name, self.prefix)}

    def _refresh(self) -> None:
        self.client.indices.refresh(index=self.alias, ignore_unavailable=True)
