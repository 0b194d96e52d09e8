from pathlib import Path

import pytest

from search.node import NodeError
from search.node.java import find_java_home, java_version


@pytest.fixture
def make_java(make_script):
    def make(home: Path, version: str) -> Path:
        make_script(home / "bin" / "java", f"echo 'openjdk version \"{version}\" 2025-04-15' >&2")
        return home

    return make


@pytest.mark.parametrize(
    ("reported", "major"),
    [("17.0.15", 17), ("21", 21), ("25.0.1", 25), ("26-ea", 26), ("1.8.0_402", 8)],
)
def test_major_version_is_read_from_what_java_reports(tmp_path, make_java, reported, major):
    assert java_version(make_java(tmp_path / "jdk", reported)) == major


@pytest.mark.parametrize("body", ["exit 1", "echo nonsense >&2"])
def test_broken_java_has_no_version(tmp_path, make_script, body):
    make_script(tmp_path / "bin" / "java", body)
    assert java_version(tmp_path) is None


def test_folder_without_java_has_no_version(tmp_path):
    assert java_version(tmp_path) is None


def test_named_java_goes_before_the_systems(tmp_path, make_java):
    make_java(tmp_path / "jvm" / "temurin-21", "21.0.2")
    java_home = make_java(tmp_path / "mine", "22")
    es_java_home = make_java(tmp_path / "theirs", "24")
    environ = {"JAVA_HOME": str(java_home), "ES_JAVA_HOME": str(es_java_home)}
    assert find_java_home(environ, [tmp_path / "jvm"]) == es_java_home
    del environ["ES_JAVA_HOME"]
    assert find_java_home(environ, [tmp_path / "jvm"]) == java_home


def test_java_on_the_path_is_followed_to_its_home(tmp_path, make_java):
    home = make_java(tmp_path / "jdk-21", "21")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").symlink_to(home / "bin" / "java")
    assert find_java_home({"PATH": str(tmp_path / "bin")}, []) == home


def test_too_old_default_gives_way_to_the_oldest_that_will_do(tmp_path, make_java):
    old = make_java(tmp_path / "jvm" / "java-17", "17.0.15")
    for name, version in (("a-26", "26"), ("b-21", "21.0.2"), ("c-25", "25")):
        make_java(tmp_path / "jvm" / name, version)
    assert find_java_home({"JAVA_HOME": str(old)}, [tmp_path / "jvm"]) == tmp_path / "jvm" / "b-21"


def test_missing_java_error_names_what_was_found(tmp_path, make_java):
    make_java(tmp_path / "jvm" / "java-17", "17.0.15")
    environ = {"ES_JAVA_HOME": str(tmp_path / "nowhere")}
    with pytest.raises(NodeError) as raised:
        find_java_home(environ, [tmp_path / "jvm"])
    message = str(raised.value)
    assert "Java 21 or newer" in message
    assert f"{tmp_path / 'nowhere'} (no working java)" in message
    assert f"{tmp_path / 'jvm' / 'java-17'} (Java 17)" in message
    assert "ES_JAVA_HOME" in message


def test_machine_without_java_is_said_so():
    with pytest.raises(NodeError, match="Found: none"):
        find_java_home({}, [])
