"""Letters without their marks, for words typed on a keyboard that lacks ä, ö and å."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"ä": "a", "ö": "o", "å": "a", "é": "e", "ü": "u"}
    | {"ø": "o", "æ": "a", "œ": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "þ": "th"}
)


def fold(word: str) -> str:
    """Return the lower-case `word` without diacritics: työ and tyo become the same."""
    folded = word.translate(_LETTERS)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
