"""What stands around every page: the navigation, the language switch and the pages for failures."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from site_core.context_processors import LanguageLink, site_frame

pytestmark = pytest.mark.urls("tests.site_core.addresses")


def frame(address, language="fi"):
    with override(language):
        context = site_frame(RequestFactory().get(address))
        return {name: list(value) for name, value in context.items() if name in {"language_links", "main_nav"}}


def rendered(template, address="/fi/pages/a/", language="fi", **context):
    with override(language):
        return render_to_string(template, context, request=RequestFactory().get(address))


def addresses(links):
    return {link.code: link.url for link in links}


def test_language_switch_keeps_the_page_and_the_query():
    links = frame("/fi/search/?q=ohjaus&page=2")["language_links"]
    assert addresses(links) == {"fi": "/fi/search/?q=ohjaus&page=2", "sv": "/sv/search/?q=ohjaus&page=2"}
    assert [link.code for link in links if link.current] == ["fi"]


def test_language_switch_of_an_address_without_language_leads_to_the_front_page():
    assert addresses(frame("/api/search/")["language_links"])["sv"] == "/sv/"


def test_a_page_can_say_where_its_translation_is():
    request = RequestFactory().get("/fi/pages/ohjaus/")
    request.language_links = [LanguageLink("sv", "svenska", "/sv/pages/vagledning/", current=False)]
    html = render_to_string("components/language_switch.html", site_frame(request))
    assert 'href="/sv/pages/vagledning/" lang="sv" hreflang="sv" rel="alternate"' in html
    assert "/fi/" not in html


@pytest.mark.parametrize(
    "address",
    [
        "/fi/pages/%00/",
        "/fi/pages/'/?q=%00",
        "/fi/pages/%ff%fe/",
        "/fi/search/?q=" + "a" * 10_000,
        "//elsewhere.example.org/fi/",
        "/fi/search/?q=%ed%a0%80",
    ],
)
def test_language_switch_stays_on_the_site_whatever_the_address(address):
    for link in frame(address)["language_links"]:
        assert link.url.startswith("/")
        assert not link.url.startswith("//")


def test_sections_without_a_view_are_left_out_and_the_current_one_is_marked():
    assert [(item.url, item.current) for item in frame("/fi/search/")["main_nav"]] == [("/fi/search/", True)]
    assert [item.current for item in frame("/fi/pages/a/")["main_nav"]] == [False]


def test_search_box_repeats_the_query_safely():
    html = rendered(
        "components/search_box.html", query='"><script>alert(1)</script>', site_search_url="/fi/search/", id="s"
    )
    assert "<script>" not in html
    assert 'name="q"' in html


def test_page_says_that_its_text_is_in_the_other_language():
    assert "notice" in rendered("base.html", "/sv/pages/a/", "sv", content_language="fi")
    assert "notice" not in rendered("base.html", content_language="fi")


def test_head_names_the_canonical_address_and_the_languages():
    html = rendered(
        "base.html",
        canonical_url="https://example.org/fi/a/",
        hreflang_links=[{"code": "sv", "url": "https://example.org/sv/b/"}],
    )
    assert '<link rel="canonical" href="https://example.org/fi/a/">' in html
    assert '<link rel="alternate" hreflang="sv" href="https://example.org/sv/b/">' in html


def test_pages_carry_no_inline_script_or_style():
    html = rendered("404.html")
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert html.count("<script") == html.count('<script type="module" src=') == 1


def test_missing_page_offers_the_search():
    assert 'action="/fi/search/"' in rendered("404.html")


def test_failure_page_is_in_both_languages_and_needs_no_request():
    html = render_to_string("500.html")
    assert '<section lang="fi">' in html
    assert '<section lang="sv">' in html
    assert 'href="/fi/"' in html
    assert 'href="/sv/"' in html
