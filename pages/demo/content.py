"""Reads the invented content of the demo site from the JSON files beside this module."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

FOLDER = Path(__file__).parent / "content"

Item = dict[str, Any]


@dataclass(frozen=True)
class DemoContent:
    """What the files tell; `services` come in the order of their organisations' files."""

    organisations: list[Item]
    advisers: list[Item]
    services: list[Item]
    guides: list[Item]
    topics: list[Item]
    home: Item
    headings: Item


def read_content(folder: Path = FOLDER) -> DemoContent:
    """All of the demo's content. Raises ValueError naming the file that is not JSON."""
    return DemoContent(
        organisations=_read(folder / "organisations.json"),
        advisers=_read(folder / "advisers.json"),
        services=[item for file in sorted((folder / "services").glob("*.json")) for item in _read(file)],
        guides=_read(folder / "guides.json"),
        topics=_read(folder / "topics.json"),
        home=_read(folder / "home.json"),
        headings=_read(folder / "headings.json"),
    )


def identity(kind: str, key: str) -> UUID:
    """The identifier of an object of the demo: the same at every load, so that a second one finds it."""
    return uuid5(NAMESPACE_URL, f"https://yksi-luukku.example.org/demo/{kind}/{key}")


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}, line {error.lineno}: {error.msg}") from None
