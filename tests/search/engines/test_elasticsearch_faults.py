"""Whatever happens to Elasticsearch, clients get their answer and changes are not lost."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from elasticsearch import Elasticsearch
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from search.circuit_breaker import CircuitBreaker
from search.engines.elasticsearch import engine as engine_module
from search.engines.elasticsearch.cluster import Cluster, RequestRefused
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.protocol import EngineUnavailable
from search.health import check_search
from search.models import SearchDocument
from search.node.temporary import free_ports
from search.service import run_search
from tests.search.contents import Shelf, content
from tests.search.engines import fake_cluster as fake

FAULTS: dict[str, Callable[..., None]] = {
    "hangs": fake.hangs,
    "drips": fake.drips,
    "comes late": fake.comes_late,
    "hangs up": fake.hangs_up,
    "breaks off": fake.breaks_off,
    "is no HTTP": fake.says(b"\x00\xffSSH-2.0\r\n\r\n"),
    "is unavailable": fake.says(fake.response({"error": "no master"}, "503 Service Unavailable")),
    "is busy": fake.says(fake.response({"error": "rejected"}, "429 Too Many Requests")),
    "has no index": fake.says(fake.response({"error": {"type": "index_not_found_exception"}}, "404 Not Found")),
    "denies access": fake.says(fake.response({"error": "no"}, "403 Forbidden")),
    "is something else": fake.says(fake.response(fake.found(), headers="")),
    "answers no JSON": fake.says(fake.response(b"<html>")),
    "answers nothing": fake.says(fake.response({})),
    "answers a list": fake.says(fake.response([1, 2])),
    "answers null": fake.says(fake.response({"hits": None, "aggregations": None})),
    "finds no number": fake.says(fake.response({**fake.found(), "hits": {"total": {"value": "many"}, "hits": []}})),
    "finds strange keys": fake.says(
        fake.response({**fake.found(), "hits": {"total": {"value": 1}, "hits": [{"_id": "x", "_score": 1}]}})
    ),
}


def served_by_elasticsearch(settings: Settings, url: str, timeout: float = 0.3) -> None:
    settings.SEARCH_ENGINE = "elasticsearch"
    settings.ELASTICSEARCH = {**settings.ELASTICSEARCH, "urls": [url], "timeout_seconds": timeout}


@pytest.fixture
def one_document(shelf: Shelf) -> Shelf:
    shelf.put(content("Uraohjaus"))
    return shelf


class TestSearch:
    @pytest.mark.parametrize("fault", FAULTS)
    def test_the_database_answers_in_its_place(self, one_document: Shelf, settings: Settings, fault: str):
        with fake.fake_cluster(FAULTS[fault]) as cluster:
            served_by_elasticsearch(settings, cluster.url)
            results = run_search("uraohjaus", "fi")
            assert cluster.connections == 1
        assert [item.title for item in results.items] == ["Uraohjaus"]

    def test_a_cluster_that_is_well_answers_itself(self, one_document: Shelf, settings: Settings):
        with fake.fake_cluster(fake.well) as cluster:
            served_by_elasticsearch(settings, cluster.url, timeout=20)
            assert run_search("uraohjaus", "fi").total == fake.ANSWERED_BY_CLUSTER

    def test_nobody_is_there(self, one_document: Shelf, settings: Settings):
        served_by_elasticsearch(settings, f"http://127.0.0.1:{free_ports(1)[0]}")
        assert run_search("uraohjaus", "fi").total == 1

    @pytest.mark.parametrize(
        "wrong", [{"urls": ["es.example.org"]}, {"urls": []}, {"ca_file": "/no/such/file", "urls": ["https://x:1"]}]
    )
    def test_settings_of_which_no_client_can_be_made(
        self, one_document: Shelf, settings: Settings, wrong: dict[str, Any]
    ):
        settings.SEARCH_ENGINE = "elasticsearch"
        settings.ELASTICSEARCH = {**settings.ELASTICSEARCH, **wrong}
        assert run_search("uraohjaus", "fi").total == 1

    def test_one_search_waits_once_even_if_it_asks_twice(self, one_document: Shelf, settings: Settings):
        with fake.fake_cluster(fake.hangs) as cluster:
            served_by_elasticsearch(settings, cluster.url)
            assert run_search("lukitesti puutarha", "fi").total == 0
            assert cluster.connections == 1


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


class TestCircuit:
    @pytest.fixture(autouse=True)
    def cluster(
        self, one_document: Shelf, settings: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[fake.FakeCluster]:
        """A cluster that hangs to begin with, asked through a breaker whose clock the test holds."""
        settings.SEARCH_ENGINE = "elasticsearch"
        with fake.fake_cluster(fake.hangs) as cluster:
            client = Elasticsearch(cluster.url, request_timeout=20, max_retries=0)
            breaker = CircuitBreaker("E", failures=2, pause=10, harmless=(RequestRefused,), clock=clock)
            monkeypatch.setattr(engine_module, "current_cluster", lambda: Cluster(client, breaker, 0.3))
            yield cluster

    def test_a_hanging_cluster_is_soon_left_alone(self, cluster: fake.FakeCluster):
        assert [run_search("uraohjaus", "fi").total for _ in range(5)] == [1] * 5
        assert cluster.connections == 2

    def test_it_serves_again_once_it_is_back(self, cluster: fake.FakeCluster, clock: Clock):
        for _ in range(3):
            run_search("uraohjaus", "fi")
        cluster.behave = fake.well
        assert run_search("uraohjaus", "fi").total == 1
        clock.now += 10
        assert [run_search("uraohjaus", "fi").total for _ in range(2)] == [fake.ANSWERED_BY_CLUSTER] * 2

    def test_refusals_do_not_open_the_circuit(self, cluster: fake.FakeCluster):
        cluster.behave = FAULTS["has no index"]
        for _ in range(4):
            assert run_search("uraohjaus", "fi").total == 1
        assert cluster.connections == 4

    def test_garbage_opens_the_circuit(self, cluster: fake.FakeCluster):
        cluster.behave = FAULTS["answers nothing"]
        for _ in range(4):
            assert run_search("uraohjaus", "fi").total == 1
        assert cluster.connections == 2

    def test_writes_are_spared_by_what_searches_found_out(self, cluster: fake.FakeCluster):
        for _ in range(2):
            run_search("uraohjaus", "fi")
        with pytest.raises(EngineUnavailable):
            ElasticsearchEngine().write(SearchDocument.objects.prefetch_related("texts"))
        assert cluster.connections == 2

    def test_health_says_so_and_clients_are_still_served(self, cluster: fake.FakeCluster):
        for _ in range(2):
            run_search("uraohjaus", "fi")
        report = check_search()
        assert (report.ok, report.essential) == (False, False)
        assert report.details["available"] is False
        assert "asked again in" in report.details["detail"]
        assert cluster.connections == 2


class TestWriting:
    @pytest.mark.parametrize("fault", ["hangs", "is unavailable", "has no index", "answers nothing"])
    def test_a_change_is_made_all_the_same_and_waits(
        self,
        shelf: Shelf,
        settings: Settings,
        fault: str,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ):
        with fake.fake_cluster(FAULTS[fault]) as cluster:
            served_by_elasticsearch(settings, cluster.url)
            with django_capture_on_commit_callbacks(execute=True):
                shelf.put(content("Uraohjaus"))
            assert cluster.connections == 1
            assert run_search("uraohjaus", "fi").total == 1
        assert SearchDocument.objects.pending().count() == 1

    @pytest.mark.parametrize("fault", FAULTS)
    def test_every_way_of_asking_fails_in_the_one_agreed_way(
        self, one_document: Shelf, settings: Settings, fault: str
    ):
        key = SearchDocument.objects.get().key
        with fake.fake_cluster(FAULTS[fault]) as cluster:
            served_by_elasticsearch(settings, cluster.url)
            with pytest.raises(EngineUnavailable):
                ElasticsearchEngine().delete([key])
            assert not ElasticsearchEngine().status().available
