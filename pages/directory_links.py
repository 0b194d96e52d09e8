"""Finds the pages that the directory's pages link to (`directory.linked_pages.PageFinder`)."""

from directory.linked_pages import LinkedPage
from directory.models import Adviser, Organisation
from pages.links import alphabetically, links_to
from pages.models import OrganisationPage, ServicePage
from site_core.languages import LanguageCode


def services_of(adviser: Adviser, language: LanguageCode) -> list[LinkedPage]:
    """The adviser's services, those in the language first; a link on the source page holds for both of a pair."""
    keys = adviser.service_links.values("page__translation_key")
    services = ServicePage.objects.filter(translation_key__in=keys).live().public().select_related("locale")
    return sorted(alphabetically(links_to(services, language)), key=lambda link: link.language != language)


def section_of(organisation: Organisation, language: LanguageCode) -> LinkedPage | None:
    """The organisation's section."""
    sections = OrganisationPage.objects.filter(organisation=organisation).live().public().select_related("locale")
    return next(iter(links_to(sections, language)), None)
