"""Whether a place is open, on ordinary and exceptional days."""

from datetime import date, datetime, time

import pytest
from django.utils import translation

from pages.opening import Exceptional, Hours, OpeningState, Timetable, opening_state, timetable_of
from pages.opening_text import describe, place_state

OFFICE = Hours(time(9), time(16))
#: Monday to Thursday 9–16. The sixth of April 2026 is Easter Monday, on which the place tells nothing.
WEEK = dict.fromkeys(range(4), (OFFICE,))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def state(now: str, *exceptions: Exceptional, weekly=WEEK) -> OpeningState:
    return opening_state(Timetable(weekly, exceptions), at(now))


@pytest.mark.parametrize(
    ("now", "is_open", "until"),
    [
        ("2026-03-02T08:59:59", False, "2026-03-02T09:00"),
        ("2026-03-02T09:00", True, "2026-03-02T16:00"),
        ("2026-03-02T15:59:59", True, "2026-03-02T16:00"),
        ("2026-03-02T16:00", False, "2026-03-03T09:00"),
        ("2026-03-05T16:00", False, "2026-03-09T09:00"),
        ("2026-04-06T10:00", True, "2026-04-06T16:00"),
    ],
)
def test_an_ordinary_week(now, is_open, until):
    assert state(now) == OpeningState(is_open, at(until))


def test_an_exceptional_day_replaces_the_weekly_hours():
    shut = Exceptional(date(2026, 3, 2), date(2026, 3, 3), None)
    assert state("2026-03-02T10:00", shut) == OpeningState(False, at("2026-03-04T09:00"))
    late = Exceptional(date(2026, 3, 2), date(2026, 3, 2), Hours(time(12), time(18)))
    assert state("2026-03-02T10:00", late) == OpeningState(False, at("2026-03-02T12:00"))
    assert state("2026-03-02T17:00", late) == OpeningState(True, at("2026-03-02T18:00"))
    saturday = Exceptional(date(2026, 3, 7), date(2026, 3, 7), OFFICE)
    assert state("2026-03-06T10:00", saturday) == OpeningState(False, at("2026-03-07T09:00"))


def test_a_long_closure():
    summer = Exceptional(date(2026, 7, 1), date(2026, 7, 31), None)
    assert state("2026-07-02T10:00", summer) == OpeningState(False, at("2026-08-03T09:00"))
    for_good = Exceptional(date(2026, 7, 1), date(2027, 7, 1), None)
    assert state("2026-07-02T10:00", for_good) == OpeningState(False, None)


def test_hours_with_a_break_and_hours_that_touch():
    weekly = {0: (Hours(time(13), time(16)), Hours(time(9), time(12)))}
    assert state("2026-03-02T12:30", weekly=weekly) == OpeningState(False, at("2026-03-02T13:00"))
    touching = {0: (Hours(time(9), time(12)), Hours(time(12), time(16)))}
    assert state("2026-03-02T10:00", weekly=touching) == OpeningState(True, at("2026-03-02T16:00"))


def test_hours_past_midnight_and_round_the_clock():
    night = {4: (Hours(time(20), time(2)),)}
    assert state("2026-03-07T01:00", weekly=night) == OpeningState(True, at("2026-03-07T02:00"))
    always = {day: (Hours(time(0), time(0)),) for day in range(7)}
    assert state("2026-03-07T01:00", weekly=always) == OpeningState(True, None)


@pytest.mark.parametrize(
    ("now", "found", "said"),
    [
        ("2026-03-02T10:00", OpeningState(True, at("2026-03-02T16:00")), "Open now until 16"),
        ("2026-03-02T10:00", OpeningState(True, at("2026-03-03T00:00")), "Open now until 24"),
        ("2026-03-02T10:00", OpeningState(False, at("2026-03-02T12:30")), "Closed, opens today at 12:30 p.m."),
        ("2026-03-02T17:00", OpeningState(False, at("2026-03-03T09:00")), "Closed, opens tomorrow at 9"),
        ("2026-03-05T17:00", OpeningState(False, at("2026-03-09T09:00")), "Closed, opens on Monday at 9"),
        ("2026-03-02T17:00", OpeningState(False, at("2026-03-09T09:00")), "Closed, opens on 03/09/2026 at 9"),
        ("2026-03-02T17:00", OpeningState(True, None), "Open now"),
        ("2026-03-02T17:00", OpeningState(False, None), "Closed now"),
    ],
)
def test_the_state_in_words(now, found, said):
    with translation.override("en"):
        assert describe(found, at(now)) == said


def test_a_place_is_read_in_its_own_time_zone():
    place = {"opening_hours": [{"days": ["0"], "opens": time(9), "closes": time(16)}], "exceptions": []}
    with translation.override("en"):
        assert place_state(place, at("2026-03-02T06:59+00:00")).startswith("Closed, opens today")
        assert place_state(place, at("2026-03-02T07:01+00:00")) == "Open now until 16"


def test_a_place_that_tells_nothing_has_no_state():
    assert place_state({"opening_hours": [], "exceptions": []}) == ""


def test_half_filled_rows_are_left_out():
    weekly = [{"days": ["0"], "opens": time(9), "closes": None}, {"days": [], "opens": time(9), "closes": time(10)}]
    exceptions = [{"first_day": None, "last_day": None, "opens": None, "closes": None}]
    assert timetable_of(weekly, exceptions) == Timetable({})
