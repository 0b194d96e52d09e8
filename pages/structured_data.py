"""Services as schema.org data (https://schema.org/GovernmentService), in the language of the page's texts.

Advisers are in `directory.structured_data`: a person is described on the adviser's own page alone.
"""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import TYPE_CHECKING, Any

from directory.models import Organisation, OrganisationKind
from directory.models.named import NamedRecord
from pages.opening import Exceptional, Hours, timetable_of
from site_core.languages import LanguageCode, text_in

if TYPE_CHECKING:
    from pages.models.service import ServicePage

GOVERNMENT_KINDS = {
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.JOINT_AUTHORITY,
    OrganisationKind.WELLBEING_COUNTY,
    OrganisationKind.STATE,
}
PROVIDER_TYPES = {
    **dict.fromkeys(GOVERNMENT_KINDS, "GovernmentOrganization"),
    OrganisationKind.EDUCATION: "EducationalOrganization",
    OrganisationKind.ASSOCIATION: "NGO",
}
PTV_SERVICE = "https://api.palvelutietovaranto.suomi.fi/api/v11/Service/"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def service_data(page: "ServicePage", context: Mapping[str, Any]) -> dict[str, Any]:
    """The schema.org service of a page, from the context of its template."""
    facts: ServicePage = context["facts"]
    language: LanguageCode = context["content_language"]
    organisation = page.organisation
    government = organisation is not None and organisation.kind in GOVERNMENT_KINDS
    languages = [record.code for record in context["languages"]]
    ptv_id = facts.ptv_id or page.ptv_id
    return _without_empty(
        {
            "@type": "GovernmentService" if government else "Service",
            "@id": context["canonical_url"],
            "url": context["canonical_url"],
            "name": page.title,
            "alternateName": context["alternative_names"],
            "description": page.summary,
            "inLanguage": language,
            "serviceType": _names(context["service_classes"], language),
            "audience": [
                {"@type": "Audience", "audienceType": name} for name in _names(context["target_groups"], language)
            ],
            "provider": _provider(organisation, language) if organisation else None,
            "areaServed": _area_served(facts, context["municipalities"], language),
            "offers": {"@type": "Offer", "price": 0, "priceCurrency": "EUR"} if facts.charge_type == "free" else None,
            "availableChannel": [
                channel
                for block in page.channels
                if (channel := _channel(block.block_type, block.value, languages)) is not None
            ],
            "identifier": {"@type": "PropertyValue", "propertyID": "PTV", "value": str(ptv_id)} if ptv_id else None,
            "sameAs": f"{PTV_SERVICE}{ptv_id}" if ptv_id else None,
            "dateModified": page.last_published_at.isoformat() if page.last_published_at else None,
        }
    )


def _provider(organisation: Organisation, language: LanguageCode) -> dict[str, Any]:
    kind = OrganisationKind(organisation.kind)
    return _without_empty(
        {
            "@type": PROVIDER_TYPES.get(kind, "Organization"),
            "name": text_in(organisation, "name", language)[0],
            "url": text_in(organisation, "website", language)[0],
        }
    )


def _area_served(
    facts: "ServicePage", municipalities: Iterable[NamedRecord], language: LanguageCode
) -> list[dict[str, Any]]:
    if facts.area != "municipalities":
        return [{"@type": "Country", "identifier": "FI"}]
    return [
        {"@type": "AdministrativeArea", "name": text_in(record, "name", language)[0], "identifier": record.code}  # type: ignore[attr-defined]
        for record in municipalities
    ]


def _channel(kind: str, value: Mapping[str, Any], languages: list[str]) -> dict[str, Any] | None:
    reach = _reach(kind, value)
    if reach is None:
        return None
    return {"@type": "ServiceChannel", "name": value["name"], **reach, "availableLanguage": languages}


def _reach(kind: str, value: Mapping[str, Any]) -> dict[str, Any] | None:
    match kind:
        case "e_service" | "web_page" | "form":
            return {"serviceUrl": value["url"]}
        case "phone":
            return {"servicePhone": {"@type": "ContactPoint", "telephone": value["number"]}}
        case "place":
            return {"serviceLocation": _place(value)}
    return None


def _place(value: Mapping[str, Any]) -> dict[str, Any]:
    address = _without_empty(
        {
            "streetAddress": value["street"],
            "postalCode": value["postcode"],
            "addressLocality": value["city"],
        }
    )
    located = value["latitude"] is not None and value["longitude"] is not None
    timetable = timetable_of(value["opening_hours"], value["exceptions"])
    return _without_empty(
        {
            "@type": "Place",
            "name": value["name"],
            "telephone": value["phone"],
            "address": {"@type": "PostalAddress", **address, "addressCountry": "FI"} if address else None,
            "geo": {"@type": "GeoCoordinates", "latitude": value["latitude"], "longitude": value["longitude"]}
            if located
            else None,
            "openingHoursSpecification": [
                _hours(hours, dayOfWeek=f"https://schema.org/{WEEKDAYS[day]}")
                for day, day_hours in sorted(timetable.weekly.items())
                for hours in day_hours
            ],
            "specialOpeningHoursSpecification": [_exceptional_hours(exception) for exception in timetable.exceptions],
        }
    )


def _hours(hours: Hours, **when: str) -> dict[str, str]:
    return {
        "@type": "OpeningHoursSpecification",
        **when,
        "opens": hours.opens.isoformat("minutes"),
        "closes": hours.closes.isoformat("minutes"),
    }


def _exceptional_hours(exception: Exceptional) -> dict[str, str]:
    """A closed day opens and closes at midnight, as schema.org's guide says."""
    hours = exception.hours or Hours(time.min, time.min)
    return _hours(hours, validFrom=exception.first.isoformat(), validThrough=exception.last.isoformat())


def _names(records: Iterable[NamedRecord], language: LanguageCode) -> list[str]:
    return [text_in(record, "name", language)[0] for record in records]


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}
