"""What a match is worth, the same in every engine (docs/adr on search: measured on Universal Dependencies)."""

#: Weights of a document's token fields for one language: the words of its title and alternative names, of its
#: other texts, the parts of their compounds, the labels of its classifications and places, and two weak nets.
FIELD_WEIGHTS = {
    "title": 3.0,
    "body": 1.0,
    "title_parts": 0.9,
    "body_parts": 0.3,
    "concepts": 0.3,
    "stem": 0.1,
    "folded": 0.1,
}
TOKEN_FIELDS = tuple(FIELD_WEIGHTS)

LEMMA_FIELDS = ("title", "body")
WORD_FIELDS = ("title", "body", "title_parts", "body_parts", "concepts")

STRICT_WEIGHT = 1.0
READINGS_WEIGHT = 0.2
EQUIVALENT_WEIGHT = 0.4
OTHER_LANGUAGE_WORD_WEIGHT = 0.3
PARTS_OF_QUERY_WEIGHT = 0.3

#: A document that is not in the client's language comes after those of like relevance that are.
OTHER_LANGUAGE_FACTOR = 0.6


def required_words(words: int) -> int:
    """How many words of a query a document must have: both of two, three quarters of more, rounded down."""
    return words if words <= 2 else words * 3 // 4
