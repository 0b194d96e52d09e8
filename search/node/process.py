"""Start a node and stop it."""

import os
import signal
import socket
import subprocess
import time
from contextlib import suppress

from search.node import NodeError
from search.node.account import Account, hand_over, unprivileged_account
from search.node.configuration import LOOPBACK, Node, write_configuration
from search.node.java import find_java_home
from search.node.liveness import health, running_pid

START_TIMEOUT = 120
STOP_TIMEOUT = 30
POLL_INTERVAL = 0.2
LOG_LINES_SHOWN = 20


def start(node: Node, timeout: float = START_TIMEOUT) -> bool:
    """Bring the node up and wait until it is green; False if it was running already.

    `timeout` is in seconds. Raises NodeError when the server is not fetched, Java is missing, a port is taken,
    the server gives up (with the end of its log) or the time is up (the node is then stopped again).
    """
    was_running = running_pid(node) is not None
    deadline = time.monotonic() + timeout
    if not was_running:
        _launch(node, deadline)
    while health(node) != "green":
        if time.monotonic() > deadline or running_pid(node) is None:
            stop(node)
            raise NodeError(f"{node.url} did not turn green in {timeout:.0f} seconds.\n{_log_end(node)}")
        time.sleep(POLL_INTERVAL)
    return not was_running


def stop(node: Node) -> bool:
    """Stop the node and wait until it is gone; False if it was not running.

    Raises NodeError when the process belongs to another user or does not end even when killed.
    """
    pid = running_pid(node)
    if pid is not None:
        try:
            ended = _send(node, pid, signal.SIGTERM) or _send(node, pid, signal.SIGKILL)
        except PermissionError as error:
            raise NodeError(f"Process {pid} belongs to another user: stop it as that user or root.") from error
        if not ended:
            raise NodeError(f"Process {pid} does not end.")
    node.pid_file.unlink(missing_ok=True)
    return pid is not None


def _launch(node: Node, deadline: float) -> None:
    for port in node.ports:
        _refuse_taken_port(port)
    java_home = find_java_home()
    account = unprivileged_account()
    _prepare(node, account)
    with node.log_file.open("wb") as log:
        launcher = subprocess.Popen(  # noqa: S603
            [node.server / "bin" / "elasticsearch", "--daemonize", "--pidfile", node.pid_file],
            env={
                "PATH": os.environ.get("PATH", os.defpath),
                "ES_JAVA_HOME": str(java_home),
                "ES_JAVA_OPTS": f"-Xms{node.heap} -Xmx{node.heap}",
                "ES_PATH_CONF": str(node.folder / "config"),
                "ES_TMPDIR": str(node.folder / "tmp"),
            },
            cwd=node.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    _await_launcher(node, launcher, deadline)


def _prepare(node: Node, account: Account | None) -> None:
    if not node.server.is_dir():
        raise NodeError(f"There is no Elasticsearch in {node.home}: fetch it first.")
    try:
        write_configuration(node)
    except PermissionError as error:
        raise NodeError(f"{error.filename} belongs to another user: remove it or choose another folder.") from error
    if account:
        hand_over(node.folder, account)
        if not account.can_read(node.folder / "config" / "elasticsearch.yml"):
            raise NodeError(f"The account {account.name} cannot get into {node.home}: choose another folder.")


def _await_launcher(node: Node, launcher: subprocess.Popen[bytes], deadline: float) -> None:
    """Wait for the launcher, which ends when the server answers, or has failed to start."""
    try:
        result = launcher.wait(max(0.0, deadline - time.monotonic()))
    except BaseException as error:
        # The launcher's session holds the half-started server too, which has no pid file yet.
        with suppress(ProcessLookupError):
            os.killpg(launcher.pid, signal.SIGKILL)
        launcher.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise NodeError(f"Elasticsearch took too long to start.\n{_log_end(node)}") from error
        raise
    if result != 0:
        raise NodeError(f"Elasticsearch did not start.\n{_log_end(node)}")


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        # Lets through a port that a stopped node has just left; the server binds in the same way.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except (OSError, OverflowError) as error:
            raise NodeError(f"Port {port} cannot be used: {error}. Choose another port.") from error


def _send(node: Node, pid: int, signal_number: signal.Signals) -> bool:
    """Signal the process and tell whether it ended in time."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal_number)
    deadline = time.monotonic() + STOP_TIMEOUT
    while running_pid(node) is not None:
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_INTERVAL)
    return True


def _log_end(node: Node) -> str:
    with suppress(OSError):
        lines = node.log_file.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-LOG_LINES_SHOWN:])
    return ""
