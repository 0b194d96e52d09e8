"""The index on SQLite: an FTS5 table a language, a column a token field."""
# ruff: noqa: S608 — the statements are put together from this module's own constants

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from django.db.backends.base.base import BaseDatabaseWrapper

from search.engines.embedded.index import Found, Posting, Probe, TextVersion
from search.ranking import FIELD_WEIGHTS, NETS, TOKEN_FIELDS
from site_core.languages import LanguageCode

TABLES: dict[LanguageCode, str] = {"fi": "search_index_fi", "sv": "search_index_sv"}
COLUMNS = ", ".join(TOKEN_FIELDS)
WEIGHTS = ", ".join(str(weight) for weight in FIELD_WEIGHTS.values())
PLACES = ", ".join(["%s"] * (len(TOKEN_FIELDS) + 2))
COUNT = f"SELECT -1, COUNT(*), 0 FROM {TABLES['fi']}_docsize"
SMALLEST_RARITY = 1e-6
"""FTS5's inverse document frequency of a token that stands in more than half of the documents."""


class SqliteIndex:
    """See `TokenIndex`. Tokens are letters and digits alone, so quoting them is enough to make them harmless."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def find(self, probes: Sequence[Probe]) -> Found:
        postings: list[list[Posting]] = [[] for _ in probes]
        selects = [_select(number, probe) for number, probe in enumerate(probes)]
        matches = [f'{{{" ".join(NETS[probe.net])}}} : "{probe.token}"' for probe in probes]
        with self.connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([COUNT, *selects]), matches)
            documents: int = cursor.fetchone()[1]
            for number, document_id, score in cursor:
                postings[number].append((document_id, score))
        return Found([_without_rarity(having, documents) for having in postings], documents)

    def put(self, texts: Sequence[TextVersion]) -> None:
        with self.connection.cursor() as cursor:
            for language, table in TABLES.items():
                rows = [
                    (item.text.document_id, *(getattr(item.text, field) for field in TOKEN_FIELDS), item.version)
                    for item in texts
                    if item.text.language == language
                ]
                cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [row[:1] for row in rows])
                cursor.executemany(f"INSERT INTO {table} (rowid, {COLUMNS}, version) VALUES ({PLACES})", rows)

    def remove(self, document_ids: Sequence[int]) -> None:
        with self.connection.cursor() as cursor:
            for table in TABLES.values():
                rows = [(document_id,) for document_id in document_ids]
                cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", rows)

    def clear(self) -> None:
        with self.connection.cursor() as cursor:
            for table in TABLES.values():
                cursor.execute(f"DELETE FROM {table}")

    def versions(self) -> Iterable[tuple[int, int]]:
        with self.connection.cursor() as cursor:
            for table in TABLES.values():
                cursor.execute(f"SELECT rowid, version FROM {table}")
                yield from cursor


def _select(number: int, probe: Probe) -> str:
    table = TABLES[probe.language]
    return f"SELECT {number}, rowid, -bm25({table}, {WEIGHTS}) FROM {table} WHERE {table} MATCH %s"


def _without_rarity(postings: list[Posting], documents: int) -> list[Posting]:
    """FTS5 multiplies by its own inverse document frequency, which vanishes for common words; ours does not."""
    if not postings:
        return postings
    rarity = max(log((documents - len(postings) + 0.5) / (len(postings) + 0.5)), SMALLEST_RARITY)
    return [(document_id, score / rarity) for document_id, score in postings]
