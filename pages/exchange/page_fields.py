"""What a service page says now, its latest draft included, and setting its fields."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.blocks import StreamValue

from directory.exchange.codes import CodeBook
from directory.exchange.merge import equal
from pages.exchange.channel_blocks import Block
from pages.exchange.richtext import same_rich_text
from pages.exchange.service_fields import RICH_TEXTS
from pages.models import ServicePage

#: Facts that are lists of records; imports handle them by code.
LISTS = ("municipalities", "service_classes", "target_groups", "life_events", "languages", "ontology_terms")


def content_of(page: ServicePage) -> dict[str, Any]:
    """The page as stored data: its latest revision, or the page itself where it has none."""
    revision = page.latest_revision
    content: dict[str, Any] = revision.content if revision else page.serializable_data()
    return content


def fields_in(content: Mapping[str, Any], names: Iterable[str], codes: CodeBook) -> dict[str, Any]:
    """Texts and facts of stored data."""
    return {
        name: codes.codes_of(name, content.get(name) or []) if name in LISTS else content.get(name) or ""
        for name in names
    }


def channels_in(content: Mapping[str, Any]) -> list[Block]:
    """The blocks of channels of stored data."""
    stored = content.get("channels") or "[]"
    blocks: list[Block] = json.loads(stored) if isinstance(stored, str) else stored
    return blocks


def assignable(values: Mapping[str, Any], codes: CodeBook) -> dict[str, Any]:
    """Values as the page's fields take them: records for codes, and a stream for blocks."""
    return {
        name: [codes.record(name, code) for code in value]
        if name in LISTS
        else StreamValue(ServicePage._meta.get_field("channels").stream_block, value, is_lazy=True)
        if name == "channels"
        else value
        for name, value in values.items()
    }


def same(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say the same, whatever an editor makes of line ends and markup."""
    if name in RICH_TEXTS:
        return same_rich_text(one or "", other or "")
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
    return equal(name, one, other)
