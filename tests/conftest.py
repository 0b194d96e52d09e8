"""What all tests share: a translation state of their own, and the services that some of them need."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from elasticsearch import ApiError, Elasticsearch, TransportError

from directory.codelists import load_codelists
from pages.models import HomePage
from search.node import NodeError
from search.node.account import default_home
from search.node.distribution import fetch
from search.node.java import find_java_home
from search.node.temporary import running_node
from site_core.settings.environment import PROJECT_ROOT
from tests.pages.factories import home

IN_CI = os.environ.get("CI") == "true"
SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def finnish_to_begin_with() -> Iterator[None]:
    """The active language leaks from one test to the next otherwise."""
    with translation.override("fi"):
        yield


def skip_or_fail(reason: str) -> None:
    """Skip where a developer's machine lacks something; fail under CI, where nothing may be lacking."""
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The development data beside the project: real feeds and independent gold."""
    if not SHARED_DATA.is_dir():
        skip_or_fail(f"The development data is not on this machine ({SHARED_DATA}).")
    return SHARED_DATA


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


def answers(url: str) -> bool:
    """Tell whether an Elasticsearch is there; `ping` will not do, as the small distribution refuses `GET /`."""
    with Elasticsearch(url, request_timeout=5, max_retries=0) as client:
        try:
            client.cluster.health()
        except (ApiError, TransportError):
            return False
    return True


@pytest.fixture
def fi_home(db: None) -> HomePage:
    """The Finnish front page that the migration made."""
    return home("fi")


@pytest.fixture
def sv_home(db: None) -> HomePage:
    """The Swedish front page that the migration made."""
    return home("sv")


@pytest.fixture
def codelists(db: None) -> None:
    """The shipped municipalities, classifications and languages, in the test's database."""
    load_codelists()
