"""A small runner for finite-state transducers in the KFST file format.

The transducer stays in flat arrays: 13 MiB for Finnish, where an object for every arc takes 219 MiB.
"""

from __future__ import annotations

import lzma
import struct
import sys
from array import array
from pathlib import Path
from typing import NamedTuple

_HEADER = struct.Struct("!4sHHII?")
_ARC = struct.Struct("!IIHH")
_STATE = struct.Struct("!I")
_EPSILON = "@0@"
_REMEMBERED_STEPS = 10_000
_END = -1
_MOST_PATHS = 1_000
_MANY_ARCS = 8

Features = tuple[tuple[str, str], ...]
"""What the flag diacritics on a path have set."""


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


_Place = tuple[int, Features, str]
"""Where a path through the transducer stands (state, features), and what it has said."""


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
        self._steps: dict[tuple[int, Features, int], list[_Place]] = {}
        self._busy_states: dict[int, dict[int, list[int]]] = {}

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
        if sys.byteorder == "little":
            words.byteswap()
        sources, self._targets, self._labels = words[0::3], words[1::3], words[2::3]
        finals = records[arc_count * _ARC.size :]
        self._finals = {_STATE.unpack_from(finals, 4 * index)[0] for index in range(final_count)}
        self._first_arc = _first_arcs(sources, max(max(sources), max(self._targets), *self._finals) + 1)
        self._learn_symbols([symbol.decode() for symbol in symbols])

    def _learn_symbols(self, symbols: list[str]) -> None:
        self._epsilon = symbols.index(_EPSILON)
        self._flags = {code: flag for code, symbol in enumerate(symbols) if (flag := _flag(symbol))}
        self._letters = {symbol: code for code, symbol in enumerate(symbols) if len(symbol) == 1}
        self._silent = {self._epsilon, *self._flags}
        self._output = ["" if code in self._silent else symbol for code, symbol in enumerate(symbols)]

    def outputs(self, word: str) -> list[str]:
        """Return the distinct outputs of `word`, in no particular order.

        None where the word is unknown, or where it can be read in so many ways that none means anything
        (the same syllable thirty times).
        """
        codes = [self._letters.get(letter, _END) for letter in word]
        if _END in codes:
            return []
        paths: list[_Place] = [(0, (), "")]
        for code in (*codes, _END):
            paths = [
                (after, features, text + said)
                for state, held, text in paths
                for after, features, said in self._step(state, held, code)
            ]
            if len(paths) > _MOST_PATHS:
                return []
        return list(dict.fromkeys(text for _, _, text in paths))

    def _step(self, state: int, features: Features, letter: int) -> list[_Place]:
        """Return where `letter` (or the end of the word) leads; steps from busy states are remembered."""
        first = self._first_arc[state]
        if self._first_arc[state + 1] - first == 1 and state not in self._finals:
            label = self._labels[first]
            if label >> 16 == letter:
                return [(self._targets[first], features, self._output[label & 0xFFFF])]
            if label >> 16 not in self._silent:
                return []
        key = state, features, letter
        step = self._steps.get(key)
        if step is None:
            step = self._walk(state, features, letter)
            if len(self._steps) >= _REMEMBERED_STEPS:
                self._steps = {}
            self._steps[key] = step
        return step

    def _walk(self, state: int, features: Features, letter: int) -> list[_Place]:
        """Follow all arcs that read nothing, then those that read `letter`."""
        first_arc, labels, targets = self._first_arc, self._labels, self._targets
        found: list[_Place] = []
        waiting: list[_Place] = [(state, features, "")]
        while waiting:
            state, features, text = waiting.pop()
            if letter == _END and state in self._finals:
                found.append((state, features, text))
            first, end = first_arc[state], first_arc[state + 1]
            for arc in range(first, end) if end - first < _MANY_ARCS else self._arcs(state, letter):
                label = labels[arc]
                symbol = label >> 16
                if symbol == letter:
                    found.append((targets[arc], features, text + self._output[label & 0xFFFF]))
                elif symbol == self._epsilon:
                    waiting.append((targets[arc], features, text + self._output[label & 0xFFFF]))
                elif symbol in self._flags:
                    after = self._flags[symbol].apply(features)
                    if after is not None:
                        waiting.append((targets[arc], after, text + self._output[label & 0xFFFF]))
        return found

    def _arcs(self, state: int, letter: int) -> list[int]:
        """Return the arcs of a state with many that read `letter` or nothing."""
        arcs = self._busy_states.get(state)
        if arcs is None:
            arcs = {}
            for arc in range(self._first_arc[state], self._first_arc[state + 1]):
                symbol = self._labels[arc] >> 16
                arcs.setdefault(_END if symbol in self._silent else symbol, []).append(arc)
            self._busy_states[state] = arcs
        return arcs.get(_END, []) + (arcs.get(letter, []) if letter != _END else [])


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
