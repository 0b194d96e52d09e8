"""Documents without pages behind them, and an engine on a real Elasticsearch for the tests that ask for one."""

import uuid
from collections.abc import Iterator

import pytest
from pytest_django import Settings

from search.engines.elasticsearch.cluster import made_cluster
from tests.search.contents import Shelf
from tests.search.engines.prompt_engine import PromptEngine


@pytest.fixture
def shelf(db: None, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Documents of the test's own, with no pages or records behind them."""
    return Shelf(monkeypatch)


@pytest.fixture
def elasticsearch_engine(elasticsearch_url: str, settings: Settings) -> Iterator[PromptEngine]:
    """An engine under a prefix of the test's own, with no index yet. Which engine serves is left as it is."""
    settings.ELASTICSEARCH = {
        **settings.ELASTICSEARCH,
        "urls": [elasticsearch_url],
        "index_prefix": f"test-{uuid.uuid4().hex}",
        "timeout_seconds": 20.0,
    }
    made_cluster.cache_clear()
    engine = PromptEngine()
    yield engine
    with engine.client as client:
        for name in engine.indexes():
            client.indices.delete(index=name)
