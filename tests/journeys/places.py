"""Where things are on the demo site: one address of each page type in each language."""

from django.urls import reverse
from django.utils.translation import gettext, override

#: Page types whose two addresses are those of one pair.
PAIRS = {
    "home": ("/fi/", "/sv/"),
    "topic": ("/fi/opiskelu-aikuisena/", "/sv/att-studera-som-vuxen/"),
    "guide": ("/fi/nain-vaihdat-alaa/", "/sv/sa-byter-du-bransch/"),
    "organisation": ("/fi/koskelan-opistoverkosto/", "/sv/institutnatverket-koskela/"),
    "service": (
        "/fi/koskelan-opistoverkosto/tukea-lukemisen-ja-kirjoittamisen-vaikeuksiin/",
        "/sv/institutnatverket-koskela/stod-vid-las-och-skrivsvarigheter/",
    ),
    "service in the other language": (
        "/fi/bildningsforeningen-havsbrisen-rf/plugga-i-sverige-fran-aland/",
        "/sv/koskelan-opistoverkosto/peruskoulu-loppuun-aikuisena/",
    ),
}
QUERIES = {"fi": "lukivaikeuksia", "sv": "lässvårigheterna"}
"""Inflected forms that lead to the pair called "service"."""
NOTHING = "qwxzqwxz"
"""A query that finds nothing."""
LANGUAGES = ("fi", "sv")
OTHER = {"fi": "sv", "sv": "fi"}


KINDS = (
    *PAIRS,
    "everything",
    "search",
    "search filtered",
    "search empty",
    "advisers",
    "advisers filtered",
    "advisers none",
    "adviser",
    "organisations",
    "missing",
)
"""Every public page type and its states."""


def address(kind: str, language: str) -> str:
    """The path and query of the page type or state."""
    if kind in PAIRS:
        return PAIRS[kind][LANGUAGES.index(language)]
    with override(language):
        results, advisers, organisations = (
            reverse(name) for name in ("search:results", "directory:adviser_list", "directory:organisation_list")
        )
        adviser = reverse("directory:adviser_detail", args=["riikka-vanhatupa"])
    return {
        "everything": results,
        "search": f"{results}?q={QUERIES[language]}",
        "search filtered": f"{results}?q={QUERIES[language]}&type=service",
        "search empty": f"{results}?q={NOTHING}",
        "advisers": advisers,
        "advisers filtered": f"{advisers}?language_of_service=sv&way_to_meet=in_person",
        "advisers none": f"{advisers}?language_of_service=vi&way_to_meet=chat",
        "adviser": adviser,
        "organisations": organisations,
        "missing": f"/{language}/ei-ole-finns-inte/",
    }[kind]


def text(language: str, message: str) -> str:
    """A text of the user interface as clients read it."""
    with override(language):
        return gettext(message)
