"""The demo site in production mode on loopback: made once in a database file of its own, served by gunicorn over TLS.

A server process beside the tests is the truest site there is: hashed static files, secure cookies, no debug pages,
and no test transaction around it.
"""

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import django
from django.core.management import call_command

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class MadeSite:
    """What a server needs: the database, the collected static files and a certificate, in one folder."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "site.sqlite3"

    def environment(self, address: str = "", database: Path | None = None) -> dict[str, str]:
        """The variables of a site on the database; of a production site where it has an address."""
        passed_on = {name: os.environ[name] for name in ("HOME", "LANG", "PATH", "TMPDIR") if name in os.environ}
        variables = {
            "DATABASE_URL": f"sqlite:///{database or self.database}",
            "LOG_LEVEL": "WARNING",
            "MEDIA_ROOT": str(self.folder / "media"),
            "STATIC_ROOT": str(self.folder / "static"),
        }
        if address:
            variables |= {
                "SECRET_KEY": "a key that is long enough and guards nothing but these tests",
                "SITE_MODE": "production",
                "SITE_URL": address,
            }
        return passed_on | variables

    def certificate(self) -> tuple[Path, Path]:
        return self.folder / "certificate.pem", self.folder / "key.pem"


def make_site(folder: Path) -> MadeSite:
    """The demo site in a new folder. Raises CalledProcessError with the output of the step that failed."""
    site = MadeSite(folder)
    certificate, key = site.certificate()
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "2", "-subj", "/CN=127.0.0.1"]
    _run([*request, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)], {})
    collecting = subprocess.Popen(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"],
        cwd=PROJECT,
        env=site.environment("https://127.0.0.1"),
    )
    try:
        _run([sys.executable, "-m", "tests.journeys.demo_site"], site.environment())
    finally:
        collected = collecting.wait()
    if collected:
        raise subprocess.CalledProcessError(collected, collecting.args)
    return site


@contextmanager
def serving(site: MadeSite, database: Path | None = None) -> Iterator[str]:
    """The site's address while it is served. Raises RuntimeError with the server's log if it does not start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"https://127.0.0.1:{port}"
    certificate, key = site.certificate()
    command = [sys.executable, "-m", "gunicorn", "site_core.wsgi", f"--bind=127.0.0.1:{port}", "--threads=16"]
    command += [f"--certfile={certificate}", f"--keyfile={key}", "--no-control-socket", "--log-level=warning"]
    log = site.folder / f"server-{port}.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=PROJECT, env=site.environment(address, database), stdout=output, stderr=output
        )
        try:
            _wait_for(address, server, log)
            yield address
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)


def copied_database(site: MadeSite, name: str) -> Path:
    """A copy of the database, for a journey that changes things."""
    copy = site.folder / f"{name}.sqlite3"
    shutil.copy(site.database, copy)
    return copy


def fill_database() -> None:
    """Fills the database that the environment names, in one process: starting one takes seconds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings")
    django.setup()
    for command in ("migrate", "load_codelists", "demo_content"):
        call_command(command, verbosity=0)


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, cwd=PROJECT, env=environment or None, capture_output=True, text=True, check=False, timeout=300
    )
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, f"{done.stdout}\n{done.stderr}")


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    unverified = ssl._create_unverified_context()
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/health/alive/", timeout=5, context=unverified).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The site did not start:\n{log.read_text(errors='replace')[-4000:]}")


if __name__ == "__main__":
    fill_database()
