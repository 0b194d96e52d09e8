"""Services of the source into pairs of service pages."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from directory.exchange.channels import channels_by_id
from directory.exchange.organisations import known_organisation, organisation_by_name
from directory.exchange.ptv.items import ChannelItem, Kind, ServiceItem
from directory.exchange.records import record_of, refuse_older, remember
from directory.exchange.report import ItemResult, Outcome, SkippedItemError
from directory.models import ImportedRecord, Organisation
from pages.exchange.page_making import announce
from pages.exchange.page_writing import PageResult, PageValues, Settings, create, update
from pages.exchange.service_fields import channels_of, facts_of, texts_of
from pages.lineage import language_of
from pages.models import ServicePage
from site_core.languages import LanguageCode, other_language

#: What no page here tells.
UNREAD = ("legislation", "industrialClasses", "serviceVouchers", "serviceCollections")


def import_service(item: ServiceItem, source: dict[str, Any], settings: Settings) -> ItemResult:
    """Make or bring up to date the pages of a service in the languages that it is told in.

    Fields changed by hand stay (`directory.exchange.merge`). Raises SkippedItemError for an older version, for
    pages that somebody has deleted here, and for pages that are locked or in review.
    """
    record = record_of(Kind.SERVICE, item.id)
    if not settings.overwrite:
        refuse_older(record, item)
    work = _Work(item, record, settings)
    if pair := _pair(record, item):
        record.target_key = pair[0].translation_key
    results = list(work.update(pair) if pair else work.create())
    for page in work.made:
        if page.live:
            announce(page)
    imported = {language_of(result.page): result.imported for result in results}
    remember(
        record,
        item,
        {
            "source": {name: value for name, value in source.items() if name not in UNREAD},
            "pages": {**record.values.get("pages", {}), **imported},
            "organisation": work.organisation,
        },
    )
    return ItemResult(
        Kind.SERVICE,
        str(item.id),
        item.title,
        work.outcome(results),
        notes=tuple(dict.fromkeys([*item.notes, *work.notes, *(note for one in results for note in one.notes)])),
        conflicts=tuple(conflict for one in results for conflict in one.conflicts),
    )


class _Work:
    """The import of one service."""

    def __init__(self, item: ServiceItem, record: ImportedRecord, settings: Settings) -> None:
        self.item = item
        self.record = record
        self.settings = settings
        self.notes: list[str] = []
        self.is_new = False
        self.made: list[ServicePage] = []
        self.organisation = record.values.get("organisation") or str(item.responsible.id)
        self.imported: dict[str, dict[str, Any]] = record.values.get("pages", {})
        self.channels: dict[UUID, ChannelItem] = channels_by_id(use.channel for use in item.connections)

    def create(self) -> Iterator[PageResult]:
        """Both pages, the first language's carrying the facts."""
        if self.record.pk and not self.settings.overwrite:
            raise SkippedItemError("its pages were deleted here")
        self.is_new = True
        organisation = self._responsible(next(iter(self.item.versions)))
        key = self.record.target_key if self.record.pk else uuid4()
        self.record.target_key = key
        for number, language in enumerate(self.item.versions):
            yield self._make(organisation, language, key, with_facts=number == 0)

    def update(self, pair: list[ServicePage]) -> Iterator[PageResult]:
        """The pages that are there, and those of languages that the source has got since."""
        source, pages = pair[0], {language_of(page): page for page in pair}
        self._look_at_organisation(source)
        for language in self.item.versions:
            page = pages.get(language)
            if page is not None:
                self.settings.sections.publish_above(page)
                values = self._values(language, with_facts=page is source)
                yield update(page, self._base(language, values), values, self.settings)
            elif language not in self.imported or self.settings.overwrite:
                organisation = source.organisation or self._responsible(language)
                yield self._make(organisation, language, source.translation_key, with_facts=False)
            else:
                self.notes.append(f"the page in {language} was deleted here")
        for language in pages.keys() - self.item.versions.keys():
            if language in self.imported:
                self.notes.append(f"the source has no version in {language} any more; the page stays")

    def outcome(self, results: list[PageResult]) -> Outcome:
        if self.is_new:
            return Outcome.CREATED
        return Outcome.UPDATED if any(result.written for result in results) else Outcome.UNCHANGED

    def _make(self, organisation: Organisation, language: LanguageCode, key: UUID, *, with_facts: bool) -> PageResult:
        section = self.settings.sections.section(organisation, language)
        values = self._values(language, with_facts=with_facts)
        made = create(section, values, self.settings, ptv_id=self.item.id, translation_key=key, locale=section.locale)
        self.made.append(made.page)
        return made

    def _base(self, language: LanguageCode, values: PageValues) -> dict[str, Any]:
        """What was last imported for the page; for facts that it has inherited from its twin, what the twin got."""
        fields: dict[str, Any] = {}
        for one in (other_language(language), language):
            imported = self.imported.get(one, {}).get("fields", {})
            fields |= {name: imported[name] for name in imported if one == language or name in ServicePage.PAIR_FACTS}
        known = {name: value for name, value in fields.items() if name in values.fields}
        return {**self.imported.get(language, {}), "fields": known}

    def _values(self, language: LanguageCode, *, with_facts: bool) -> PageValues:
        facts = facts_of(self.item, self.settings.codes, self.notes) if with_facts else {}
        channels = channels_of(self.item, self.channels, language, self.settings.day, self.notes)
        return PageValues({**texts_of(self.item.versions[language]), **facts}, channels)

    def _responsible(self, language: LanguageCode) -> Organisation:
        reference = self.item.responsible
        organisation = known_organisation(reference)
        if organisation is None:
            if not reference.name:
                raise SkippedItemError(f"the organisation {reference.id} is not known and has no name")
            organisation = organisation_by_name(reference, language)
            self.notes.append(f"the organisation “{reference.name}” is not in the files: made from its name alone")
        return organisation

    def _look_at_organisation(self, source: ServicePage) -> None:
        """Pages are not moved to another organisation's section, whose editors they would get, but it is told."""
        told = str(self.item.responsible.id)
        if told == self.organisation:
            return
        here = source.organisation
        if here and str(here.ptv_id) == told:
            self.organisation = told
        else:
            self.notes.append(f"“{self.item.responsible.name}” is responsible now: move the pages to its section")


def _pair(record: ImportedRecord, item: ServiceItem) -> list[ServicePage]:
    """The pages of the service, the source page first."""
    pages = ServicePage.objects.select_related("locale", "latest_revision").order_by("pk")
    key = record.target_key if record.pk else None
    if key is None:
        key = pages.filter(ptv_id=item.id).values_list("translation_key", flat=True).first()
    return list(pages.filter(translation_key=key)) if key else []
