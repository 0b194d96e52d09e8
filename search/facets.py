"""The facets: what results can be narrowed by, what their values are called, and how they are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import LanguageOfService, Municipality, Organisation, ServiceClass, WayToMeet
from search.models import DocumentKind
from site_core.alphabet import alphabetical
from site_core.languages import active_language

EVERYWHERE = "everywhere"
"""The municipality value of documents that hold in every municipality: whole country, remote, guides."""
MAINLAND = "mainland"
"""The municipality value of documents that hold in the whole country except Åland."""
ALAND_REGION = "21"

ONLINE = "online"
"""The way to meet of services with an electronic service, beside those of advisers."""

Chosen = Mapping[str, frozenset[str]]
"""The values that a client has chosen, by the name of the facet."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value of a facet, and what it is called in the active language."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class FacetOption(Term):
    """A value with the number of results it has, or would bring if it were chosen too."""

    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet as a group of options. Results match any checked option of a group, in every group."""

    name: str
    label: str
    options: tuple[FacetOption, ...]


def _kinds() -> list[Term]:
    return [Term(kind.value, str(kind.label)) for kind in DocumentKind]


def _service_classes() -> list[Term]:
    return _named(ServiceClass.objects.values_list("code", "name_fi", "name_sv"))


def _organisations() -> list[Term]:
    return _by_name(_named(Organisation.objects.values_list("slug", "name_fi", "name_sv")))


def _languages_of_service() -> list[Term]:
    return _named(LanguageOfService.objects.values_list("code", "name_fi", "name_sv"))


def _ways_to_meet() -> list[Term]:
    return [*(Term(way.value, str(way.label)) for way in WayToMeet), Term(ONLINE, str(_("Online")))]


def _named(records: Iterable[tuple[str, str, str]]) -> list[Term]:
    """Values of records by their Finnish and Swedish names: the other one where one's own is missing."""
    if active_language() == "fi":
        return [Term(value, finnish or swedish) for value, finnish, swedish in records]
    return [Term(value, swedish or finnish) for value, finnish, swedish in records]


def _by_name(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: alphabetical(term.label))


MUNICIPALITY = "municipality"

LABELS: dict[str, str | Promise] = {
    "type": _("Type"),
    "service_class": _("Subject"),
    MUNICIPALITY: _("Municipality"),
    "organisation": _("Organisation"),
    "language_of_service": _("Language of service"),
    "way_to_meet": _("Way to meet"),
}
FACET_NAMES = tuple(LABELS)

TERMS: dict[str, Callable[[], list[Term]]] = {
    "type": _kinds,
    "service_class": _service_classes,
    "organisation": _organisations,
    "language_of_service": _languages_of_service,
    "way_to_meet": _ways_to_meet,
}


class FacetTerms:
    """Every value of every facet in the active language: read at need, four queries in all."""

    def __init__(self) -> None:
        self._terms: dict[str, list[Term]] = {}

    def of(self, name: str) -> list[Term]:
        """The values of a facet in reading order. Raises KeyError for an unknown facet."""
        if name not in self._terms:
            self._terms[name] = self._municipalities if name == MUNICIPALITY else TERMS[name]()
        return self._terms[name]

    def known(self, name: str, values: Iterable[str]) -> frozenset[str]:
        """Those of the values that the facet has."""
        return frozenset(values) & {term.value for term in self.of(name)}

    def municipality_names(self) -> list[tuple[str, str]]:
        """The Finnish and Swedish names of all municipalities that have both."""
        return [(finnish, swedish) for _code, finnish, swedish, _region in self._municipality_rows if swedish]

    def filters(self, chosen: Chosen) -> dict[str, frozenset[str]]:
        """What documents must have for the choice: what holds everywhere holds in each municipality."""
        return {
            name: values | self._holding_in(values) if name == MUNICIPALITY else values
            for name, values in chosen.items()
            if values
        }

    def groups(self, counts: Mapping[str, Mapping[str, int]], chosen: Chosen) -> list[FacetGroup]:
        """The facets with the values that documents of the result have, and those chosen."""
        return [
            FacetGroup(
                name, str(label), tuple(self._options(name, counts.get(name, {}), chosen.get(name, frozenset())))
            )
            for name, label in LABELS.items()
        ]

    def _options(self, name: str, counts: Mapping[str, int], chosen: frozenset[str]) -> Iterable[FacetOption]:
        for term in self.of(name):
            checked = term.value in chosen
            if checked or term.value in counts:
                count = counts.get(term.value, 0)
                if name == MUNICIPALITY:
                    count += sum(counts.get(value, 0) for value in self._holding_in([term.value]))
                yield FacetOption(term.value, term.label, count, checked)

    def _holding_in(self, municipalities: Iterable[str]) -> frozenset[str]:
        on_mainland = not self._aland.issuperset(municipalities)
        return frozenset({EVERYWHERE, MAINLAND} if on_mainland else {EVERYWHERE})

    @cached_property
    def _municipality_rows(self) -> list[tuple[str, str, str, str]]:
        return list(Municipality.objects.values_list("code", "name_fi", "name_sv", "region__code"))

    @property
    def _municipalities(self) -> list[Term]:
        return _by_name(_named((code, finnish, swedish) for code, finnish, swedish, _ in self._municipality_rows))

    @cached_property
    def _aland(self) -> frozenset[str]:
        return frozenset(
            code for code, _finnish, _swedish, region in self._municipality_rows if region == ALAND_REGION
        )
