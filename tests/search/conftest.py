"""Documents without pages behind them, and a real Elasticsearch for the tests that ask for one."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import ApiError, Elasticsearch, TransportError
from pytest_django import Settings

from search.engines.elasticsearch.cluster import made_cluster
from search.node import NodeError
from search.node.account import default_home
from search.node.distribution import fetch
from search.node.java import find_java_home
from search.node.temporary import running_node
from site_core.settings.environment import PROJECT_ROOT
from tests.conftest import skip_or_fail
from tests.search.contents import Shelf
from tests.search.engines.prompt_engine import PromptEngine


@pytest.fixture
def shelf(db: None, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Documents of the test's own, with no pages or records behind them."""
    return Shelf(monkeypatch)


@pytest.fixture(scope="session")
def elasticsearch_home() -> Path:
    """The folder with the server's program files, fetched if need be."""
    home = default_home(PROJECT_ROOT)
    try:
        find_java_home()
        fetch(home)
    except NodeError as error:
        skip_or_fail(f"No Elasticsearch: {error}")
    return home


@pytest.fixture(scope="session")
def elasticsearch_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a node shared by all tests of the run: each test uses index names of its own.

    It is the node that ELASTICSEARCH_URLS names, if it answers, or one started for this run.
    """
    given = os.environ.get("ELASTICSEARCH_URLS", "").split(",")[0].strip()
    if given and answers(given):
        yield given
        return
    with running_node(request.getfixturevalue("elasticsearch_home")) as node:
        yield node.url


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


def answers(url: str) -> bool:
    """Tell whether an Elasticsearch is there; `ping` will not do, as the small distribution refuses `GET /`."""
    with Elasticsearch(url, request_timeout=5, max_retries=0) as client:
        try:
            client.cluster.health()
        except (ApiError, TransportError):
            return False
    return True
