"""A service of PTV (`V11VmOpenApiService`)."""

from collections.abc import Iterable

from directory.exchange.ptv.addresses import address_of
from directory.exchange.ptv.areas import area_of
from directory.exchange.ptv.common import modified_of, status_of
from directory.exchange.ptv.contacts import charge_of, emails, phones, web_addresses
from directory.exchange.ptv.items import Concept, Connection, OrganisationReference, ServiceItem
from directory.exchange.ptv.opening_hours import opening_hours
from directory.exchange.ptv.service_texts import versions_of
from directory.exchange.ptv.shape import BrokenItemError, Fields
from directory.exchange.ptv.texts import texts

#: Who answers for a service, the first of these that it names.
ROLES = ("Responsible", "OtherResponsible", "Producer")

#: What the fields for a concept's URI and labels hold.
LONGEST_CONCEPT = 255


def service_of(item: Fields) -> ServiceItem:
    """Raises BrokenItemError for another shape, or without a version in our languages or an organisation."""
    notes: list[str] = []
    return ServiceItem(
        id=item.required_identifier("id"),
        status=status_of(item),
        modified=modified_of(item, notes),
        versions=versions_of(item, notes),
        responsible=_responsible(item),
        charge=charge_of(item, notes),
        area=area_of(item, notes),
        languages=tuple(dict.fromkeys(item.strings("languages"))),
        service_classes=_codes(item.each("serviceClasses")),
        target_groups=_codes(item.each("targetGroups")),
        life_events=_codes(item.each("lifeEvents")),
        concepts=_concepts(item.each("ontologyTerms")),
        connections=tuple(_connection(entry, notes) for entry in item.each("serviceChannels")),
        notes=tuple(notes),
    )


def channel_ids(item: Fields) -> set[str]:
    """The identifiers of the channels that a service uses."""
    return {entry.inner("serviceChannel").text("id") for entry in item.each("serviceChannels")}


def _responsible(item: Fields) -> OrganisationReference:
    entries = item.each("organizations")
    for role in ROLES:
        for entry in entries:
            organisation = entry.inner("organization")
            if entry.text("roleType") == role and (identifier := organisation.identifier("id")):
                return OrganisationReference(identifier, organisation.text("name"))
    raise BrokenItemError("organizations names nobody responsible")


def _codes(entries: Iterable[Fields]) -> tuple[str, ...]:
    """The codes of classifications. URIs are of three generations; codes have stayed the same through them."""
    return tuple(dict.fromkeys(code for entry in entries if (code := _code(entry))))


def _code(entry: Fields) -> str:
    for told in (entry.text("newUri"), entry.text("uri")):
        if not entry.text("code") and "/code/" in told:
            return told.rsplit("/code/", 1)[1]
    return entry.text("code")


def _concepts(entries: Iterable[Fields]) -> tuple[Concept, ...]:
    found: dict[str, Concept] = {}
    for entry in entries:
        uri, labels = entry.text("uri"), texts(entry.each("name"))
        if uri and labels and all(len(text) <= LONGEST_CONCEPT for text in (uri, *labels.values())):
            found.setdefault(uri, Concept(uri, labels))
    return tuple(found.values())


def _connection(entry: Fields, notes: list[str]) -> Connection:
    channel, contact = entry.inner("serviceChannel"), entry.inner("contactDetails")
    return Connection(
        channel=channel.required_identifier("id"),
        name=channel.text("name"),
        descriptions=texts(entry.each("description"), "Description"),
        hours=opening_hours(entry.each("serviceHours"), notes),
        phones=phones(contact.each("phoneNumbers"), notes),
        emails=emails(contact.each("emails"), notes),
        web_addresses=web_addresses(contact.each("webPages"), notes),
        address=address_of(contact.each("addresses"), ("Location", "Visiting"), notes),
    )
