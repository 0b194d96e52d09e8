"""Documents of services."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from directory.models import (
    LanguageOfService,
    LifeEvent,
    Municipality,
    OntologyTerm,
    ServiceClass,
    TargetGroup,
    WayToMeet,
)
from pages.models import ServiceArea, ServicePage
from search.documents import records
from search.documents.content import DocumentContent, LanguageContent
from search.documents.pairs import Pair, facts, live_pairs
from search.documents.texts import channel_texts, joined, plain
from search.facets import ONLINE
from search.models import DocumentKind
from site_core.languages import LANGUAGE_CODES, LanguageCode

WAYS = {
    "place": WayToMeet.IN_PERSON.value,
    "phone": WayToMeet.PHONE.value,
    "e_service": ONLINE,
}
"""The way to be served that a kind of channel gives."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What belongs to the pair."""

    service_classes: list[ServiceClass]
    municipalities: list[Municipality]
    languages: list[LanguageOfService]
    target_groups: list[TargetGroup]
    life_events: list[LifeEvent]
    ontology_terms: list[OntologyTerm]


def service_documents(keys: Collection[uuid.UUID]) -> Iterator[DocumentContent]:
    """The documents of the services that everybody may read, in thirteen queries however many they are."""
    pairs = live_pairs(ServicePage, keys)
    classes = facts(pairs, "service_classes", "parent")
    others = {name: facts(pairs, name) for name in _Facts.__slots__ if name != "service_classes"}
    for pair in pairs:
        number = pair.source.pk
        yield _document(pair, _Facts(classes[number], **{name: found[number] for name, found in others.items()}))


def _document(pair: Pair[ServicePage], known: _Facts) -> DocumentContent:
    source = pair.source
    everywhere = source.is_remote or source.area == ServiceArea.WHOLE_COUNTRY
    mainland = source.area == ServiceArea.WHOLE_COUNTRY_EXCEPT_ALAND
    return DocumentContent(
        key=pair.key,
        kind=DocumentKind.SERVICE,
        languages={language: _content(pair, language, known) for language in LANGUAGE_CODES},
        facets=tuple(
            dict.fromkeys(
                chain(
                    [("type", DocumentKind.SERVICE.value)],
                    records.service_class_facets(known.service_classes),
                    records.place_facets(known.municipalities, everywhere=everywhere, mainland=mainland),
                    records.organisation_facets(pair.organisation),
                    (("language_of_service", record.code) for record in known.languages),
                    (("way_to_meet", way) for way in _ways(pair)),
                )
            )
        ),
        organisation=records.names(pair.organisation) if pair.organisation else {},
        places=records.places(known.municipalities, everywhere=everywhere or mainland),
        ptv_id=source.ptv_id,
    )


def _content(pair: Pair[ServicePage], language: LanguageCode, known: _Facts) -> LanguageContent:
    concepts = chain(known.service_classes, known.ontology_terms, known.life_events, known.target_groups)
    labels = records.labels(concepts, language)
    named = records.labels([*known.municipalities, *filter(None, [pair.organisation])], language)
    page = pair.live.get(language)
    if page is None:
        return LanguageContent(pair.addresses[language], labels=labels, names=named)
    return LanguageContent(
        url=pair.addresses[language],
        title=page.title,
        other_titles=tuple(name.strip() for name in page.alternative_names.splitlines() if name.strip()),
        summary=page.summary,
        body=joined(
            [
                *map(plain, (page.description, page.what_to_do, page.who_for)),
                *(page.price_note, page.deadline, page.processing_time, page.validity_time),
                *channel_texts(page.channels),
            ]
        ),
        labels=labels,
        names=named,
    )


def _ways(pair: Pair[ServicePage]) -> list[str]:
    kinds = {channel.block_type for page in pair.live.values() for channel in page.channels}
    return [way for kind, way in WAYS.items() if kind in kinds]
