"""Letters without their marks, for words typed on a keyboard that lacks ä, ö and å."""

from __future__ import annotations

import unicodedata

_WHOLE_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "þ": "th"})


def fold(word: str) -> str:
    """Return the lower-case `word` without diacritics: työ and tyo become the same."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_WHOLE_LETTERS)
