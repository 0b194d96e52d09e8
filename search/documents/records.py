"""What documents take from records of the directory: names in both languages and values of facets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from directory.models import Municipality, Organisation, ServiceClass
from directory.models.named import NamedRecord
from search.documents.content import Places
from search.facets import EVERYWHERE, MAINLAND, MUNICIPALITY
from site_core.alphabet import alphabetical
from site_core.languages import LANGUAGE_CODES, LanguageCode, text_in

Facets = Iterator[tuple[str, str]]


def labels(records: Iterable[NamedRecord], language: LanguageCode) -> tuple[str, ...]:
    """The names that records have in the language itself."""
    named: Iterable[str] = (getattr(record, f"name_{language}") for record in records)
    return tuple(dict.fromkeys(name for name in named if name))


def names(record: NamedRecord) -> dict[LanguageCode, str]:
    """The name for readers of each language, in the other one where theirs is missing."""
    return {language: text_in(record, "name", language)[0] for language in LANGUAGE_CODES}


def service_class_facets(classes: Iterable[ServiceClass]) -> Facets:
    """Each class and its main class."""
    for record in classes:
        yield "service_class", record.code
        if record.parent is not None:
            yield "service_class", record.parent.code


def organisation_facets(organisation: Organisation | None) -> Facets:
    if organisation is not None:
        yield "organisation", organisation.slug


def place_facets(municipalities: Iterable[Municipality], *, everywhere: bool, mainland: bool = False) -> Facets:
    """The municipalities, or one value in place of them where all are meant."""
    if everywhere or mainland:
        yield MUNICIPALITY, EVERYWHERE if everywhere else MAINLAND
    else:
        yield from ((MUNICIPALITY, record.code) for record in municipalities)


def places(municipalities: Iterable[Municipality], *, everywhere: bool) -> Places:
    """The municipalities as they are shown, in alphabetical order."""
    named = [names(record) for record in municipalities]
    return Places(
        everywhere,
        {code: tuple(sorted((name[code] for name in named), key=alphabetical)) for code in LANGUAGE_CODES},
    )
