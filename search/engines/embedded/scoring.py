"""From who has which token to how well each document answers the query: BM25 by word, alike on every database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from search.engines.embedded.index import Found, Probe
from search.engines.protocol import Clause, SearchWord
from search.ranking import TIE_BREAKER, rarity
from site_core.languages import LanguageCode

Scores = dict[int, float]
"""The score of each document, by its id."""


def probes_of(words: Sequence[SearchWord], language: LanguageCode) -> list[Probe]:
    """What to look for, each once, for a client of the language."""
    clauses = (clause for word in words for clause in word.clauses)
    return list(dict.fromkeys(probe for clause in clauses for probe in _probes(clause, language)))


def scored(words: Sequence[SearchWord], required: int, language: LanguageCode, found: Found) -> Scores:
    """The score of every document that has `required` of the words, for a client of the language."""
    totals: defaultdict[int, float] = defaultdict(float)
    having: defaultdict[int, int] = defaultdict(int)
    for word in words:
        for document_id, score in _word_scores(word, language, found).items():
            totals[document_id] += score
            having[document_id] += 1
    if required <= 1:
        return totals
    return {document_id: score for document_id, score in totals.items() if having[document_id] >= required}


def _probes(clause: Clause, language: LanguageCode) -> list[Probe]:
    not_in = language if clause.untranslated_only else None
    return [Probe(clause.language, clause.net, token, not_in) for token in clause.tokens]


def _word_scores(word: SearchWord, language: LanguageCode, found: Found) -> Scores:
    """The best clause, and a share of the others.

    No alternative counts as rarer than the word itself: a synonym is not telling for being less usual.
    """
    itself = max(found.answers[probe].frequency for probe in _probes(word.clauses[0], language))
    most_telling = rarity(itself, found.documents)
    scores: Scores = {}
    for clause in sorted(word.clauses, key=lambda clause: -clause.weight):
        for probe in _probes(clause, language):
            answer = found.answers[probe]
            factor = clause.weight * min(rarity(answer.frequency, found.documents), most_telling)
            _add(scores, {document_id: factor * share for document_id, share in answer.postings})
    return scores


def _add(scores: Scores, more: Scores) -> None:
    """Keep the better of the two scores of each document, and a share of the other."""
    if not scores:
        scores.update(more)
        return
    for document_id, score in more.items():
        known = scores.get(document_id)
        if known is None:
            scores[document_id] = score
        elif score > known:
            scores[document_id] = score + TIE_BREAKER * known
        else:
            scores[document_id] = known + TIE_BREAKER * score
