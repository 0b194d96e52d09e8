"""Three-way merge of the channel blocks of a page, block by block and field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from directory.exchange.merge import Conflict, equal, merge
from pages.exchange.channel_blocks import Block

#: Blocks by their identifiers, as the last import left them.
Base = Mapping[str, Block]


@dataclass
class MergedChannels:
    """The blocks to have, whether they differ from now, and what the next merge compares with."""

    blocks: list[Block]
    changed: bool = False
    base: dict[str, Block] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)


def merge_channels(
    base: Base, now: Iterable[Block], new: Iterable[Block], *, overwrite: bool = False
) -> MergedChannels:
    """Blocks made by hand stay where they are; new ones of the source come after them.

    A block that somebody has removed stays away, and one that the source has removed goes, unless the other side
    has changed it: that is a conflict.
    """
    wanted = {block["id"]: block for block in new}
    present = list(now)
    merged = MergedChannels([])
    for block in present:
        _keep_or_change(merged, block, base.get(block.get("id", "")), wanted.get(block.get("id", "")), overwrite)
    here = {block.get("id") for block in present}
    for identifier, block in wanted.items():
        if identifier not in here:
            _add(merged, block, base.get(identifier), overwrite)
    return merged


def _keep_or_change(
    merged: MergedChannels, here: Block, imported: Block | None, wanted: Block | None, overwrite: bool
) -> None:
    if wanted is not None:
        _change(merged, here, imported, wanted, overwrite)
    elif imported is None:
        merged.blocks.append(here)
    elif overwrite or not differs(imported, here):
        merged.changed = True
    else:
        merged.blocks.append(here)
        merged.base[here["id"]] = imported
        merged.conflicts.append(Conflict(_label(here), here["value"], None))


def _change(merged: MergedChannels, here: Block, imported: Block | None, wanted: Block, overwrite: bool) -> None:
    fields = merge(
        imported["value"] if imported else {}, here["value"], wanted["value"], same_value, overwrite=overwrite
    )
    merged.blocks.append({**here, "value": fields.values})
    merged.changed = merged.changed or bool(fields.changed)
    merged.base[here["id"]] = {**wanted, "value": fields.base}
    merged.conflicts += [Conflict(f"{_label(here)}, {one.field}", one.kept, one.source) for one in fields.conflicts]


def _add(merged: MergedChannels, wanted: Block, imported: Block | None, overwrite: bool) -> None:
    if imported is None or (overwrite and differs(imported, wanted)):
        merged.blocks.append(wanted)
        merged.changed = True
    elif differs(imported, wanted):
        merged.base[wanted["id"]] = imported
        merged.conflicts.append(Conflict(_label(wanted), None, wanted["value"]))
        return
    merged.base[wanted["id"]] = wanted


def differs(one: Block, other: Block) -> bool:
    """Whether two states of a block say different things."""
    names = {*one["value"], *other["value"]}
    return not all(same_value(name, one["value"].get(name), other["value"].get(name)) for name in names)


def same_value(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a block's field say the same, whatever an editor makes of identifiers and line ends."""
    return equal(name, _said(one), _said(other))


def _said(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return [_said(one["value"] if isinstance(one, dict) and "value" in one else one) for one in value]
    if isinstance(value, dict):
        return {name: said for name, one in value.items() if (said := _said(one)) not in (None, "")}
    return value


def _label(block: Block) -> str:
    return f"channel {block['value'].get('name', '')}".strip()
