"""Runs a command against a PostgreSQL server of its own: `python -m tests.postgres_server COMMAND…`.

The server lives in a temporary folder, listens on a loopback port nobody uses, and goes when the command ends.
Without PostgreSQL's programs it says so and leaves, successfully on a developer's machine, with an error under CI.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL's initdb and pg_ctl are not on this machine (on Debian: apt-get install postgresql)."


def find_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: the newest that Debian installed, or the one on the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return installed[-1].parent if installed else None


def unprivileged_account() -> pwd.struct_passwd | None:
    """The account that runs the server: PostgreSQL refuses root. None where we are not root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """A server that lasts as long as the block; gives its DATABASE_URL."""
    account = unprivileged_account()
    identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / "data"
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)

        def run(*command: str) -> None:
            subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **identity)  # type: ignore[call-overload]

        run(
            str(programs / "initdb"),
            "--pgdata",
            str(data),
            "--auth",
            "trust",
            "--username",
            "tests",
            "--encoding",
            "UTF8",
            "--locale",
            "C.UTF-8",
            "--no-sync",
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        run(
            str(programs / "pg_ctl"),
            "--pgdata",
            str(data),
            "--wait",
            "--log",
            f"{folder}/log",
            "-o",
            options,
            "start",
        )
        try:
            yield f"postgres://tests@127.0.0.1:{port}/postgres"
        finally:
            run(str(programs / "pg_ctl"), "--pgdata", str(data), "--mode", "immediate", "stop")


def main(command: list[str]) -> int:
    programs = find_programs()
    if programs is None:
        print(MISSING, "Not run:", " ".join(command))
        return 1 if os.environ.get("CI") == "true" else 0
    with running_server(programs) as url:
        return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
