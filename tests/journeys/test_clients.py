"""A client finds a service and the person who can help, in either language, with or without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.places import LANGUAGES, NOTHING, OTHER, PAIRS, QUERIES, address, text

ADVISER = "Riikka Vanhatupa"
SERVICE = {"fi": "Tukea lukemisen ja kirjoittamisen vaikeuksiin", "sv": "Stöd vid läs- och skrivsvårigheter"}
NATIVE = {"fi": "Suomi", "sv": "Svenska"}

as_client = pytest.mark.parametrize(
    ("language", "options"),
    [
        pytest.param("fi", {"viewport": PHONE}, id="fi-phone"),
        pytest.param("fi", {"viewport": DESKTOP}, id="fi-desktop"),
        pytest.param("sv", {"viewport": PHONE}, id="sv-phone"),
        pytest.param("sv", {"viewport": DESKTOP}, id="sv-desktop"),
        pytest.param("fi", {"viewport": PHONE, "java_script_enabled": False}, id="fi-phone-without-scripts"),
        pytest.param("sv", {"viewport": DESKTOP, "java_script_enabled": False}, id="sv-desktop-without-scripts"),
    ],
)


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def switch_to(page: Page, language: str) -> None:
    page.get_by_role("link", name=NATIVE[language], exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def open_filters(page: Page, group: str) -> None:
    """Opens the filters where the screen is narrow, and the group if it is closed."""
    summary = page.locator(".filters > summary")
    if summary.is_visible():
        summary.click()
    facet = page.locator("details.facet", has=page.locator(f'input[name="{group}"]'))
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()


@as_client
def test_client_searches_meets_the_adviser_and_changes_language(visitor, language, options):
    page = visitor(**options)
    page.goto(f"/{language}/")
    page.get_by_role("searchbox").fill(QUERIES[language])
    page.locator("main form[role=search] button").click()
    page.locator(".hit").get_by_role("link", name=SERVICE[language]).click()

    expect(heading(page)).to_have_text(SERVICE[language])
    advisers = page.get_by_role("region", name=text(language, "Advisers who can help"))
    expect(advisers.locator('a[href^="tel:"]')).to_be_visible()
    expect(advisers.locator('a[href^="mailto:"]')).to_be_visible()
    switch_to(page, OTHER[language])
    expect(heading(page)).to_have_text(SERVICE[OTHER[language]])
    switch_to(page, language)

    page.get_by_role("link", name=ADVISER).click()
    expect(heading(page)).to_have_text(ADVISER)
    contact = page.get_by_role("region", name=text(language, "Get in touch"))
    expect(contact.locator('a[href^="tel:"]')).to_be_in_viewport()
    switch_to(page, OTHER[language])
    expect(heading(page)).to_have_text(ADVISER)
    expect(page.get_by_role("link", name=SERVICE[OTHER[language]])).to_be_visible()


@as_client
def test_search_keeps_words_and_filters_when_the_language_changes(visitor, language, options):
    page = visitor(**options)
    page.goto(address("search filtered", language))
    switch_to(page, OTHER[language])
    expect(page.get_by_role("searchbox")).to_have_value(QUERIES[language])
    assert "type=service" in page.url
    expect(page.locator(".hit").first).to_be_visible()


@as_client
def test_client_narrows_the_results_turns_pages_and_removes_the_filter(visitor, language, options):
    page = visitor(**options)
    page.goto(address("everything", language))
    all_of_it = page.get_by_role("status").inner_text()
    open_filters(page, "type")
    count = page.locator("label", has=page.locator('input[name="type"][value="service"]')).inner_text()
    page.locator('input[name="type"][value="service"]').check()
    page.get_by_role("button", name=text(language, "Show results")).click()

    assert number(page.get_by_role("status").inner_text()) == number(count) < number(all_of_it)
    page.locator('a[rel="next"]').click()
    assert "type=service" in page.url
    assert "page=2" in page.url
    expect(page.locator(".hit")).to_have_count(10)
    page.locator(".chips").get_by_role("link").first.click()
    expect(page.get_by_role("status")).to_have_text(all_of_it)


@as_client
def test_client_narrows_the_advisers_by_language_and_place(visitor, language, options):
    page = visitor(**options)
    page.goto(address("advisers", language))
    for group, value in (("language_of_service", "sv"), ("municipality", "445")):
        open_filters(page, group)
        page.locator(f'input[name="{group}"][value="{value}"]').check()
        page.get_by_role("button", name=text(language, "Show results")).click()
    expect(page.locator(".chips a.chip")).to_have_count(3)
    expect(page.get_by_role("link", name="Camilla Holmskär")).to_be_visible()
    expect(page.get_by_role("link", name=ADVISER)).to_have_count(0)


@as_client
def test_search_without_results_leads_on(visitor, language, options):
    page = visitor(**options)
    page.goto(address("search empty", language))
    expect(page.get_by_role("status")).to_contain_text(NOTHING)
    ways_on = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    assert ways_on.count() >= 9
    page.get_by_role("main").get_by_role("link", name=text(language, "Advisers"), exact=True).click()
    expect(heading(page)).to_have_text(text(language, "Advisers"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_translation_shows_the_other_language_and_says_so(visitor, language):
    page = visitor()
    other = OTHER[language]
    page.goto(address("service in the other language", language))
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(heading(page)).to_have_attribute("lang", other)
    expect(page.locator(".notice")).to_be_visible()
    switch_to(page, other)
    expect(page.locator("main .notice")).to_have_count(0)
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    page.go_back()
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", canonical)


@pytest.mark.parametrize("language", LANGUAGES)
def test_query_finds_a_service_written_in_the_other_language_and_marks_it(visitor, language):
    page = visitor()
    page.goto(f"{address('everything', language)}?q={'opintokaveri' if language == 'sv' else 'kvällscirkel'}")
    hit = page.locator(".hit").first
    expect(hit.get_by_role("link")).to_have_attribute("lang", OTHER[language])
    expect(hit.locator(".tag--language")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_type_names_its_language_and_keeps_it_in_the_switch(visitor, language):
    page = visitor()
    for pair in PAIRS.values():
        here, there = pair if language == "fi" else reversed(pair)
        page.goto(here)
        expect(page.locator("html")).to_have_attribute("lang", language)
        link = page.get_by_role("link", name=NATIVE[OTHER[language]], exact=True)
        response = page.request.get(link.get_attribute("href"))
        assert response.ok
        assert response.url.endswith(there) or pair is PAIRS["service in the other language"]


def number(words: str) -> int:
    """The last number in a text such as "Palvelu 68"."""
    return int(re.findall(r"\d+", words)[-1])
