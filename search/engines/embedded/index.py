"""What the embedded engine needs of a database: to keep tokens of documents, and to tell who has a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from search.models import SearchText
from search.ranking import Net
from site_core.languages import LanguageCode

Posting = tuple[int, float]
"""The id of a document that has the token, and how much it has of it (the saturated frequency of BM25)."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One token looked for in the fields of one net, in one language.

    With `not_in` only documents count that are not written in that language.
    """

    language: LanguageCode
    net: Net
    token: str
    not_in: LanguageCode | None = None


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A text to put into the index, and the version of its document."""

    text: SearchText
    version: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The documents that a probe found, and in how many its token stands at all."""

    postings: list[Posting]
    frequency: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answers to probes, and how many documents there are in all."""

    answers: dict[Probe, Answer]
    documents: int


class TokenIndex(Protocol):
    """The index tables of one kind of database. All writes are in the transaction of the caller."""

    def find(self, probes: Sequence[Probe]) -> Found:
        """Who has the tokens, in one query."""

    def put(self, texts: Sequence[TextVersion]) -> None:
        """Put texts of documents in, in place of what was there."""

    def remove(self, document_ids: Sequence[int]) -> None:
        """Take documents out."""

    def clear(self) -> None:
        """Take everything out."""

    def versions(self) -> Iterable[tuple[int, int]]:
        """The document and version of each text in the index."""


def token_index(connection: BaseDatabaseWrapper) -> TokenIndex:
    """The index tables of the connected database."""
    if connection.vendor == "postgresql":
        from search.engines.embedded.postgresql import PostgresqlIndex

        return PostgresqlIndex(connection)
    from search.engines.embedded.sqlite import SqliteIndex

    return SqliteIndex(connection)
