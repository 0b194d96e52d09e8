import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from elasticsearch import Elasticsearch

from search.node.configuration import Node
from search.node.liveness import running_pid
from search.node.temporary import free_ports


def run(*arguments: object) -> str:
    output = StringIO()
    call_command("elasticsearch_node", *map(str, arguments), stdout=output, stderr=StringIO())
    return output.getvalue().strip()


def test_status_of_a_node_that_is_not_there_is_an_error_with_its_own_code(home):
    with pytest.raises(CommandError, match="Not running") as raised:
        run("status", "--data-dir", home)
    assert raised.value.returncode == 3


def test_stopping_what_does_not_run_is_no_error(home):
    assert run("stop", "--data-dir", home) == "Was not running: http://127.0.0.1:9200"


def test_env_prints_the_variable_alone(home):
    assert run("stop", "--data-dir", home, "--port", 9333, "--env") == "ELASTICSEARCH_URLS=http://127.0.0.1:9333"


def test_what_is_missing_is_said_without_a_traceback(home, monkeypatch):
    monkeypatch.setenv("PATH", str(home))
    with pytest.raises(CommandError, match="Maven"):
        run("fetch", "--data-dir", home)


@pytest.mark.parametrize("arguments", [["restart"], ["start", "--port", "many"], []])
def test_bad_arguments_are_refused(arguments):
    with pytest.raises(CommandError):
        run(*arguments)


@pytest.mark.elasticsearch
@pytest.mark.slow
def test_node_is_started_once_serves_and_stops(elasticsearch_home):
    port, transport_port = free_ports(2)
    arguments = ("--data-dir", elasticsearch_home, "--port", port, "--transport-port", transport_port)
    node = Node(elasticsearch_home, port)
    try:
        assert run("start", *arguments) == f"Started: {node.url}"
        pid = running_pid(node)
        assert Path(f"/proc/{pid}").stat().st_uid != 0
        assert run("start", *arguments) == f"Already running: {node.url}"
        assert run("status", *arguments) == f"Running: {node.url}, green, process {pid}"
        with Elasticsearch(node.url) as client:
            client.index(index="guidance", document={"name": "opinto-ohjaus"}, refresh=True)
            hits = client.search(index="guidance", query={"match": {"name": "ohjaus"}})["hits"]["total"]["value"]
        assert hits == 1
        assert run("stop", *arguments) == f"Stopped: {node.url}"
        with pytest.raises(CommandError, match="Not running"):
            run("status", *arguments)
    finally:
        run("stop", *arguments)
        shutil.rmtree(node.folder)


@pytest.mark.elasticsearch
def test_tests_get_a_node_that_is_green(elasticsearch_url):
    with Elasticsearch(elasticsearch_url) as client:
        assert client.cluster.health()["status"] in {"green", "yellow"}
