"""Opening hours of the source as values of blocks, and as a line of text for phone lines."""

from datetime import date, time
from typing import Any
from uuid import UUID, uuid5

from django.utils.text import Truncator
from django.utils.translation import override

from directory.exchange.ptv.opening_hours import ExceptionalHours, OpeningHours, WeeklyHours
from pages.opening_times import weekly_rows
from site_core.languages import LanguageCode

LONGEST_NOTE = 120

ListItems = list[dict[str, Any]]


def list_values(hours: OpeningHours, language: LanguageCode, day: date, block: UUID) -> dict[str, ListItems]:
    """The weekly hours of a day and the exceptions, as a place's block stores them."""
    weekly = [_weekly(row) for row in hours.weekly_on(day)]
    exceptions = [_exception(row, language) for row in hours.exceptions]
    return {
        "opening_hours": _items(weekly, block, "opening_hours"),
        "exceptions": _items(exceptions, block, "exceptions"),
    }


def in_words(hours: OpeningHours, language: LanguageCode, day: date) -> str:
    """The weekly hours of a day in one line, such as "Monday–Friday 9.00–15.00", without the days that are closed."""
    values = [
        {"days": [str(day) for day in row.days], "opens": row.opens, "closes": row.closes}
        for row in hours.weekly_on(day)
    ]
    with override(language):
        return "; ".join(f"{row.days} {row.times}" for row in weekly_rows(values) if not row.closed)


def _items(values: list[dict[str, Any]], block: UUID, name: str) -> ListItems:
    return [
        {"type": "item", "value": value, "id": str(uuid5(block, f"{name}/{n}"))} for n, value in enumerate(values)
    ]


def _weekly(row: WeeklyHours) -> dict[str, Any]:
    return {"days": [str(day) for day in row.days], "opens": _clock(row.opens), "closes": _clock(row.closes)}


def _exception(row: ExceptionalHours, language: LanguageCode) -> dict[str, Any]:
    return {
        "first_day": row.first.isoformat(),
        "last_day": row.last.isoformat() if row.last else None,
        "opens": _clock(row.opens),
        "closes": _clock(row.closes),
        "note": Truncator(row.remark.get(language, "")).chars(LONGEST_NOTE),
    }


def _clock(value: time | None) -> str | None:
    return value.isoformat() if value else None
