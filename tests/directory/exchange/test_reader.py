"""Reading files: every form PTV's answers come in, and files that are broken."""

import json
from pathlib import Path

import pytest

from directory.exchange.ptv.items import Kind
from directory.exchange.ptv.reader import Problem, RawItem, read
from tests.directory.exchange.items import raw_channel, raw_organisation, raw_service


def write(folder: Path, content: object, name: str = "a.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def kinds(*paths: Path) -> list[Kind | None]:
    return [reading.kind if isinstance(reading, RawItem) else None for reading in read(paths)]


@pytest.mark.parametrize(
    "form",
    [
        lambda item: {"pageNumber": 1, "pageSize": 1, "pageCount": 1, "itemList": [item]},
        lambda item: item,
        lambda item: [item],
        lambda item: {item["id"]: item},
    ],
)
@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (raw_service(), Kind.SERVICE),
        (raw_channel(), Kind.CHANNEL),
        (raw_organisation(), Kind.ORGANISATION),
    ],
)
def test_forms_of_answers(tmp_path: Path, form, item, kind):
    path = write(tmp_path, form(item))
    assert kinds(path) == [kind]


def test_folder_is_read_in_order_and_every_file_once(tmp_path: Path):
    (tmp_path / "deep").mkdir()
    write(tmp_path / "deep", [raw_channel()], "b.json")
    path = write(tmp_path, [raw_service()])
    (tmp_path / "notes.txt").write_text("not JSON", encoding="utf-8")
    assert kinds(tmp_path, path) == [Kind.SERVICE, Kind.CHANNEL]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
def test_encodings_of_unicode_and_the_byte_order_mark(tmp_path: Path, encoding: str):
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps(raw_service(), ensure_ascii=False).encode(encoding))
    assert kinds(path) == [Kind.SERVICE]


TEXT = json.dumps([raw_service()], ensure_ascii=False)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not JSON"),
        (TEXT.encode()[:-40], "not JSON"),
        (TEXT.replace("Ohjaaja", "Öhjaaja").encode("latin-1"), "not in an encoding of Unicode"),
        (b"\x00\x01\x02\x03\xff", "not"),
        (b"[" * 200_000, "not JSON"),
        (b'{"id": ' + b"9" * 6_000 + b"}", "not JSON"),
        (b'[{"serviceNames": NaN}]', "not JSON"),
        (b"<html>502 Bad Gateway</html>", "not JSON"),
        (b'"text"', "not an object"),
        (b"null", "not an object"),
        (b"{}", "not an organisation"),
        (b'{"itemList": [1]}', "not an object"),
        (b'{"pageNumber": 1}', "not an organisation"),
    ],
)
def test_broken_file_is_one_problem_and_the_others_are_read(tmp_path: Path, content: bytes, reason: str):
    broken = tmp_path / "broken.json"
    broken.write_bytes(content)
    whole = write(tmp_path, [raw_service()], "whole.json")
    problem, item = read([broken, whole])
    assert isinstance(problem, Problem)
    assert reason in problem.reason
    assert problem.place.startswith(str(broken))
    assert isinstance(item, RawItem)


@pytest.mark.parametrize(
    ("text", "reason"),
    [(r"a\u0000b", "NUL"), (r"\ud800", "surrogate"), ("1e999", "without end")],
)
def test_what_no_database_keeps_loses_only_its_item(tmp_path: Path, text: str, reason: str):
    value = text if text == "1e999" else f'"{text}"'
    path = tmp_path / "a.json"
    path.write_text(f'[{{"serviceNames": [{{"deep": [{value}]}}]}}, {json.dumps(raw_service())}]', encoding="utf-8")
    problem, item = read([path])
    assert isinstance(problem, Problem)
    assert reason in problem.reason
    assert isinstance(item, RawItem)


def test_missing_and_empty_paths_are_problems(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    missing, empty = read([tmp_path / "nowhere.json", tmp_path / "empty"])
    assert isinstance(missing, Problem)
    assert "No such file" in missing.reason
    assert isinstance(empty, Problem)
    assert "without JSON" in empty.reason


def test_too_large_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("directory.exchange.ptv.reader.LARGEST_FILE", 10)
    (problem,) = read([write(tmp_path, [raw_service()])])
    assert isinstance(problem, Problem)
    assert "larger than" in problem.reason
