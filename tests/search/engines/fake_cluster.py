"""Servers in Elasticsearch's place that do everything wrong a server can do, one thing each."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from search.facets import FACET_NAMES

ANSWERED_BY_CLUSTER = 42
"""How many documents the cluster claims to have found, so that its answer is told from the database's."""


@dataclass
class FakeCluster:
    """A server on loopback that treats every connection as `behave` says, until `stopped` is set."""

    url: str
    behave: Callable[[FakeCluster, socket.socket], None]
    connections: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(10)
            while request := _read_request(connection):
                del request
                self.connections += 1
                self.behave(self, connection)


@contextmanager
def fake_cluster(behave: Callable[[FakeCluster, socket.socket], None]) -> Iterator[FakeCluster]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        cluster = FakeCluster(f"http://127.0.0.1:{listener.getsockname()[1]}", behave)
        threads: list[threading.Thread] = []

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _address = listener.accept()
                    threads.append(threading.Thread(target=cluster.serve, args=[connection], daemon=True))
                    threads[-1].start()

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield cluster
        finally:
            cluster.stopped.set()
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()


def found() -> dict[str, Any]:
    """A search's answer as Elasticsearch gives it."""
    return {
        "hits": {"total": {"value": ANSWERED_BY_CLUSTER, "relation": "eq"}, "hits": []},
        "aggregations": {name: {"doc_count": 0, "values": {"buckets": []}} for name in FACET_NAMES},
    }


def response(body: object, status: str = "200 OK", headers: str = "X-Elastic-Product: Elasticsearch\r\n") -> bytes:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n{headers}\r\n"
    return head.encode() + content


def well(cluster: FakeCluster, connection: socket.socket) -> None:
    connection.sendall(response(found()))


def hangs(cluster: FakeCluster, connection: socket.socket) -> None:
    cluster.stopped.wait()
    connection.shutdown(socket.SHUT_RDWR)


def drips(cluster: FakeCluster, connection: socket.socket) -> None:
    """A right answer, a piece now and then: no single piece is late."""
    whole = response(found(), headers="X-Elastic-Product: Elasticsearch\r\n" + "X-Filler: drop\r\n" * 40)
    for start in range(0, len(whole), 16):
        connection.sendall(whole[start : start + 16])
        if cluster.stopped.wait(0.05):
            return


def comes_late(cluster: FakeCluster, connection: socket.socket) -> None:
    cluster.stopped.wait(3)
    connection.sendall(response(found()))


def hangs_up(cluster: FakeCluster, connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def breaks_off(cluster: FakeCluster, connection: socket.socket) -> None:
    connection.sendall(response(found())[:-20])
    connection.shutdown(socket.SHUT_RDWR)


def says(*answer: bytes) -> Callable[[FakeCluster, socket.socket], None]:
    def behave(cluster: FakeCluster, connection: socket.socket) -> None:
        connection.sendall(b"".join(answer))
        connection.shutdown(socket.SHUT_RDWR)

    return behave


def _read_request(connection: socket.socket) -> bytes:
    """One request; empty at the end of the connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    missing = int(lengths[0].split(b":")[1]) - len(body) if lengths else 0
    while missing > 0:
        missing -= len(connection.recv(65536))
    return data
