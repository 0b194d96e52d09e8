"""What stands around every request."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

UNPREFIXED = ("/admin/", "/api/", "/documents/", "/health/", "/static/", "/media/", "/.well-known/")


class PrefixSafeLocaleMiddleware(LocaleMiddleware):
    """Keeps a 404 of an address outside the languages a 404.

    Wagtail's catch-all inside i18n_patterns makes Django's middleware redirect it to /fi/admin/… otherwise.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code == 404 and request.path_info.startswith(UNPREFIXED):
            return response
        return super().process_response(request, response)


class AdminContentSecurityPolicy:
    """Lets Wagtail's admin run inline scripts and styles and frame its previews; the public policy stays strict."""

    RELAXED = {
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_replace = self.RELAXED  # type: ignore[attr-defined]
        return response


class AdminWithoutNullBytes:
    """Refuses addresses of the admin with a NUL byte, which PostgreSQL cannot search for.

    The public pages and the API read what they are asked themselves.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/") and "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest()
        return self.get_response(request)
