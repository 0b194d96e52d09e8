"""An import from files to pages: organisations first, then channels, then services, whatever the files' order."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from directory.exchange.channels import import_channel
from directory.exchange.codes import CodeBook
from directory.exchange.organisations import import_organisation
from directory.exchange.ptv.channel import channel_of
from directory.exchange.ptv.items import ChannelItem, Item, Kind, OrganisationItem, ServiceItem, Status
from directory.exchange.ptv.organisation import organisation_of
from directory.exchange.ptv.reader import Problem, RawItem, read
from directory.exchange.ptv.service import channel_ids, service_of
from directory.exchange.ptv.shape import BrokenItemError, Fields
from directory.exchange.records import stored_items
from directory.exchange.report import ImportReport, ItemResult, Outcome, SkippedItemError
from directory.models import Organisation
from pages.exchange.page_writing import Settings
from pages.exchange.sections import Sections, rename_sections
from pages.exchange.services import import_service
from pages.models import ServicePage

logger = logging.getLogger(__name__)

PARSERS: dict[Kind, Callable[[Fields], Item]] = {
    Kind.ORGANISATION: organisation_of,
    Kind.CHANNEL: channel_of,
    Kind.SERVICE: service_of,
}
LONG_AGO = datetime.min.replace(tzinfo=UTC)


class NothingReadError(Exception):
    """None of the paths had anything to import."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__("nothing to import was found")
        self.report = report


@dataclass(frozen=True)
class Options:
    """How an import goes. `day` decides which of a year's opening hours hold."""

    day: date
    live: bool = False
    overwrite: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class Parsed:
    """An item and what it was read from."""

    item: Item
    raw: RawItem


#: Wraps a list of items that is gone through, to show how far it is.
Progress = Callable[[list[Parsed], str], Iterable[Parsed]]


def import_ptv(paths: Iterable[Path], options: Options, progress: Progress = lambda items, _: items) -> ImportReport:
    """Import what files and folders have, an item at a time, each whole or not at all.

    A dry run does all the work and takes it back. Raises NothingReadError.
    """
    report = ImportReport(dry_run=options.dry_run)
    items = _latest(_parsed(read(paths), report), report)
    if not items:
        raise NothingReadError(report)
    with _taken_back() if options.dry_run else nullcontext():
        _Run(options, report, progress).go_through(items)
    return report


