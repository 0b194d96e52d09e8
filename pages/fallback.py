"""What a reader gets where a translation is missing (design decision 3).

The address keeps the reader's language: the page is served there in the language it exists in, marked and with a
notice. Where the translation does exist, under another address, the reader is sent to it. Drafts are never served.
"""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseRedirect
from wagtail.url_routing import RouteResult

from pages.lineage import language_of
from site_core.languages import active_language

if TYPE_CHECKING:
    from pages.models.base import TwinPage


def route_in_other_language(page: "TwinPage", request: HttpRequest, components: list[str]) -> RouteResult:
    """The page that `components` name under the twin of `page`.

    Only pages of the address's own language look further, so that the search ends; a draft does not,
    so that nobody can tell that it is there. Raises Http404 where there is nothing live.
    """
    if not components or not page.live or language_of(page) != active_language():
        raise Http404
    twin = page.twin
    if twin is None or not twin.live:
        raise Http404
    return twin.route(request, components)


def redirect_to_translation(page: "TwinPage", request: HttpRequest) -> HttpResponseRedirect | None:
    """To the live page in the address's language, query string kept, where `page` is in the other one."""
    twin = page.twin if language_of(page) != active_language() else None
    if twin is None or not twin.live:
        return None
    return HttpResponseRedirect(with_query(twin.get_url(request), request))


def with_query(path: str, request: HttpRequest) -> str:
    """The path with the query string of the request."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
