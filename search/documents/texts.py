"""Plain text of what editors write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.rich_text import get_text_for_indexing

LONGEST_BODY = 50_000
"""Characters of a document that count; the longest service of the catalogue has under 15,000."""
SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",")


def plain(html: str) -> str:
    """The text of rich text, a space between its paragraphs."""
    return " ".join(get_text_for_indexing(html).split()) if html else ""


def joined(texts: Iterable[str]) -> str:
    """The texts as one, each on its line and ended like a sentence: a snippet shows them one after another."""
    return "\n".join(_ended(text.strip()) for text in texts if text and text.strip())[:LONGEST_BODY]


def _ended(text: str) -> str:
    return text if text.endswith(SENTENCE_ENDS) else f"{text}."


def channel_texts(channels: Iterable[Any]) -> Iterable[str]:
    """What channels are called and where they are; their numbers and addresses are no use in a search."""
    for channel in channels:
        for part in ("name", "description", "street", "city"):
            yield channel.value.get(part) or ""
