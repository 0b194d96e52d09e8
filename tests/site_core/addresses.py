"""Addresses for tests of the frame, so that they do not hang on those of the apps above it."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest, **kwargs: str) -> HttpResponse:
    return HttpResponse()


search = ([path("search/", nothing, name="results")], "search")

urlpatterns = [
    path("api/search/", nothing),
    *i18n_patterns(path("", include(search)), path("pages/<slug:slug>/", nothing)),
]
