"""What search engines are asked to leave alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from directory.addresses import absolute


def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt; invented content asks to be left out of search engines altogether."""
    forbidden = ["/"] if settings.DEMO_CONTENT else ["/admin/"]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in forbidden),
        f"Sitemap: {absolute('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
