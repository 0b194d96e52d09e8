"""What clients, programs and search engines may know of an adviser.

Templates, the API, search documents and JSON-LD are given a `PublicAdviser` and never the record itself,
so that a network-only detail cannot reach them.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import override

from directory.models import Adviser, Municipality, Organisation, Visibility
from directory.models.classification import Classification
from site_core.alphabet import alphabetical
from site_core.languages import LanguageCode, text_in


class AdviserNotPublicError(LookupError):
    """The adviser has not consented, has stopped, or belongs to an organisation outside the network."""


@dataclass(frozen=True)
class PublicTerm:
    """A concept or municipality: its code, its name and the language the name is in."""

    code: str
    name: str
    language: LanguageCode


@dataclass(frozen=True)
class PublicWayToMeet:
    """A way to meet the adviser."""

    code: str
    label: str


@dataclass(frozen=True)
class PublicOrganisation:
    """The organisation an adviser works for."""

    key: uuid.UUID
    slug: str
    name: str
    name_language: LanguageCode
    url: str


@dataclass(frozen=True)
class PublicStandIn:
    """Whom to turn to when the adviser is away."""

    key: uuid.UUID
    name: str
    url: str


@dataclass(frozen=True)
class PublicAdviser:
    """An adviser in one language. `phone` and `email` are empty unless the adviser shows them to everybody.

    `title_language` and `expertise_language` tell the language a text is really in, for the `lang` attribute.
    """

    key: uuid.UUID
    slug: str
    url: str
    name: str
    title: str
    title_language: LanguageCode
    expertise: str
    expertise_language: LanguageCode
    organisation: PublicOrganisation
    service_classes: tuple[PublicTerm, ...]
    municipalities: tuple[PublicTerm, ...]
    whole_country: bool
    languages: tuple[PublicTerm, ...]
    ways_to_meet: tuple[PublicWayToMeet, ...]
    phone: str
    email: str
    stand_in: PublicStandIn | None


def public_adviser(adviser: Adviser, language: LanguageCode, on: date | None = None) -> PublicAdviser:
    """The public face of an adviser in a language, on a day (today by default).

    Raises AdviserNotPublicError where clients may not see the adviser. Costs up to six queries unless the
    adviser comes from a queryset that went through `with_facts`.
    """
    if not adviser.is_public(on):
        raise AdviserNotPublicError(adviser.pk)
    title, title_language = text_in(adviser, "title", language)
    expertise, expertise_language = text_in(adviser, "expertise", language)
    with override(language):
        return PublicAdviser(
            key=adviser.key,
            slug=adviser.slug,
            url=adviser.get_absolute_url(),
            name=adviser.name,
            title=title,
            title_language=title_language,
            expertise=expertise,
            expertise_language=expertise_language,
            organisation=public_organisation(adviser.organisation, language),
            service_classes=_terms(adviser.service_classes.all(), language),
            municipalities=tuple(
                sorted(_terms(adviser.municipalities.all(), language), key=lambda term: alphabetical(term.name))
            ),
            whole_country=adviser.whole_country,
            languages=_terms(adviser.languages.all(), language),
            ways_to_meet=tuple(PublicWayToMeet(way.value, str(way.label)) for way in adviser.ways_to_meet),
            phone=adviser.phone if adviser.phone_visibility == Visibility.PUBLIC else "",
            email=adviser.email if adviser.email_visibility == Visibility.PUBLIC else "",
            stand_in=_stand_in(adviser, on),
        )


def public_advisers(
    queryset: QuerySet[Adviser], language: LanguageCode, on: date | None = None
) -> list[PublicAdviser]:
    """The advisers of a queryset that clients may see, in its order, in four queries however many there are."""
    return [public_adviser(adviser, language, on) for adviser in with_facts(queryset) if adviser.is_public(on)]


def with_facts(queryset: QuerySet[Adviser]) -> QuerySet[Adviser]:
    """The queryset with all that `public_adviser` reads fetched in three more queries."""
    return queryset.select_related("organisation", "stand_in__organisation").prefetch_related(
        "service_classes", "municipalities", "languages"
    )


def public_organisation(organisation: Organisation, language: LanguageCode) -> PublicOrganisation:
    """The name and address of an organisation in a language."""
    name, name_language = text_in(organisation, "name", language)
    with override(language):
        return PublicOrganisation(
            key=organisation.key,
            slug=organisation.slug,
            name=name,
            name_language=name_language,
            url=organisation.get_absolute_url(),
        )


def _terms(records: Iterable[Classification | Municipality], language: LanguageCode) -> tuple[PublicTerm, ...]:
    return tuple(PublicTerm(record.code, *text_in(record, "name", language)) for record in records)


def _stand_in(adviser: Adviser, on: date | None) -> PublicStandIn | None:
    stand_in = adviser.stand_in
    if stand_in is None or not stand_in.is_public(on):
        return None
    return PublicStandIn(stand_in.key, stand_in.name, stand_in.get_absolute_url())
