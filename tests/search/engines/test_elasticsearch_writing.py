"""Writes that come late, twice or not at all, on a real node."""

import uuid
from copy import copy
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from search.checking import Fault, check, repair
from search.documents.content import DocumentContent
from search.engines.elasticsearch.writing import removals, send
from search.engines.protocol import EngineUnavailable
from search.feeding import send_pending
from search.health import check_search, search_lag
from search.models import SearchDocument
from search.node.temporary import free_ports
from search.service import run_search
from tests.search.contents import Shelf, content
from tests.search.engines.prompt_engine import PromptEngine

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def engine(shelf: Shelf, elasticsearch_engine: PromptEngine) -> PromptEngine:
    """With an index, and nothing in it."""
    elasticsearch_engine.rebuild()
    return elasticsearch_engine


@pytest.fixture
def serving(engine: PromptEngine, settings: Settings) -> PromptEngine:
    """The engine, chosen to serve clients."""
    settings.SEARCH_ENGINE = "elasticsearch"
    return engine


def renamed(one: DocumentContent, title: str) -> DocumentContent:
    return replace(content(title), key=one.key)


class TestVersions:
    def test_a_write_that_comes_late_changes_nothing(self, shelf: Shelf, engine: PromptEngine):
        one = content("Vanha nimi")
        old = shelf.put(one)[0]
        new = shelf.put(renamed(one, "Uusi nimi"))[0]
        engine.write([new])
        engine.write([old])
        assert dict(engine.versions()) == {one.key: new.version}

    def test_a_document_that_was_taken_out_is_not_revived_by_a_late_write(self, shelf: Shelf, engine: PromptEngine):
        one = content("Kurssi")
        old = shelf.put(one)[0]
        engine.write([old])
        engine.write(shelf.remove(one))
        engine.write([old])
        assert dict(engine.versions()) == {}

    def test_a_late_removal_does_not_take_out_what_came_back(self, shelf: Shelf, engine: PromptEngine):
        one = content("Kurssi")
        engine.write(shelf.put(one))
        tombstone = copy(shelf.remove(one)[0])
        back = shelf.put(one)[0]
        engine.write([back])
        engine.write([tombstone])
        assert dict(engine.versions()) == {one.key: back.version}

    def test_writing_the_same_again_is_no_error(self, shelf: Shelf, engine: PromptEngine):
        rows = shelf.put(content("Kurssi"))
        engine.write(rows)
        engine.write(rows)
        assert len(engine.versions()) == 1

    def test_removing_what_is_not_there_is_no_error(self, shelf: Shelf, engine: PromptEngine):
        one = content("Kurssi")
        shelf.put(one)
        engine.write(shelf.remove(one))
        engine.delete([one.key, uuid.uuid4()])
        assert dict(engine.versions()) == {}

    def test_what_was_deleted_can_be_written_again_in_the_same_version(self, shelf: Shelf, engine: PromptEngine):
        rows = shelf.put(content("Kurssi"))
        engine.write(rows)
        engine.delete([rows[0].key])
        engine.write(rows)
        assert set(engine.versions()) == {rows[0].key}

    def test_many_documents_go_in_several_requests(self, shelf: Shelf, engine: PromptEngine):
        rows = shelf.put(*(content(f"Kurssi {number}") for number in range(45)))
        engine.write(rows)
        assert set(engine.versions()) == {row.key for row in rows}

    def test_a_document_that_the_index_cannot_take_is_named(self, shelf: Shelf, engine: PromptEngine):
        row = shelf.put(content("Kurssi"))[0]
        row.facet_values = "no_such_facet:1"
        with pytest.raises(EngineUnavailable, match=str(row.key)):
            engine.write([row])


class TestWithoutAnIndex:
    def test_nothing_makes_one_by_accident(self, shelf: Shelf, elasticsearch_engine: PromptEngine):
        rows = shelf.put(content("Kurssi"))
        for call in (
            lambda: elasticsearch_engine.write(rows),
            lambda: elasticsearch_engine.delete([rows[0].key]),
            elasticsearch_engine.versions,
        ):
            with pytest.raises(EngineUnavailable):
                call()
        assert elasticsearch_engine.indexes() == set()
        assert not elasticsearch_engine.client.indices.exists(index=elasticsearch_engine.alias)

    def test_the_database_answers_and_health_tells_what_to_do(
        self, shelf: Shelf, elasticsearch_engine: PromptEngine, settings: Settings
    ):
        settings.SEARCH_ENGINE = "elasticsearch"
        shelf.put(content("Kurssi"))
        assert run_search("kurssi", "fi").total == 1
        assert "search_rebuild" in check_search().details["detail"]


