"""Postal addresses and places on the map."""

import re
from dataclasses import dataclass, field

from directory.exchange.ptv.areas import municipality_code
from directory.exchange.ptv.coordinates import Point, point_of
from directory.exchange.ptv.shape import Fields
from directory.exchange.ptv.texts import Texts, text_for, texts
from site_core.languages import LANGUAGE_CODES

WORD = re.compile(r"[\w:]+")


@dataclass(frozen=True, kw_only=True)
class Address:
    """An address; `street` includes the number, `accessibility` tells how to get in."""

    street: Texts = field(default_factory=dict)
    postcode: str = ""
    city: Texts = field(default_factory=dict)
    municipality: str = ""
    point: Point | None = None
    accessibility: Texts = field(default_factory=dict)


def address_of(entries: list[Fields], types: tuple[str, ...], notes: list[str]) -> Address | None:
    """The first address of the first type that is there; PTV has `Location`, `Visiting` and `Postal`."""
    for kind in types:
        for entry in entries:
            if entry.text("type") == kind:
                return _address(entry, notes)
    return None


def delivery_of(item: Fields) -> Texts:
    """Where a form is sent, line by line, from `deliveryAddresses`."""
    lines: dict[str, list[str]] = {code: [] for code in LANGUAGE_CODES}
    for entry in item.each("deliveryAddresses"):
        post_box = entry.inner("postOfficeBoxAddress")
        street = entry.inner("streetAddress")
        place = post_box if post_box.values else street
        box = texts(post_box.each("postOfficeBox"))
        receiver, free = texts(entry.each("receiver")), texts(entry.each("deliveryAddressInText"))
        street_lines, city = _street(street), _city(place)
        for code in LANGUAGE_CODES:
            office = f"{place.text('postalCode')} {text_for(city, code)}".strip()
            told = [receiver.get(code, ""), text_for(box, code) or text_for(street_lines, code), office]
            lines[code] += [line for line in (*told, free.get(code, "")) if line]
    return {code: "\n".join(lines[code]) for code in LANGUAGE_CODES if lines[code]}


def _address(entry: Fields, notes: list[str]) -> Address:
    street, box, other = (entry.inner(name) for name in ("streetAddress", "postOfficeBoxAddress", "otherAddress"))
    place = next((part for part in (street, box, other) if part.values), street)
    return Address(
        street=_street(street) or texts(box.each("postOfficeBox")) or texts(other.each("additionalInformation")),
        postcode=place.text("postalCode"),
        city=_city(place),
        municipality=municipality_code(place.inner("municipality")),
        point=_point(place, notes),
        accessibility=_accessibility(entry),
    )


def _street(address: Fields) -> Texts:
    number = address.text("streetNumber")
    return {code: f"{name} {number}".strip() for code, name in texts(address.each("street")).items()}


def _city(place: Fields) -> Texts:
    """The post office, which PTV writes in capitals: S:T MICHEL is S:t Michel."""
    return {
        code: WORD.sub(lambda word: word[0].capitalize(), name) if name.isupper() else name
        for code, name in texts(place.each("postOffice")).items()
    }


def _point(place: Fields, notes: list[str]) -> Point | None:
    """PTV's latitude and longitude are metres: the northing and the easting of ETRS-TM35FIN."""
    northing, easting = place.text("latitude"), place.text("longitude")
    if not northing or not easting:
        return None
    try:
        point = point_of(float(northing), float(easting))
    except ValueError:
        point = None
    if point is None:
        notes.append(f"not coordinates in Finland: {northing[:20]}, {easting[:20]}")
    return point


def _accessibility(entry: Fields) -> Texts:
    """What is told of the way in, of the main entrance where there are several, a line a group of sentences."""
    entrances = entry.each("entrances")
    chosen = next((one for one in entrances if one.flag("isMainEntrance")), entrances[0] if entrances else None)
    lines: dict[str, list[str]] = {code: [] for code in LANGUAGE_CODES}
    for group in chosen.each("accessibilitySentences") if chosen else []:
        headings = texts(group.each("sentenceGroup"))
        sentences = [texts(sentence.each("sentence")) for sentence in group.each("sentences")]
        for code in LANGUAGE_CODES:
            told = " ".join(sentence[code] for sentence in sentences if code in sentence)
            if told:
                lines[code].append(f"{headings[code]}: {told}" if code in headings else told)
    return {code: "\n".join(lines[code]) for code in LANGUAGE_CODES if lines[code]}
