"""Reads a code list from a CSV file, and names the file and the line of any fault."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class BrokenCodeListError(Exception):
    """A file that cannot be loaded; the message names the file and, where it is known, the line."""

    def __init__(self, path: Path, line: int | None, problem: str) -> None:
        place = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{place}: {problem}")


@dataclass(frozen=True)
class Row:
    """A line of a file, its values without surrounding spaces."""

    path: Path
    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def broken(self, problem: str) -> BrokenCodeListError:
        """The error that names this line."""
        return BrokenCodeListError(self.path, self.line, problem)


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a comma-separated UTF-8 file with a heading line that has at least the given columns."""
    reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
    try:
        heading = next(reader, [])
        missing = [column for column in columns if column not in heading]
        if missing:
            raise BrokenCodeListError(path, 1, f"the heading lacks {', '.join(missing)}")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(heading):
                problem = f"{len(cells)} values where the heading has {len(heading)}"
                raise BrokenCodeListError(path, reader.line_num, problem)
            values = {column: cell.strip() for column, cell in zip(heading, cells, strict=True)}
            yield Row(path, reader.line_num, values)
    except csv.Error as error:
        raise BrokenCodeListError(path, reader.line_num, str(error)) from None


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BrokenCodeListError(path, None, error.strerror or "cannot be read") from None
    if b"\x00" in raw:
        raise BrokenCodeListError(path, _line_at(raw, raw.index(b"\x00")), "a NUL byte")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenCodeListError(path, _line_at(raw, error.start), "not UTF-8") from None


def _line_at(raw: bytes, position: int) -> int:
    return raw.count(b"\n", 0, position) + 1
