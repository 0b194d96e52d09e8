"""Sections of the demo's organisations and the services in them."""

from datetime import date, timedelta
from zlib import crc32

from django.db import transaction
from django.utils import timezone

from directory.models import (
    Adviser,
    LanguageOfService,
    LifeEvent,
    Municipality,
    Organisation,
    ServiceClass,
    TargetGroup,
)
from pages.demo.blocks import channels, paragraphs
from pages.demo.content import Item, identity
from pages.demo.pairs import Values, languages_of, make_pair
from pages.models import HomePage, OrganisationPage, ServiceAdviser, ServiceArea, ServicePage
from site_core.languages import LanguageCode

#: The one service that nobody has looked at for long.
LONG_AGO = date(2023, 3, 14)
AREAS = {
    "municipalities": ServiceArea.MUNICIPALITIES,
    "whole_country": ServiceArea.WHOLE_COUNTRY,
    "remote": ServiceArea.MUNICIPALITIES,
}


@transaction.atomic
def make_section(item: Item) -> bool:
    """Makes the organisation's section in both languages unless it is there; tells whether it did."""

    def texts(language: LanguageCode) -> Values:
        return {"title": item[f"name_{language}"], "intro": paragraphs(item[f"description_{language}"])}

    first = item["primary_language"]
    return make_pair(
        OrganisationPage,
        identity("section", item["key"]),
        HomePage.objects.get(locale__language_code=first),
        [first, "sv" if first == "fi" else "fi"],
        texts,
        {"organisation": Organisation.objects.get(key=identity("organisation", item["key"]))},
    )


@transaction.atomic
def make_service(item: Item) -> bool:
    """Makes the service in the languages it has, with its facts and advisers, unless it is there."""

    def texts(language: LanguageCode) -> Values:
        written = item[language]
        return {
            "title": written["name"],
            "alternative_names": "\n".join(written["alternative_names"]),
            "summary": written["summary"],
            "description": paragraphs(written["description"]),
            "what_to_do": paragraphs(written["what_to_do"]),
            "who_for": paragraphs(written["who_for"]),
            "price_note": written["price_note"],
            "channels": channels(item["channels"], language),
        }

    first = item["source_language"]
    return make_pair(
        ServicePage,
        identity("service", item["key"]),
        OrganisationPage.objects.get(
            translation_key=identity("section", item["organisation"]), locale__language_code=first
        ),
        languages_of(item, first),
        texts,
        _facts(item),
    )


def _facts(item: Item) -> Values:
    return {
        "charge_type": item["charge"],
        "service_classes": ServiceClass.objects.filter(code__in=item["service_classes"]),
        "target_groups": TargetGroup.objects.filter(code__in=item["target_groups"]),
        "life_events": LifeEvent.objects.filter(code__in=item["life_events"]),
        "area": AREAS[item["area"]],
        "is_remote": item["area"] == "remote",
        "municipalities": Municipality.objects.filter(code__in=item["municipalities"]),
        "languages": LanguageOfService.objects.filter(code__in=item["languages"]),
        "checked_on": LONG_AGO if item.get("outdated") else _lately(item["key"]),
        "service_advisers": [
            ServiceAdviser(
                adviser=Adviser.objects.get(key=identity("adviser", link["adviser"])),
                role=link["role"],
                sort_order=position,
            )
            for position, link in enumerate(item["advisers"])
        ],
    }


def _lately(key: str) -> date:
    """A day of the last half year, another for each service."""
    return timezone.localdate() - timedelta(days=crc32(key.encode()) % 180)