class TestFeeding:
    def test_a_change_is_in_the_index_once_it_is_certain(
        self,
        shelf: Shelf,
        serving: PromptEngine,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ):
        with django_capture_on_commit_callbacks() as certain:
            row = shelf.put(content("Kurssi"))[0]
            assert dict(serving.versions()) == {}
        for callback in certain:
            callback()
        assert dict(serving.versions()) == {row.key: row.version}
        assert not SearchDocument.objects.pending().exists()

    def test_what_an_outage_kept_back_is_sent_afterwards(
        self,
        shelf: Shelf,
        serving: PromptEngine,
        settings: Settings,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ):
        before, during = content("Kurssi A"), content("Kurssi B")
        with django_capture_on_commit_callbacks(execute=True):
            shelf.put(before)
        here = settings.ELASTICSEARCH
        settings.ELASTICSEARCH = {**here, "urls": [f"http://127.0.0.1:{free_ports(1)[0]}"]}
        with django_capture_on_commit_callbacks(execute=True):
            shelf.put(during)
            shelf.remove(before)
        assert search_lag().documents == 2
        with pytest.raises(CommandError):
            call_command("search_sync")
        settings.ELASTICSEARCH = here
        call_command("search_sync", verbosity=0)
        assert set(serving.versions()) == {during.key}
        assert search_lag().documents == 0

    def test_results_show_nothing_that_the_engine_has_not_heard_the_end_of(self, shelf: Shelf, serving: PromptEngine):
        gone, expired, stays = content("Kurssi A"), content("Kurssi B"), content("Kurssi C")
        serving.write(shelf.put(gone, expired, stays))
        serving.client.indices.refresh(index=serving.alias)
        shelf.remove(gone)
        shelf.put(replace(expired, visible_until=timezone.localdate() - timedelta(days=1)))
        assert [item.title for item in run_search("kurssi", "fi").items] == ["Kurssi C"]


class TestChecking:
    def test_missing_outdated_newer_and_left_over_copies_are_found_and_mended(
        self, shelf: Shelf, serving: PromptEngine, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("search.checking.candidate_keys", lambda kind: set())
        monkeypatch.setattr("search.checking._document_findings", lambda kind: iter(()))
        missing, outdated, ahead, left_over = (content(f"Kurssi {letter}") for letter in "ABCD")
        shelf.put(missing)
        serving.write(shelf.put(outdated, ahead, left_over))
        shelf.put(renamed(outdated, "Kurssi B2"))
        newer = shelf.put(renamed(ahead, "Kurssi C2"))[0]
        newer.version += 1
        serving.write([newer])
        SearchDocument.objects.filter(key=left_over.key).update(deleted=True)
        send(
            serving.client,
            serving.alias,
            [{"index": {"_id": str(uuid.UUID(int=7)), "version": 1, "version_type": "external"}}, {"number": 1}],
        )
        findings = {(finding.key, finding.fault) for finding in check() if finding.place == "elasticsearch"}
        assert findings == {
            (missing.key, Fault.MISSING),
            (outdated.key, Fault.OUTDATED),
            (ahead.key, Fault.AHEAD),
            (left_over.key, Fault.LEFT_OVER),
            (uuid.UUID(int=7), Fault.LEFT_OVER),
        }
        repair(check())
        assert [finding for finding in check() if finding.place == "elasticsearch"] == []
        assert dict(serving.versions()) == dict(SearchDocument.objects.present().values_list("key", "version"))

    def test_thousands_of_documents_are_compared(
        self, shelf: Shelf, engine: PromptEngine, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("search.engines.elasticsearch.comparison.PAGE", 3)
        rows = shelf.put(*(content(f"Kurssi {number}") for number in range(9)))
        engine.write(rows)
        assert dict(engine.versions()) == {row.key: row.version for row in rows}
        send(engine.client, engine.alias, removals({rows[0].key: rows[0].version}))
        assert len(engine.versions()) == 8


def test_a_change_while_sending_stays_pending(shelf: Shelf, engine: PromptEngine):
    one = content("Vanha nimi")
    shelf.put(one)

    class Slow(PromptEngine):
        def write(self, documents: list[SearchDocument]) -> None:  # type: ignore[override]
            super().write(documents)
            shelf.put(renamed(one, "Uusi nimi"))

    send_pending(Slow())
    assert SearchDocument.objects.pending().get().key == one.key
    send_pending(engine)
    assert dict(engine.versions()) == {one.key: SearchDocument.objects.get().version}
