"""Which page is served at an address, and what a reader gets where a translation is missing (design decision 3).

The address keeps the reader's language: a page without a translation is served there in the language it exists in,
marked and with a notice. Where the translation does exist, under another address, the reader is sent to it. Drafts
are never served, nor is anything below the address of a draft that would tell that it is there.

A page is found in two queries however deep it is, where Wagtail's own routing takes two a level.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseRedirect
from wagtail.models import Page, PageQuerySet, Site

from pages.lineage import Lineage, Step, language_of, live_by_key
from site_core.languages import LanguageCode, active_language, other_language

if TYPE_CHECKING:
    from pages.models.base import TwinPage

#: No page stands deeper; longer addresses are not looked up.
MAX_DEPTH = 6


def page_at(path: str, language: LanguageCode) -> "TwinPage":
    """The live page at a path below the front page of a language, in that language or else in the other one.

    Raises Http404 where there is neither.
    """
    slugs = [slug for slug in path.split("/") if slug]
    root = {found.language_code: found.root_path for found in Site.get_site_root_paths()}.get(language)
    if root is None or len(slugs) > MAX_DEPTH:
        raise Http404
    way = [root + "".join(f"{slug}/" for slug in slugs[:depth]) for depth in range(len(slugs) + 1)]
    steps = _steps(way)
    target = steps.get(way[-1])
    if target and target.page.live:
        page = _with_pair(target.page)
        if all(above in steps for above in way):
            page.lineage = Lineage(tuple(steps[above] for above in way))
        return page
    return _in_other_language(slugs, [steps.get(above) for above in way], language)


def redirect_to_translation(page: "TwinPage", request: HttpRequest) -> HttpResponseRedirect | None:
    """To the live page in the address's language, query string kept, where `page` is in the other one."""
    twin = page.twin if language_of(page) != active_language() else None
    if twin is None or not twin.live:
        return None
    return HttpResponseRedirect(with_query(twin.get_url(), request))


def with_query(path: str, request: HttpRequest) -> str:
    """The path with the query string of the request."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path


def _in_other_language(slugs: list[str], steps: list[Step | None], language: LanguageCode) -> "TwinPage":
    """The page that the last slugs name below the twin of a live page above, the nearest one first."""
    candidates = []
    for depth in reversed(range(max(len(slugs), 1))):
        step = steps[depth]
        twin = step.live.get(other_language(language)) if step and (step.page.live or depth == 0) else None
        if twin:
            candidates.append(twin.url_path + "".join(f"{slug}/" for slug in slugs[depth:]))
    found = {page.url_path: page for page in _pages_at(candidates).filter(live=True)}
    for candidate in candidates:
        if candidate in found:
            return _with_pair(found[candidate])
    raise Http404


def _steps(url_paths: Iterable[str]) -> dict[str, Step]:
    """The pages at the paths, each with the live pages of its pair."""
    keys = _pages_at(url_paths).values("translation_key")
    pages = list(Page.objects.filter(translation_key__in=keys).select_related("locale"))
    live = live_by_key(pages)
    return {page.url_path: Step(page, live[page.translation_key]) for page in pages}


def _pages_at(url_paths: Iterable[str]) -> PageQuerySet:
    """Slugs are indexed, whole paths are not."""
    paths = list(url_paths)
    return Page.objects.filter(slug__in={path.rstrip("/").rpartition("/")[2] for path in paths}, url_path__in=paths)


def _with_pair(page: Page) -> "TwinPage":
    """The specific page and its pair, fetched together."""
    pair = page.specific_class.pair_of(page.translation_key)
    for one in pair:
        one.pair = pair
    found: TwinPage = next(one for one in pair if one.pk == page.pk)
    return found
