"""Where a page is found in each language: it, the pages above it, and the live pages of their pairs.

Everything that links to pages asks here: an address in a language leads to the page in that language or, where it
is missing, to the other language's text served there with a notice (`pages.routing`).
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from django.db.models import Q
from wagtail.models import Page

from site_core.context_processors import home_url
from site_core.languages import LanguageCode, other_language


def language_of(page: Page) -> LanguageCode:
    """The language that the page is written in."""
    return cast("LanguageCode", page.locale.language_code)


@dataclass(frozen=True)
class Step:
    """A page on the way down from the front page, and the live pages of its pair by language."""

    page: Page
    live: Mapping[LanguageCode, Page]

    def best(self, language: LanguageCode) -> Page | None:
        """The live page in the language, or in the other one; None where neither is live."""
        return self.live.get(language) or self.live.get(other_language(language))


@dataclass(frozen=True)
class Lineage:
    """The steps from the front page to a page."""

    steps: tuple[Step, ...]

    @property
    def languages(self) -> tuple[LanguageCode, ...]:
        """The languages in which the page is live."""
        return tuple(self.steps[-1].live)

    @property
    def parents(self) -> list["Lineage"]:
        """The lineages of the pages above, the front page first."""
        return [Lineage(self.steps[:depth]) for depth in range(1, len(self.steps))]

    def best(self, language: LanguageCode) -> Page | None:
        """The live page of the pair that a reader of the language is shown."""
        return self.steps[-1].best(language)

    def address(self, language: LanguageCode) -> str:
        """The path at which the page is served to readers of the language, in whichever language it is live."""
        path = home_url(language)
        for step in self.steps[1:]:
            translated = step.live.get(language)
            path = translated.get_url() if translated else f"{path}{(step.best(language) or step.page).slug}/"
        return path


def lineage(page: Page) -> Lineage:
    """The lineage of one page, in one query."""
    return lineages([page])[page.path]


def lineages(pages: Iterable[Page]) -> dict[str, Lineage]:
    """The lineages of pages by their tree paths, in one query however many there are."""
    asked = {page.path: page for page in pages}
    parent_paths = {path for page in asked.values() for path in _parent_paths(page)}
    parents = Page.objects.filter(path__in=parent_paths, depth__gt=1)
    keys = Q(translation_key__in=[page.translation_key for page in asked.values()])
    pairs = list(
        Page.objects.filter(keys | Q(translation_key__in=parents.values("translation_key"))).select_related("locale")
    )
    found = {page.path: page for page in pairs} | asked
    live = live_by_key(pairs)
    return {
        page.path: Lineage(
            tuple(
                Step(found[path], live[found[path].translation_key])
                for path in [*_parent_paths(page), page.path]
                if path in found
            )
        )
        for page in asked.values()
    }


def live_by_key(pages: Iterable[Page]) -> dict[uuid.UUID, dict[LanguageCode, Page]]:
    """The live ones of the pages, by translation key and language."""
    live: dict[uuid.UUID, dict[LanguageCode, Page]] = defaultdict(dict)
    for page in pages:
        if page.live:
            live[page.translation_key][language_of(page)] = page
    return live


def _parent_paths(page: Page) -> list[str]:
    return [page.path[:length] for length in range(Page.steplen, len(page.path), Page.steplen)]
