"""Organisations and advisers of the demo."""

from datetime import date

from django.db import transaction

from directory.models import (
    Adviser,
    LanguageOfService,
    Municipality,
    Organisation,
    ServiceClass,
    Visibility,
    WayToMeet,
)
from pages.demo.content import Item, identity

TEXTS = ("name", "description", "city")


@transaction.atomic
def make_organisation(item: Item) -> bool:
    """Makes the organisation unless it is there; tells whether it did. One without municipalities serves them all."""
    key = identity("organisation", item["key"])
    if Organisation.objects.filter(key=key).exists():
        return False
    organisation = Organisation(
        key=key,
        slug=item["key"],
        kind=item["kind"],
        primary_language=item["primary_language"],
        whole_country=not item["municipalities"],
        email=item["email"],
        phone=item["phone"],
        website_fi=item["website"],
        website_sv=item["website"],
        street_fi=item["street"],
        street_sv=item["street"],
        postcode=item["postcode"],
        **{f"{field}_{language}": item[f"{field}_{language}"] for field in TEXTS for language in ("fi", "sv")},
    )
    organisation.full_clean()
    organisation.save()
    organisation.municipalities.set(Municipality.objects.filter(code__in=item["municipalities"]))
    return True


@transaction.atomic
def make_adviser(item: Item) -> bool:
    """Makes the adviser unless they are there; tells whether it did. The stand-in must be there before.

    Contact details of somebody who has not consented are for the network only, whatever the file says.
    """
    key = identity("adviser", item["key"])
    if Adviser.objects.filter(key=key).exists():
        return False
    consent_date = _day(item["consent_date"])
    adviser = Adviser(
        key=key,
        slug=item["key"],
        name=item["name"],
        title_fi=item["title_fi"],
        title_sv=item["title_sv"],
        expertise_fi=item["expertise_fi"],
        expertise_sv=item["expertise_sv"],
        organisation=Organisation.objects.get(key=identity("organisation", item["organisation"])),
        whole_country=not item["municipalities"],
        phone=item["phone"],
        phone_visibility=item["phone_visibility"] if consent_date else Visibility.NETWORK,
        email=item["email"],
        email_visibility=item["email_visibility"] if consent_date else Visibility.NETWORK,
        consent_date=consent_date,
        active_until=_day(item["active_until"]),
        stand_in=Adviser.objects.get(key=identity("adviser", item["stand_in"])) if item["stand_in"] else None,
        **{WayToMeet(way).field: True for way in item["ways_to_meet"]},
    )
    adviser.full_clean()
    adviser.save()
    adviser.service_classes.set(ServiceClass.objects.filter(code__in=item["service_classes"]))
    adviser.municipalities.set(Municipality.objects.filter(code__in=item["municipalities"]))
    adviser.languages.set(LanguageOfService.objects.filter(code__in=item["languages"]))
    return True


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
