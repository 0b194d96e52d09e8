"""Words that say how a question is put, not what it is about. Compared with lemmas, so that every form counts."""

from __future__ import annotations

STOPWORDS: dict[str, frozenset[str]] = {
    "fi": frozenset(
        ["mikä", "kuka", "ken", "kumpi", "mitä", "miten", "kuinka", "miksi", "minkä", "milloin", "koska", "missä", "mistä", "mihin", "minne", "millainen", "minkälainen", "paljonko", "montako", "kauanko", "onko", "voinko", "saanko", "pitääkö", "olla", "voida", "saada", "haluta", "tahtoa", "pitää", "täytyä", "tarvita", "kannattaa", "pystyä", "osata", "ei", "minä", "sinä", "hän", "me", "te", "he", "se", "ne", "tämä", "tuo", "nämä", "nuo", "joka", "itse", "ja", "tai", "sekä", "eli", "vai", "mutta", "että", "jos", "kun", "kuin", "niin", "myös", "jo", "vielä", "nyt"]
    ),
    "sv": frozenset(
        ["vad", "vem", "vilken", "vilka", "hur", "varför", "när", "var", "vart", "varifrån", "vilket", "vara", "bli", "ha", "få", "vilja", "kunna", "ska", "skola", "måste", "böra", "behöva", "finnas", "jag", "du", "han", "hon", "hen", "vi", "ni", "de", "den", "det", "man", "mig", "dig", "sig", "oss", "er", "dem", "min", "din", "sin", "vår", "en", "ett", "denna", "detta", "och", "eller", "men", "att", "om", "som", "i", "på", "för", "till", "av", "med", "från", "så", "också", "inte"]
    ),
}
