"""What all tests share: a translation state of their own, and the services that some of them need."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from directory.codelists import load_codelists
from pages.models import HomePage
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
