"""Service channels of the source, kept as they were read: the services that use them are made from them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from directory.exchange.ptv.channel import channel_of
from directory.exchange.ptv.items import ChannelItem, Kind
from directory.exchange.ptv.shape import BrokenItemError, Fields
from directory.exchange.records import SOURCE, record_of, refuse_older, remember
from directory.exchange.report import ItemResult, Outcome
from directory.models import ImportedRecord

#: The services that a channel lists name it themselves.
UNREAD = ("services", "serviceCollections")


def import_channel(item: ChannelItem, source: dict[str, Any], *, overwrite: bool) -> ItemResult:
    """Keep the channel, which may come before or after the services that use it.

    Raises SkippedItemError for an older version, unless overwriting.
    """
    record = record_of(Kind.CHANNEL, item.id)
    if not overwrite:
        refuse_older(record, item)
    is_new = record.pk is None
    changed = remember(record, item, {"source": {name: v for name, v in source.items() if name not in UNREAD}})
    outcome = Outcome.CREATED if is_new else Outcome.UPDATED if changed else Outcome.UNCHANGED
    ended = ("it has ended in the source: services lose it",) if item.status.has_ended else ()
    return ItemResult(Kind.CHANNEL, str(item.id), item.title, outcome, notes=(*item.notes, *ended))


def channels_by_id(identifiers: Iterable[UUID]) -> dict[UUID, ChannelItem]:
    """The channels that were imported at any time, of those asked for."""
    records = ImportedRecord.objects.filter(source=SOURCE, kind=Kind.CHANNEL.value, external_id__in=list(identifiers))
    found: dict[UUID, ChannelItem] = {}
    for values in records.values_list("values__source", flat=True):
        try:
            channel = channel_of(Fields(values))
        except BrokenItemError:
            continue
        found[channel.id] = channel
    return found
