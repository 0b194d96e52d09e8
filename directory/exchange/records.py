"""The memory of what was last imported."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from directory.exchange.ptv.items import Item, Kind
from directory.exchange.report import SkippedItemError
from directory.models import ImportedRecord

SOURCE = "ptv"


def record_of(kind: Kind, identifier: UUID) -> ImportedRecord:
    """What was last imported of an object; a new, unsaved record where nothing was."""
    found = ImportedRecord.objects.filter(source=SOURCE, kind=kind.value, external_id=identifier).first()
    return found or ImportedRecord(source=SOURCE, kind=kind.value, external_id=identifier)


def refuse_older(record: ImportedRecord, item: Item) -> None:
    """Raises SkippedItemError where the record is of a later version than the item."""
    last = datetime.fromisoformat(record.modified) if record.modified else None
    if last and item.modified and item.modified < last:
        raise SkippedItemError(f"older than what was imported: changed {item.modified}, imported {last}")


def remember(record: ImportedRecord, item: Item, values: dict[str, Any]) -> bool:
    """Save what was imported; whether it differs from what the record had."""
    modified = item.modified.isoformat() if item.modified else record.modified
    if record.pk and (record.values, record.modified) == (values, modified):
        return False
    record.values, record.modified = values, modified
    record.save()
    return True


def stored_items(kind: Kind) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Every object of a kind as it was last read, by identifier."""
    rows = ImportedRecord.objects.filter(source=SOURCE, kind=kind.value).values_list("external_id", "values__source")
    yield from rows.iterator()
