"""axe finds nothing on any public page type, in any of its states."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.places import KINDS, LANGUAGES, address

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def violations(page: Page) -> list[str]:
    """What axe finds, one line for each element."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def goto(page: Page, watches: list, place: str) -> None:
    watches[-1].expect_failure(place)
    page.goto(place)


def open_everything(page: Page) -> None:
    """Opens all details, so that what they hide is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitor, watches, kind, language):
    page = visitor()
    goto(page, watches, address(kind, language))
    for viewport in (DESKTOP, PHONE):
        page.set_viewport_size(viewport)
        assert violations(page) == []
    open_everything(page)
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_the_dark(visitor, watches, kind):
    page = visitor(color_scheme="dark")
    goto(page, watches, address(kind, "fi"))
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in background[4:-1].split(",")) < 3 * 60
    assert violations(page) == []


def test_axe_is_not_blind(visitor):
    page = visitor()
    page.goto("/fi/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any(line.startswith("image-alt") for line in violations(page))
