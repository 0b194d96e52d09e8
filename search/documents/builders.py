"""Which documents there ought to be, and who makes them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from directory.models import Adviser, Organisation
from pages.models import GuidePage, ServicePage, TopicPage
from search.documents.advisers import adviser_documents
from search.documents.content import DocumentContent
from search.documents.guides import guide_documents, topic_documents
from search.documents.organisations import organisation_documents
from search.documents.services import service_documents
from search.models import DocumentKind

Builder = Callable[[Collection[uuid.UUID]], Iterator[DocumentContent]]

BUILDERS: dict[DocumentKind, Builder] = {
    DocumentKind.SERVICE: service_documents,
    DocumentKind.GUIDE: guide_documents,
    DocumentKind.TOPIC: topic_documents,
    DocumentKind.ADVISER: adviser_documents,
    DocumentKind.ORGANISATION: organisation_documents,
}


def candidate_keys(kind: DocumentKind) -> set[uuid.UUID]:
    """The keys of everything of a kind, whether clients may see it or not."""
    keys: QuerySet[Any, Any] = {
        DocumentKind.SERVICE: ServicePage.objects.values_list("translation_key", flat=True),
        DocumentKind.GUIDE: GuidePage.objects.values_list("translation_key", flat=True),
        DocumentKind.TOPIC: TopicPage.objects.values_list("translation_key", flat=True),
        DocumentKind.ADVISER: Adviser.objects.values_list("key", flat=True),
        DocumentKind.ORGANISATION: Organisation.objects.values_list("key", flat=True),
    }[kind]
    return set(keys)
