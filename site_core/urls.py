"""Addresses. The language leads every address that clients read; services for programs stand outside."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from pages.urls import page_tree
from search.views.api import search_api
from site_core import health
from site_core.settings.environment import env

# In production the proxy in front serves uploads (docs/production.md).
MEDIA = [] if env.production else [path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns = [
    path("health/alive/", health.alive, name="health_alive"),
    path("health/ready/", health.ready, name="health_ready"),
    path("", include("pages.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/search/", search_api, name="search_api"),
    *MEDIA,
    *i18n_patterns(
        path("", include("directory.urls")),
        path("", include("search.urls")),
        path("", include(page_tree)),
    ),
]
