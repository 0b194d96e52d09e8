"""A rebuild while the site lives on, on a real node."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.management import call_command
from pytest_django import Settings

from search.engines.elasticsearch import rebuild as rebuild_module
from search.engines.elasticsearch.index import alias_of, new_index_name
from search.engines.elasticsearch.rebuild import NewIndex
from search.engines.protocol import Clause, EngineUnavailable, SearchQuery, SearchWord
from search.models import SearchDocument
from tests.search.contents import Shelf, content
from tests.search.engines.prompt_engine import PromptEngine

pytestmark = pytest.mark.elasticsearch

COURSES = SearchQuery(
    "fi", date(2026, 11, 23), (SearchWord("kurssi", (Clause("fi", ("kurssi",), "words", 1.0),)),), 1, limit=50
)


@pytest.fixture
def engine(shelf: Shelf, elasticsearch_engine: PromptEngine) -> PromptEngine:
    """With an index of three courses."""
    shelf.put(content("Kurssi A"), content("Kurssi B"), content("Kurssi C"))
    elasticsearch_engine.rebuild()
    return elasticsearch_engine


def present() -> dict[object, int]:
    return dict(SearchDocument.objects.present().values_list("key", "version"))


def test_a_new_index_takes_the_place_of_the_old(engine: PromptEngine):
    before = engine.indexes()
    assert engine.rebuild() == 3
    assert len(engine.indexes()) == 1
    assert engine.indexes() != before
    assert engine.search(COURSES).total == 3


def test_changes_made_while_it_fills_are_in_it(shelf: Shelf, engine: PromptEngine):
    changed, removed = (shelf.contents[key] for key in sorted(shelf.contents)[:2])
    rounds: list[int] = []

    def live_on(written: int) -> None:
        rounds.append(written)
        engine.write(shelf.put(replace(content("Kurssi muuttui"), key=changed.key), content("Kurssi uusi")))
        engine.write(shelf.remove(removed))

    assert engine.rebuild(live_on) == 3
    assert sum(rounds) == 3
    assert dict(engine.versions()) == present()


def test_changes_made_while_it_catches_up_are_in_it(
    shelf: Shelf, engine: PromptEngine, monkeypatch: pytest.MonkeyPatch
):
    catch_up, rounds = NewIndex.catch_up, []

    def catch_up_and_change(index: NewIndex, alias: str) -> int:
        if len(rounds) < 3:
            rounds.append(shelf.put(content(f"Kurssi {len(rounds)}")))
        return catch_up(index, alias)

    monkeypatch.setattr(NewIndex, "catch_up", catch_up_and_change)
    assert engine.rebuild() == 6
    assert dict(engine.versions()) == present()


def test_changes_written_to_the_old_index_at_the_last_moment_are_not_lost(
    shelf: Shelf, engine: PromptEngine, monkeypatch: pytest.MonkeyPatch
):
    put_in_place = NewIndex.put_in_place
    removed = shelf.contents[min(shelf.contents)]

    def change_and_put_in_place(index: NewIndex) -> None:
        engine.write(shelf.put(content("Kurssi viime hetkellä")))
        engine.write(shelf.remove(removed))
        put_in_place(index)

    monkeypatch.setattr(NewIndex, "put_in_place", change_and_put_in_place)
    engine.rebuild()
    assert dict(engine.versions()) == present()


def test_a_rebuild_that_fails_leaves_the_old_index_serving(engine: PromptEngine):
    before = engine.indexes()

    def fail(_written: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.rebuild(fail)
    assert engine.indexes() == before
    assert engine.search(COURSES).total == 3


def test_what_a_killed_rebuild_leaves_is_removed_by_the_next(engine: PromptEngine, monkeypatch: pytest.MonkeyPatch):
    def be_killed(_written: int) -> None:
        raise SystemExit

    with monkeypatch.context() as killed:
        killed.setattr(NewIndex, "drop", lambda index: None)
        with pytest.raises(SystemExit):
            engine.rebuild(be_killed)
    assert len(engine.indexes()) == 2
    assert engine.search(COURSES).total == 3
    engine.rebuild()
    assert len(engine.indexes()) == 1
    assert engine.search(COURSES).total == 3


def test_an_index_that_lacks_documents_is_not_put_in_place(engine: PromptEngine, monkeypatch: pytest.MonkeyPatch):
    before = engine.indexes()
    monkeypatch.setattr(rebuild_module, "send", lambda client, alias, lines: None)
    with pytest.raises(EngineUnavailable, match="0 documents instead of 3"):
        engine.rebuild()
    assert engine.indexes() == before


def test_of_two_rebuilds_the_one_that_swaps_first_wins(engine: PromptEngine):
    def another(_written: int) -> None:
        engine.rebuild()

    with pytest.raises(EngineUnavailable):
        engine.rebuild(another)
    assert len(engine.indexes()) == 1
    assert engine.search(COURSES).total == 3


def test_indexes_of_other_prefixes_are_left_alone(engine: PromptEngine):
    other = new_index_name(f"{engine.prefix}-other")
    engine.client.indices.create(index=other)
    try:
        engine.rebuild()
        assert engine.client.indices.exists(index=other)
    finally:
        engine.client.indices.delete(index=other)


def test_an_index_of_another_shape_is_not_searched_and_goes_with_the_rebuild(
    engine: PromptEngine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("search.engines.elasticsearch.index.SHAPE", "0badcafe")
    newer = PromptEngine()
    assert newer.alias == alias_of(engine.prefix) != engine.alias
    with pytest.raises(EngineUnavailable):
        newer.search(COURSES)
    newer.rebuild()
    assert newer.search(COURSES).total == 3
    assert len(newer.indexes()) == 1


def test_the_command_leaves_nothing_pending(
    shelf: Shelf, engine: PromptEngine, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("search.rebuilding.candidate_keys", lambda kind: set())
    settings.SEARCH_ENGINE = "elasticsearch"
    shelf.remove(shelf.contents[min(shelf.contents)])
    assert SearchDocument.objects.pending().count() == 3
    call_command("search_rebuild", verbosity=0)
    assert SearchDocument.objects.pending().count() == 0
    assert engine.search(COURSES).total == 2
