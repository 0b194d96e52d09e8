"""The view of every page of the tree."""

from django.http import HttpRequest, HttpResponse
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from pages.routing import page_at
from site_core.languages import active_language


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of a page, for the page that `page_at` finds."""
    request._wagtail_route_for_request = RouteResult(page_at(path, active_language()))  # type: ignore[attr-defined]
    response: HttpResponse = serve(request, path)
    return response
