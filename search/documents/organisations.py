"""Documents of the network's organisations."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from itertools import chain

from django.urls import reverse
from django.utils.translation import override

from directory.models import Organisation
from pages.models import OrganisationPage
from search.documents import records
from search.documents.content import DocumentContent, LanguageContent
from search.documents.pairs import Pair, live_pairs
from search.documents.texts import joined, plain
from search.models import DocumentKind
from site_core.languages import LANGUAGE_CODES, LanguageCode


def organisation_documents(keys: Collection[uuid.UUID]) -> Iterator[DocumentContent]:
    """The documents of active organisations."""
    sections = _sections(keys)
    active = Organisation.objects.filter(key__in=keys, active=True).prefetch_related("municipalities")
    for organisation in active.order_by("pk"):
        yield _document(organisation, sections.get(organisation.pk))


def _sections(keys: Collection[uuid.UUID]) -> dict[int, Pair[OrganisationPage]]:
    """The sections that everybody may read, by organisation."""
    pages = OrganisationPage.objects.filter(organisation__key__in=keys)
    pairs = live_pairs(OrganisationPage, set(pages.values_list("translation_key", flat=True)))
    return {page.organisation_id: pair for pair in reversed(pairs) for page in pair.live.values()}


def _document(organisation: Organisation, section: Pair[OrganisationPage] | None) -> DocumentContent:
    municipalities = list(organisation.municipalities.all())
    return DocumentContent(
        key=organisation.key,
        kind=DocumentKind.ORGANISATION,
        languages={language: _content(organisation, section, language) for language in LANGUAGE_CODES},
        facets=tuple(
            chain(
                [("type", DocumentKind.ORGANISATION.value)],
                records.place_facets(municipalities, everywhere=organisation.whole_country),
                records.organisation_facets(organisation),
            )
        ),
        places=records.places(municipalities, everywhere=organisation.whole_country),
        ptv_id=organisation.ptv_id,
    )


def _content(
    organisation: Organisation, section: Pair[OrganisationPage] | None, language: LanguageCode
) -> LanguageContent:
    named = records.labels(organisation.municipalities.all(), language)
    url = section.addresses[language] if section else _record_url(organisation, language)
    name: str = getattr(organisation, f"name_{language}")
    if not name:
        return LanguageContent(url, names=named)
    description: str = getattr(organisation, f"description_{language}")
    page = section.live.get(language) if section else None
    intro = plain(page.intro) if page else ""
    return LanguageContent(url, name, (), description, joined([intro]), names=named)


def _record_url(organisation: Organisation, language: LanguageCode) -> str:
    with override(language):
        return reverse("directory:organisation_detail", args=[organisation.slug])
