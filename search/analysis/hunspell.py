"""A Hunspell dictionary as a source of base forms and compound parts.

Only what a search needs is read: suffix rules and the flags which say how a word joins compounds.
The words themselves are kept as hashes (about 3 MiB for 280,000 words), never as strings.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_SUFFIX_RULE = re.compile(
    r"^SFX[ \t]+(?P<flag>\S)[ \t]+(?P<strip>\S+)[ \t]+(?P<add>[^\s/]+)(?P<then>/\S+)?[ \t]+(?P<condition>\S+)",
    re.MULTILINE,
)


class DictionaryError(ValueError):
    """The files are no Hunspell dictionary that this reader understands."""


class _Suffix(NamedTuple):
    flag: str
    strip: str
    add: str
    opens_compounds: bool
    fits: re.Pattern[str]


class Hunspell:
    """The words of one Hunspell dictionary (UTF-8, one letter a flag), in lower case."""

    def __init__(self, words: Path, affixes: Path) -> None:
        """Read the `.dic` file `words` and the `.aff` file `affixes`.

        Raises DictionaryError where one of them is missing or empty.
        """
        try:
            self._read_affixes(affixes.read_text(encoding="utf-8"))
            self._read_words(words)
        except (OSError, UnicodeDecodeError, re.error) as error:
            raise DictionaryError(f"no usable Hunspell dictionary at {words}: {error}") from error
        if not self._hashes:
            raise DictionaryError(f"no words in {words}")

    def _read_affixes(self, text: str) -> None:
        directives = dict(re.findall(r"^(COMPOUNDBEGIN|COMPOUNDEND|ONLYINCOMPOUND)\s+(\S)", text, re.MULTILINE))
        self._begin = directives.get("COMPOUNDBEGIN", "")
        self._end = directives.get("COMPOUNDEND", "")
        self._inside_only = directives.get("ONLYINCOMPOUND", "")
        self._suffixes: dict[str, list[_Suffix]] = {}
        for match in _SUFFIX_RULE.finditer(text):
            strip, add = ("" if match[group] == "0" else match[group] for group in ("strip", "add"))
            condition = re.compile(f"(?:{match['condition']})$")
            suffix = _Suffix(match["flag"], strip, add, bool(match["then"]), condition)
            self._suffixes.setdefault(add, []).append(suffix)
        self._longest_suffix = max(map(len, self._suffixes), default=0)

    def _read_words(self, path: Path) -> None:
        entries: dict[int, str] = {}
        with path.open(encoding="utf-8") as lines:
            next(lines, None)
            for line in lines:
                word, _, flags = line.rstrip("\n").partition("/")
                key = hash(word.lower())
                entries[key] = _united(entries.get(key, ""), flags)
        ordered = sorted(entries)
        numbers = {flags: number for number, flags in enumerate(dict.fromkeys(entries.values()))}
        self._hashes = array("q", ordered)
        self._flag_set = array("H", (numbers[entries[key]] for key in ordered))
        self._flag_sets = list(numbers)

    def __len__(self) -> int:
        return len(self._hashes)

    def flags(self, word: str) -> str | None:
        """Return the flags of the lower-case `word`; None where the dictionary lacks it."""
        key = hash(word)
        place = bisect_left(self._hashes, key)
        if place < len(self._hashes) and self._hashes[place] == key:
            return self._flag_sets[self._flag_set[place]]
        return None

    def is_word(self, word: str) -> bool:
        """Tell whether the dictionary has `word` as a word of its own."""
        flags = self.flags(word)
        return flags is not None and self._inside_only not in flags

    def ends_compounds(self, word: str) -> bool:
        """Tell whether `word` can be the last part of a compound."""
        flags = self.flags(word)
        return flags is not None and self._end in flags and self._inside_only not in flags

    def begins_compounds(self, word: str) -> bool:
        """Tell whether `word` can, as it is, be a first part of a compound."""
        flags = self.flags(word)
        return flags is not None and self._begin in flags

    def bases(self, form: str) -> list[str]:
        """Return the words of which `form` is an inflected form by the dictionary's own suffix rules."""
        return list(dict.fromkeys(self._undo(form, opens_compounds=False)))

    def openers(self, surface: str) -> list[str]:
        """Return the words which take the shape `surface` at the start of a compound (arbets: arbete)."""
        return list(dict.fromkeys(self._undo(surface, opens_compounds=True)))

    def _undo(self, form: str, *, opens_compounds: bool) -> Iterator[str]:
        for length in range(min(self._longest_suffix, len(form) - 1) + 1):
            stem, add = form[: len(form) - length], form[len(form) - length :]
            for suffix in self._suffixes.get(add, ()):
                if suffix.opens_compounds != opens_compounds:
                    continue
                base = stem + suffix.strip
                if suffix.fits.search(base) and suffix.flag in (self.flags(base) or ""):
                    yield base


@cache
def _united(flags: str, more: str) -> str:
    """Return the flags of both homonyms as one string, the same string for the same flags."""
    return "".join(sorted({*flags, *more}))
