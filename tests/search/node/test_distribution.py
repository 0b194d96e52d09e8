import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from search.node import NodeError, distribution
from search.node.distribution import VERSION, fetch, is_unpacked, verify

ARCHIVE = f"elasticsearch-{VERSION}.zip"
MAVEN = f"""
echo called >> "{{calls}}"
for argument in "$@"; do
  case "$argument" in -Dmaven.repo.local=*) repository="${{{{argument#*=}}}}" ;; esac
done
mkdir -p "$repository/org/elasticsearch" && cp "{{archive}}" "$repository/org/elasticsearch/{ARCHIVE}"
"""


@pytest.fixture
def archive(tmp_path) -> Path:
    path = tmp_path / ARCHIVE
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as content:
        content.writestr(f"elasticsearch-{VERSION}/bin/elasticsearch", "#!/bin/sh\n")
        content.writestr(f"elasticsearch-{VERSION}/lib/server.jar", os.urandom(5000))
    return path


@pytest.fixture
def maven(tmp_path, archive, make_script, monkeypatch):
    """Stand in for Maven with a program that serves the archive; return the record of its calls."""
    calls = tmp_path / "calls"
    calls.touch()
    make_script(tmp_path / "bin" / "mvn", MAVEN.format(calls=calls, archive=archive))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(distribution, "ARCHIVE_SHA512", hashlib.sha512(archive.read_bytes()).hexdigest())
    return calls


def test_archive_is_fetched_once_and_unpacked(home, maven):
    home = home / "new"
    assert not is_unpacked(home)
    server = fetch(home)
    assert is_unpacked(home)
    assert (server / "bin" / "elasticsearch").stat().st_mode & 0o777 == 0o755
    assert (server / "lib" / "server.jar").stat().st_mode & 0o777 == 0o644
    assert list(home.iterdir()) == [server]
    assert fetch(home) == server
    assert maven.read_text().count("called") == 1


def damaged(content: bytes) -> bytes:
    return content[:2000] + bytes([content[2000] ^ 1]) + content[2001:]


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def empty(content: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [damaged, half, empty])
def test_archive_that_differs_is_refused_and_nothing_of_it_kept(home, maven, archive, damage):
    good = archive.read_bytes()
    archive.write_bytes(damage(good))
    with pytest.raises(NodeError, match="SHA-512"):
        fetch(home)
    assert not is_unpacked(home)
    assert list(home.iterdir()) == []
    archive.write_bytes(good)
    assert (fetch(home) / "bin" / "elasticsearch").exists()


def test_refused_archive_is_deleted(archive):
    with pytest.raises(NodeError, match=r"was deleted"):
        verify(archive, "0" * 128)
    assert not archive.exists()


def test_good_archive_is_kept(archive):
    verify(archive, hashlib.sha512(archive.read_bytes()).hexdigest())
    assert archive.exists()


def test_leftovers_of_a_killed_fetch_are_not_taken_for_a_server(home, maven):
    (home / "fetch-killed" / "unpacked" / f"elasticsearch-{VERSION}").mkdir(parents=True)
    assert not is_unpacked(home)
    assert (fetch(home) / "lib" / "server.jar").exists()


def test_two_fetches_at_once_end_with_one_server(home, maven, tmp_path, make_script):
    rival = home / f"elasticsearch-{VERSION}" / "bin"
    program = tmp_path / "bin" / "mvn"
    make_script(program, f'{program.read_text()}\nmkdir -p "{rival}" && touch "{rival}/elasticsearch"')
    assert fetch(home) == rival.parent
    assert list(home.iterdir()) == [rival.parent]


def test_missing_maven_is_named(home, monkeypatch):
    monkeypatch.setenv("PATH", str(home))
    with pytest.raises(NodeError, match="Maven"):
        fetch(home)


@pytest.mark.parametrize("body", ["echo 'no route to central' >&2; exit 1", "echo 'no route to central'; exit 0"])
def test_failure_of_maven_is_passed_on(home, maven, tmp_path, make_script, body):
    make_script(tmp_path / "bin" / "mvn", body)
    with pytest.raises(NodeError, match="no route to central"):
        fetch(home)
    assert list(home.iterdir()) == []
