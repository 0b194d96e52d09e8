"""Opening hours as clients read them."""

from datetime import date, time

import pytest
from django.utils.translation import override

from pages.opening_times import coming_exceptions, weekly_rows

WEEKDAYS = ["0", "1", "2", "3", "4"]
TODAY = date(2026, 12, 20)


def hours(days, opens, closes):
    return {"days": days, "opens": time(opens), "closes": time(closes)}


def exception(first_day, last_day=None, opens=None, closes=None, note=""):
    return {"first_day": first_day, "last_day": last_day, "opens": opens, "closes": closes, "note": note}


def as_read(rows):
    return [(row.days, row.times) for row in rows]


def test_days_with_the_same_times_share_a_row():
    rows = weekly_rows([hours(["0", "1", "2", "3"], 9, 16), hours(["4"], 9, 14)])
    assert as_read(rows) == [
        ("maanantai–torstai", "9.00–16.00"),
        ("perjantai", "9.00–14.00"),
        ("lauantai–sunnuntai", ""),
    ]
    assert [row.closed for row in rows] == [False, False, True]


def test_equal_times_on_days_apart_stay_apart():
    rows = weekly_rows([hours(["0", "2"], 9, 12)])
    assert [row.days for row in rows] == ["maanantai", "tiistai", "keskiviikko", "torstai–sunnuntai"]


def test_a_break_in_the_day_shows_both_times_in_order():
    rows = weekly_rows([hours(WEEKDAYS, 13, 16), hours(WEEKDAYS, 9, 12)])
    assert rows[0].times == "9.00–12.00, 13.00–16.00"


def test_a_place_that_tells_no_hours_is_not_said_to_be_closed():
    assert weekly_rows([]) == []


def test_times_and_dates_are_written_in_swedish_as_in_finland():
    with override("sv"):
        assert weekly_rows([hours(["0"], 9, 16)])[0].times == "9.00–16.00"
        assert coming_exceptions([exception(date(2026, 12, 24))], today=TODAY)[0].days == "24.12.2026"


def test_past_exceptions_are_left_out_and_the_nearest_comes_first():
    rows = coming_exceptions(
        [
            exception(date(2026, 12, 31), opens=time(9), closes=time(12)),
            exception(date(2026, 12, 6)),
            exception(date(2026, 12, 18), date(2026, 12, 20), note="remontti"),
        ],
        today=TODAY,
    )
    assert as_read(rows) == [("18.12.2026–20.12.2026", ""), ("31.12.2026", "9.00–12.00")]
    assert rows[0].note == "remontti"
    assert rows[0].closed


@pytest.mark.parametrize("last_day", [None, date(2026, 12, 24)])
def test_one_day_is_written_once(last_day):
    assert coming_exceptions([exception(date(2026, 12, 24), last_day)], today=TODAY)[0].days == "24.12.2026"
