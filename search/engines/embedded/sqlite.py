"""The index on SQLite: an FTS5 table a language, a column a token field."""
# ruff: noqa: S608 — the statements are put together from this module's own constants

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from django.db.backends.base.base import BaseDatabaseWrapper

from search.engines.embedded.index import Answer, Found, Posting, Probe, TextVersion
from search.ranking import FIELD_WEIGHTS, NETS, TOKEN_FIELDS
from site_core.languages import LanguageCode

TABLES: dict[LanguageCode, str] = {"fi": "search_index_fi", "sv": "search_index_sv"}
COLUMNS = ", ".join(TOKEN_FIELDS)
WEIGHTS = ", ".join(str(weight) for weight in FIELD_WEIGHTS.values())
PLACES = ", ".join(["%s"] * (len(TOKEN_FIELDS) + 2))
COUNT = f"SELECT -1, COUNT(*), 0 FROM {TABLES['fi']}_docsize"
NOT_IN: dict[LanguageCode, str] = {
    "fi": "SELECT id FROM search_searchdocument WHERE NOT in_fi",
    "sv": "SELECT id FROM search_searchdocument WHERE NOT in_sv",
}
SMALLEST_RARITY = 1e-6
"""FTS5's inverse document frequency of a token that stands in more than half of the documents."""


class SqliteIndex:
    """See `TokenIndex`. Tokens are letters and digits alone, so quoting them is enough to make them harmless."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def find(self, probes: Sequence[Probe]) -> Found:
        postings: list[list[Posting]] = [[] for _ in probes]
        frequencies: dict[int, int] = {}
        selects = [(statement, probe) for number, probe in enumerate(probes) for statement in _selects(number, probe)]
        matches = [f'{{{" ".join(NETS[probe.net])}}} : "{probe.token}"' for _statement, probe in selects]
        with self.connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([COUNT, *(statement for statement, _probe in selects)]), matches)
            (_none, documents, _no_score), *rows = cursor.fetchall()
        for number, document_id, score in rows:
            if document_id is None:
                frequencies[number] = score
            else:
                postings[number].append((document_id, score))
        answers = {
            probe: _answer(having, frequencies.get(number, len(having)), documents)
            for number, (probe, having) in enumerate(zip(probes, postings, strict=True))
        }
        return Found(answers, documents)

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


def _selects(number: int, probe: Probe) -> list[str]:
    """Who has the token, and where not everybody counts, how many have it: FTS5's scores depend on that."""
    table = TABLES[probe.language]
    scores = f"SELECT {number}, rowid, -bm25({table}, {WEIGHTS}) FROM {table} WHERE {table} MATCH %s"
    if probe.not_in is None:
        return [scores]
    # The plus keeps SQLite from running the match anew for every row of the list.
    frequency = f"SELECT {number}, NULL, COUNT(*) FROM {table} WHERE {table} MATCH %s"
    return [f"{scores} AND +rowid IN ({NOT_IN[probe.not_in]})", frequency]


def _answer(postings: list[Posting], frequency: int, documents: int) -> Answer:
    """FTS5 multiplies by its own inverse document frequency, which vanishes for common words; ours does not."""
    if not postings:
        return Answer([], frequency)
    rarity = max(log((documents - frequency + 0.5) / (frequency + 0.5)), SMALLEST_RARITY)
    return Answer([(document_id, score / rarity) for document_id, score in postings], frequency)
