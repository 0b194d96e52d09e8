"""An index on a real Elasticsearch for as long as golden queries need it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.test import override_settings

from search.engines.elasticsearch.cluster import made_cluster
from tests.search.engines.prompt_engine import PromptEngine


@contextmanager
def filled_index(url: str, prefix: str) -> Iterator[None]:
    """Point the site to the node, fill an index there with every document, and remove it afterwards."""
    there = {**settings.ELASTICSEARCH, "urls": [url], "index_prefix": prefix, "timeout_seconds": 20.0}
    with override_settings(ELASTICSEARCH=there):
        made_cluster.cache_clear()
        engine = PromptEngine()
        try:
            engine.rebuild()
            yield
        finally:
            with engine.client as client:
                for name in engine.indexes():
                    client.indices.delete(index=name)
            made_cluster.cache_clear()
