"""PTV's service hours."""

from datetime import date, time

import pytest

from directory.exchange.ptv.opening_hours import ExceptionalHours, WeeklyHours, day_of, opening_hours
from directory.exchange.ptv.shape import Fields
from tests.directory.exchange.items import said

MARCH, JULY = date(2026, 3, 2), date(2026, 7, 1)
NINE, THREE = time(9), time(15)


def hours(*rows: tuple[str, str | None, str, str], **fields: object) -> dict[str, object]:
    opening = [{"dayFrom": first, "dayTo": last, "from": opens, "to": closes} for first, last, opens, closes in rows]
    return {"serviceHourType": "DaysOfTheWeek", "validForNow": True, "openingHour": opening, **fields}


def weekly(*entries: dict[str, object], day: date = MARCH) -> tuple[WeeklyHours, ...]:
    return opening_hours([Fields(entry) for entry in entries], []).weekly_on(day)


def exceptions(entry: dict[str, object], notes: list[str] | None = None) -> tuple[ExceptionalHours, ...]:
    notes = [] if notes is None else notes
    return opening_hours([Fields({"serviceHourType": "Exceptional", **entry})], notes).exceptions


@pytest.mark.parametrize("last", ["", None, "Monday"])
def test_day_to_is_empty_for_one_day(last: str | None):
    assert weekly(hours(("Monday", last, "09:00:00", "15:00:00"))) == (WeeklyHours((0,), NINE, THREE),)


def test_day_to_ends_a_run_of_days():
    assert weekly(hours(("Monday", "Friday", "09:00:00", "15:00:00"))) == (WeeklyHours((0, 1, 2, 3, 4), NINE, THREE),)
    assert weekly(hours(("Saturday", "Monday", "09:00:00", "15:00:00"))) == (WeeklyHours((0, 5, 6), NINE, THREE),)


def test_days_with_the_same_hours_are_one_row():
    rows = [
        ("Monday", "", "09:00:00", "15:00:00"),
        ("Tuesday", "", "09:00", "12:00"),
        ("Friday", "", "09:00", "15:00"),
    ]
    assert weekly(hours(*rows)) == (WeeklyHours((0, 4), NINE, THREE), WeeklyHours((1,), NINE, time(12)))


def test_day_may_be_open_twice():
    rows = [("Monday", "", "09:00:00", "11:00:00"), ("Monday", "", "12:00:00", "15:00:00")]
    assert weekly(hours(*rows)) == (WeeklyHours((0,), NINE, time(11)), WeeklyHours((0,), time(12), THREE))


def test_always_open():
    assert weekly(hours(isAlwaysOpen=True)) == (WeeklyHours((0, 1, 2, 3, 4, 5, 6), time(0), time(23, 59)),)


def test_closed_has_no_hours():
    assert weekly(hours(("Monday", "", "09:00:00", "15:00:00"), isClosed=True)) == ()


@pytest.mark.parametrize("midnight", ["24:00:00", "00:00:00", "1.00:00:00"])
def test_midnight_ends_a_day(midnight: str):
    assert weekly(hours(("Monday", "", "09:00:00", midnight))) == (WeeklyHours((0,), NINE, time(0)),)


def test_over_midnight():
    night = hours(("Friday", "Saturday", "22:00:00", "04:00:00"), serviceHourType="OverMidnight")
    assert weekly(night) == (WeeklyHours((4,), time(22), time(4)),)
    weekend = hours(("Friday", "Sunday", "18:00:00", "12:00:00"), serviceHourType="OverMidnight")
    assert weekly(weekend) == (
        WeeklyHours((4,), time(18), time(23, 59)),
        WeeklyHours((5,), time(0), time(23, 59)),
        WeeklyHours((6,), time(0), time(12)),
    )


def test_season_goes_before_the_whole_year_while_it_lasts():
    year = hours(("Monday", "", "09:00:00", "15:00:00"))
    summer = hours(
        ("Monday", "", "10:00:00", "12:00:00"),
        validForNow=False,
        validFrom="2026-06-01T00:00:00",
        validTo="2026-08-31",
    )
    assert weekly(year, summer, day=MARCH) == (WeeklyHours((0,), NINE, THREE),)
    assert weekly(year, summer, day=JULY) == (WeeklyHours((0,), time(10), time(12)),)


@pytest.mark.parametrize(
    "row",
    [
        ("Maanantai", "", "09:00:00", "15:00:00"),
        ("Monday", "", "yhdeksän", "15:00:00"),
        ("Monday", "", "09:00:00", ""),
        ("Monday", "", "09:99:00", "15:00:00"),
        ("", "", "", ""),
    ],
)
def test_hours_that_cannot_be_read_are_left_out_and_told(row: tuple[str, str, str, str]):
    notes: list[str] = []
    assert opening_hours([Fields(hours(row))], notes).weekly_on(MARCH) == ()
    assert notes == ["opening hours that cannot be read are not told"]


def test_exceptions_close_or_change_the_hours():
    closed = exceptions({"validFrom": "2026-12-24T00:00:00", "validTo": "2026-12-26T00:00:00", "isClosed": True})
    assert closed == (ExceptionalHours(date(2026, 12, 24), date(2026, 12, 26)),)
    short = exceptions(
        {
            "validFrom": "2026-12-31T00:00:00",
            "validTo": None,
            "openingHour": [{"dayFrom": "Thursday", "dayTo": "", "from": "09:00:00", "to": "12:00:00"}],
            "additionalInformation": said(fi="Aatto"),
        }
    )
    assert short == (ExceptionalHours(date(2026, 12, 31), None, NINE, time(12), {"fi": "Aatto"}),)


def test_exception_that_tells_nothing_is_not_closed():
    notes: list[str] = []
    assert exceptions({"validFrom": "2026-12-31", "openingHour": []}, notes) == ()
    assert exceptions({"validFrom": None, "isClosed": True}, notes) == ()
    assert len(notes) == 2


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2026-12-24T00:00:00", date(2026, 12, 24)),
        ("2026-12-23T22:00:00Z", date(2026, 12, 24)),
        ("2026-12-24", date(2026, 12, 24)),
        ("24.12.2026", None),
        ("", None),
    ],
)
def test_days_are_finlands(told: str, day: date | None):
    assert day_of(told) == day


def test_what_hours_cannot_tell_is_told():
    notes: list[str] = []
    entry = hours(("Monday", "", "09:00:00", "15:00:00"), isReservation=True, additionalInformation=said(fi="Soita."))
    opening_hours([Fields(entry)], notes)
    assert len(notes) == 2
