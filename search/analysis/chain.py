"""The one way from text to search tokens, for every engine, at indexing and at query time."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from search.analysis.finnish import Finnish
from search.analysis.folding import fold
from search.analysis.morphology import morphology
from search.analysis.stopwords import STOPWORDS
from search.analysis.swedish import Swedish
from search.analysis.swedish_lexicon import lexicon_version
from search.analysis.tokens import Token, plain, tokenize
from search.analysis.words import Language, QueryWord

CHAIN_VERSION = "3"
"""Raise it whenever the chain gives other tokens for the same text: indexes must then be rebuilt."""

LANGUAGES = ("fi", "sv")
_chains: dict[str, Language] = {}
_loading = threading.Lock()


@dataclass(slots=True)
class FieldTokens:
    """The tokens of a text for each field of the index, in text order."""

    lemma: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    stem: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)


def chain(lang: str) -> Language:
    """Return the analysis of `lang` ("fi" or "sv"), loaded at the first call in this process.

    Raises ValueError for any other language.
    """
    loaded = _chains.get(lang)
    if loaded is None:
        if lang not in LANGUAGES:
            raise ValueError(f"no analysis for language {lang!r}")
        with _loading:
            loaded = _chains.get(lang) or _chains.setdefault(lang, Finnish() if lang == "fi" else Swedish())
    return loaded


def use_finnish_engine(engine: str) -> None:
    """Make this process analyse Finnish with the morphology `engine`; "" takes the best that is there.

    Raises morphology.MorphologyError where it is missing.
    """
    language = Finnish(engine)
    with _loading:
        _chains["fi"] = language


def analysis_version() -> str:
    """Return what identifies the chain and its dictionaries; what was indexed with another version is out of date.

    Loads no dictionary.
    """
    finnish = _chains["fi"].version if "fi" in _chains else morphology().version
    return f"{CHAIN_VERSION}/{finnish}/{lexicon_version()}"


def add_names(names: Iterable[str]) -> None:
    """Make known names (of places, organisations, products), in both languages: each word of them is a base form."""
    words = {token.text for name in names for token in tokenize(name)}
    for lang in LANGUAGES:
        chain(lang).add_names(words)


def analyse_text(text: str, lang: str) -> FieldTokens:
    """Return the tokens under which `text` in `lang` is indexed."""
    language, fields = chain(lang), FieldTokens()
    for token in tokenize(text):
        for word in _indexed_words(token):
            analysis = language.index(word)
            fields.lemma += analysis.lemmas
            fields.parts += analysis.parts
            fields.stem += [analysis.stem] if analysis.stem else []
            fields.folded += dict.fromkeys(fold(form) for form in (plain(word), *analysis.lemmas))
    return fields


def analyse_query(text: str, lang: str) -> list[QueryWord]:
    """Return the words of the query `text` in `lang`, without stop words unless it has no others."""
    language, stopwords = chain(lang), STOPWORDS[lang]
    words = [language.query(token.text) for token in tokenize(text)]
    return [word for word in words if stopwords.isdisjoint((word.surface, *word.strict))] or words


def _indexed_words(token: Token) -> tuple[str, ...]:
    """A word with hyphens is found as a whole and piece by piece."""
    return (token.text, *(piece for piece in token.pieces if len(piece) > 1))