class _Run:
    """An import under way."""

    def __init__(self, options: Options, report: ImportReport, progress: Progress) -> None:
        self.codes = CodeBook()
        self.sections = Sections(live=options.live)
        self.settings = Settings(self.codes, self.sections, options.day, options.live, options.overwrite)
        self.report = report
        self.progress = progress

    def go_through(self, items: list[Parsed]) -> None:
        """Import the items, and the services that use channels which have changed."""
        of_kind = {kind: [one for one in items if one.raw.kind is kind] for kind in Kind}
        self._all(Kind.ORGANISATION, _parents_first(of_kind[Kind.ORGANISATION]))
        changed = self._all(Kind.CHANNEL, of_kind[Kind.CHANNEL])
        services = of_kind[Kind.SERVICE]
        services += _parsed(_services_using(changed, {one.item.id for one in services}), self.report)
        with transaction.atomic():
            self.codes.learn(
                concept for one in services if isinstance(one.item, ServiceItem) for concept in one.item.concepts
            )
        self._all(Kind.SERVICE, services)

    def _all(self, kind: Kind, items: list[Parsed]) -> set[str]:
        """The identifiers of the items that something was written for."""
        written: set[str] = set()
        for parsed in self.progress(items, kind.value):
            result = self._attempt(parsed)
            self.report.add(result)
            if result.outcome in (Outcome.CREATED, Outcome.UPDATED):
                written.add(result.id)
        return written

    def _attempt(self, parsed: Parsed) -> ItemResult:
        """The item's result; whatever breaks in it is taken back and told, and the rest goes on."""
        try:
            with transaction.atomic():
                return self._import(parsed)
        except SkippedItemError as error:
            reason = str(error)
        except ValidationError as error:
            reason = "; ".join(error.messages)
        except Exception as error:
            logger.exception("An item could not be imported: %s", parsed.raw.place)
            reason = f"broken: {type(error).__name__}: {error}"
        self.sections.forget()
        return ItemResult(parsed.raw.kind, str(parsed.item.id), parsed.item.title, Outcome.SKIPPED, reason)

    def _import(self, parsed: Parsed) -> ItemResult:
        item, source, overwrite = parsed.item, parsed.raw.values, self.settings.overwrite
        _refuse_unpublished(item)
        if isinstance(item, OrganisationItem):
            return self._import_organisation(item)
        if isinstance(item, ChannelItem):
            return import_channel(item, source, overwrite=overwrite)
        if isinstance(item, ServiceItem):
            return import_service(item, source, self.settings)
        raise TypeError(type(item))

    def _import_organisation(self, item: OrganisationItem) -> ItemResult:
        former = Organisation.objects.filter(ptv_id=item.id).first()
        result = import_organisation(item, self.codes, overwrite=self.settings.overwrite)
        if former and result.outcome is Outcome.UPDATED:
            rename_sections(Organisation.objects.get(pk=former.pk), former, live=self.settings.live)
        return result


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _parsed(readings: Iterable[RawItem | Problem], report: ImportReport) -> Iterator[Parsed]:
    """The items that have PTV's shape; the others go to the report."""
    for reading in readings:
        if isinstance(reading, Problem):
            report.add(ItemResult("file", "", reading.place, Outcome.SKIPPED, reading.reason))
            continue
        try:
            yield Parsed(PARSERS[reading.kind](Fields(reading.values)), reading)
        except BrokenItemError as error:
            identifier = str(reading.values.get("id") or "")[:36]
            report.add(ItemResult(reading.kind, identifier, reading.place, Outcome.SKIPPED, str(error)))


def _latest(items: Iterable[Parsed], report: ImportReport) -> list[Parsed]:
    """Each object once: the version changed last, or read last where that is not told."""
    latest: dict[tuple[Kind, UUID], Parsed] = {}
    for parsed in items:
        key = (parsed.raw.kind, parsed.item.id)
        other = latest.get(key)
        if other and (other.item.modified or LONG_AGO) > (parsed.item.modified or LONG_AGO):
            parsed, other = other, parsed
        latest[key] = parsed
        if other:
            reason = f"read again, in the same or a later version, from {parsed.raw.place}"
            report.add(ItemResult(key[0], str(key[1]), other.item.title, Outcome.SKIPPED, reason))
    return list(latest.values())


def _parents_first(organisations: list[Parsed]) -> list[Parsed]:
    """Organisations after those they are part of; a circle is broken where it is met."""
    by_id = {parsed.item.id: parsed for parsed in organisations}
    ordered: dict[UUID, Parsed] = {}
    for parsed in organisations:
        line: dict[UUID, Parsed] = {}
        above: Parsed | None = parsed
        while above and above.item.id not in line:
            line[above.item.id] = above
            above = by_id.get(getattr(above.item, "parent", None) or above.item.id)
        for one in reversed(line.values()):
            ordered.setdefault(one.item.id, one)
    return list(ordered.values())


def _services_using(channels: set[str], but: set[UUID]) -> Iterator[RawItem]:
    """Services imported before that use one of the channels, as they were last read."""
    for identifier, source in stored_items(Kind.SERVICE) if channels else ():
        if identifier not in but and channels & channel_ids(Fields(source)):
            yield RawItem(Kind.SERVICE, "the last import", source)


def _refuse_unpublished(item: Item) -> None:
    """Only what is published is imported. A channel that has ended is kept as such: services lose it.

    What has ended in the source is not taken off the site here: advisers, topics and visits may hang on it,
    so a person does it.
    """
    if item.status is Status.PUBLISHED or (item.status.has_ended and isinstance(item, ChannelItem)):
        return
    reason = f"{item.status.value} in the source"
    if item.status.has_ended and ServicePage.objects.filter(ptv_id=item.id, live=True).exists():
        reason += "; it is live here: take it off the site if it has ended"
    raise SkippedItemError(reason)
