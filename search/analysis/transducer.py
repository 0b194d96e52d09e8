"""A small runner for finite-state transducers in the KFST file format.

The transducer is kept in flat arrays (about 13 MiB for Finnish) and states are unpacked as words visit them.
"""

from __future__ import annotations

import lzma
import struct
import threading
from array import array
from pathlib import Path
from typing import NamedTuple

_HEADER = struct.Struct("!4sHHII?")
_ARC = struct.Struct("!IIHH")
_STATE = struct.Struct("!I")
_EPSILON = "@0@"
_UNPACKED_STATES = 10_000

Features = tuple[tuple[str, str], ...]


class TransducerError(ValueError):
    """The file is no transducer that this runner understands."""


class _Flag(NamedTuple):
    """A flag diacritic: a test or an assignment of one feature on the path."""

    operation: str
    feature: str
    value: str

    def apply(self, features: Features) -> Features | None:
        """Return the features after this flag, or None where the flag forbids the path."""
        held = next((value for feature, value in features if feature == self.feature), None)
        if self.operation in "DR":
            matches = held is not None and self.value in ("", held)
            return features if matches == (self.operation == "R") else None
        if self.operation == "U" and held not in (None, self.value):
            return None
        others = tuple(pair for pair in features if pair[0] != self.feature)
        return others if self.operation == "C" else (*others, (self.feature, self.value))


class _State(NamedTuple):
    by_letter: dict[int, list[tuple[int, str]]]
    free: list[tuple[_Flag | None, int, str]]


def _flag(symbol: str) -> _Flag | None:
    if len(symbol) < 5 or not symbol.startswith("@") or symbol[1] not in "CDPRU" or symbol[2] != ".":
        return None
    feature, _, value = symbol[3:-1].partition(".")
    return _Flag(symbol[1], feature, value)


class Transducer:
    """An unweighted transducer: `outputs(word)` gives every output the word has.

    Flag diacritics are obeyed on the input side, as libvoikko does. Safe to use from several threads.
    """

    def __init__(self, content: bytes) -> None:
        """Unpack `content`, the bytes of a KFST file.

        Raises TransducerError where the content is broken or weighted.
        """
        try:
            self._unpack(content)
        except (struct.error, lzma.LZMAError, ValueError, IndexError) as error:
            raise TransducerError(f"not a transducer of a known kind: {error}") from error
        self._unpacked: dict[int, _State] = {}
        self._lock = threading.Lock()

    @classmethod
    def from_file(cls, path: Path) -> Transducer:
        """Read the transducer in the file at `path`."""
        return cls(path.read_bytes())

    def _unpack(self, content: bytes) -> None:
        magic, version, symbol_count, arc_count, final_count, weighted = _HEADER.unpack_from(content)
        if magic != b"KFST" or version != 0 or weighted:
            message = "wrong signature, version or weights"
            raise ValueError(message)
        *symbols, packed = content[_HEADER.size :].split(b"\0", symbol_count)
        records = lzma.decompress(packed)
        words = array("I", records[: arc_count * _ARC.size])
        words.byteswap()
        sources, self._targets, self._labels = words[0::3], words[1::3], words[2::3]
        finals = records[arc_count * _ARC.size :]
        self._finals = {_STATE.unpack_from(finals, 4 * index)[0] for index in range(final_count)}
        self._first_arc = _first_arcs(sources, max(*self._targets, *sources, *self._finals) + 1)
        self._learn_symbols([symbol.decode() for symbol in symbols])

    def _learn_symbols(self, symbols: list[str]) -> None:
        self._epsilon = symbols.index(_EPSILON)
        self._flags = {code: flag for code, symbol in enumerate(symbols) if (flag := _flag(symbol))}
        self._letters = {symbol: code for code, symbol in enumerate(symbols) if len(symbol) == 1}
        silent = {self._epsilon, *self._flags}
        self._output = ["" if code in silent else symbol for code, symbol in enumerate(symbols)]

    def outputs(self, word: str) -> list[str]:
        """Return the distinct outputs of `word`, in no particular order; none where the word is unknown."""
        try:
            letters = [self._letters[letter] for letter in word]
        except KeyError:
            return []
        found: dict[str, None] = {}
        paths: list[tuple[int, int, str, Features]] = [(0, 0, "", ())]
        while paths:
            state, position, output, features = paths.pop()
            at_end = position == len(letters)
            if at_end and state in self._finals:
                found[output] = None
            by_letter, free = self._state(state)
            if not at_end:
                for target, text in by_letter.get(letters[position], ()):
                    paths.append((target, position + 1, output + text, features))
            for flag, target, text in free:
                after = features if flag is None else flag.apply(features)
                if after is not None:
                    paths.append((target, position, output + text, after))
        return list(found)

    def _state(self, number: int) -> _State:
        state = self._unpacked.get(number)
        if state is None:
            state = self._unpack_state(number)
            with self._lock:
                if len(self._unpacked) >= _UNPACKED_STATES:
                    self._unpacked.clear()
                self._unpacked[number] = state
        return state

    def _unpack_state(self, number: int) -> _State:
        by_letter: dict[int, list[tuple[int, str]]] = {}
        free: list[tuple[_Flag | None, int, str]] = []
        for arc in range(self._first_arc[number], self._first_arc[number + 1]):
            symbol = self._labels[arc] >> 16
            target, text = self._follow(arc)
            if symbol == self._epsilon or symbol in self._flags:
                free.append((self._flags.get(symbol), target, text))
            else:
                by_letter.setdefault(symbol, []).append((target, text))
        return _State(by_letter, free)

    def _follow(self, arc: int) -> tuple[int, str]:
        """Return where `arc` leads and what it says, with the states that offer no choice skipped."""
        text = self._output[self._labels[arc] & 0xFFFF]
        target = self._targets[arc]
        while target not in self._finals:
            only = self._first_arc[target]
            if self._first_arc[target + 1] - only != 1 or self._labels[only] >> 16 != self._epsilon:
                break
            text += self._output[self._labels[only] & 0xFFFF]
            target = self._targets[only]
        return target, text


def _first_arcs(sources: array[int], states: int) -> array[int]:
    """Return for each state the index of its first arc (and one more, the end), from arcs in state order."""
    first = array("I", bytes(4 * (states + 1)))
    next_state = 0
    for index, source in enumerate(sources):
        while next_state <= source:
            first[next_state] = index
            next_state += 1
    while next_state <= states:
        first[next_state] = len(sources)
        next_state += 1
    return first
