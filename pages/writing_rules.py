"""The writing rules of the Finnish Service Catalogue (PTV), as functions of plain values.

Source: DVV's content guide for PTV (2026) and the checks of its in-bound API: a name; a summary of at most 150
characters that is not the name again; texts of at most 5,000 characters; one to four service classes, one of them
a sub-class; at most ten subject terms; an area within the organisation's; a channel; contact details and opening
hours in channels, never in running text.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

NAME_LENGTH = 100
SUMMARY_LENGTH = 150
TEXT_LENGTH = 5000
MAX_SERVICE_CLASSES = 4
MAX_ONTOLOGY_TERMS = 10

_WEEKDAY = (
    r"(?:ma|ti|ke|to|pe|la|su|må|mån|tis|ons|tors|tor|fre|lör|sön|(?:maanantai|tiistai|keskiviikko|torstai|perjantai"
    r"|lauantai|sunnuntai|arkipäiv|arki|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|vardag)\w*)"
)
_TIME = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
_TIME_RANGE = rf"{_TIME}\s*[–-]\s*{_TIME}(?!\d|[.,–-]\d|-?\s*(?:vuoti|år|%|€|euro))"

E_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w")
#: A bare name such as Suomi.fi is a name, not an address.
WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|(?<![\w@.])(?:[\w-]+\.)+(?:fi|se|ax|com|org|net|eu)/[^\s<>]+", re.I
)
#: Six digits or more that begin with + or 0, as Finnish phone numbers do. A business ID (1234567-8) is not one.
PHONE_NUMBER = re.compile(
    r"(?<![\w/.,+-])(?!\d{7}-\d\b)"
    r"(?:\+\d(?:[ \u00a0-]?\d){6,14}|\(0\d{1,3}\)(?:[ \u00a0-]?\d){4,10}|0(?:[ \u00a0-]?\d){5,12})(?![\w/-])"
)
OPENING_HOURS = re.compile(
    rf"\b{_WEEKDAY}\b\.?(?:\s*[–-]\s*{_WEEKDAY}\b\.?)?\s*(?:(?:klo|kl)\.?\s*)?{_TIME_RANGE}"
    rf"|\b(?:klo|kl\.)\s*{_TIME_RANGE}",
    re.I,
)


@dataclass(frozen=True)
class Problem:
    """A rule that a text breaks: the field to mend and what to do."""

    field: str
    message: str


@dataclass(frozen=True)
class Area:
    """Where something is offered: the whole country, or the municipalities with these keys."""

    whole_country: bool
    municipalities: frozenset[int] = frozenset()


def name_problems(field: str, name: str) -> Iterator[Problem]:
    if not name.strip():
        yield Problem(field, _("Write a name."))
    elif len(name) > NAME_LENGTH:
        yield Problem(field, _("Shorten the name to at most %(limit)d characters.") % {"limit": NAME_LENGTH})


def summary_problems(field: str, summary: str, name: str) -> Iterator[Problem]:
    if not summary.strip():
        yield Problem(field, _("Write a summary."))
    elif len(summary) > SUMMARY_LENGTH:
        yield Problem(field, _("Shorten the summary to at most %(limit)d characters.") % {"limit": SUMMARY_LENGTH})
    elif _same(summary, name):
        yield Problem(field, _("Tell in the summary something that the name does not."))


def length_problems(field: str, text: str) -> Iterator[Problem]:
    if len(text) > TEXT_LENGTH:
        yield Problem(field, _("Shorten the text to at most %(limit)d characters.") % {"limit": TEXT_LENGTH})


def contact_problems(field: str, text: str) -> Iterator[Problem]:
    """Contact details and opening hours that belong in a channel, the first of each kind."""
    finders = (
        (PHONE_NUMBER, _("Move the phone number “%(found)s” to a channel.")),
        (E_MAIL, _("Move the e-mail address “%(found)s” to a channel.")),
        (WEB_ADDRESS, _("Move the web address “%(found)s” to a channel.")),
        (OPENING_HOURS, _("Move the opening hours “%(found)s” to a channel.")),
    )
    for pattern, message in finders:
        match = pattern.search(text)
        if match:
            yield Problem(field, message % {"found": match.group().strip()})


def copy_problems(field: str, text: str, other_language_text: str) -> Iterator[Problem]:
    """Text that is still the other language's (design decision 3: Finnish never goes out as Swedish)."""
    if text.strip() and _same(text, other_language_text):
        yield Problem(field, _("This is still the text of the other language. Write it in this page's language."))


def service_class_problems(field: str, codes: Collection[str]) -> Iterator[Problem]:
    """`codes` as in PTV: P6 is a main class, P6.4 a sub-class."""
    if not 1 <= len(codes) <= MAX_SERVICE_CLASSES:
        yield Problem(field, _("Choose one to %(limit)d service classes.") % {"limit": MAX_SERVICE_CLASSES})
    elif not any("." in code for code in codes):
        yield Problem(field, _("Choose at least one sub-class."))


def ontology_term_problems(field: str, count: int) -> Iterator[Problem]:
    if count > MAX_ONTOLOGY_TERMS:
        yield Problem(field, _("Choose at most %(limit)d subject terms.") % {"limit": MAX_ONTOLOGY_TERMS})


def area_problems(field: str, service: Area, organisation: Area, remote: bool = False) -> Iterator[Problem]:
    """An organisation without an area sets no bounds: it has not told where it works."""
    if not service.whole_country and not service.municipalities and not remote:
        yield Problem(field, _("Choose the municipalities in which the service is offered."))
    if organisation.whole_country or not organisation.municipalities:
        return
    if service.whole_country or service.municipalities - organisation.municipalities:
        yield Problem(field, _("The area is wider than the organisation's. Choose from its municipalities."))


def channel_problems(field: str, count: int) -> Iterator[Problem]:
    if count == 0:
        yield Problem(field, _("Add at least one way to reach the service."))


def _same(text: str, other: str) -> bool:
    return text.casefold().split() == other.casefold().split()
