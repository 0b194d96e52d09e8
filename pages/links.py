"""Links to pages for readers of a language: one a pair, in that language or else in the other one, live only."""

import uuid
from collections.abc import Iterable

from wagtail.models import Page

from directory.linked_pages import LinkedPage
from pages.lineage import language_of, lineages
from site_core.alphabet import alphabetical
from site_core.languages import LanguageCode


def links_to(pages: Iterable[Page], language: LanguageCode) -> list[LinkedPage]:
    """Links to live, specific pages of which there may be both of a pair, in the order in which pairs come first.

    Costs two queries however many pages there are.
    """
    return list(links_by_key(pages, language).values())


def links_by_key(pages: Iterable[Page], language: LanguageCode) -> dict[uuid.UUID, LinkedPage]:
    """The same, by translation key."""
    best: dict[uuid.UUID, Page] = {}
    for page in pages:
        if page.translation_key not in best or language_of(page) == language:
            best[page.translation_key] = page
    ways = lineages(best.values())
    return {
        key: LinkedPage(
            page.title, ways[page.path].address(language), getattr(page, "summary", ""), language_of(page)
        )
        for key, page in best.items()
    }


def chosen_links(chosen: Iterable[Page | None], language: LanguageCode) -> dict[uuid.UUID, LinkedPage]:
    """Links to the pairs of pages that an editor has chosen, in either language, by translation key.

    Pages that are gone (None), drafts and private pages have no link.
    """
    keys = {page.translation_key for page in chosen if page is not None}
    if not keys:
        return {}
    live = Page.objects.filter(translation_key__in=keys).live().public().select_related("locale").specific()
    return links_by_key(live, language)


def alphabetically(links: Iterable[LinkedPage]) -> list[LinkedPage]:
    """Links in the alphabetical order of their titles."""
    return sorted(links, key=lambda link: alphabetical(link.title))
