"""Whether a place is open now, and until when or from when.

Times are those of the place's clock (Europe/Helsinki), as date and time without a zone. An exceptional day replaces
the weekly hours of its weekday. Public holidays are not assumed closed: a place tells its exceptions itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

HORIZON = timedelta(days=60)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """From opening to closing; closing at or before opening is on the next day."""

    opens: time
    closes: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        closing_day = day if self.closes > self.opens else day + DAY
        return datetime.combine(day, self.opens), datetime.combine(closing_day, self.closes)


@dataclass(frozen=True)
class Exceptional:
    """Days, first and last included, with hours of their own; closed without hours."""

    first: date
    last: date
    hours: Hours | None


@dataclass(frozen=True)
class Timetable:
    """Weekly hours by weekday (0 is Monday) and the exceptions to them."""

    weekly: Mapping[int, tuple[Hours, ...]]
    exceptions: tuple[Exceptional, ...] = field(default=())

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        exceptional = [exception for exception in self.exceptions if exception.first <= day <= exception.last]
        if not exceptional:
            return self.weekly.get(day.weekday(), ())
        if any(exception.hours is None for exception in exceptional):
            return ()
        return tuple(exception.hours for exception in exceptional if exception.hours)


@dataclass(frozen=True)
class OpeningState:
    """Open until a moment, or closed until one; None where nothing changes within the horizon."""

    is_open: bool
    until: datetime | None


def opening_state(timetable: Timetable, now: datetime) -> OpeningState:
    """The state at `now`, a moment of the place's clock. Hours that touch each other count as one."""
    end = now.date() + HORIZON
    for opens, closes in _periods(timetable, now.date() - DAY, end):
        if opens <= now < closes:
            return OpeningState(is_open=True, until=closes if closes.date() < end else None)
        if opens > now:
            return OpeningState(is_open=False, until=opens)
    return OpeningState(is_open=False, until=None)


def timetable_of(weekly: Iterable[Mapping[str, Any]], exceptions: Iterable[Mapping[str, Any]]) -> Timetable:
    """The timetable of values of `WeeklyHoursBlock` and `ExceptionalHoursBlock`; half-filled rows are left out."""
    by_day: dict[int, list[Hours]] = {}
    for row in weekly:
        if row["opens"] is not None and row["closes"] is not None:
            for day in row["days"]:
                by_day.setdefault(int(day), []).append(Hours(row["opens"], row["closes"]))
    return Timetable(
        {day: tuple(hours) for day, hours in by_day.items()},
        tuple(_exceptional(row) for row in exceptions if row["first_day"]),
    )


def _exceptional(row: Mapping[str, Any]) -> Exceptional:
    has_hours = row["opens"] is not None and row["closes"] is not None
    return Exceptional(
        row["first_day"],
        row["last_day"] or row["first_day"],
        Hours(row["opens"], row["closes"]) if has_hours else None,
    )


def _periods(timetable: Timetable, first: date, last: date) -> Iterable[tuple[datetime, datetime]]:
    current: tuple[datetime, datetime] | None = None
    for offset in range((last - first).days + 1):
        day = first + offset * DAY
        for opens, closes in sorted(hours.on(day) for hours in timetable.hours_on(day)):
            if current and opens <= current[1]:
                current = (current[0], max(current[1], closes))
                continue
            if current:
                yield current
            current = (opens, closes)
    if current:
        yield current
