"""The watch over every journey sees what it should: a watch that sees nothing would let everything pass."""

import pytest

from tests.journeys.browser import visit
from tests.journeys.places import KINDS, LANGUAGES, address

INSERT = {
    "script of its own": "document.head.append(Object.assign(document.createElement('script'), {text: 'x = 1'}))",
    "style of its own": "document.body.setAttribute('style', 'color: red')",
    "picture of a third party": "document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))",
    "failing script": "setTimeout(() => { throw new Error('broken') })",
    "missing file": "document.body.append(Object.assign(new Image(), {src: '/static/missing.png'}))",
}


@pytest.mark.parametrize("what", INSERT)
def test_watch_notices(chromium, origin, what):
    with visit(chromium, origin) as (page, watch):
        page.goto("/fi/")
        assert watch.problems == []
        page.evaluate(INSERT[what])
        page.wait_for_timeout(300)
        assert watch.problems != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_anonymous_clients_get_no_cookie_from_any_address(visitor, language):
    page = visitor()
    for kind in KINDS:
        response = page.request.get(address(kind, language))
        assert "set-cookie" not in response.headers
        assert "cookie" not in response.headers.get("vary", "").lower(), kind
    page.goto(f"/{language}/")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_light(visitor, language):
    """At most five requests and 45 KB on the wire for a first visit, as the design asks."""
    for kind in ("home", "search", "service", "adviser"):
        page = visitor()
        sizes = []
        page.on("requestfinished", lambda request, sizes=sizes: sizes.append(request.sizes()))
        page.goto(address(kind, language))
        page.wait_for_load_state("networkidle")
        assert len(sizes) <= 5
        assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 45_000
