"""Keeps documents as the live pages and records are, in the transaction of the change that caused it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from search.analysis.chain import analysis_version
from search.analysis.folding import fold
from search.documents.builders import BUILDERS
from search.documents.content import DocumentContent
from search.engines.embedded.engine import EmbeddedEngine
from search.feeding import feed_after_commit
from search.models import DocumentKind, IndexedWord, SearchDocument, SearchText
from search.tokens import analysed, words_of
from site_core.alphabet import alphabetical
from site_core.languages import LanguageCode

NAMES_SHOWN = 3
"""Places that a result names; of more it tells the number."""

Words = set[tuple[LanguageCode, str]]


@dataclass(slots=True)
class Refreshed:
    """What became of the documents that were looked at, by key."""

    written: list[uuid.UUID] = field(default_factory=list)
    removed: list[uuid.UUID] = field(default_factory=list)
    unchanged: int = 0

    def __iadd__(self, other: Refreshed) -> Refreshed:
        self.written += other.written
        self.removed += other.removed
        self.unchanged += other.unchanged
        return self


@transaction.atomic
def refresh(kind: DocumentKind, keys: Collection[uuid.UUID], *, reanalyse: bool = False) -> Refreshed:
    """Make the documents of the keys what their pages or records now say; remove those that nobody may read.

    The rows are locked before anything is read, so that of two changes at the same time the later one sees the
    earlier. Documents whose content is the same keep their version, unless `reanalyse`.
    """
    rows = _locked(kind, keys)
    contents = {content.key: content for content in BUILDERS[kind](keys)}
    version = "" if reanalyse else analysis_version()
    result = Refreshed()
    changed: list[SearchDocument] = []
    words: Words = set()
    for row in rows:
        content = contents.get(row.key)
        if content is None:
            if not row.deleted:
                _bury(row)
                changed.append(row)
                result.removed.append(row.key)
        elif row.deleted or row.content_digest != content.digest or row.analysis_version != version:
            words |= _write(row, content)
            changed.append(row)
            result.written.append(row.key)
        else:
            result.unchanged += 1
    _remember(words)
    EmbeddedEngine().write(changed)
    feed_after_commit(changed)
    return result


def _locked(kind: DocumentKind, keys: Iterable[uuid.UUID]) -> list[SearchDocument]:
    """The rows of the keys, locked in one order; new ones begin as tombstones."""
    wanted = sorted(keys)
    new = [SearchDocument(key=key, kind=kind, deleted=True) for key in wanted]
    SearchDocument.objects.bulk_create(new, ignore_conflicts=True)
    return list(SearchDocument.objects.select_for_update().filter(key__in=wanted).order_by("key"))


def _write(row: SearchDocument, content: DocumentContent) -> Words:
    """Fill the row and its texts; the words that stand in them."""
    texts = {language: analysed(said, language) for language, said in content.languages.items()}
    row.kind = content.kind
    row.deleted = False
    row.visible_from, row.visible_until = content.visible_from, content.visible_until
    row.in_fi, row.in_sv = bool(texts["fi"].title), bool(texts["sv"].title)
    row.sort_fi, row.sort_sv = _sort_key(texts, "fi", "sv"), _sort_key(texts, "sv", "fi")
    row.facet_values = "".join(f"|{name}:{value}" for name, value in content.facets) + "|"
    row.names = _names(content)
    row.ptv_id = content.ptv_id
    row.content_digest, row.analysis_version = content.digest, analysis_version()
    _save(row)
    row.texts.all().delete()
    for text in texts.values():
        text.document = row
    SearchText.objects.bulk_create(texts.values())
    return {(language, word) for language, text in texts.items() for word in words_of(text)}


def _bury(row: SearchDocument) -> None:
    """Leave a tombstone that tells nothing but that there was something."""
    row.deleted = True
    row.in_fi = row.in_sv = False
    row.sort_fi = row.sort_sv = row.facet_values = row.content_digest = row.analysis_version = ""
    row.names = {}
    row.visible_from = row.visible_until = row.ptv_id = None
    _save(row)
    row.texts.all().delete()


def _save(row: SearchDocument) -> None:
    """Versions are microseconds, so that they rise even after an older backup was restored."""
    row.version = max(row.version + 1, time.time_ns() // 1000)
    row.save()


def _sort_key(texts: Mapping[LanguageCode, SearchText], first: LanguageCode, second: LanguageCode) -> str:
    return alphabetical(texts[first].title or texts[second].title)[:255]


def _names(content: DocumentContent) -> dict[str, object]:
    named = content.places.names
    return {
        "organisation": dict(content.organisation),
        "everywhere": content.places.everywhere,
        "places": {language: list(names[:NAMES_SHOWN]) for language, names in named.items()},
        "more_places": max(0, *(len(names) - NAMES_SHOWN for names in named.values())) if named else 0,
    }


def _remember(words: Words) -> None:
    """In one order, so that two transactions with the same new words do not wait for each other in a ring."""
    IndexedWord.objects.bulk_create(
        [IndexedWord(language=language, folded=fold(word), word=word) for language, word in sorted(words)],
        ignore_conflicts=True,
        batch_size=2000,
    )
