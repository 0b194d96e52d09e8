"""Which of our languages a text is really written in, whatever the language it is filed under."""

import re

from site_core.languages import LanguageCode, other_language

WORD = re.compile(r"[^\W\d_]+")

#: Frequent words that the other language does not have.
FUNCTION_WORDS: dict[LanguageCode, frozenset[str]] = {
    "fi": frozenset(
        "ei eivät että hän he ja jo joka joko jos jossa jonka joita jotka kaikki kanssa koska kuin kun kuten lisäksi "
        "mukaan muun mutta myös niiden niitä niin noin olet oli olla ole on ovat saa saada sekä sen sinun sitä tai "
        "tämä tarvittaessa tietoa useita vain vai vastaa voi voidaan voit voivat vuoden yhteydessä".split()
    ),
    "sv": frozenset(
        "alla att av bland dem den denna deras det detta dig din dina dig du efter eller enligt ett för från får ges "
        "genom göra hos här hur inom inte kan kring man med mellan mot måste när och också om på samt ska skall som "
        "så till under upp ut utan var vara vid vill är åt även över".split()
    ),
}
#: How many times as many function words of one language as of the other make a text certain.
CERTAIN = 4


def written_in(text: str) -> LanguageCode | None:
    """The language of a text by its function words; None for one too short or too mixed to tell."""
    words = WORD.findall(text.lower())
    counts = {language: sum(word in known for word in words) for language, known in FUNCTION_WORDS.items()}
    language: LanguageCode = max(counts, key=lambda code: counts[code])
    certain = counts[language] >= max(2, CERTAIN * counts[other_language(language)])
    return language if certain else None
