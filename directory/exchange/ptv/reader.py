"""Reads files and folders of PTV's open API into single objects. A broken file or object loses only itself."""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from directory.exchange.ptv.items import Kind
from directory.exchange.ptv.shape import BrokenItemError

#: A whole catalogue is some tens of megabytes; more than this is not a file of ours.
LARGEST_FILE = 256 * 1024 * 1024

#: The field by which an object is known.
KIND_FIELDS = {
    "serviceChannelType": Kind.CHANNEL,
    "serviceChannelNames": Kind.CHANNEL,
    "organizationNames": Kind.ORGANISATION,
    "serviceNames": Kind.SERVICE,
}


@dataclass(frozen=True)
class RawItem:
    """An object as it was read. `place` names its file and its place there."""

    kind: Kind
    place: str
    values: dict[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Problem:
    """A file or an object that could not be read, and why."""

    place: str
    reason: str


def read(paths: Iterable[Path]) -> Iterator[RawItem | Problem]:
    """The objects of files, and of the JSON files of folders, each file once."""
    seen: set[Path] = set()
    for path in paths:
        files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
        if not files:
            yield Problem(str(path), "a folder without JSON files")
        for file in files:
            if file.absolute() not in seen:
                seen.add(file.absolute())
                yield from _file(file)


def _file(path: Path) -> Iterator[RawItem | Problem]:
    try:
        objects = list(_objects(_parsed(path)))
    except OSError as error:
        yield Problem(str(path), error.strerror or "cannot be read")
    except UnicodeDecodeError:
        yield Problem(str(path), "not in an encoding of Unicode")
    except (ValueError, RecursionError) as error:
        yield Problem(str(path), f"not JSON: {error}")
    else:
        yield from (_item(f"{path}{place}", value) for place, value in objects)


def _parsed(path: Path) -> Any:
    if path.stat().st_size > LARGEST_FILE:
        raise BrokenItemError(f"larger than {LARGEST_FILE} bytes")
    raw = path.read_bytes()
    # JSON may be in any Unicode encoding; `utf-8-sig` takes the byte order mark that Windows' programs add.
    encoding = json.detect_encoding(raw)
    return json.loads(raw.decode(encoding), parse_constant=_no_constant)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a value of JSON")


def _objects(value: Any) -> Iterator[tuple[str, Any]]:
    """The objects of a page (`itemList`), a list, a dictionary by identifier, or the one that is there."""
    if isinstance(value, dict) and isinstance(value.get("itemList"), list):
        yield from ((f" itemList[{n}]", one) for n, one in enumerate(value["itemList"]))
    elif isinstance(value, list):
        yield from ((f" [{n}]", one) for n, one in enumerate(value))
    elif isinstance(value, dict) and value and all(isinstance(one, dict) for one in value.values()):
        yield from ((f" {key}", one) for key, one in value.items())
    else:
        yield "", value


def _item(place: str, value: Any) -> RawItem | Problem:
    if not isinstance(value, dict):
        return Problem(place, "not an object")
    kind = next((kind for name, kind in KIND_FIELDS.items() if name in value), None)
    if kind is None:
        return Problem(place, "not an organisation, a service or a service channel")
    reason = _unstorable(value)
    return Problem(place, reason) if reason else RawItem(kind, place, value)


def _unstorable(value: Any) -> str:
    """Why no database could keep the value; empty where one can."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and "\x00" in one:
            return "a NUL character"
        elif isinstance(one, str) and any("\ud800" <= char <= "\udfff" for char in one):
            return "half of a surrogate pair"
        elif isinstance(one, float) and not math.isfinite(one):
            return "a number without end"
    return ""
