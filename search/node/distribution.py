"""Fetch the pinned Elasticsearch server from Maven Central, check it and unpack it.

The archive is the distribution that Elastic publishes for integration tests: the server core with security,
and without the modules a full release adds (language analyzers, scripting, reindex). What works on it works
on every full Elasticsearch of the same version.
"""

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from search.node import NodeError

VERSION = "9.5.2"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
ARCHIVE_SHA512 = (
    "235e25fde8307c6dec328a905930e572aae6d113ba627b12015885ad9c608ad6"
    "7655b721341aa4e656a41a24c67b2519f1e518710aa553e57fcf8613430eb192"
)
FETCH_TIMEOUT = 900


def distribution_folder(home: Path) -> Path:
    """Return where the unpacked server stands, or would stand, under `home`."""
    return home / f"elasticsearch-{VERSION}"


def is_unpacked(home: Path) -> bool:
    """Tell whether the server is there; the folder only ever appears whole and checked."""
    return distribution_folder(home).is_dir()


def fetch(home: Path) -> Path:
    """Return the folder of the unpacked server, fetching it first if it is not there.

    Everything happens in a scratch folder that is removed in any case, and the last step is one rename, so an
    interrupted or corrupt download leaves nothing that a later call could take for a server.
    Raises NodeError when Maven is missing or fails, or when the archive is not the pinned one.
    """
    target = distribution_folder(home)
    if is_unpacked(home):
        return target
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fetch-", dir=home) as scratch:
        archive = download(Path(scratch))
        verify(archive, ARCHIVE_SHA512)
        unpacked = unpack(archive, Path(scratch) / "unpacked")
        try:
            unpacked.rename(target)
        except OSError:
            if not is_unpacked(home):
                raise
    return target


def download(scratch: Path) -> Path:
    """Let Maven bring the archive into a repository of its own under `scratch`, and return its path.

    The user's own Maven repository is left alone: a corrupt archive kept there would be served again.
    """
    maven = shutil.which("mvn")
    if maven is None:
        raise NodeError("Maven fetches Elasticsearch and is not installed: no `mvn` on the PATH.")
    repository = scratch / "maven"
    command = [maven, "-q", "-B", f"-Dmaven.repo.local={repository}", "dependency:get"]
    command += ["-Dtransitive=false", f"-Dartifact={ARTIFACT}"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=FETCH_TIMEOUT, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise NodeError(f"Maven did not bring {ARTIFACT} in {FETCH_TIMEOUT} seconds.") from error
    archive = next(repository.glob(f"**/elasticsearch-{VERSION}.zip"), None)
    if answer.returncode != 0 or archive is None:
        raise NodeError(f"Maven could not fetch {ARTIFACT}:\n{(answer.stdout + answer.stderr).strip()}")
    return archive


def verify(archive: Path, expected_sha512: str) -> None:
    """Delete the archive and raise NodeError unless it has exactly the expected content.

    Maven compares checksums only where the repository or mirror offers them, so it cannot be relied on.
    """
    with archive.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha512").hexdigest()
    if found != expected_sha512:
        size = archive.stat().st_size
        archive.unlink()
        raise NodeError(
            f"{archive.name} ({size} bytes) is not the Elasticsearch {VERSION} this project was made with: "
            f"SHA-512 {found[:16]}… instead of {expected_sha512[:16]}…. It was deleted."
        )


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack the archive into `folder` and return the server's folder in it.

    Everyone may read and nobody but the owner write: the account that runs the node need not own it.
    """
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
    server = folder / f"elasticsearch-{VERSION}"
    for path in (server, *server.rglob("*")):
        runnable = path.is_dir() or path.parent.name == "bin"
        path.chmod(0o755 if runnable else 0o644)
    return server
