import pytest
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from search import feeding
from search.engines.protocol import EngineUnavailable
from search.feeding import feed, send_pending
from search.models import SearchDocument
from tests.search.contents import Shelf, content


class AwayEngine:
    """Takes nothing."""

    def write(self, documents: object) -> None:
        raise EngineUnavailable("away")


class TakingEngine:
    """Takes everything, and remembers in which order."""

    def __init__(self) -> None:
        self.taken: list[SearchDocument] = []

    def write(self, documents: list[SearchDocument]) -> None:
        self.taken += documents


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> DummyBackend:
    """A queue of tasks that can wait, such as production has; its tasks are run by nobody."""
    backend = DummyBackend("default", {})
    monkeypatch.setattr(task_backends._connections, "default", backend, raising=False)
    monkeypatch.setattr(feeding, "_retry_due", 0.0)
    return backend


def test_without_an_engine_outside_nothing_is_queued(
    shelf: Shelf, queue: DummyBackend, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        shelf.put(content("Kurssi"))
    assert queue.results == []
    assert feed.call() == 0


def test_what_an_engine_does_not_take_is_tried_again_once(
    shelf: Shelf, queue: DummyBackend, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(feeding, "outside_engine", AwayEngine)
    shelf.put(content("Kurssi"))
    for _ in range(3):
        assert feed.call() == 0
    assert len(queue.results) == 1
    assert queue.results[0].task.run_after is not None
    assert SearchDocument.objects.pending().count() == 1


def test_a_queue_that_cannot_wait_gets_no_retries(shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(feeding, "outside_engine", AwayEngine)
    monkeypatch.setattr(feeding, "_retry_due", 0.0)
    shelf.put(content("Kurssi"))
    assert feed.call() == 0
    assert feeding._retry_due == 0.0


def test_changes_and_removals_are_sent_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(feeding, "BATCH", 2)
    engine = TakingEngine()
    contents = [content(f"Kurssi {number}") for number in range(5)]
    shelf.put(*contents)
    shelf.remove(contents[0])
    assert send_pending(engine) == 5
    assert [document.deleted for document in engine.taken].count(True) == 1
    assert send_pending(engine) == 0


def test_a_batch_that_fails_leaves_the_earlier_ones_sent(shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(feeding, "BATCH", 1)
    shelf.put(content("Kurssi A"), content("Kurssi B"), content("Kurssi C"))

    class Tiring(TakingEngine):
        def write(self, documents: list[SearchDocument]) -> None:
            if len(self.taken) == 2:
                raise EngineUnavailable("tired")
            super().write(documents)

    with pytest.raises(EngineUnavailable):
        send_pending(Tiring())
    assert SearchDocument.objects.pending().count() == 1
