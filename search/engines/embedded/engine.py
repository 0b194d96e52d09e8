"""The engine inside the site's own database: no server, and written in the transaction of the change itself."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from search.batches import batches
from search.engines.embedded.counting import FacetFilter
from search.engines.embedded.index import TextVersion, token_index
from search.engines.embedded.scoring import Scores, probes_of, scored
from search.engines.protocol import EngineStatus, Hit, SearchQuery, SearchResult
from search.facets import FACET_NAMES
from search.models import SearchDocument
from search.ranking import OTHER_LANGUAGE_FACTOR

BATCH = 200

Ranked = tuple[float, int]
"""The rank of a document, the lowest first, and its id."""


class EmbeddedEngine:
    """See `search.engines.protocol.Engine`."""

    name = "embedded"

    def search(self, query: SearchQuery) -> SearchResult:
        facets = FacetFilter(query.filters)
        found = self._ranked(query, facets) if query.words else self._listed(query, facets)
        page = nsmallest(query.offset + query.limit, found)[query.offset :]
        keys = dict(SearchDocument.objects.filter(pk__in=[pk for _rank, pk in page]).values_list("pk", "key"))
        hits = tuple(Hit(keys[pk], max(0.0, -rank)) for rank, pk in page)
        return SearchResult(len(found), hits, facets.counts(FACET_NAMES))

    def write(self, documents: Iterable[SearchDocument]) -> None:
        index = token_index(connection)
        documents = list(documents)
        with transaction.atomic():
            index.remove([document.pk for document in documents if document.deleted])
            index.put(list(_texts(documents)))

    def delete(self, keys: Iterable[uuid.UUID]) -> None:
        numbers = SearchDocument.objects.filter(key__in=list(keys)).values_list("pk", flat=True)
        token_index(connection).remove(list(numbers))

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        index = token_index(connection)
        written = 0
        with transaction.atomic():
            index.clear()
            for batch in batches(SearchDocument.objects.present().prefetch_related("texts").iterator(BATCH), BATCH):
                index.put(list(_texts(batch)))
                written += len(batch)
                if progress is not None:
                    progress(len(batch))
        return written

    def versions(self) -> Mapping[uuid.UUID, int]:
        keys = dict(SearchDocument.objects.values_list("pk", "key"))
        versions: dict[uuid.UUID, int] = {}
        for document_id, version in token_index(connection).versions():
            if key := keys.get(document_id):
                versions[key] = min(version, versions.get(key, version))
        return versions

    def status(self) -> EngineStatus:
        return EngineStatus(self.name, available=True, documents=token_index(connection).find([]).documents)

    def _ranked(self, query: SearchQuery, facets: FacetFilter) -> list[Ranked]:
        """The documents that have the words and match the filters."""
        found = token_index(connection).find(probes_of(query.words, query.language))
        scores = scored(query.words, query.required, query.language, found)
        visible = SearchDocument.objects.visible(query.day).filter(pk__in=_numbers(scores))
        return [
            (-scores[pk] if in_language else -scores[pk] * OTHER_LANGUAGE_FACTOR, pk)
            for pk, in_language, facet_values in _rows(visible, "pk", f"in_{query.language}", "facet_values")
            if facets.admits(facet_values)
        ]

    def _listed(self, query: SearchQuery, facets: FacetFilter) -> list[Ranked]:
        """Every document that matches the filters, ranked by its title."""
        visible = SearchDocument.objects.visible(query.day)
        ordered = visible.order_by(f"-in_{query.language}", f"sort_{query.language}", "pk")
        rows = enumerate(_rows(ordered, "pk", "facet_values"))
        return [(rank, pk) for rank, (pk, facet_values) in rows if facets.admits(facet_values)]


def _rows(documents: QuerySet[SearchDocument], *fields: str) -> list[tuple[Any, ...]]:
    """The fields as the database gives them: for thousands of rows Django's own way takes half the search."""
    statement, parameters = documents.values_list(*fields).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _texts(documents: Iterable[SearchDocument]) -> Iterator[TextVersion]:
    return (
        TextVersion(text, document.version)
        for document in documents
        if not document.deleted
        for text in document.texts.all()
    )


def _numbers(scores: Scores) -> RawSQL:
    """The ids as one parameter: there may be more of them than a statement takes parameters."""
    numbers = list(scores)
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [numbers])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(numbers)])
