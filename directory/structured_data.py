"""Advisers as schema.org data (https://schema.org/Person)."""

from typing import Any

from directory.public_adviser import PublicAdviser


def person(adviser: PublicAdviser, site_url: str) -> dict[str, Any]:
    """The schema.org Person of an adviser whom clients may see; `site_url` without a slash at the end."""
    data: dict[str, Any] = {
        "@type": "Person",
        "@id": f"{site_url}{adviser.url}",
        "url": f"{site_url}{adviser.url}",
        "name": adviser.name,
        "jobTitle": adviser.title,
        "description": adviser.expertise,
        "telephone": adviser.phone,
        "email": adviser.email,
        "knowsLanguage": [term.code for term in adviser.languages],
        "knowsAbout": [term.name for term in adviser.service_classes],
        "workLocation": _area(adviser),
        "worksFor": {
            "@type": "Organization",
            "name": adviser.organisation.name,
            "url": f"{site_url}{adviser.organisation.url}",
        },
    }
    return {name: value for name, value in data.items() if value}


def _area(adviser: PublicAdviser) -> list[dict[str, Any]]:
    if adviser.whole_country:
        return [{"@type": "Country", "identifier": "FI"}]
    return [
        {"@type": "AdministrativeArea", "name": municipality.name, "identifier": municipality.code}
        for municipality in adviser.municipalities
    ]
