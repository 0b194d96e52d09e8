"""Search over the gold documents with the fields and weights of the product, to compare language analyses.

retrieval_<lang>.jsonl holds one JSON object a line: documents {"type": "doc", "id", "text"} and queries
{"type": "query", "kind", "text", "grades": {document id: grade}}.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from search.analysis.chain import analyse_query, analyse_text
from search.analysis.words import QueryWord

K1, B, TIE_BREAKER = 1.2, 0.75, 0.3
INDEXED = ("lemma", "parts", "stem", "folded")


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over queries: recall of all relevant documents, average precision, nDCG at 10, share without hits."""

    queries: int
    recall: float
    average_precision: float
    ndcg: float
    empty: float


class Index:
    """Documents in memory, scored with BM25 (Lucene's constants) field by field."""

    def __init__(self, texts: dict[str, str], lang: str) -> None:
        self._lang = lang
        self._postings: dict[str, dict[str, dict[str, int]]] = {name: defaultdict(dict) for name in INDEXED}
        self._lengths: dict[str, dict[str, int]] = {name: {} for name in INDEXED}
        for key, text in texts.items():
            tokens = analyse_text(text, lang)
            for name in INDEXED:
                terms = getattr(tokens, name)
                self._lengths[name][key] = len(terms)
                for term, count in Counter(terms).items():
                    self._postings[name][term][key] = count

    def search(self, query: str) -> list[str]:
        """Return the ids of the documents that match a word of `query`, best first."""
        scores: Counter[str] = Counter()
        for word in analyse_query(query, self._lang):
            scores.update(self._score_word(word))
        return sorted(scores, key=lambda key: (-scores[key], key))

    def _score_word(self, word: QueryWord) -> dict[str, float]:
        clauses = [
            self._score("lemma", word.strict, 1.0),
            self._score("parts", word.strict, 0.3),
            self._score("lemma", word.readings, 0.2),
            self._score("stem", (word.stem,), 0.1),
            self._score("folded", (word.folded,), 0.1),
        ]
        found = {key for clause in clauses for key in clause}
        return {key: _best_and_a_share_of_the_rest([clause.get(key, 0.0) for clause in clauses]) for key in found}

    def _score(self, name: str, terms: Iterable[str], weight: float) -> Counter[str]:
        lengths = self._lengths[name]
        average = sum(lengths.values()) / max(1, len(lengths)) or 1.0
        scores: Counter[str] = Counter()
        for term in terms:
            postings = self._postings[name].get(term, {})
            rarity = math.log(1 + (len(lengths) - len(postings) + 0.5) / (len(postings) + 0.5))
            for key, count in postings.items():
                saturation = count / (count + K1 * (1 - B + B * lengths[key] / average))
                scores[key] += weight * rarity * saturation
        return scores


def _best_and_a_share_of_the_rest(scores: list[float]) -> float:
    best = max(scores)
    return best + TIE_BREAKER * (sum(scores) - best)


def measure_retrieval(path: Path, lang: str) -> dict[str, Quality]:
    """Return the quality for each kind of query in the file at `path`."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    index = Index({line["id"]: line["text"] for line in lines if line["type"] == "doc"}, lang)
    by_kind: dict[str, list[tuple[list[str], dict[str, int]]]] = defaultdict(list)
    for line in lines:
        if line["type"] == "query":
            by_kind[line["kind"]].append((index.search(line["text"]), line["grades"]))
    return {kind: _quality(results) for kind, results in by_kind.items()}


def _quality(results: list[tuple[list[str], dict[str, int]]]) -> Quality:
    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(results)

    return Quality(
        queries=len(results),
        recall=mean(len(grades.keys() & set(hits)) / len(grades) for hits, grades in results),
        average_precision=mean(_average_precision(hits, grades) for hits, grades in results),
        ndcg=mean(ndcg(hits, grades) for hits, grades in results),
        empty=mean(not hits for hits, _ in results),
    )


def _average_precision(hits: list[str], grades: dict[str, int]) -> float:
    found, total = 0, 0.0
    for rank, key in enumerate(hits, 1):
        if key in grades:
            found += 1
            total += found / rank
    return total / len(grades)


def ndcg(hits: list[str], grades: dict[str, int]) -> float:
    """Return the discounted cumulative gain of the first ten hits, as a share of the best order's."""
    ideal = sorted(grades.values(), reverse=True)[:10]
    gained = [grades.get(key, 0) for key in hits[:10]]
    return _discounted(gained) / _discounted(ideal)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))
