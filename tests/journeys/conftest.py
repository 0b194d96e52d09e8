"""One demo site and one browser for all journeys; each journey is a client of its own, and watched.

The browser lasts as long as this package's tests: Playwright's event loop would make Django refuse the database to
the tests that come after.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import skip_or_fail
from tests.journeys.browser import Watch, chromium_path, launched, visit
from tests.journeys.demo_site import MadeSite, copied_database, make_site, serving

Visitor = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> MadeSite:
    """The demo site, made once."""
    for program, package in ((chromium_path(), "chromium"), (shutil.which("openssl"), "openssl")):
        if not program:
            skip_or_fail(f"{package} is not on this machine (on Debian: apt-get install {package}).")
    return make_site(tmp_path_factory.mktemp("demo-site"))


@pytest.fixture(scope="package")
def origin(demo_site: MadeSite) -> Iterator[str]:
    """The address of the site that clients visit."""
    with serving(demo_site) as address:
        yield address


@pytest.fixture(scope="package")
def chromium(demo_site: MadeSite) -> Iterator[Browser]:
    """A running browser."""
    with launched() as browser:
        yield browser


@pytest.fixture
def watches() -> list[Watch]:
    """The watches over the pages of this test."""
    return []


@pytest.fixture
def visitor(chromium: Browser, origin: str, watches: list[Watch]) -> Iterator[Visitor]:
    """Makes a page of a new client; options are those of Playwright's new_context.

    Afterwards no page may have asked anything of a third party, failed, logged an error, broken the content
    security policy or set a cookie.
    """
    with ExitStack() as visits:
        pages: list[Page] = []

        def make(**options: Any) -> Page:
            page, watch = visits.enter_context(visit(chromium, origin, **options))
            watches.append(watch)
            pages.append(page)
            return page

        yield make
        problems = [problem for watch in watches for problem in watch.problems]
        problems += [f"cookie: {cookie}" for page in pages for cookie in page.context.cookies()]
    assert not problems


@pytest.fixture(scope="package")
def changing_origin(demo_site: MadeSite) -> Iterator[str]:
    """The address of a second copy of the site, on which administrators work."""
    with serving(demo_site, copied_database(demo_site, "changing")) as address:
        yield address


@pytest.fixture
def administrator(chromium: Browser, changing_origin: str, watches: list[Watch]) -> Iterator[Page]:
    """A page of somebody who is going to sign in and change the site. The admin sets cookies, as it must."""
    with visit(chromium, changing_origin) as (page, watch):
        watches.append(watch)
        yield page
    assert not watch.problems
