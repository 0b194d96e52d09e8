"""A channel of the source as blocks of a service page, in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from django.utils.text import Truncator
from django.utils.translation import override

from directory.exchange.ptv.addresses import Address
from directory.exchange.ptv.contacts import Charge, Email, PhoneNumber, WebAddress, in_language
from directory.exchange.ptv.items import ChannelItem, ChannelKind, Connection
from directory.exchange.ptv.opening_hours import OpeningHours
from directory.exchange.ptv.texts import text_for
from pages.exchange.hours_values import in_words, list_values
from pages.models import ChargeType
from site_core.languages import LanguageCode

#: A block as StreamField stores it: `type`, `value` and `id`.
Block = dict[str, Any]

#: Blocks of the kinds that lead to a web address.
LINKS = {ChannelKind.E_SERVICE: "e_service", ChannelKind.WEB_PAGE: "web_page", ChannelKind.FORM: "form"}
CHARGES = {Charge.FREE: ChargeType.FREE, Charge.CHARGED: ChargeType.CHARGED}

#: The longest values that the fields of blocks take.
LONGEST_NAME, LONGEST_DESCRIPTION, LONGEST_LINE, LONGEST_CITY, LONGEST_POSTCODE = 150, 500, 200, 100, 10


@dataclass(frozen=True)
class ChannelInUse:
    """A channel as one service uses it: what the service tells of it goes before what the channel tells."""

    connection: Connection
    channel: ChannelItem
    language: LanguageCode
    day: date

    def blocks(self, notes: list[str]) -> list[Block]:
        """The blocks of the channel, its own kind first. None where it has no name in the language."""
        if self.language not in self.channel.names:
            notes.append(f"channel {self.channel.title} is not told in {self.language}")
            return []
        blocks = [*self._main(), *self._phones(), *self._emails(notes), *self._web_pages()]
        if not blocks:
            notes.append(f"channel {self.channel.title} tells no way to reach it in {self.language}")
        return blocks

    def _main(self) -> Iterator[Block]:
        if self._is_place:
            hours = list_values(self._hours, self.language, self.day, self._id("place"))
            yield self._block("place", {**self._place(), **hours})
        elif self._links_to_one:
            values = {"url": self._web_addresses[0].url}
            if self.channel.kind is ChannelKind.FORM:
                values["delivery"] = self.channel.delivery.get(self.language, "")
            yield self._block(LINKS[self.channel.kind], values)

    def _place(self) -> dict[str, Any]:
        address = self.connection.address or self.channel.address or Address()
        return {
            "street": _cut(text_for(address.street, self.language), LONGEST_LINE),
            "postcode": address.postcode[:LONGEST_POSTCODE],
            "city": _cut(text_for(address.city, self.language), LONGEST_CITY),
            "municipality_code": address.municipality[:3],
            "latitude": address.point.latitude if address.point else None,
            "longitude": address.point.longitude if address.point else None,
            "phone": self._numbers[0].number if self._numbers else "",
            "email": self._addresses[0].address if self._addresses else "",
            "accessibility": address.accessibility.get(self.language, ""),
        }

    def _phones(self) -> Iterator[Block]:
        """A block a number; of a place, whose own block has the first, those that are for something else."""
        numbers = self._numbers
        if self._is_place:
            numbers = [phone for phone in numbers[1:] if self._label(phone)]
        for phone in numbers:
            values = {
                "number": phone.number,
                "hours": "" if self._is_place else _cut(in_words(self._hours, self.language, self.day), LONGEST_LINE),
                "charge": _cut(self._charge(phone), LONGEST_LINE),
            }
            which = phone.number if len(self._numbers) > 1 else ""
            yield self._block("phone", values, which, self._label(phone))

    def _emails(self, notes: list[str]) -> Iterator[Block]:
        """A block an address; a place shows the first, as further ones come without telling what they are for."""
        addresses = self._addresses
        if self._is_place:
            if addresses[1:]:
                notes.append(f"channel {self.channel.title}: {len(addresses) - 1} more e-mail addresses are not told")
            return
        for email in addresses:
            yield self._block("email", {"email": email.address}, email.address if len(addresses) > 1 else "")

    def _web_pages(self) -> Iterator[Block]:
        """The pages, or other formats of a form, that the channel's own block does not lead to."""
        kind = "form" if self.channel.kind is ChannelKind.FORM else "web_page"
        for web in self._web_addresses[1 if self._links_to_one else 0 :]:
            yield self._block(kind, {"url": web.url}, web.url, self._label(web))

    def _block(self, kind: str, values: Mapping[str, Any], which: str = "", label: str = "") -> Block:
        """A block by the channel's name. `which` tells it from others of its kind that the channel makes."""
        name = self.channel.names[self.language]
        told = self.connection.descriptions.get(self.language) or self.channel.summaries.get(self.language, "")
        return {
            "type": kind,
            "value": {
                "name": _cut(f"{name}: {label}" if label and label != name else name, LONGEST_NAME),
                "description": _cut(told, LONGEST_DESCRIPTION) if kind == self._main_kind else "",
                "ptv_id": str(self.channel.id),
                **values,
            },
            "id": str(self._id(f"{kind}/{which}")),
        }

    def _id(self, name: str) -> UUID:
        """The same identifier in every import, by which the block is found again among those made by hand."""
        return uuid5(self.channel.id, f"{self.language}/{name}")

    def _label(self, contact: PhoneNumber | WebAddress) -> str:
        return contact.label if contact.language == self.language else ""

    def _charge(self, phone: PhoneNumber) -> str:
        if phone.charge_note and phone.language == self.language:
            return phone.charge_note
        with override(self.language):
            return str(CHARGES[phone.charge].label) if phone.charge in CHARGES else ""

    @property
    def _main_kind(self) -> str:
        return LINKS.get(self.channel.kind) or ("place" if self._is_place else "phone")

    @property
    def _is_place(self) -> bool:
        return self.channel.kind is ChannelKind.PLACE

    @property
    def _links_to_one(self) -> bool:
        return self.channel.kind in LINKS and bool(self._web_addresses)

    @property
    def _hours(self) -> OpeningHours:
        own = self.connection.hours
        return own if own.seasons or own.exceptions else self.channel.hours

    @cached_property
    def _numbers(self) -> list[PhoneNumber]:
        return in_language(self.connection.phones or self.channel.phones, self.language)

    @cached_property
    def _addresses(self) -> list[Email]:
        return in_language(self.connection.emails or self.channel.emails, self.language)

    @cached_property
    def _web_addresses(self) -> list[WebAddress]:
        return in_language(self.connection.web_addresses or self.channel.web_addresses, self.language)


def _cut(text: str, length: int) -> str:
    return Truncator(text).chars(length)
