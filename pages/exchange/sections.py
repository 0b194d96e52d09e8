"""The sections of organisations that imported services go into."""

from uuid import uuid4

from directory.models import Organisation
from pages.exchange.page_making import announce, make_page
from pages.lineage import language_of
from pages.models import HomePage, OrganisationPage, ServicePage
from site_core.languages import LanguageCode, text_in


class Sections:
    """Finds the section of an organisation in a language, and makes it where it is missing.

    With `live`, sections that were never published are: their services could not be reached otherwise. One that
    somebody has taken off the site stays off.
    """

    def __init__(self, *, live: bool) -> None:
        self.live = live
        self._found: dict[tuple[int, LanguageCode], OrganisationPage] = {}
        self._published: set[str] = set()

    def forget(self) -> None:
        """Look everything up again: a rolled back item may have taken sections with it."""
        self._found.clear()
        self._published.clear()

    def section(self, organisation: Organisation, language: LanguageCode) -> OrganisationPage:
        """The section, ready to have pages under it."""
        key = (organisation.pk, language)
        if key not in self._found:
            self._found[key] = self._ready(_existing(organisation, language) or self._made(organisation, language))
        return self._found[key]

    def publish_above(self, page: ServicePage) -> None:
        """Publish the section of a page, if that is asked for and it never was."""
        path = page.path[: -page.steplen]
        if self.live and path not in self._published:
            self._published.add(path)
            for section in OrganisationPage.objects.filter(path=path):
                self._ready(section)

    def _ready(self, section: OrganisationPage) -> OrganisationPage:
        if self.live and not section.live and section.first_published_at is None:
            (section.latest_revision or section.save_revision(clean=False)).publish()
            section.refresh_from_db()
        return section

    def _made(self, organisation: Organisation, language: LanguageCode) -> OrganisationPage:
        """A new section, the other language's twin where there is that."""
        home = HomePage.objects.filter(locale__language_code=language).order_by("path").first()
        twin = OrganisationPage.objects.filter(organisation=organisation).order_by("pk").first()
        section = OrganisationPage(
            title=text_in(organisation, "name", language)[0],
            organisation=organisation,
            locale=home.locale,
            translation_key=twin.translation_key if twin else uuid4(),
        )
        make_page(home, section, live=self.live)
        if section.live:
            announce(section)
        return section


def rename_sections(organisation: Organisation, former: Organisation, *, live: bool) -> None:
    """Give the sections of an organisation its new name, but for those whose title somebody has written."""
    for section in OrganisationPage.objects.filter(organisation=organisation).select_related("locale"):
        language = language_of(section)
        before, now = text_in(former, "name", language)[0], text_in(organisation, "name", language)[0]
        publishable = live and section.live and not section.has_unpublished_changes
        draft = section.get_latest_revision_as_object()
        if before == now or draft.title != before:
            continue
        draft.title = now
        revision = draft.save_revision(clean=False, log_action=True)
        if publishable:
            revision.publish()


def _existing(organisation: Organisation, language: LanguageCode) -> OrganisationPage | None:
    sections = OrganisationPage.objects.filter(organisation=organisation, locale__language_code=language)
    section: OrganisationPage | None = sections.select_related("locale").order_by("path").first()
    return section
