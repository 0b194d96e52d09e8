"""From who has which token to how well each document answers the query: BM25 by word, alike on every database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from search.engines.embedded.index import Found, Posting, Probe
from search.engines.protocol import Clause, SearchWord
from search.ranking import TIE_BREAKER, rarity

Scores = dict[int, float]
"""The score of each document, by its id."""


def probes_of(words: Sequence[SearchWord]) -> list[Probe]:
    """The tokens to look for, each once."""
    return list(dict.fromkeys(probe for word in words for clause in word.clauses for probe in _probes(clause)))


def scored(words: Sequence[SearchWord], required: int, probes: Sequence[Probe], found: Found) -> Scores:
    """The score of every document that has `required` of the words."""
    postings = dict(zip(probes, found.postings, strict=True))
    totals: defaultdict[int, float] = defaultdict(float)
    having: defaultdict[int, int] = defaultdict(int)
    for word in words:
        for document_id, score in _word_scores(word, postings, found.documents).items():
            totals[document_id] += score
            having[document_id] += 1
    if required <= 1:
        return totals
    return {document_id: score for document_id, score in totals.items() if having[document_id] >= required}


def _probes(clause: Clause) -> Iterator[Probe]:
    return (Probe(clause.language, clause.net, token) for token in clause.tokens)


def _word_scores(word: SearchWord, postings: dict[Probe, list[Posting]], documents: int) -> Scores:
    """The best clause, and a share of the others.

    No alternative counts as rarer than the word itself: a synonym is not telling for being less usual.
    """
    itself = max((len(postings[probe]) for probe in _probes(word.clauses[0])), default=0)
    most_telling = rarity(itself, documents)
    best: Scores = {}
    sums: Scores = {}
    for clause in word.clauses:
        for probe in _probes(clause):
            having = postings[probe]
            factor = clause.weight * min(rarity(len(having), documents), most_telling)
            for document_id, frequency in having:
                score = factor * frequency
                sums[document_id] = sums.get(document_id, 0.0) + score
                if score > best.get(document_id, 0.0):
                    best[document_id] = score
    return {document_id: score + TIE_BREAKER * (sums[document_id] - score) for document_id, score in best.items()}
