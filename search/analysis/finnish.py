"""Finnish: base forms and compound parts from Voikko; words it does not know by their last part or their ending."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

import snowballstemmer

from search.analysis.finnish_guesses import guesses
from search.analysis.folding import fold
from search.analysis.morphology import morphology
from search.analysis.tokens import plain
from search.analysis.voikko_output import Part, Reading, read
from search.analysis.words import Analysis, QueryWord, unique

_NOMINALS = frozenset({"n", "l", "nl", "ee", "es", "ep", "em", "u", "ur"})
_SHORTEST_HALF = 3
_OTHER_MEANING = ("minen", "maton", "mätön")
"""Base forms that mean something else than their verb (tuleminen, sopimaton)."""


class Finnish:
    """The analysis of Finnish (see words.Language)."""

    code = "fi"

    def __init__(self, engine: str = "", cache_size: int = 20_000) -> None:
        """Load the morphology named `engine` (see morphology.morphology)."""
        self._morphology = morphology(engine)
        self.version = self._morphology.version
        self._stemmer = snowballstemmer.stemmer("finnish")
        self._stemmer_lock = threading.Lock()
        self._names: frozenset[str] = frozenset()
        self._cached_index = lru_cache(cache_size)(self._index)
        self._cached_readings = lru_cache(2_000)(self._readings)

    def index(self, word: str) -> Analysis:
        """Analyse a word of a text."""
        return self._cached_index(word)

    def query(self, word: str) -> QueryWord:
        """Analyse a word of a query: only its own base form if it is one, else all of them."""
        whole = plain(word)
        analysis, readings = self.index(word), self._cached_readings(word)
        if not readings:
            strict = self._names_in(whole) or (whole,)
            return QueryWord(word, strict, analysis.lemmas, analysis.stem, fold(whole), analysis.parts)
        lemmas = unique(reading.lemma for reading in readings)
        verbs = unique(reading.verb for reading in readings)
        if whole not in lemmas:
            every = unique([*lemmas, *verbs, whole])
            return QueryWord(word, every, every, parts=analysis.parts)
        near = (reading.verb for reading in readings if not reading.lemma.endswith(_OTHER_MEANING))
        return QueryWord(word, (whole,), unique([*lemmas, *near]), parts=unique([*analysis.parts, *verbs]))

    def add_names(self, names: Iterable[str]) -> None:
        """Make known names that Voikko lacks."""
        self._names |= {plain(name) for name in names}
        self._cached_index.cache_clear()

    def _names_in(self, word: str) -> tuple[str, ...]:
        return tuple(name for name in (word, *guesses(word)) if name in self._names)

    def _index(self, word: str) -> Analysis:
        whole = plain(word)
        names = self._names_in(whole)
        readings = self._cached_readings(word)
        if not readings:
            return self._unknown(whole, names)
        lemmas = unique([*names, *(lemma for r in readings for lemma in (r.lemma, r.verb))])
        return Analysis(lemmas, tuple(part for part in self._parts(readings) if part not in lemmas))

    def _unknown(self, word: str, names: tuple[str, ...]) -> Analysis:
        halves = self._halves(word)
        lemmas = unique([*names, word, *(before + head for before, head in halves), *guesses(word)])
        parts = unique(part for half in halves for part in half if part not in lemmas)
        return Analysis(lemmas, parts, self._stem(word))

    def _halves(self, word: str) -> list[tuple[str, str]]:
        """Return an unknown compound as its unknown beginning and the base forms of its longest known end."""
        for place in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF):
            readings = self._cached_readings(word[place:])
            heads = unique(r.lemma for r in readings if r.word_class in _NOMINALS and not r.has_clitic)
            if heads:
                return [(word[:place], head) for head in heads]
        return []

    def _stem(self, word: str) -> str:
        with self._stemmer_lock:
            return str(self._stemmer.stemWord(word))

    def _readings(self, word: str) -> tuple[Reading, ...]:
        found = _unique_readings(self._morphology.outputs(word))
        if found or "-" not in word:
            return found
        before, _, last = word.rpartition("-")
        return tuple(_behind(plain(before), reading) for reading in self._readings(last))

    def _parts(self, readings: tuple[Reading, ...]) -> tuple[str, ...]:
        bare = [reading for reading in readings if not reading.has_clitic] or readings
        fewest = min(len(reading.parts) for reading in bare)
        chosen = [reading.parts for reading in bare if len(reading.parts) == fewest]
        return tuple(part for part in unique(p for parts in chosen for p in self._spans(parts)) if len(part) > 1)

    def _spans(self, parts: tuple[Part, ...]) -> Iterator[str]:
        """Yield the base forms of all parts and of all neighbouring parts together, the whole word left out."""
        for start, end in combinations(range(len(parts) + 1), 2):
            if end - start == len(parts):
                continue
            before = "".join(part.surface for part in parts[start : end - 1])
            for base in self._bases(parts[end - 1]):
                yield before + base

    def _bases(self, part: Part) -> tuple[str, ...]:
        if part.base is not None:
            return (part.base,)
        readings = self._cached_readings(part.surface)
        if not readings and part.surface.endswith("s"):
            readings = self._cached_readings(part.surface[:-1] + "nen")
        nouns = unique(reading.lemma for reading in readings if reading.word_class in _NOMINALS)
        return nouns or unique(reading.lemma for reading in readings) or (part.surface,)


def _unique_readings(outputs: Iterable[str]) -> tuple[Reading, ...]:
    """Return the transducer's outputs as readings, each once, simple words before compounds."""
    readings = {reading for output in outputs if (reading := read(output))}
    return tuple(sorted(readings, key=lambda reading: (len(reading.parts), reading.lemma, repr(reading))))


def _behind(before: str, reading: Reading) -> Reading:
    """Return the reading of a word's last piece as that of the whole word, whose beginning is `before`."""
    return replace(
        reading,
        lemma=before + reading.lemma,
        verb=before + reading.verb if reading.verb else "",
        parts=(Part(before, before), *reading.parts),
    )
