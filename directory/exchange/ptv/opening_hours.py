"""When a place or a phone line is open: PTV's `serviceHours`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from directory.exchange.ptv.shape import Fields
from directory.exchange.ptv.texts import Texts, texts

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WHOLE_WEEK = tuple(range(7))

#: Open round the clock, as schema.org writes it.
DAY_STARTS, DAY_ENDS = time(0, 0), time(23, 59)

UNREADABLE = "opening hours that cannot be read are not told"

CLOCK = re.compile(r"^(?:\d+\.)?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$")
FINLAND = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True)
class WeeklyHours:
    """The same hours on weekdays, Monday being 0. Hours that close before they open go over midnight."""

    days: tuple[int, ...]
    opens: time
    closes: time


@dataclass(frozen=True)
class Season:
    """The weekly hours of a stretch of the year; without days, of all of it."""

    first: date | None
    last: date | None
    weekly: tuple[WeeklyHours, ...]

    def holds_on(self, day: date) -> bool:
        """Whether the day is in the season."""
        return (self.first is None or self.first <= day) and (self.last is None or self.last >= day)


@dataclass(frozen=True)
class ExceptionalHours:
    """Days on which the weekly hours do not hold; without times, closed."""

    first: date
    last: date | None
    opens: time | None = None
    closes: time | None = None
    remark: Texts = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class OpeningHours:
    """All that is told of opening hours."""

    seasons: tuple[Season, ...] = ()
    exceptions: tuple[ExceptionalHours, ...] = ()

    def weekly_on(self, day: date) -> tuple[WeeklyHours, ...]:
        """The weekly hours of a day: those of a season before those of the whole year."""
        now = [season for season in self.seasons if season.holds_on(day)]
        seasonal = [season for season in now if season.first or season.last]
        return tuple(hours for season in seasonal or now for hours in season.weekly)


def opening_hours(entries: Iterable[Fields], notes: list[str]) -> OpeningHours:
    """The hours in a list of PTV's service hours. What cannot be told in hours is left out with a note."""
    seasons: list[Season] = []
    exceptions: list[ExceptionalHours] = []
    for entry in entries:
        if entry.flag("isReservation"):
            notes.append("opening by appointment is not told")
        if entry.text("serviceHourType") == "Exceptional":
            exceptions += _exceptions(entry, notes)
        else:
            seasons.append(_season(entry, notes))
    return OpeningHours(tuple(season for season in seasons if season.weekly), tuple(exceptions))


def day_of(text: str) -> date | None:
    """The day in Finland of a date and time; a time without a zone is Finland's own. None where it is neither."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo is None else moment.astimezone(FINLAND)).date()


def _season(entry: Fields, notes: list[str]) -> Season:
    always = entry.flag("validForNow")
    first, last = (None, None) if always else (day_of(entry.text("validFrom")), day_of(entry.text("validTo")))
    if texts(entry.each("additionalInformation")):
        notes.append("a remark on opening hours is not told")
    if entry.flag("isClosed"):
        return Season(first, last, ())
    if entry.flag("isAlwaysOpen"):
        return Season(first, last, (WeeklyHours(WHOLE_WEEK, DAY_STARTS, DAY_ENDS),))
    over_midnight = entry.text("serviceHourType") == "OverMidnight"
    rows = [row for hours in entry.each("openingHour") for row in _rows(hours, over_midnight, notes)]
    return Season(first, last, _joined(rows))


def _rows(hours: Fields, over_midnight: bool, notes: list[str]) -> Iterator[WeeklyHours]:
    first, last = hours.text("dayFrom"), hours.text("dayTo") or hours.text("dayFrom")
    opens, closes = _clock(hours.text("from")), _clock(hours.text("to"))
    if first not in WEEKDAYS or last not in WEEKDAYS or opens is None or closes is None:
        notes.append(UNREADABLE)
        return
    days = _days(WEEKDAYS.index(first), WEEKDAYS.index(last))
    if not over_midnight:
        yield WeeklyHours(days, opens, closes)
    elif len(days) <= 2 and closes <= opens:
        yield WeeklyHours(days[:1], opens, closes)
    else:
        yield WeeklyHours(days[:1], opens, DAY_ENDS)
        yield from (WeeklyHours((day,), DAY_STARTS, DAY_ENDS) for day in days[1:-1])
        yield WeeklyHours(days[-1:], DAY_STARTS, closes)


def _days(first: int, last: int) -> tuple[int, ...]:
    """The weekdays from one to another, over the week's end where the last comes before the first."""
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _joined(rows: list[WeeklyHours]) -> tuple[WeeklyHours, ...]:
    """One row for all days with the same hours."""
    days: dict[tuple[time, time], set[int]] = {}
    for row in rows:
        days.setdefault((row.opens, row.closes), set()).update(row.days)
    return tuple(WeeklyHours(tuple(sorted(found)), *times) for times, found in days.items())


def _exceptions(entry: Fields, notes: list[str]) -> Iterator[ExceptionalHours]:
    first, last = day_of(entry.text("validFrom")), day_of(entry.text("validTo"))
    if first is None:
        notes.append("exceptional hours without a day are not told")
        return
    last = last if last is not None and last > first else None
    remark = texts(entry.each("additionalInformation"))
    for times in _exceptional_times(entry, notes):
        yield ExceptionalHours(first, last, *times, remark)


def _exceptional_times(entry: Fields, notes: list[str]) -> Iterator[tuple[time | None, time | None]]:
    if entry.flag("isClosed"):
        yield None, None
    elif entry.flag("isAlwaysOpen"):
        yield DAY_STARTS, DAY_ENDS
    else:
        told = [(_clock(hours.text("from")), _clock(hours.text("to"))) for hours in entry.each("openingHour")]
        readable = [times for times in told if None not in times]
        if not readable or len(readable) < len(told):
            notes.append(UNREADABLE)
        yield from readable


def _clock(text: str) -> time | None:
    """A time of day such as 08:00:00; midnight at the day's end is written 24:00 or as a whole day (1.00:00:00)."""
    found = CLOCK.match(text)
    if found is None:
        return None
    hour, minute = int(found[1]) % 24, int(found[2])
    return time(hour, minute) if minute < 60 else None
