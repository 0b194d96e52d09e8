"""The language analysis reaches its targets, on words of our own and on independent gold, with every engine."""

from pathlib import Path

import pytest

from tests.relevance.gold import Figures, measure
from tests.relevance.measure_analysis import main
from tests.relevance.retrieval import measure_retrieval
from tests.search.analysis.conftest import finnish, finnish_engine

__all__ = ["finnish", "finnish_engine"]

OUR_GOLD = Path(__file__).parent / "gold"


@pytest.fixture(params=["our gold", pytest.param("independent gold", marks=pytest.mark.slow)])
def gold(request: pytest.FixtureRequest) -> Path:
    """A folder of gold: the shipped one, and the one beside the project."""
    if request.param == "our gold":
        return OUR_GOLD
    shared: Path = request.getfixturevalue("shared_data")
    return shared / "language"


def assert_reached(figures: Figures, *, heads: float, modifiers: float, wrong_hits: float) -> None:
    """The targets of the project, over all fields of the index."""
    assert figures.inflection_tokens >= 0.96
    assert figures.inflection_types >= 0.96
    assert figures.heads >= heads
    assert figures.modifiers >= modifiers
    assert figures.wrong_hits <= wrong_hits


def test_finnish_words_are_found_in_all_forms_and_as_parts(gold: Path, finnish_engine: str) -> None:
    assert_reached(measure(gold, "fi"), heads=0.96, modifiers=0.93, wrong_hits=0.035)


def test_swedish_words_are_found_in_all_forms_and_as_parts(gold: Path) -> None:
    allowed = 0.03 if gold == OUR_GOLD else 0.02
    assert_reached(measure(gold, "sv"), heads=0.88, modifiers=0.82, wrong_hits=allowed)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_documents_are_found_and_well_ordered(shared_data: Path, lang: str) -> None:
    for quality in measure_retrieval(shared_data / "language" / f"retrieval_{lang}.jsonl", lang).values():
        assert quality.ndcg >= 0.95
        assert quality.recall >= 0.98
        assert quality.empty <= 0.015


def test_the_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "inflection.tsv").write_text("lang\tform\tlemma\nfi\tlasten\tlapsi\nsv\tbarnens\tbarn\n")
    (tmp_path / "compounds.tsv").write_text("lang\tform\tpart\trole\nfi\tlastenhoito\tlapsi\tmodifier\n")
    (tmp_path / "negatives.tsv").write_text("lang\tform\tother_lemma\nsv\tväg\tvåg\n")
    assert main([str(tmp_path), "--engine", "pyvoikko"]) == 0
    printed = capsys.readouterr().out
    assert "Finnish with pyvoikko" in printed
    assert "Swedish" in printed


def test_a_folder_without_gold_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--engine", "pyvoikko"]) == 2
    assert "inflection.tsv" in capsys.readouterr().err
