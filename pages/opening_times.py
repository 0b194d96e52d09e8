"""Opening hours as a client reads them: days with the same times on one row, past exceptions left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, time_format

from pages.blocks.opening_hours import WEEKDAYS


@dataclass(frozen=True)
class HoursRow:
    """A row of the table of opening hours. `times` is empty where the place is closed."""

    days: str
    times: str
    note: str = ""

    @property
    def closed(self) -> bool:
        return not self.times


def weekly_rows(hours: Iterable[Mapping[str, Any]]) -> list[HoursRow]:
    """The week from Monday to Sunday, of values of `WeeklyHoursBlock`; empty where no hours are told."""
    times_of_day: dict[str, list[str]] = {code: [] for code, _ in WEEKDAYS}
    for value in sorted(hours, key=lambda value: value["opens"]):
        for day in value["days"]:
            times_of_day[day].append(_times(value["opens"], value["closes"]))
    if not any(times_of_day.values()):
        return []
    runs = groupby(WEEKDAYS, key=lambda day: ", ".join(times_of_day[day[0]]))
    return [HoursRow(_span([str(name) for _, name in days]), times) for times, days in runs]


def coming_exceptions(exceptions: Iterable[Mapping[str, Any]], today: date | None = None) -> list[HoursRow]:
    """The exceptions that are not over yet, the nearest first, of values of `ExceptionalHoursBlock`."""
    day = today or timezone.localdate()
    coming = sorted(
        (value for value in exceptions if (value["last_day"] or value["first_day"]) >= day),
        key=lambda value: value["first_day"],
    )
    return [_exception_row(value) for value in coming]


def _exception_row(value: Mapping[str, Any]) -> HoursRow:
    days = dict.fromkeys([value["first_day"], value["last_day"] or value["first_day"]])
    times = _times(value["opens"], value["closes"]) if value["opens"] and value["closes"] else ""
    return HoursRow(_span([date_format(day, "SHORT_DATE_FORMAT") for day in days]), times, value.get("note") or "")


def _times(opens: time, closes: time) -> str:
    return f"{time_format(opens, 'TIME_FORMAT')}–{time_format(closes, 'TIME_FORMAT')}"


def _span(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"
