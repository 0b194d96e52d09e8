"""axe finds nothing on any public page type, in any of its states."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.browser import PHONE
from tests.journeys.places import KINDS, LANGUAGES, address

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


def violations(page: Page, options: dict) -> list[str]:
    """What axe finds, one line for each element."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitor, watches, kind, language):
    page = visitor(reduced_motion="reduce")
    watches[-1].expect_failure(address(kind, language))
    page.goto(address(kind, language))
    assert violations(page, RULES) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
    assert violations(page, RULES) == []


def test_page_is_dark_for_those_who_want_it_so(visitor):
    page = visitor(color_scheme="dark")
    page.goto("/fi/")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(int(part) < 60 for part in background.removeprefix("rgb(").removesuffix(")").split(","))


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        ("document.querySelector('main').append(document.createElement('img'))", "image-alt"),
        (
            "Object.assign(document.querySelector('h1').style, {color: '#999', background: '#aaa'})",
            "color-contrast",
        ),
    ],
)
def test_axe_is_not_blind(visitor, spoil, rule):
    page = visitor()
    page.goto("/fi/opiskelu-aikuisena/")
    page.evaluate(f"{{ {spoil} }}")
    assert any(line.startswith(rule) for line in violations(page, RULES))
