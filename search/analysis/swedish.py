"""Swedish: base forms and compound parts from a lexicon, the Snowball stem for words that it does not know."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from search.analysis.compounds import Splitter
from search.analysis.folding import fold
from search.analysis.swedish_lexicon import SwedishLexicon, lexicon_version
from search.analysis.tokens import plain
from search.analysis.words import Analysis, QueryWord, unique

_ENDINGS = ("s", "n", "ns", "en", "ens", "t", "ts", "et", "ets", "r", "ar", "er", "or", "na", "arna", "erna", "orna")
_SHORTEST_STEM = 3


class Swedish:
    """The analysis of Swedish (see words.Language)."""

    code = "sv"

    def __init__(self, cache_size: int = 20_000) -> None:
        """Load the lexicon."""
        self._lexicon = SwedishLexicon()
        self._splitter = Splitter(self._lexicon)
        self._stemmer = snowballstemmer.stemmer("swedish")
        self._stemmer_lock = threading.Lock()
        self._names: frozenset[str] = frozenset()
        self.version = lexicon_version()
        self._cached_index = lru_cache(cache_size)(self._index)
        self._cached_lemmas = lru_cache(1_000)(self._lemmas)

    def index(self, word: str) -> Analysis:
        """Analyse a word of a text."""
        return self._cached_index(word)

    def query(self, word: str) -> QueryWord:
        """Analyse a word of a query: only its own base form if it is one, else all of them."""
        whole = plain(word)
        analysis, lemmas = self.index(word), self._cached_lemmas(whole)
        if not lemmas:
            strict = self._names_in(whole) or (whole,)
            return QueryWord(word, strict, analysis.lemmas, analysis.stem, fold(whole), analysis.parts)
        every = unique([*lemmas, whole])
        return QueryWord(word, (whole,) if whole in lemmas else every, every, parts=analysis.parts)

    def add_names(self, names: Iterable[str]) -> None:
        """Make known names that the dictionaries lack."""
        self._names |= {plain(name) for name in names}
        self._cached_index.cache_clear()

    def _names_in(self, word: str) -> tuple[str, ...]:
        return tuple(name for name in _guesses(word) if name in self._names)

    def _lemmas(self, word: str) -> tuple[str, ...]:
        return self._lexicon.lemmas(word) or self._splitter.lemmas_of_unknown(word)

    def _index(self, word: str) -> Analysis:
        whole = plain(word)
        names, lemmas = self._names_in(whole), self._cached_lemmas(whole)
        if not lemmas:
            return Analysis(unique([*names, *_guesses(whole)]), stem=self._stem(whole))
        parts = unique(part for lemma in lemmas for part in self._splitter.parts(lemma))
        lemmas = unique([*names, *lemmas])
        return Analysis(lemmas, tuple(part for part in parts if part not in lemmas))

    def _stem(self, word: str) -> str:
        with self._stemmer_lock:
            return str(self._stemmer.stemWord(word))


def _guesses(word: str) -> tuple[str, ...]:
    """Return `word`, and what the base form of a word that no dictionary has may be (kibbutzens: kibbutz)."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS)
    return unique([word, *(stem for stem in stems if len(stem) >= _SHORTEST_STEM)])
