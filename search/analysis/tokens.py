"""From text to words: which letters belong together, and where they stand in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_WORD = 64
"""Letters of a word that count; real Finnish and Swedish compounds stay well below this."""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc"
_LETTER = rf"(?:[^\W_][{_MARKS}{_INVISIBLE}]*)"
_PIECE = rf"{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*"
_WORD = re.compile(rf"{_PIECE}(?:[{_HYPHENS}]{_PIECE})*(?::[^\W\d_]{{1,6}}(?!\w))?")
_PIECE_ALONE = re.compile(_PIECE)
_ENDING = re.compile(r":\w+$")
_DROPPED = str.maketrans("", "", _INVISIBLE)
_UNIFIED = str.maketrans(dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_APOSTROPHES, "'"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    `text` is lower case, composed (NFC), without soft hyphens and without the ending after a colon (EU:n);
    hyphens inside it are kept. `start` and `end` are its place in the original text.
    """

    text: str
    start: int
    end: int

    @property
    def pieces(self) -> tuple[str, ...]:
        """The words between hyphens; none where the word has no hyphen."""
        return tuple(self.text.split("-")) if "-" in self.text else ()


def normalise(text: str) -> str:
    """Return `text` as words are compared: composed, lower case, plain hyphens, nothing invisible."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.translate(_DROPPED)).lower().translate(_UNIFIED)


def tokenize(text: str) -> Iterator[Token]:
    """Yield the words of `text` in order. Anything that is no letter or digit only separates words."""
    for match in _WORD.finditer(text):
        word = normalise(match.group())
        if ":" in word:
            word = _ENDING.sub("", word)
        if len(word) > LONGEST_WORD and "-" in word:
            yield from _pieces(match)
        elif word:
            yield Token(word[:LONGEST_WORD], match.start(), match.end())


def _pieces(match: re.Match[str]) -> Iterator[Token]:
    """Yield the pieces of a chain of words that is too long to be a word itself."""
    for piece in _PIECE_ALONE.finditer(match.group()):
        start, end = match.start() + piece.start(), match.start() + piece.end()
        yield Token(normalise(piece.group())[:LONGEST_WORD], start, end)


def plain(word: str) -> str:
    """Return `word` in one piece: without hyphens and apostrophes."""
    return word.replace("-", "").replace("'", "")
