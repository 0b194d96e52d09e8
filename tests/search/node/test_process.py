import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from search.node import NodeError, process
from search.node.configuration import LOOPBACK, Node, write_configuration
from search.node.distribution import distribution_folder
from search.node.liveness import health, running_pid
from search.node.process import start, stop
from search.node.temporary import free_ports


@pytest.fixture
def node(home, make_script, monkeypatch) -> Node:
    """A node whose server gives up at once, with a Java that is good enough."""
    make_script(home / "jdk" / "bin" / "java", "echo 'openjdk version \"21\"' >&2")
    monkeypatch.setenv("ES_JAVA_HOME", str(home / "jdk"))
    server = distribution_folder(home)
    (server / "config").mkdir(parents=True)
    (server / "config" / "jvm.options").touch()
    (server / "config" / "log4j2.properties").touch()
    make_script(server / "bin" / "elasticsearch", "echo 'fatal: heap of clay'; exit 78")
    return Node(home, *free_ports(2))


def settings_of(node: Node) -> dict[str, str]:
    lines = (node.folder / "config" / "elasticsearch.yml").read_text().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_node_listens_on_loopback_alone(node):
    write_configuration(node)
    settings = settings_of(node)
    assert settings["network.host"] == '"127.0.0.1"'
    assert settings["http.port"] == str(node.port)
    assert settings["discovery.type"] == '"single-node"'


def test_own_settings_win(home, node):
    own = Node(home, node.port, settings={"xpack.security.enabled": True, "discovery.seed_hosts": ["a", "b"]})
    write_configuration(own)
    settings = settings_of(own)
    assert settings["xpack.security.enabled"] == "true"
    assert settings["discovery.seed_hosts"] == '["a", "b"]'
    assert settings["transport.port"] == str(node.port + 100)


def test_data_survives_a_new_configuration_and_old_settings_do_not(node):
    write_configuration(node)
    (node.folder / "data" / "kept").touch()
    (node.folder / "config" / "stale.options").touch()
    write_configuration(node)
    assert (node.folder / "data" / "kept").exists()
    assert not (node.folder / "config" / "stale.options").exists()


@pytest.mark.parametrize("taken", ["http", "transport"])
def test_taken_port_is_named(home, node, taken):
    with socket.create_server((LOOPBACK, 0)) as listener:
        port = listener.getsockname()[1]
        free = free_ports(1)[0]
        other = Node(home, port, free) if taken == "http" else Node(home, free, port)
        with pytest.raises(NodeError, match=f"Port {port} "):
            start(other)


@pytest.mark.parametrize("port", [-1, 65_536, 10**12])
def test_impossible_port_is_an_error_not_a_crash(home, node, port):
    with pytest.raises(NodeError, match="Port"):
        start(Node(home, port, 9300))


def test_server_must_have_been_fetched(node, tmp_path):
    with pytest.raises(NodeError, match="fetch it first"):
        start(Node(tmp_path, node.port, node.transport_port))


def test_missing_java_stops_before_anything_is_started(node, monkeypatch):
    def no_java() -> Path:
        raise NodeError("Elasticsearch needs Java 21 or newer.")

    monkeypatch.setattr(process, "find_java_home", no_java)
    with pytest.raises(NodeError, match="Java 21 or newer"):
        start(node)
    assert not node.folder.exists()


def test_server_that_gives_up_is_reported_with_its_last_words(node):
    with pytest.raises(NodeError, match="heap of clay"):
        start(node)
    assert running_pid(node) is None


def test_server_that_hangs_is_killed_with_its_launcher_when_the_time_is_up(node, make_script):
    make_script(node.server / "bin" / "elasticsearch", 'sleep 600 & echo $! > "$ES_TMPDIR/started"; wait')
    with pytest.raises(NodeError, match="took too long"):
        start(node, timeout=2)
    server = int((node.folder / "tmp" / "started").read_text())
    deadline = time.monotonic() + 10
    while is_alive(server):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_server_that_dies_before_it_is_green_is_reported(node, make_script):
    make_script(node.server / "bin" / "elasticsearch", "echo 'bound and gone'; exit 0")
    with pytest.raises(NodeError, match="did not turn green"):
        start(node)


def test_nodes_account_must_get_into_its_folder(node):
    if os.geteuid() != 0:
        pytest.skip("only root runs the node under another account")
    node.home.chmod(0o700)
    with pytest.raises(NodeError, match="cannot get into"):
        start(node)


@pytest.mark.parametrize("content", ["", "not a number", "-1", "99999999999"])
def test_broken_pid_file_means_not_running(node, content):
    node.folder.mkdir()
    node.pid_file.write_text(content)
    assert running_pid(node) is None
    assert stop(node) is False
    assert not node.pid_file.exists()


@pytest.fixture
def spawn() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start a process that ignores requests to end, with a word of choice on its command line."""
    with ExitStack() as cleanup:

        def start_process(word: str) -> subprocess.Popen[str]:
            script = "trap '' TERM; echo ready; while :; do sleep 1; done"
            process = subprocess.Popen(["sh", "-c", script, word], stdout=subprocess.PIPE, text=True)
            cleanup.enter_context(process)
            cleanup.callback(process.kill)
            assert process.stdout.readline() == "ready\n"
            return process

        yield start_process


def test_process_that_took_over_the_number_is_left_alone(node, spawn):
    node.folder.mkdir()
    stranger = spawn("stranger")
    node.pid_file.write_text(str(stranger.pid))
    assert stop(node) is False
    assert stranger.poll() is None


def test_node_is_not_mistaken_for_one_whose_port_starts_alike(home, spawn):
    running = spawn(f"{Node(home, 92001).folder}/tmp")
    for port, pid in ((9200, None), (92001, running.pid)):
        node = Node(home, port)
        node.folder.mkdir()
        node.pid_file.write_text(str(running.pid))
        assert running_pid(node) == pid


def test_stop_ends_the_process_even_if_it_ignores_requests(home, monkeypatch, spawn):
    monkeypatch.setattr(process, "STOP_TIMEOUT", 0.5)
    node = Node(home, 9200)
    node.folder.mkdir()
    stubborn = spawn(f"{node.folder}/tmp")
    node.pid_file.write_text(str(stubborn.pid))
    assert stop(node) is True
    assert stubborn.wait(5) == -signal.SIGKILL
    assert not node.pid_file.exists()


def test_node_that_does_not_answer_has_no_health(home):
    assert health(Node(home, free_ports(1)[0])) is None


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False
