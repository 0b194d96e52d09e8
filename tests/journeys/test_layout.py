"""Pages hold together on the smallest screen, with big text, on paper and without words spilling out."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import DESKTOP, PHONE, SMALLEST
from tests.journeys.places import KINDS, LANGUAGES, address

SIZES = ((DESKTOP, "100%"), (DESKTOP, "200%"), (PHONE, "200%"), (PHONE, "100%"), (SMALLEST, "100%"))
SPILLED = """() => {
  const wide = document.scrollingElement.clientWidth;
  const hidden = (element) => element.closest(".govuk-visually-hidden, .govuk-skip-link, svg") !== null;
  const scrolled = (element) => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(above).overflowX)) return true;
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width && (box.right > wide + 1 || box.left < -1) && !hidden(element) && !scrolled(element);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}"""
"""Elements that reach over the edge of the page."""
CUT = """() => [...document.querySelectorAll("h1, h2, h3, h4, p, li, a, button, label, summary, dt, dd")]
  .filter((element) => getComputedStyle(element).overflow === "hidden")
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .filter((element) => !element.closest(".govuk-visually-hidden, .govuk-skip-link"))
  .map((element) => element.outerHTML.slice(0, 120))"""
"""Texts of which the end is not seen."""


def faults(page: Page) -> list[str]:
    """What is wider than the page, and texts that are cut."""
    width = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    return [*page.evaluate(SPILLED), *page.evaluate(CUT), *(["the page scrolls sideways"] if width > 0 else [])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_holds_together_on_small_screens_and_with_big_text(visitor, watches, language):
    page = visitor()
    found = {}
    for kind in KINDS:
        watches[-1].expect_failure(address(kind, language))
        page.goto(address(kind, language))
        for viewport, text_size in SIZES:
            page.set_viewport_size(viewport)
            page.evaluate("size => { document.documentElement.style.fontSize = size }", text_size)
            found[kind, viewport["width"], text_size] = faults(page)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_ends_with_its_footer(visitor, watches, language):
    page = visitor()
    for kind in KINDS:
        watches[-1].expect_failure(address(kind, language))
        page.goto(address(kind, language))
        bottom = page.evaluate("document.querySelector('footer').getBoundingClientRect().bottom + scrollY")
        assert page.evaluate("document.scrollingElement.scrollHeight") <= max(bottom, DESKTOP["height"]) + 1, kind


def test_spilling_is_noticed(visitor):
    page = visitor(viewport=SMALLEST)
    page.goto("/fi/")
    page.evaluate("document.querySelector('h1').style.width = '500px'")
    assert page.evaluate(SPILLED) != []


def test_paper_has_the_content_and_none_of_the_controls(visitor):
    page = visitor()
    page.goto(address("service", "fi"))
    page.emulate_media(media="print")
    for gone in (".site-bar", ".site-footer", ".languages", "form"):
        for element in page.locator(gone).all():
            expect(element).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for number in page.locator('main a[href^="tel:"]').all():
        expect(number).to_be_visible()
    printed = page.locator('main a[href^="https"]').first
    assert "attr(href)" in printed.evaluate("link => getComputedStyle(link, '::after').content") or printed.evaluate(
        "link => getComputedStyle(link, '::after').content.includes(link.href)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_lists_of_results_are_printed_whole(visitor, language):
    page = visitor()
    page.goto(address("search", language))
    page.emulate_media(media="print")
    for hit in page.locator(".hit").all():
        expect(hit).to_be_visible()
