"""What every public page shows around its content: the site's name, its navigation and the language switch."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext, gettext_lazy

from site_core.languages import active_language

SEARCH = "search:results"
MAIN_NAV = (
    (SEARCH, gettext_lazy("Services")),
    ("directory:adviser_list", gettext_lazy("Advisers")),
    ("directory:organisation_list", gettext_lazy("Organisations")),
)


@dataclass(frozen=True)
class LanguageLink:
    """This page in one of the site's languages."""

    code: str
    name: str
    url: str
    current: bool


@dataclass(frozen=True)
class NavLink:
    """A main section of the site."""

    label: str
    url: str
    current: bool


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template. Values are worked out only where a template uses them.

    A view or page whose address differs by more than the language prefix sets `request.language_links`.
    """
    return {
        "demo_content": settings.DEMO_CONTENT,
        "site_name": SimpleLazyObject(lambda: gettext("Yksi luukku")),
        "home_url": SimpleLazyObject(lambda: home_url(active_language())),
        "site_search_url": SimpleLazyObject(lambda: url_of(SEARCH)),
        "staff_url": SimpleLazyObject(lambda: url_of("wagtailadmin_home")),
        "main_nav": SimpleLazyObject(lambda: main_nav(request)),
        "language_links": SimpleLazyObject(
            lambda: getattr(request, "language_links", None) or language_links(request)
        ),
    }


def home_url(language: str) -> str:
    """The address of the home page in a language."""
    return f"{get_script_prefix()}{language}/"


def url_of(name: str) -> str:
    """The address of a named view; empty where the deployment has no such view."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def main_nav(request: HttpRequest) -> list[NavLink]:
    """The main sections that exist, the current one marked."""
    addressed = [(label, url_of(name)) for name, label in MAIN_NAV]
    return [NavLink(str(label), url, request.path.startswith(url)) for label, url in addressed if url]


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """This address in each language, query string kept; the home page where the address has no language."""
    here = request.get_full_path()
    current = active_language()
    links = []
    for code, name in settings.LANGUAGES:
        there = here if code == current else translate_url(here, code)
        if code != current and there == here:
            there = home_url(code)
        links.append(LanguageLink(code, name, there, code == current))
    return links
