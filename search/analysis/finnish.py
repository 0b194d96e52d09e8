"""Finnish: base forms and compound parts from Voikko, the Snowball stem for words that Voikko does not know."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

import snowballstemmer

from search.analysis.folding import fold
from search.analysis.morphology import Morphology, morphology
from search.analysis.voikko_output import Part, Reading, read
from search.analysis.words import Analysis, QueryWord, unique

_NOMINALS = frozenset({"n", "l", "nl", "ee", "es", "ep", "em", "u", "ur"})


class Finnish:
    """The analysis of Finnish (see words.Language)."""

    code = "fi"

    def __init__(self, engine: str = "", cache_size: int = 20_000) -> None:
        """Load the morphology named `engine` (see morphology.morphology)."""
        self._morphology: Morphology = morphology(engine)
        self.version = f"{self._morphology.name}-{self._morphology.version}"
        self._stemmer = snowballstemmer.stemmer("finnish")
        self._stemmer_lock = threading.Lock()
        self._names: frozenset[str] = frozenset()
        self._cached_index = lru_cache(cache_size)(self._index)
        self._cached_readings = lru_cache(1_000)(self._readings)

    def index(self, word: str) -> Analysis:
        """Analyse a word of a text."""
        return self._cached_index(word)

    def query(self, word: str) -> QueryWord:
        """Analyse a word of a query: only its own base form if it is one, else all of them."""
        plain = word.replace("-", "")
        readings = self._cached_readings(word)
        stem = "" if readings else self._stem(plain)
        lemmas = unique(reading.lemma for reading in readings) or unique([plain, stem])
        broad = unique([*lemmas, *(verb for reading in readings for verb in reading.verbs)])
        strict = (plain,) if plain in lemmas and readings else broad
        return QueryWord(word, strict, broad, stem, fold(plain), self.index(word).parts)

    def add_names(self, names: Iterable[str]) -> None:
        """Make known names that Voikko lacks."""
        self._names |= {name.replace("-", "") for name in names}
        self._cached_index.cache_clear()

    def _stem(self, word: str) -> str:
        with self._stemmer_lock:
            return str(self._stemmer.stemWord(word))

    def _readings(self, word: str) -> tuple[Reading, ...]:
        read_outputs = (read(output) for output in self._morphology.outputs(word))
        found = tuple(dict.fromkeys(reading for reading in read_outputs if reading))
        if found or "-" not in word:
            return found
        before, _, last = word.rpartition("-")
        return tuple(_behind(before, reading) for reading in self._readings(last))

    def _index(self, word: str) -> Analysis:
        readings = self._cached_readings(word)
        if not readings:
            plain = word.replace("-", "")
            stem = self._stem(plain)
            return Analysis(unique([plain, stem]), (), stem)
        lemmas = unique(lemma for reading in readings for lemma in (reading.lemma, *reading.verbs))
        return Analysis(lemmas, tuple(part for part in self._parts(readings) if part not in lemmas))

    def _parts(self, readings: tuple[Reading, ...]) -> tuple[str, ...]:
        plain = [reading for reading in readings if not reading.has_clitic] or readings
        fewest = min(len(reading.parts) for reading in plain)
        chosen = [reading.parts for reading in plain if len(reading.parts) == fewest]
        return tuple(part for part in unique(p for parts in chosen for p in self._spans(parts)) if len(part) > 1)

    def _spans(self, parts: tuple[Part, ...]) -> Iterable[str]:
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
        nouns = unique(reading.lemma for reading in readings if reading.word_class in _NOMINALS)
        return nouns or unique(reading.lemma for reading in readings) or (part.surface,)


def _behind(before: str, reading: Reading) -> Reading:
    """Return the reading of a word's last piece as the reading of the whole word, of which `before` is unknown."""
    surface = before.replace("-", "")
    return Reading(
        lemma=surface + reading.lemma,
        verbs=(),
        parts=(Part(surface, surface), *reading.parts),
        word_class=reading.word_class,
        has_clitic=reading.has_clitic,
        has_possessive=reading.has_possessive,
        is_prefixed=False,
    )
