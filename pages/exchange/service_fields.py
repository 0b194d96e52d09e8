"""A service of the source as fields of service pages: texts and channels by language, and the facts of the pair."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from directory.exchange.codes import CodeBook
from directory.exchange.ptv.areas import AreaType
from directory.exchange.ptv.contacts import Charge
from directory.exchange.ptv.items import ChannelItem, ServiceItem, ServiceText, Status
from pages.exchange.channel_blocks import Block, ChannelInUse
from pages.exchange.richtext import rich_text
from pages.models import ChargeType, ServiceArea
from site_core.languages import LanguageCode

#: Fields of a page that are rich text.
RICH_TEXTS = ("description", "what_to_do", "who_for")

#: A charge of another kind is told in words, in the note about the price.
CHARGES = {Charge.FREE: ChargeType.FREE, Charge.CHARGED: ChargeType.CHARGED}
AREAS = {
    AreaType.WHOLE_COUNTRY: ServiceArea.WHOLE_COUNTRY,
    AreaType.WHOLE_COUNTRY_EXCEPT_ALAND: ServiceArea.WHOLE_COUNTRY_EXCEPT_ALAND,
}


def texts_of(version: ServiceText) -> dict[str, str]:
    """The texts of the page in a version's language. Keywords are names that clients search by."""
    return {
        "title": version.name,
        "alternative_names": "\n".join(dict.fromkeys((*version.alternative_names, *version.keywords))),
        "summary": version.summary,
        "description": rich_text(version.description),
        "what_to_do": rich_text(version.user_instruction),
        "who_for": rich_text(version.requirements),
        "price_note": version.charge_info,
        "deadline": version.deadline,
        "processing_time": version.processing_time,
        "validity_time": version.validity_time,
    }


def facts_of(item: ServiceItem, codes: CodeBook, notes: list[str]) -> dict[str, Any]:
    """The facts of the pair, records by their codes. What a source does not tell, such as remoteness, is not here."""
    return {
        "charge_type": CHARGES.get(item.charge, ChargeType.UNKNOWN).value,
        "area": AREAS.get(item.area.type, ServiceArea.MUNICIPALITIES).value,
        "municipalities": codes.municipalities_of(item.area, notes),
        "service_classes": codes.known("service_classes", item.service_classes, notes),
        "target_groups": codes.known("target_groups", item.target_groups, notes),
        "life_events": codes.known("life_events", item.life_events, notes),
        "languages": codes.known("languages", item.languages, notes),
        "ontology_terms": codes.known("ontology_terms", [concept.uri for concept in item.concepts], notes),
    }


def channels_of(
    item: ServiceItem, channels: Mapping[UUID, ChannelItem], language: LanguageCode, day: date, notes: list[str]
) -> list[Block]:
    """The blocks of the channels that are known and published, in the source's order."""
    blocks: list[Block] = []
    for connection in item.connections:
        channel = channels.get(connection.channel)
        if channel is None:
            notes.append(f"channel {connection.name or connection.channel} is not known yet")
        elif channel.status is Status.PUBLISHED:
            blocks += ChannelInUse(connection, channel, language, day).blocks(notes)
    return list({block["id"]: block for block in blocks}.values())
