"""Base forms of Finnish words which no dictionary has (mostly names), guessed from their case endings.

Guesses are many and some are no words at all: they cost little in an index, where only a real base form is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORTEST_STEM = 3
_LONGEST_ENDING = 4
_ENDING = re.compile(
    r"""n|t|a|ä|ja|jä|ta|tä|tta|ttä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä
    |h[aeiouyäö]n|seen|jen|den|iden|ien""",
    re.VERBOSE,
)
_ILLATIVE = re.compile(r"([aeiouyäö])\1n$")
_PLURAL_GENITIVES = ("jen", "iden", "ien")


def guesses(form: str) -> tuple[str, ...]:
    """Return what the base form of `form` may be (kalymnoksella: kalymnos, kalymnokse; cristan: crista)."""
    return tuple(dict.fromkeys(base for stem, ending in _stems(form) for base in _bases(stem, ending)))


def _stems(form: str) -> Iterator[tuple[str, str]]:
    for length in range(1, min(_LONGEST_ENDING, len(form) - _SHORTEST_STEM) + 1):
        stem, ending = form[:-length], form[-length:]
        if _ENDING.fullmatch(ending):
            yield stem, ending
    if _ILLATIVE.search(form) and len(form) - 2 >= _SHORTEST_STEM:
        yield form[:-2], form[-2:]


def _bases(stem: str, ending: str) -> Iterator[str]:
    yield stem
    if stem.endswith("i"):
        yield stem[:-1]
    if stem.endswith("kse"):
        yield stem[:-3] + "s"
    elif stem.endswith("se"):
        yield stem[:-2] + "nen"
    elif stem.endswith("ee"):
        yield stem[:-1] + "s"
        yield stem[:-1]
    elif stem.endswith("s"):
        yield stem[:-1] + "nen"
    if ending in _PLURAL_GENITIVES:
        yield stem + "i"
