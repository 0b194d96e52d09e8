"""What a search is asked by: the parameters of the results page and of the API, which are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from search.facets import FACET_NAMES, Chosen, FacetTerms
from search.service import DEFAULT_SIZE, LAST_REACHABLE
from site_core.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, LanguageCode

LARGEST_SIZE = 50
MOST_VALUES = 400
SINGLE = ("q", "lang", "page", "size")
PARAMETERS = (*SINGLE, *FACET_NAMES)

Asked = Mapping[str, list[str]]


class ParameterError(ValueError):
    """A parameter that is unknown or cannot be understood."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter, self.message = parameter, message


@dataclass(frozen=True, slots=True)
class Parameters:
    """A search as it was asked for."""

    text: str = ""
    language: LanguageCode = DEFAULT_LANGUAGE
    page: int = 1
    size: int = DEFAULT_SIZE
    chosen: Chosen = field(default_factory=dict)


def strict(asked: Asked, terms: FacetTerms) -> Parameters:
    """The parameters of a program. Raises ParameterError for the first that is unknown or broken."""
    for name in asked:
        if name not in PARAMETERS:
            _refuse(name, f"There is no such parameter. Known: {', '.join(PARAMETERS)}.")
    for name in SINGLE:
        if len(asked.get(name, [])) > 1:
            _refuse(name, "Give it once.")
    size = _number(asked, "size", DEFAULT_SIZE, LARGEST_SIZE)
    return Parameters(
        text=_single(asked, "q", ""),
        language=_language(asked),
        page=_number(asked, "page", 1, LAST_REACHABLE // size),
        size=size,
        chosen={name: _values(asked, name, terms) for name in FACET_NAMES if name in asked},
    )


def lenient(asked: Asked, language: LanguageCode, terms: FacetTerms) -> Parameters:
    """The parameters of a person's address bar: what cannot be understood is left aside."""
    page = _single(asked, "page", "1")
    return Parameters(
        text=_single(asked, "q", ""),
        language=language,
        page=max(1, min(int(page), LAST_REACHABLE // DEFAULT_SIZE)) if _is_number(page) else 1,
        chosen={
            name: known
            for name in FACET_NAMES
            if name in asked and (known := terms.known(name, asked[name][:MOST_VALUES]))
        },
    )


def _refuse(parameter: str, message: str) -> NoReturn:
    raise ParameterError(parameter, message)


def _single(asked: Asked, name: str, default: str) -> str:
    values = asked.get(name)
    return values[-1] if values else default


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 9


def _number(asked: Asked, name: str, default: int, largest: int) -> int:
    text = _single(asked, name, str(default))
    if not _is_number(text) or not 1 <= int(text) <= largest:
        _refuse(name, f"Give a whole number from 1 to {largest}.")
    return int(text)


def _language(asked: Asked) -> LanguageCode:
    language = _single(asked, "lang", DEFAULT_LANGUAGE)
    if language not in LANGUAGE_CODES:
        _refuse("lang", f"Give one of: {', '.join(LANGUAGE_CODES)}.")
    return language


def _values(asked: Asked, name: str, terms: FacetTerms) -> frozenset[str]:
    values: Iterable[str] = asked[name][:MOST_VALUES]
    for value in values:
        if not terms.known(name, [value]):
            _refuse(name, f"There is no value {value[:100]!r}.")
    return frozenset(values)
