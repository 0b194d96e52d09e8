"""Swedish: base forms from simplemma and a Hunspell dictionary, compound parts by that dictionary's own rules."""

from __future__ import annotations

import sysconfig
import threading
from collections.abc import Iterable
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import snowballstemmer
from simplemma.strategies import DefaultStrategy

from search.analysis.compounds import Splitter
from search.analysis.folding import fold
from search.analysis.hunspell import Hunspell
from search.analysis.words import Analysis, QueryWord, unique


class Swedish:
    """The analysis of Swedish (see words.Language)."""

    code = "sv"

    def __init__(self, cache_size: int = 20_000) -> None:
        """Load the dictionaries of the packages simplemma and hunspell-sv."""
        folder = Path(sysconfig.get_path("data")) / "share" / "hunspell"
        self._dictionary = Hunspell(folder / "sv_SE.dic", folder / "sv_SE.aff")
        self._lemmatizer = DefaultStrategy(low_memory=True)
        self._splitter = Splitter(self._dictionary)
        self._stemmer = snowballstemmer.stemmer("swedish")
        self._stemmer_lock = threading.Lock()
        self._names: frozenset[str] = frozenset()
        self.version = f"simplemma-{metadata.version('simplemma')}-hunspell-{metadata.version('hunspell-sv')}"
        self._cached_index = lru_cache(cache_size)(self._index)
        self._cached_lemmas = lru_cache(1_000)(self._lemmas)

    def index(self, word: str) -> Analysis:
        """Analyse a word of a text."""
        return self._cached_index(word)

    def query(self, word: str) -> QueryWord:
        """Analyse a word of a query: only its own base form if it is one, else all of them."""
        plain = word.replace("-", "")
        lemmas = self._cached_lemmas(plain)
        stem = "" if lemmas else self._stem(plain)
        broad = lemmas or unique([plain, stem])
        strict = (plain,) if plain in lemmas else broad
        return QueryWord(word, strict, broad, stem, fold(plain), self.index(word).parts)

    def add_names(self, names: Iterable[str]) -> None:
        """Make known names that the dictionaries lack."""
        self._names |= {name.replace("-", "") for name in names}
        self._cached_index.cache_clear()

    def _stem(self, word: str) -> str:
        with self._stemmer_lock:
            return str(self._stemmer.stemWord(word))

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """Return the base forms of `word`; none where neither dictionary knows it."""
        lemma = (self._lemmatizer.get_lemma(word, "sv") or "").lower()
        itself = word if self._dictionary.is_word(word) or lemma == word else ""
        return unique([lemma, itself])

    def _index(self, word: str) -> Analysis:
        plain = word.replace("-", "")
        lemmas = self._cached_lemmas(plain)
        stem = "" if lemmas else self._stem(plain)
        lemmas = lemmas or unique([plain, stem])
        parts = unique(part for lemma in lemmas for part in self._splitter.parts(lemma))
        return Analysis(lemmas, tuple(part for part in parts if part not in lemmas), stem)
