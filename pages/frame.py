"""What a page gives to the frame of the site: the way here, its other language, and what search engines follow."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from directory.addresses import HreflangLink, absolute
from pages.lineage import Lineage, language_of
from pages.routing import with_query
from site_core.context_processors import LanguageLink
from site_core.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, LANGUAGES, LanguageCode, active_language

if TYPE_CHECKING:
    from pages.models.base import TwinPage


@dataclass(frozen=True)
class Breadcrumb:
    """A page above this one. `language` is empty where the title is in the language of the address."""

    title: str
    url: str
    language: str


def page_frame(page: "TwinPage", request: HttpRequest) -> dict[str, Any]:
    """The context that base.html documents; sets `request.language_links` for the language switch."""
    way = page.lineage
    request.language_links = language_links(way, request)  # type: ignore[attr-defined]
    return {
        "content_language": language_of(page),
        "canonical_url": absolute(page.get_url() or ""),
        "hreflang_links": hreflang_links(way),
        "breadcrumbs": breadcrumbs(way, active_language()),
        "meta_description": page.search_description or getattr(page, "summary", ""),
    }


def language_links(way: Lineage, request: HttpRequest) -> list[LanguageLink]:
    """This page at its address in each language, query string kept."""
    here = active_language()
    return [
        LanguageLink(code, name, with_query(way.address(code), request), code == here) for code, name in LANGUAGES
    ]


def hreflang_links(way: Lineage) -> list[HreflangLink]:
    """The languages in which the page really exists, and the one that readers of others are sent to."""
    links = [HreflangLink(code, absolute(way.address(code))) for code in LANGUAGE_CODES if code in way.languages]
    default = next((link for link in links if link.code == DEFAULT_LANGUAGE), links[0] if links else None)
    return [*links, HreflangLink("x-default", default.url)] if default else []


def breadcrumbs(way: Lineage, language: LanguageCode) -> list[Breadcrumb]:
    """The front page, called so whatever its title, and the live pages above in the language or else in the other."""
    crumbs = []
    for above in way.parents:
        shown = above.best(language)
        if shown is None:
            continue
        if len(above.steps) == 1:
            crumbs.append(Breadcrumb(_("Front page"), above.address(language), ""))
        else:
            code = language_of(shown)
            crumbs.append(Breadcrumb(shown.title, above.address(language), "" if code == language else code))
    return crumbs
