"""Plain text of the source as rich text, and when two rich texts say the same."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby

from django.utils.html import escape

BULLET = re.compile(r"^\s*[-*•]\s+")
BREAKS = re.compile(r"\n\s*\n")


def rich_text(plain: str) -> str:
    """Paragraphs, and lists of lines that begin with a hyphen, an asterisk or a bullet. Markup becomes text."""
    return "".join(html for block in BREAKS.split(plain.strip()) for html in _block(block))


def same_rich_text(one: str, other: str) -> bool:
    """Whether two rich texts read the same, whatever keys and spaces an editor has put in."""
    return one == other or _reading(one) == _reading(other)


def _block(block: str) -> Iterator[str]:
    lines = [line for line in block.split("\n") if line.strip()]
    for is_list, run in groupby(lines, key=lambda line: bool(BULLET.match(line))):
        if is_list:
            yield "<ul>" + "".join(f"<li>{escape(BULLET.sub('', line).strip())}</li>" for line in run) + "</ul>"
        else:
            yield "<p>" + "<br/>".join(escape(line.strip()) for line in run) + "</p>"


def _reading(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tokens


class _Reader(HTMLParser):
    """The tags and words of a rich text in order. Of the attributes only those of links mean something."""

    MEANINGFUL = ("href", "linktype", "id")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = sorted((name, value or "") for name, value in attrs if name in self.MEANINGFUL)
        self.tokens.append(f"<{tag} {kept}>" if kept else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if self.tokens and self.tokens[-1] == f"<{tag}>":
            # Nothing was said: an editor saves an empty paragraph for an empty text.
            self.tokens.pop()
        elif tag != "br":
            self.tokens.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.tokens += data.split()
