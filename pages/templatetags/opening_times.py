"""Opening hours in templates."""

from django import template

from pages.opening_text import place_state
from pages.opening_times import coming_exceptions, weekly_rows

register = template.Library()
register.simple_tag(weekly_rows, name="weekly_hours")
register.simple_tag(coming_exceptions, name="coming_exceptions")
register.simple_tag(place_state, name="opening_state")
