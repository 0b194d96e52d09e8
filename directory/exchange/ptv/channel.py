"""The five kinds of service channels (`V11VmOpenApi…Channel`), told apart by `serviceChannelType`."""

from directory.exchange.ptv.addresses import address_of, delivery_of
from directory.exchange.ptv.common import modified_of, status_of
from directory.exchange.ptv.contacts import Email, PhoneNumber, WebAddress, emails, phones, web_addresses
from directory.exchange.ptv.items import ChannelItem, ChannelKind
from directory.exchange.ptv.opening_hours import opening_hours
from directory.exchange.ptv.shape import BrokenItemError, Fields
from directory.exchange.ptv.texts import display_names, texts


def channel_of(item: Fields) -> ChannelItem:
    """Raises BrokenItemError for another shape, or without a name in Finnish or Swedish."""
    notes: list[str] = []
    names = display_names(item, "serviceChannelNames")
    if not names:
        raise BrokenItemError("no name in Finnish or Swedish")
    kind = _kind(item)
    descriptions = item.each("serviceChannelDescriptions")
    summaries = {**texts(descriptions, "Description"), **texts(descriptions, "Summary")}
    return ChannelItem(
        id=item.required_identifier("id"),
        status=status_of(item),
        modified=modified_of(item, notes),
        kind=kind,
        names=names,
        summaries={code: text for code, text in summaries.items() if code in names},
        languages=tuple(item.strings("languages")),
        phones=_phones(item, notes),
        emails=_emails(item, notes),
        web_addresses=_web_addresses(item, kind, notes),
        address=address_of(item.each("addresses"), ("Location", "Visiting"), notes),
        delivery=delivery_of(item),
        hours=opening_hours(item.each("serviceHours"), notes),
        notes=tuple(notes),
    )


def _kind(item: Fields) -> ChannelKind:
    told = item.text("serviceChannelType")
    try:
        return ChannelKind(told)
    except ValueError:
        raise BrokenItemError(f"serviceChannelType {told[:40]} is not known") from None


def _phones(item: Fields, notes: list[str]) -> tuple[PhoneNumber, ...]:
    return phones([*item.each("phoneNumbers"), *item.each("supportPhones")], notes)


def _emails(item: Fields, notes: list[str]) -> tuple[Email, ...]:
    return emails([*item.each("emails"), *item.each("supportEmails")], notes)


def _web_addresses(item: Fields, kind: ChannelKind, notes: list[str]) -> tuple[WebAddress, ...]:
    if kind is ChannelKind.FORM:
        # PDF before the formats that one edits, which not everyone can open.
        forms = sorted(item.each("channelUrls"), key=lambda entry: entry.text("type") != "PDF")
        return web_addresses(forms, notes, url="value", label="type")
    return web_addresses(item.each("webPages"), notes)
