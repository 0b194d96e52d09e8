"""What a match is worth: the same in every engine (weights as measured, docs/adr)."""

from math import log
from typing import Literal

Net = Literal["words", "stems", "folded"]

#: The token fields that each net is cast over, and what a token standing there weighs. Title words are those
#: of the title and the alternative names; concepts are the labels of classifications, places and partners.
NETS: dict[Net, dict[str, float]] = {
    "words": {"title_words": 3.0, "body_words": 1.0, "title_parts": 0.9, "body_parts": 0.3, "concepts": 0.3},
    "stems": {"stems": 1.0},
    "folded": {"folded": 1.0},
}
FIELD_WEIGHTS: dict[str, float] = {field: weight for fields in NETS.values() for field, weight in fields.items()}
TOKEN_FIELDS = tuple(FIELD_WEIGHTS)

STRICT_WEIGHT = 1.0
READINGS_WEIGHT = 0.2
STEM_WEIGHT = 0.1
FOLDED_WEIGHT = 0.1
EQUIVALENT_WEIGHT = 0.4
OTHER_LANGUAGE_WORD_WEIGHT = 0.3
PARTS_OF_QUERY_WEIGHT = 0.2

#: A word is worth its best clause and this share of its other clauses (dis_max).
TIE_BREAKER = 0.3

#: A document that is not in the client's language comes after those of like relevance that are.
OTHER_LANGUAGE_FACTOR = 0.4

#: Lucene's constants of BM25, which SQLite's FTS5 has too.
K1 = 1.2
B = 0.75


def required_words(words: int) -> int:
    """How many words of a query a document must have: both of two, three quarters of more, rounded down."""
    return words if words <= 2 else words * 3 // 4


def rarity(matching: int, documents: int) -> float:
    """The inverse document frequency of BM25 as Lucene counts it: never negative, even for a word of every page."""
    return log(1 + (documents - matching + 0.5) / (matching + 0.5))
