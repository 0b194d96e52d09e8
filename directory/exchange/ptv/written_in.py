"""Which of our languages a text is really written in, whatever the language it is filed under."""

import re

from site_core.languages import LanguageCode, other_language

WORD = re.compile(r"[^\W\d_]+")

#: Frequent words that the other language does not have.
FUNCTION_WORDS: dict[LanguageCode, str] = {
    "fi": """
        ei eivät että he hän ja jo joita joka jokainen joko jonka jos jossa jotka kaikki kanssa koska kuin kun kuten
        lisäksi mukaan mutta muun myös niiden niin niitä noin ole olet oli olla on ovat saa saada sekä sen sinun sitä
        tai tarvittaessa tietoa tämä useita vai vain vastaa voi voidaan voit voivat vuoden yhteydessä
    """,
    "sv": """
        alla att av bland dem den denna deras det detta dig din dina du efter eller enligt ett från får för genom ges
        göra hos hur här inom inte kan kring man med mellan mot måste när och också om på samt ska skall som så till
        under upp ut utan var vara vid vill är åt även över
    """,
}
#: How many times as many function words of one language as of the other make a text certain.
CERTAIN = 4

KNOWN = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}


def written_in(text: str) -> LanguageCode | None:
    """The language of a text by its function words; None for one too short or too mixed to tell."""
    words = WORD.findall(text.lower())
    counts = {language: sum(word in known for word in words) for language, known in KNOWN.items()}
    language: LanguageCode = max(counts, key=lambda code: counts[code])
    certain = counts[language] >= max(2, CERTAIN * counts[other_language(language)])
    return language if certain else None
