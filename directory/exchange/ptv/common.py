"""What organisations, services and channels are read alike."""

from datetime import UTC, datetime

from directory.exchange.ptv.items import Status
from directory.exchange.ptv.shape import BrokenItemError, Fields


def status_of(item: Fields) -> Status:
    """The publishing status; an object that tells none is published, as open data has no drafts.

    Raises BrokenItemError for a status that PTV does not have.
    """
    told = item.text("publishingStatus")
    try:
        return Status(told) if told else Status.PUBLISHED
    except ValueError:
        raise BrokenItemError(f"publishingStatus {told[:40]} is not known") from None


def modified_of(item: Fields, notes: list[str]) -> datetime | None:
    """When the object last changed in PTV, which writes UTC without saying so."""
    told = item.text("modified")
    try:
        moment = datetime.fromisoformat(told) if told else None
    except ValueError:
        notes.append(f"modified {told[:40]} is not a time")
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
