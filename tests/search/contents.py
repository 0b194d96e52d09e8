"""Documents for tests of engines and searches, written without pages or records behind them."""

import uuid
from collections.abc import Iterable
from typing import Any

import pytest

from search.documents.builders import BUILDERS
from search.documents.content import DocumentContent, LanguageContent, Places
from search.indexing import refresh
from search.models import DocumentKind, SearchDocument
from site_core.languages import LANGUAGE_CODES


def content(
    fi: str = "",
    sv: str = "",
    *,
    body_fi: str = "",
    body_sv: str = "",
    labels_fi: Iterable[str] = (),
    labels_sv: Iterable[str] = (),
    kind: DocumentKind = DocumentKind.SERVICE,
    facets: Iterable[tuple[str, str]] = (),
    **values: Any,
) -> DocumentContent:
    """A document with the titles `fi` and `sv`; without a title it is not in that language."""
    titles = {"fi": fi, "sv": sv}
    bodies = {"fi": body_fi, "sv": body_sv}
    labels = {"fi": tuple(labels_fi), "sv": tuple(labels_sv)}
    key = values.pop("key", None) or uuid.uuid4()
    return DocumentContent(
        key=key,
        kind=kind,
        languages={
            code: LanguageContent(f"/{code}/{key}/", titles[code], (), "", bodies[code], labels[code])
            for code in LANGUAGE_CODES
        },
        facets=(("type", kind.value), *facets),
        organisation=values.pop("organisation", {}),
        places=values.pop("places", Places()),
        **values,
    )


class Shelf:
    """Puts documents into the rows and the embedded engine as a change to a page would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.contents: dict[uuid.UUID, DocumentContent] = {}
        for kind in DocumentKind:
            monkeypatch.setitem(BUILDERS, kind, self._asked)

    def _asked(self, keys: Iterable[uuid.UUID]) -> Iterable[DocumentContent]:
        return iter([self.contents[key] for key in keys if key in self.contents])

    def put(self, *contents: DocumentContent) -> list[SearchDocument]:
        """Write or rewrite the documents; the rows, in order."""
        for one in contents:
            self.contents[one.key] = one
            refresh(one.kind, [one.key])
        rows = {row.key: row for row in SearchDocument.objects.prefetch_related("texts")}
        return [rows[one.key] for one in contents]

    def remove(self, *contents: DocumentContent) -> list[SearchDocument]:
        """Take the documents away, as when their pages are unpublished; the tombstones."""
        for one in contents:
            del self.contents[one.key]
            refresh(one.kind, [one.key])
        return list(SearchDocument.objects.filter(key__in=[one.key for one in contents]))
