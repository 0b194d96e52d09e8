"""Makes every document and every engine's index anew from the live pages and records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction

from search.analysis.folding import fold
from search.batches import batches
from search.documents.builders import candidate_keys
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.registry import outside_engine
from search.feeding import mark_indexed
from search.indexing import Refreshed, refresh
from search.models import DocumentKind, IndexedWord, SearchDocument, SearchText
from search.tokens import words_of

BATCH = 50

Progress = Callable[[int], object]


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild did: documents by what became of them, and the size of each engine's index."""

    documents: Refreshed = field(default_factory=Refreshed)
    engines: dict[str, int] = field(default_factory=dict)


def rebuild(progress: Progress = lambda _count: None, *, reanalyse: bool = False) -> Rebuilt:
    """Refresh every document, then every index. Clients are served from the old ones meanwhile.

    `reanalyse` makes tokens anew even where the content is the same. `progress` is called with the number of
    documents done since the last call. Raises EngineUnavailable when an engine outside the database fails.
    """
    rebuilt = Rebuilt()
    for kind in DocumentKind:
        known = SearchDocument.objects.filter(kind=kind).values_list("key", flat=True)
        for keys in batches(sorted(candidate_keys(kind) | set(known)), BATCH):
            rebuilt.documents += refresh(kind, keys, reanalyse=reanalyse)
            progress(len(keys))
    rebuild_words()
    embedded, outside = EmbeddedEngine(), outside_engine()
    rebuilt.engines[embedded.name] = embedded.rebuild()
    if outside is not None:
        rebuilt.engines[outside.name] = outside.rebuild()
        mark_indexed(outside)
    return rebuilt


def number_of_documents() -> int:
    """How many documents a rebuild looks at, for showing how far it has come."""
    known = SearchDocument.objects.values_list("key", flat=True)
    return len(set(known).union(*(candidate_keys(kind) for kind in DocumentKind)))


@transaction.atomic
def rebuild_words() -> None:
    """Forget the words that no document has any longer."""
    words = {
        (text.language, word)
        for text in SearchText.objects.filter(document__deleted=False).iterator(200)
        for word in words_of(text)
    }
    IndexedWord.objects.all().delete()
    IndexedWord.objects.bulk_create(
        [IndexedWord(language=language, folded=fold(word), word=word) for language, word in sorted(words)],
        batch_size=2000,
    )
