"""Everything can be done from the keyboard, and one always sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.places import LANGUAGES, QUERIES, address, text

MOST_STOPS = 400
STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const look = () => {
    const style = getComputedStyle(element);
    const after = getComputedStyle(element, "::after");
    return [style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor, after.outline].join();
  };
  const focused = look();
  const box = element.getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.width > 1 && box.height > 1;
  const place = [...document.querySelectorAll("*")].indexOf(element);
  element.blur();
  const plain = look();
  element.focus();
  return { place, seen, marked: focused !== plain, html: element.outerHTML.slice(0, 120) };
}"""
"""Where the focus is: its place in the document, whether it is on the screen, and whether it looks different."""


def stops(page: Page) -> list[dict]:
    """Every place that the Tab key leads to, in its order."""
    found = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (found and stop["place"] == found[0]["place"]):
            return found
        found.append(stop)
    raise AssertionError("The Tab key does not come to an end.")


@pytest.mark.parametrize("kind", ["home", "search", "service", "advisers filtered", "guide"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_focus_goes_down_the_page_and_is_always_seen(visitor, kind, viewport):
    page = visitor(viewport=viewport, reduced_motion="reduce")
    page.goto(address(kind, "fi"))
    found = stops(page)
    assert [stop["place"] for stop in found] == sorted(stop["place"] for stop in found)
    assert [stop["html"] for stop in found if not stop["marked"]] == []
    assert [stop["html"] for stop in found if not stop["seen"]] == []
    assert len(found) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_skip_link_comes_first_and_leads_to_the_content(visitor, watches, language):
    page = visitor()
    for kind in ("home", "search", "service", "missing"):
        place = address(kind, language)
        watches[-1].expect_failure(place)
        page.goto(place)
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name=text(language, "Skip to main content"))
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_client_searches_and_filters_with_the_keyboard_alone(visitor, language):
    page = visitor(viewport=PHONE)
    page.goto(f"/{language}/")
    tab_to(page, "#page-search")
    page.keyboard.type(QUERIES[language])
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first).to_be_visible()

    tab_to(page, ".filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, 'details.facet:has(input[name="municipality"]) > summary')
    page.keyboard.press("Space")
    tab_to(page, 'input[name="municipality"][value="837"]')
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_be_visible()
    assert "municipality=837" in page.url

    tab_to(page, ".chip")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_have_count(0)
    tab_to(page, ".hit a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the element that the selector names first has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"The Tab key does not lead to {selector}.")
