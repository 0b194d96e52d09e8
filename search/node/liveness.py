"""Whether a node is running, and how it is."""

import http.client
import json
import os
import subprocess
from pathlib import Path

from search.node.configuration import LOOPBACK, Node

ANSWER_TIMEOUT = 5


def running_pid(node: Node) -> int | None:
    """Return the process id of the node, None if it is not running.

    The id in the file counts only if that process has the node's folder on its command line: after a crash
    the number may belong to something else.
    """
    try:
        pid = int(node.pid_file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return pid if f"{node.folder}{os.sep}" in _command_line(pid) else None


def health(node: Node) -> str | None:
    """Return the cluster's colour (green, yellow or red), None if the node does not answer."""
    connection = http.client.HTTPConnection(LOOPBACK, node.port, timeout=ANSWER_TIMEOUT)
    try:
        connection.request("GET", "/_cluster/health")
        answer = json.load(connection.getresponse())
        return str(answer["status"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()


def _command_line(pid: int) -> str:
    """Return the command line of a process, empty if there is none (also for one that has ended unreaped)."""
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
        except OSError:
            return ""
    answer = subprocess.run(  # noqa: S603
        ["ps", "-o", "command=", "-p", str(pid)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout
