"""The site's map for search engines: pages, advisers and organisations, each address with its alternates."""

from collections import defaultdict
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.models import Page

from directory.models import Adviser, Organisation
from pages.lineage import Lineage, language_of, lineages
from pages.models import OrganisationPage
from site_core.languages import LANGUAGE_CODES, LanguageCode, active_language


class BilingualSitemap(Sitemap):  # type: ignore[type-arg]
    """Addresses as the world knows them, whichever host is asked."""

    i18n = True
    alternates = True

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(BilingualSitemap):
    """Live pages that everybody may read, in the languages in which they exist."""

    def items(self) -> list[Lineage]:
        public = Page.objects.filter(depth__gt=1).live().public().order_by("path").select_related("locale")
        pairs = {page.translation_key: page for page in reversed(public)}
        return list(lineages(reversed(pairs.values())).values())

    def get_languages_for_item(self, item: Lineage) -> list[str]:
        return [code for code in LANGUAGE_CODES if code in item.languages]

    def location(self, item: Lineage) -> str:
        return item.address(active_language())

    def lastmod(self, item: Lineage) -> datetime | None:
        dates = [page.last_published_at for page in item.steps[-1].live.values()]
        return max((date for date in dates if date), default=None)


class DirectorySitemap(BilingualSitemap):
    """The lists of the directory."""

    def items(self) -> list[str]:
        return ["directory:adviser_list", "directory:organisation_list"]

    def location(self, item: str) -> str:
        return reverse(item)


class AdviserSitemap(BilingualSitemap):
    """Advisers whom clients may see."""

    def items(self) -> list[Adviser]:
        return list(Adviser.objects.public().order_by("pk"))

    def location(self, item: Adviser) -> str:
        return reverse("directory:adviser_detail", args=[item.slug])


class OrganisationSitemap(BilingualSitemap):
    """Organisations in the languages in which they have no section: a section is among the pages."""

    def items(self) -> list[Organisation]:
        return list(Organisation.objects.filter(active=True).order_by("pk"))

    def get_languages_for_item(self, item: Organisation) -> list[str]:
        return [code for code in LANGUAGE_CODES if code not in self._sections[item.pk]]

    def location(self, item: Organisation) -> str:
        return reverse("directory:organisation_detail", args=[item.slug])

    @cached_property
    def _sections(self) -> dict[int, set[LanguageCode]]:
        sections: dict[int, set[LanguageCode]] = defaultdict(set)
        for section in OrganisationPage.objects.live().public().select_related("locale"):
            sections[section.organisation_id].add(language_of(section))
        return sections


SITEMAPS: dict[str, type[BilingualSitemap]] = {
    "pages": PageSitemap,
    "directory": DirectorySitemap,
    "advisers": AdviserSitemap,
    "organisations": OrganisationSitemap,
}
