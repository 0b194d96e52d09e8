"""Finds the pages that the directory's pages link to (`directory.linked_pages.PageFinder`)."""

from collections.abc import Iterable

from directory.linked_pages import LinkedPage
from directory.models import Adviser, Organisation
from pages.lineage import language_of, lineages
from pages.models import OrganisationPage, ServicePage
from pages.models.base import TwinPage
from site_core.alphabet import alphabetical
from site_core.languages import LanguageCode


def services_of(adviser: Adviser, language: LanguageCode) -> list[LinkedPage]:
    """The adviser's services; the links are rows of the source pages and hold for both pages of a pair."""
    keys = adviser.service_links.values("page__translation_key")
    return _links(ServicePage.objects.filter(translation_key__in=keys).live().public(), language)


def section_of(organisation: Organisation, language: LanguageCode) -> LinkedPage | None:
    """The organisation's section."""
    sections = _links(OrganisationPage.objects.filter(organisation=organisation).live().public(), language)
    return sections[0] if sections else None


def _links(pages: Iterable[TwinPage], language: LanguageCode) -> list[LinkedPage]:
    """One link a pair, those in the language first, each group in alphabetical order."""
    best: dict[object, TwinPage] = {}
    for page in pages:
        if page.translation_key not in best or language_of(page) == language:
            best[page.translation_key] = page
    addresses = lineages(best.values())
    links = [
        LinkedPage(
            page.title, addresses[page.path].address(language), getattr(page, "summary", ""), language_of(page)
        )
        for page in best.values()
    ]
    return sorted(links, key=lambda link: (link.language != language, alphabetical(link.title)))
