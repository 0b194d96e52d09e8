"""The index on PostgreSQL: for each text the weighted frequency of each token, under a GIN index.

PostgreSQL's own full-text ranking knows neither how rare a word is nor more than four weights; the weighted
frequencies give BM25 itself, with the same figures as on SQLite.
"""

from __future__ import annotations

import json
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
    SELECT probe.number, probe.not_in, text.document_id, text.language, text.length,
           (text.weights ->> probe.token)::double precision AS frequency,
           count(*) OVER (PARTITION BY probe.number) AS standing_in
    FROM unnest(%s::integer[], %s::text[], %s::text[], %s::text[]) AS probe (number, language, token, not_in)
    JOIN search_index AS text ON text.weights ? probe.token AND text.language = probe.language
)
SELECT number, document_id, standing_in,
       frequency * (%s + 1) / (frequency + %s * (1 - %s + %s * matching.length / totals.length))
FROM matching JOIN totals USING (language)
WHERE not_in = '' OR EXISTS (
    SELECT 1 FROM search_searchdocument AS document
    WHERE document.id = document_id AND NOT CASE not_in WHEN 'fi' THEN document.in_fi ELSE document.in_sv END
)
UNION ALL
SELECT -1, coalesce(max(documents), 0), 0, 0 FROM totals
"""
PUT = """
INSERT INTO search_index (document_id, language, version, length, weights)
VALUES (%s, %s, %s, %s, %s::jsonb)
ON CONFLICT (document_id, language)
DO UPDATE SET version = excluded.version, length = excluded.length, weights = excluded.weights
"""


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
        rows = [
            (
                item.text.document_id,
                item.text.language,
                item.version,
                length(item.text),
                json.dumps(weights(item.text)),
            )
            for item in texts
        ]
        with self.connection.cursor() as cursor:
            cursor.executemany(PUT, rows)

    def remove(self, document_ids: Sequence[int]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_index WHERE document_id = ANY(%s)", [list(document_ids)])

    def clear(self) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_index")

    def versions(self) -> Iterable[tuple[int, int]]:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT document_id, version FROM search_index")
            yield from cursor


def weights(text: SearchText) -> dict[str, float]:
    """How often each token stands in the text, each time counted with the weight of its field."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    for net, fields in NETS.items():
        for field, weight in fields.items():
            for token in getattr(text, field).split():
                frequencies[PREFIXES[net] + token] += weight
    return {token: round(frequency, 2) for token, frequency in frequencies.items()}


def length(text: SearchText) -> int:
    """How many tokens the text has, in all fields."""
    return sum(len(getattr(text, field).split()) for field in TOKEN_FIELDS)
