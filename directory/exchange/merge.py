"""Three-way merge: what the last import left, what is here now, what the source has. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Values = Mapping[str, Any]
Same = Callable[[str, Any, Any], bool]


@dataclass(frozen=True)
class Conflict:
    """A field that was changed both here and in the source. What is here stays unless the import overwrites."""

    field: str
    kept: Any
    source: Any


@dataclass(frozen=True)
class Merged:
    """The outcome of a merge.

    `values` are those to have here, `changed` the names of those that differ from now, `base` what the next merge
    compares with. A field in conflict keeps its old base, so that the conflict is told until somebody settles it.
    """

    values: dict[str, Any]
    changed: tuple[str, ...]
    base: dict[str, Any]
    conflicts: tuple[Conflict, ...] = field(default=())


def equal(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field are the same; nothing told is the same in every form of it."""
    return bool(one == other or (_nothing(one) and _nothing(other)))


def merge(base: Values, now: Values, new: Values, same: Same = equal, *, overwrite: bool = False) -> Merged:
    """Merge the fields of `new`; other fields stay as they are now.

    `same` compares two values of a field. Of a field that was never imported, what is told here counts as changed
    by hand. In a conflict the source's value is taken with `overwrite`, else the one that is here stays.
    """
    values, merged_base = dict(now), dict(base)
    changed: list[str] = []
    conflicts: list[Conflict] = []
    for name, theirs in new.items():
        ours = now.get(name)
        imported = name in base
        changed_here = not (same(name, ours, base[name]) if imported else _nothing(ours))
        changed_there = not (imported and same(name, theirs, base[name]))
        agree = same(name, ours, theirs)
        if changed_here and changed_there and not agree and not overwrite:
            conflicts.append(Conflict(name, ours, theirs))
            continue
        merged_base[name] = theirs
        if not agree and changed_there:
            values[name] = theirs
            changed.append(name)
    return Merged(values, tuple(changed), merged_base, tuple(conflicts))


def _nothing(value: Any) -> bool:
    return value in (None, "", [], {})
