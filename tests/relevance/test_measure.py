"""The figures of golden queries are what their names say, and mistakes in golden queries are named."""

import json
from pathlib import Path

import pytest

from tests.relevance.measure import Figures, figures
from tests.relevance.queries import TOP, TOP_OF_CROSS_LANGUAGE, GoldenQuery, read_queries
from tests.relevance.table import rows

WORK = GoldenQuery("työ", "inflection", {"a": 3, "b": 1})
STUDIES = GoldenQuery("opinnot", "compound", {"c": 2})
NOTHING = GoldenQuery("pitsa", "negative", {}, nothing=True)


def test_figures_of_a_perfect_and_a_missed_query():
    measured = figures([WORK, STUDIES, NOTHING], {"työ": ["a", "b"], "opinnot": ["", "x"], "pitsa": []})
    assert measured == Figures(2, 0.5, {1: 0.5, 3: 0.5, 10: 0.5}, 0.5)


def test_a_hit_further_down_counts_by_its_rank():
    measured = figures([STUDIES], {"opinnot": ["x", "y", "z", "c"]})
    assert measured is not None
    assert measured.success == {1: 0.0, 3: 0.0, 10: 1.0}
    assert measured.reciprocal_rank == 0.25
    assert 0 < measured.ndcg < 0.5


def test_only_known_documents_are_asked_for():
    given = {"työ": ["b"], "opinnot": []}
    measured = figures([WORK, STUDIES], given, lambda identifier: identifier == "b")
    assert measured == Figures(1, 1.0, {1: 1.0, 3: 1.0, 10: 1.0}, 1.0)
    assert figures([STUDIES], given, lambda identifier: False) is None


def test_the_table_has_a_row_for_each_kind():
    lines = list(rows("embedded, fi", [WORK], {"työ": ["a", "b"]}))
    assert lines[0] == "embedded, fi"
    (inflection,) = [line for line in lines if line.startswith("inflection")]
    assert inflection.split() == ["inflection", "1", "1.000", "1.000", "1.000", "1.000", "1.000"]
    assert any(line.split() == ["question", "0", "-", "-", "-", "-", "-"] for line in lines)


def test_results_of_the_other_language_may_come_lower(tmp_path: Path):
    _write(tmp_path, {}, {"query": "b", "kind": "cross_language"}, {"query": "c", "top": 1})
    assert [golden.top for golden in read_queries("fi", tmp_path)] == [TOP, TOP_OF_CROSS_LANGUAGE, 1]


@pytest.mark.parametrize(
    "mistake",
    [
        {"kind": "typo"},
        {"relevant": {"demo:a": 4}},
        {"relevant": {}},
        {"nothing": True},
        {"not_on_top": ["demo:a"]},
        {"relevance": {}},
    ],
)
def test_a_mistake_is_named_with_its_query(tmp_path: Path, mistake: dict[str, object]):
    _write(tmp_path, mistake)
    with pytest.raises(ValueError, match="uraohjaus"):
        read_queries("fi", tmp_path)


def _write(folder: Path, *items: dict[str, object]) -> None:
    right = {"query": "uraohjaus", "kind": "name", "relevant": {"demo:a": 3}}
    (folder / "fi.json").write_text(json.dumps([right | item for item in items]))
