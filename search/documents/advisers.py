"""Documents of advisers, made of their public faces alone: no network-only detail is ever read here."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from itertools import chain

from django.db.models import F

from directory.models import Adviser
from directory.public_adviser import PublicAdviser, public_adviser, with_facts
from search.documents import records
from search.documents.content import DocumentContent, LanguageContent
from search.documents.texts import joined
from search.models import DocumentKind
from site_core.languages import LANGUAGE_CODES, LanguageCode, other_language


def adviser_documents(keys: Collection[uuid.UUID]) -> Iterator[DocumentContent]:
    """The documents of advisers who have consented, for the days on which clients may see them."""
    consenting = Adviser.objects.filter(key__in=keys, consent_date__isnull=False, organisation__active=True)
    sometime = consenting.exclude(active_until__lt=F("consent_date"))
    for adviser in with_facts(sometime).prefetch_related("service_classes__parent").order_by("pk"):
        yield _document(adviser)


def _document(adviser: Adviser) -> DocumentContent:
    faces = {language: public_adviser(adviser, language, adviser.consent_date) for language in LANGUAGE_CODES}
    municipalities = list(adviser.municipalities.all())
    return DocumentContent(
        key=adviser.key,
        kind=DocumentKind.ADVISER,
        languages={language: _content(adviser, face, language) for language, face in faces.items()},
        facets=tuple(
            dict.fromkeys(
                chain(
                    [("type", DocumentKind.ADVISER.value)],
                    records.service_class_facets(adviser.service_classes.all()),
                    records.place_facets(municipalities, everywhere=adviser.whole_country),
                    records.organisation_facets(adviser.organisation),
                    (("language_of_service", term.code) for term in faces["fi"].languages),
                    (("way_to_meet", way.code) for way in faces["fi"].ways_to_meet),
                )
            )
        ),
        organisation=records.names(adviser.organisation),
        places=records.places(municipalities, everywhere=adviser.whole_country),
        visible_from=adviser.consent_date,
        visible_until=adviser.active_until,
    )


def _content(adviser: Adviser, face: PublicAdviser, language: LanguageCode) -> LanguageContent:
    labels = records.labels(adviser.service_classes.all(), language)
    named = records.labels([*adviser.municipalities.all(), adviser.organisation], language)
    if not _written_in(adviser, language):
        return LanguageContent(face.url, other_titles=(face.name,), labels=labels, names=named)
    return LanguageContent(
        url=face.url,
        title=face.name,
        other_titles=(face.title,) if face.title_language == language else (),
        summary=face.title if face.title_language == language else "",
        body=joined([face.expertise if face.expertise_language == language else ""]),
        labels=labels,
        names=named,
    )


def _written_in(adviser: Adviser, language: LanguageCode) -> bool:
    """An adviser is in a language in which something is said of them; in both where nothing is said in either."""
    said = {
        code: getattr(adviser, f"title_{code}") or getattr(adviser, f"expertise_{code}") for code in LANGUAGE_CODES
    }
    return bool(said[language] or not said[other_language(language)])
