"""Phone numbers, e-mail addresses and web addresses. What cannot be one is left out with a note."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from directory.exchange.ptv.shape import Fields
from directory.models.organisation import phone_number
from site_core.languages import LANGUAGE_CODES, LanguageCode

web_address = URLValidator(schemes=["http", "https"])

#: What the web address fields of the site hold.
LONGEST_ADDRESS = 500


class Charge(StrEnum):
    """PTV's charge types, and the state of an object that tells none."""

    CHARGED = "Chargeable"
    FREE = "FreeOfCharge"
    OTHER = "Other"
    NOT_TOLD = ""


@dataclass(frozen=True)
class PhoneNumber:
    """A phone number; `label` and `charge_note` are in its language."""

    number: str
    language: LanguageCode
    label: str = ""
    charge: Charge = Charge.NOT_TOLD
    charge_note: str = ""


@dataclass(frozen=True)
class Email:
    """An e-mail address."""

    address: str
    language: LanguageCode


@dataclass(frozen=True)
class WebAddress:
    """A web address and what it is called in its language."""

    url: str
    language: LanguageCode
    label: str = ""


Contact = TypeVar("Contact", PhoneNumber, Email, WebAddress)


def in_language(contacts: Sequence[Contact], language: LanguageCode) -> list[Contact]:
    """The contacts for readers of a language: its own, or the other language's where it has none."""
    own = [contact for contact in contacts if contact.language == language]
    return own or list(contacts)


def charge_of(item: Fields, notes: list[str]) -> Charge:
    """The charge in `serviceChargeType`."""
    told = item.text("serviceChargeType")
    try:
        return Charge(told)
    except ValueError:
        notes.append(f"unknown charge type {told}")
        return Charge.NOT_TOLD


def phones(entries: Iterable[Fields], notes: list[str]) -> tuple[PhoneNumber, ...]:
    """Numbers that can be called; fax numbers are left out."""

    def one(entry: Fields, language: LanguageCode) -> PhoneNumber:
        number = _number(entry)
        phone_number(number)
        return PhoneNumber(
            number,
            language,
            entry.text("additionalInformation"),
            charge_of(entry, notes),
            entry.text("chargeDescription"),
        )

    called = (entry for entry in entries if entry.text("type") != "Fax" and entry.text("number"))
    return _contacts(called, one, "number", "phone number", notes)


def emails(entries: Iterable[Fields], notes: list[str]) -> tuple[Email, ...]:
    """E-mail addresses."""

    def one(entry: Fields, language: LanguageCode) -> Email:
        validate_email(entry.text("value"))
        return Email(entry.text("value"), language)

    return _contacts((entry for entry in entries if entry.text("value")), one, "value", "e-mail address", notes)


def web_addresses(
    entries: Iterable[Fields], notes: list[str], url: str = "url", label: str = "value"
) -> tuple[WebAddress, ...]:
    """Web addresses over HTTP; `url` and `label` name the fields that hold the address and what it is called."""

    def one(entry: Fields, language: LanguageCode) -> WebAddress:
        told = entry.text(url)
        address = told if re.match(r"[a-z][a-z0-9+.-]*:", told, re.IGNORECASE) else f"https://{told}"
        if len(address) > LONGEST_ADDRESS:
            raise ValidationError("too long")
        web_address(address)
        return WebAddress(address, language, entry.text(label))

    return _contacts((entry for entry in entries if entry.text(url)), one, url, "web address", notes)


def _contacts(
    entries: Iterable[Fields], one: Callable[[Fields, LanguageCode], Contact], field: str, what: str, notes: list[str]
) -> tuple[Contact, ...]:
    found: list[Contact] = []
    for entry in entries:
        language = next((code for code in LANGUAGE_CODES if code == entry.text("language")), None)
        if language is None:
            continue
        try:
            found.append(one(entry, language))
        except ValidationError:
            notes.append(f"no {what}: {entry.text(field)[:100]}")
    return tuple(dict.fromkeys(found))


def _number(entry: Fields) -> str:
    """The number as it is dialled: with the country's prefix, but service numbers without."""
    number = re.sub(r"\(0\)|[^\d +-]", "", entry.text("number")).strip()
    prefix = entry.text("prefixNumber")
    if not number or not prefix or entry.flag("isFinnishServiceNumber") or number.startswith("+"):
        return number
    return f"{prefix} {number.removeprefix('0')}"
