"""Find the Java runtime that Elasticsearch needs, among those on this machine."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from search.node import NodeError

MINIMUM_JAVA = 21
JVM_FOLDERS = (Path("/usr/lib/jvm"), Path("/Library/Java/JavaVirtualMachines"))
VERSION_PATTERN = re.compile(r'version "(?:1\.)?(\d+)')


def find_java_home(environ: Mapping[str, str] = os.environ, jvm_folders: Sequence[Path] = JVM_FOLDERS) -> Path:
    """Return the home folder of a Java of at least `MINIMUM_JAVA`.

    ES_JAVA_HOME goes first, then JAVA_HOME, the `java` on the PATH, and the system's JDKs, of which the
    oldest that will do is taken: it is the nearest to those the release was tested with.
    Raises NodeError naming everything that was looked at.
    """
    rejected = []
    for home in _candidates(environ, jvm_folders):
        version = java_version(home)
        if version is not None and version >= MINIMUM_JAVA:
            return home
        rejected.append(f"{home} ({'no working java' if version is None else f'Java {version}'})")
    found = "; ".join(rejected) or "none"
    raise NodeError(
        f"Elasticsearch needs Java {MINIMUM_JAVA} or newer. Found: {found}. "
        "Install a JDK or point ES_JAVA_HOME at one."
    )


def java_version(home: Path) -> int | None:
    """Return the major version that `bin/java` in this folder reports, None if it does not run."""
    try:
        answer = subprocess.run(  # noqa: S603 - the program is the runtime under examination
            [home / "bin" / "java", "-version"], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    match = VERSION_PATTERN.search(answer.stderr + answer.stdout)
    return int(match.group(1)) if match else None


def _candidates(environ: Mapping[str, str], jvm_folders: Sequence[Path]) -> Iterator[Path]:
    seen = set()
    for home in (*_named_homes(environ), *_system_homes(jvm_folders)):
        resolved = home.resolve()
        if resolved not in seen:
            seen.add(resolved)
            yield resolved


def _named_homes(environ: Mapping[str, str]) -> Iterator[Path]:
    for variable in ("ES_JAVA_HOME", "JAVA_HOME"):
        if environ.get(variable):
            yield Path(environ[variable])
    on_path = shutil.which("java", path=environ.get("PATH", ""))
    if on_path:
        yield Path(on_path).resolve().parent.parent


def _system_homes(jvm_folders: Sequence[Path]) -> list[Path]:
    homes = []
    for folder in jvm_folders:
        homes += [java.parent.parent for java in (*folder.glob("*/bin/java"), *folder.glob("*/*/*/bin/java"))]
    return sorted({home.resolve() for home in homes}, key=lambda home: (java_version(home) or 0, str(home)))
