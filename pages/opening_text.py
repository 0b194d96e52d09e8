"""The opening state of a place in words: "Open now until 16", "Closed, opens on Monday at 9"."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.opening import OpeningState, opening_state, timetable_of

#: One sentence a weekday, as the name is inflected in Finnish.
OPENS_ON = (
    gettext_lazy("Closed, opens on Monday at %(time)s"),
    gettext_lazy("Closed, opens on Tuesday at %(time)s"),
    gettext_lazy("Closed, opens on Wednesday at %(time)s"),
    gettext_lazy("Closed, opens on Thursday at %(time)s"),
    gettext_lazy("Closed, opens on Friday at %(time)s"),
    gettext_lazy("Closed, opens on Saturday at %(time)s"),
    gettext_lazy("Closed, opens on Sunday at %(time)s"),
)


def place_state(place: Mapping[str, Any], now: datetime | None = None) -> str:
    """The state of a value of `PlaceBlock` in words; empty where the place has told no weekly hours."""
    timetable = timetable_of(place["opening_hours"], place["exceptions"])
    if not timetable.weekly:
        return ""
    here = timezone.localtime(now).replace(tzinfo=None)
    return describe(opening_state(timetable, here), here)


def describe(state: OpeningState, now: datetime) -> str:
    """The state in words, for a reader at `now`."""
    if state.until is None:
        return _("Open now") if state.is_open else _("Closed now")
    if state.is_open:
        days_left = (state.until.date() - now.date()).days
        ends_by_midnight = days_left == 0 or (days_left == 1 and state.until.time() == time.min)
        if ends_by_midnight:
            return _("Open now until %(time)s") % {"time": _clock(state.until.time(), midnight="24")}
        return _("Open now until %(date)s at %(time)s") % {
            "date": date_format(state.until, "SHORT_DATE_FORMAT"),
            "time": _clock(state.until.time()),
        }
    return _opens(state.until, now) % {
        "time": _clock(state.until.time()),
        "date": date_format(state.until, "SHORT_DATE_FORMAT"),
    }


def _opens(opens: datetime, now: datetime) -> str:
    days_left = (opens.date() - now.date()).days
    if days_left == 0:
        return _("Closed, opens today at %(time)s")
    if days_left == 1:
        return _("Closed, opens tomorrow at %(time)s")
    if opens.date() - now.date() < timedelta(days=7):
        return str(OPENS_ON[opens.weekday()])
    return _("Closed, opens on %(date)s at %(time)s")


def _clock(moment: time, midnight: str = "0") -> str:
    """Full hours without minutes, as people say them."""
    if moment == time.min:
        return midnight
    return str(moment.hour) if moment.minute == 0 else time_format(moment, "TIME_FORMAT")
