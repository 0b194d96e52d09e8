"""Gold pairs of words, and what share of them a language analysis gets right.

A folder of gold holds tab-separated files with a header line: inflection.tsv (lang, form, lemma, tokens),
compounds.tsv (lang, form, part, role, tokens) and negatives.tsv (lang, form, other_lemma). Other columns are
ignored; `tokens` (how often the pair occurs) may be missing.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from search.analysis.chain import analyse_query, analyse_text
from search.analysis.words import QueryWord

FIELDS = ("lemma", "parts", "reading", "stem", "folded")


@dataclass(frozen=True, slots=True)
class Pair:
    """A query word and a form in a text; `role` is head or modifier for compounds, else empty."""

    query: str
    form: str
    role: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The shares (0 to 1) of one language over all fields."""

    inflection_tokens: float
    inflection_types: float
    heads: float
    modifiers: float
    wrong_hits: float


def pairs(path: Path, lang: str, query_column: str) -> list[Pair]:
    """Read the pairs of `lang` from a gold file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Pair(row[query_column], row["form"], row.get("role") or "", int(row.get("tokens") or 1))
            for row in rows
            if row["lang"] == lang
        ]


def matching_fields(query: str, form: str, lang: str) -> frozenset[str]:
    """Return the fields in which the query word finds a text that consists of `form`."""
    tokens = analyse_text(form, lang)
    found = set()
    for word in analyse_query(query, lang):
        found |= set(_hits(word, set(tokens.lemma), set(tokens.parts), set(tokens.stem), set(tokens.folded)))
    return frozenset(found)


def _hits(word: QueryWord, lemma: set[str], parts: set[str], stem: set[str], folded: set[str]) -> Iterator[str]:
    if lemma.intersection(word.strict):
        yield "lemma"
    if parts.intersection(word.strict):
        yield "parts"
    if lemma.intersection(word.readings):
        yield "reading"
    if word.stem in stem:
        yield "stem"
    if word.folded in folded:
        yield "folded"


def share(found: list[tuple[Pair, frozenset[str]]], fields: tuple[str, ...], *, by_tokens: bool = False) -> float:
    """Return the share of pairs that match in one of `fields`."""
    weights = [(pair.tokens if by_tokens else 1, not matched.isdisjoint(fields)) for pair, matched in found]
    return sum(weight for weight, hit in weights if hit) / max(1, sum(weight for weight, _ in weights))


def matches(folder: Path, name: str, query_column: str, lang: str) -> list[tuple[Pair, frozenset[str]]]:
    """Return each pair of a gold file with the fields in which it matches."""
    return [(pair, matching_fields(pair.query, pair.form, lang)) for pair in pairs(folder / name, lang, query_column)]


def measure_fields(folder: Path, lang: str, field_sets: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Figures]:
    """Measure the analysis of `lang` on the gold in `folder`, for each set of fields that a hit may come from."""
    inflection = matches(folder, "inflection.tsv", "lemma", lang)
    compounds = matches(folder, "compounds.tsv", "part", lang)
    negatives = matches(folder, "negatives.tsv", "other_lemma", lang)
    return {
        fields: Figures(
            inflection_tokens=share(inflection, fields, by_tokens=True),
            inflection_types=share(inflection, fields),
            heads=share([match for match in compounds if match[0].role == "head"], fields),
            modifiers=share([match for match in compounds if match[0].role == "modifier"], fields),
            wrong_hits=share(negatives, fields),
        )
        for fields in field_sets
    }


def measure(folder: Path, lang: str) -> Figures:
    """Measure the analysis of `lang` on the gold in `folder` over all fields."""
    return measure_fields(folder, lang, [FIELDS])[FIELDS]
