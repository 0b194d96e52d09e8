"""What the template of a service page shows besides the page's own texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from directory.models.named import NamedRecord
from directory.public_adviser import PublicAdviser, public_adviser, public_organisation
from site_core.alphabet import alphabetical
from site_core.languages import LanguageCode

if TYPE_CHECKING:
    from pages.models.service import ServicePage

#: After this a reader is told that nobody has lately looked at the page.
FRESH_FOR = timedelta(days=365)


@dataclass(frozen=True)
class OrganisationLink:
    """The organisation that gives the service, and the address of its section or of its page in the directory."""

    name: str
    name_language: LanguageCode
    url: str


@dataclass(frozen=True)
class ServiceAdviserView:
    """An adviser whom clients may see, and what the adviser does for the service."""

    adviser: PublicAdviser
    role: str


def service_context(page: "ServicePage", language: LanguageCode) -> dict[str, Any]:
    """The facts of the pair, from its source, for readers of a language."""
    facts = page.source
    return {
        "facts": facts,
        "organisation": organisation_link(page, language),
        "advisers": advisers_of(facts, language),
        "alternative_names": [name.strip() for name in page.alternative_names.splitlines() if name.strip()],
        "service_classes": list(facts.service_classes.all()),
        "target_groups": list(facts.target_groups.all()),
        "life_events": list(facts.life_events.all()),
        "municipalities": by_name(facts.municipalities.all()),
        "languages": list(facts.languages.all()),
        "outdated": is_outdated(facts.checked_on),
    }


def organisation_link(page: "ServicePage", language: LanguageCode) -> OrganisationLink | None:
    """Where the organisation is met: in its section while that is live, else in the directory."""
    organisation = page.organisation
    if organisation is None:
        return None
    public = public_organisation(organisation, language)
    section = page.lineage.parents[-1]
    return OrganisationLink(
        public.name, public.name_language, section.address(language) if section.best(language) else public.url
    )


def advisers_of(facts: "ServicePage", language: LanguageCode) -> list[ServiceAdviserView]:
    """The public advisers of a service in their order, in four queries however many there are."""
    links = facts.service_advisers.select_related(
        "adviser__organisation", "adviser__stand_in__organisation"
    ).prefetch_related("adviser__service_classes", "adviser__municipalities", "adviser__languages")
    return [
        ServiceAdviserView(public_adviser(link.adviser, language), link.get_role_display())
        for link in links
        if link.adviser.is_public()
    ]


def by_name(records: Iterable[NamedRecord]) -> list[NamedRecord]:
    """Records in the alphabetical order of their names in the active language."""
    return sorted(records, key=lambda record: alphabetical(record.name))


def is_outdated(checked_on: date | None, today: date | None = None) -> bool:
    """Whether the last check is too old; a page that was never checked makes no promise and is not outdated."""
    return checked_on is not None and (today or timezone.localdate()) - checked_on > FRESH_FOR
