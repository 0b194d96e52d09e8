"""A node that lives as long as a block of code: for tests."""

import shutil
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from search.node.configuration import LOOPBACK, Node, Setting
from search.node.distribution import fetch
from search.node.process import start, stop


@contextmanager
def running_node(home: Path, settings: Mapping[str, Setting] | None = None) -> Iterator[Node]:
    """Run a node of its own on free ports, fetching the server if need be, and remove its data afterwards.

    Raises NodeError when the node cannot be had.
    """
    fetch(home)
    port, transport_port = free_ports(2)
    node = Node(home, port, transport_port, settings=settings or {})
    try:
        start(node)
        yield node
    finally:
        stop(node)
        shutil.rmtree(node.folder, ignore_errors=True)


def free_ports(count: int) -> list[int]:
    """Return ports on loopback that nobody listens on, all different."""
    with ExitStack() as reserved:
        sockets = [reserved.enter_context(socket.socket()) for _ in range(count)]
        for reservation in sockets:
            reservation.bind((LOOPBACK, 0))
        return [int(reservation.getsockname()[1]) for reservation in sockets]
