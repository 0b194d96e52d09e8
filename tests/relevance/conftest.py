"""The corpus of golden queries, made once for all tests that ask it, and forgotten after them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from site_core.languages import LANGUAGE_CODES, LanguageCode
from tests.relevance.corpus import FEED, identifiers, make_corpus
from tests.relevance.elasticsearch_index import filled_index
from tests.relevance.measure import Answers, answers, served_by
from tests.relevance.queries import read_queries


@dataclass(frozen=True)
class Corpus:
    """What is in the database: the documents' identifiers, and whether the feed is among them."""

    identifiers: Mapping[UUID, str]
    has_feed: bool

    def knows(self, identifier: str) -> bool:
        """Whether there is such a document."""
        return identifier in self.identifiers.values()


@pytest.fixture(scope="module")
def corpus(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Corpus]:
    """The corpus, in a transaction that is rolled back after the module.

    Only for tests with the django_db mark: without one in the run, no test database is made in the place of the real.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        make_corpus()
        yield Corpus(identifiers(), FEED.is_dir())
        transaction.set_rollback(True)


@pytest.fixture(scope="module", params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def given(request: pytest.FixtureRequest, corpus: Corpus) -> Iterator[Mapping[LanguageCode, Answers]]:
    """By language, the answers to all golden queries, of each engine in turn."""
    engine: str = request.param
    if engine == "embedded":
        yield _all_answers(engine, corpus)
        return
    with filled_index(request.getfixturevalue("elasticsearch_url"), f"test-{uuid4().hex}"):
        yield _all_answers(engine, corpus)


def _all_answers(engine: str, corpus: Corpus) -> Mapping[LanguageCode, Answers]:
    with served_by(engine):
        return {
            language: answers(read_queries(language), language, corpus.identifiers) for language in LANGUAGE_CODES
        }
