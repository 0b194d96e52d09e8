"""Runs golden queries through an engine, as clients would, and tells how good its answers are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn
from unittest import mock
from uuid import UUID

from django.test import override_settings

from search.service import run_search
from site_core.languages import LanguageCode
from tests.relevance.queries import GoldenQuery
from tests.relevance.retrieval import ndcg

DEPTH = 10
"""Results of a query that are looked at: the first page."""

Answers = Mapping[str, Sequence[str]]
"""By query, the identifiers of its results in their order."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The means of some queries. A hit is a right answer of any grade; `success` is by how many results are seen."""

    queries: int
    ndcg: float
    success: Mapping[int, float]
    reciprocal_rank: float


@contextmanager
def served_by(engine: str) -> Iterator[None]:
    """Have the engine answer, and no other in its place if it fails."""

    def fail(_name: str) -> NoReturn:
        raise AssertionError(f"The engine {engine} did not answer.")

    with override_settings(SEARCH_ENGINE=engine), mock.patch("search.service.engine", fail):
        yield


def answers(queries: Iterable[GoldenQuery], language: LanguageCode, identifiers: Mapping[UUID, str]) -> Answers:
    """The first page of results of each query, from the engine that serves. What no query knows has an empty name."""
    return {
        golden.query: [identifiers.get(item.key, "") for item in run_search(golden.query, language, size=DEPTH).items]
        for golden in queries
    }


def figures(queries: Sequence[GoldenQuery], given: Answers, known: Callable[[str], bool] = bool) -> Figures | None:
    """How good the answers are, for the queries that have a right answer among the `known` documents.

    None where there is no such query.
    """
    judged = [(grades, given[golden.query]) for golden in queries if (grades := grades_of(golden, known))]
    if not judged:
        return None
    ranks = [first_hit(grades, found) for grades, found in judged]

    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(judged)

    return Figures(
        queries=len(judged),
        ndcg=mean(ndcg(list(found), grades) for grades, found in judged),
        success={depth: mean(rank is not None and rank <= depth for rank in ranks) for depth in (1, 3, DEPTH)},
        reciprocal_rank=mean(1 / rank if rank else 0 for rank in ranks),
    )


def grades_of(golden: GoldenQuery, known: Callable[[str], bool]) -> dict[str, int]:
    """The right answers among the known documents."""
    return {identifier: grade for identifier, grade in golden.relevant.items() if known(identifier)}


def first_hit(grades: Mapping[str, int], found: Sequence[str]) -> int | None:
    """The rank of the first right answer, from 1."""
    return next((rank for rank, identifier in enumerate(found, 1) if identifier in grades), None)
