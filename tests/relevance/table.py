"""The figures of golden queries as a table, a row for each kind of query."""

from collections.abc import Iterator, Sequence

from tests.relevance.measure import Answers, Figures, figures
from tests.relevance.queries import KINDS, GoldenQuery

ROW = "{:<16}{:>8}{:>10}{:>8}{:>8}{:>8}{:>8}"


def rows(title: str, queries: Sequence[GoldenQuery], given: Answers) -> Iterator[str]:
    """The lines of the table."""
    yield title
    yield ROW.format("kind", "queries", "nDCG@10", "hit@1", "hit@3", "hit@10", "MRR")
    for kind in KINDS:
        yield _row(kind, figures([golden for golden in queries if golden.kind == kind], given))
    yield _row("all", figures(queries, given))


def _row(name: str, measured: Figures | None) -> str:
    if measured is None:
        return ROW.format(name, 0, *["-"] * 5)
    shares = (measured.ndcg, *measured.success.values(), measured.reciprocal_rank)
    return ROW.format(name, measured.queries, *(f"{share:.3f}" for share in shares))
