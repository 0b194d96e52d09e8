"""The index on PostgreSQL: a row a token of a text, with its weighted frequency.

PostgreSQL's own full-text ranking knows neither how rare a word is nor more than four weights. The weighted
frequencies give BM25 itself, with the same figures as on SQLite; kept in the text's own row, under a GIN index,
they would take less room and twenty times as long to read (docs/adr/0005).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from search.engines.embedded.index import Answer, Found, Posting, Probe, TextVersion
from search.models import SearchText
from search.ranking import K1, NETS, TOKEN_FIELDS, B, Net

PREFIXES: dict[Net, str] = {"words": "", "stems": "s:", "folded": "f:"}

FIND = """
WITH totals AS (SELECT language, avg(length) AS length, count(*) AS documents FROM search_index GROUP BY language),
matching AS (
    SELECT probe.number, probe.not_in, posting.document_id, posting.language, posting.frequency::double precision,
           count(*) OVER (PARTITION BY probe.number) AS standing_in
    FROM unnest(%s::integer[], %s::text[], %s::text[], %s::text[]) AS probe (number, language, token, not_in)
    JOIN search_posting AS posting ON posting.language = probe.language AND posting.token = probe.token
)
SELECT number, document_id, standing_in,
       frequency * (%s + 1) / (frequency + %s * (1 - %s + %s * text.length / totals.length))
FROM matching JOIN search_index AS text USING (document_id, language) JOIN totals USING (language)
WHERE not_in = '' OR EXISTS (
    SELECT 1 FROM search_searchdocument AS document
    WHERE document.id = document_id AND NOT CASE not_in WHEN 'fi' THEN document.in_fi ELSE document.in_sv END
)
UNION ALL
SELECT -1, coalesce(max(documents), 0), 0, 0 FROM totals
"""
PUT_TEXTS = """
INSERT INTO search_index (document_id, language, version, length)
SELECT * FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::integer[])
"""
PUT_TOKENS = """
INSERT INTO search_posting (document_id, language, token, frequency)
SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::real[])
"""
TABLES = ("search_index", "search_posting")


class PostgresqlIndex:
    """See `TokenIndex`."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def find(self, probes: Sequence[Probe]) -> Found:
        postings: list[list[Posting]] = [[] for _ in probes]
        having = [0] * len(probes)
        documents = 0
        numbers = list(range(len(probes)))
        languages = [str(probe.language) for probe in probes]
        tokens = [PREFIXES[probe.net] + probe.token for probe in probes]
        excluded = [probe.not_in or "" for probe in probes]
        with self.connection.cursor() as cursor:
            cursor.execute(FIND, [numbers, languages, tokens, excluded, K1, K1, B, B])
            for number, document_id, frequency, score in cursor:
                if number < 0:
                    documents = document_id
                else:
                    postings[number].append((document_id, score))
                    having[number] = frequency
        answers = map(Answer, postings, having)
        return Found(dict(zip(probes, answers, strict=True)), documents)

    def put(self, texts: Sequence[TextVersion]) -> None:
        self.remove([item.text.document_id for item in texts])
        rows = [(item.text.document_id, item.text.language, item.version, length(item.text)) for item in texts]
        tokens = [
            (item.text.document_id, item.text.language, token, frequency)
            for item in texts
            for token, frequency in weighted_frequencies(item.text).items()
        ]
        with self.connection.cursor() as cursor:
            if rows:
                cursor.execute(PUT_TEXTS, _columns(rows))
            if tokens:
                cursor.execute(PUT_TOKENS, _columns(tokens))

    def remove(self, document_ids: Sequence[int]) -> None:
        with self.connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"DELETE FROM {table} WHERE document_id = ANY(%s)", [list(document_ids)])  # noqa: S608

    def clear(self) -> None:
        with self.connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608

    def versions(self) -> Iterable[tuple[int, int]]:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT document_id, version FROM search_index")
            yield from cursor


def weighted_frequencies(text: SearchText) -> dict[str, float]:
    """How often each token stands in the text, each time counted with the weight of its field."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    for net, fields in NETS.items():
        for field, weight in fields.items():
            for token in getattr(text, field).split():
                frequencies[PREFIXES[net] + token] += weight
    return frequencies


def length(text: SearchText) -> int:
    """How many tokens the text has, in all fields."""
    return sum(len(getattr(text, field).split()) for field in TOKEN_FIELDS)


def _columns(rows: Sequence[tuple[object, ...]]) -> list[list[object]]:
    return [list(column) for column in zip(*rows, strict=True)]
