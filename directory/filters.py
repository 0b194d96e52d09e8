"""Filters of a public list: groups of options in the address, each option with the number of records it leaves.

Options of one group widen the list; groups narrow it.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django.utils.functional import Promise

from site_core.alphabet import alphabetical

#: What a code or address part can look like. Anything else cannot name a record and never reaches the database.
POSSIBLE_VALUE = re.compile(r"[A-Za-z0-9._-]{1,120}")
MOST_VALUES = 400


@dataclass(frozen=True)
class Choice:
    """An option of a filter: `value` in the address, `label` for people."""

    value: str
    label: str
    count: int = 0


Chosen = Mapping[str, list[Choice]]


class ListFilter(ABC):
    """A group of options; `name` is its parameter in the address."""

    def __init__(self, name: str, label: str | Promise) -> None:
        self.name = name
        self.label = label

    @abstractmethod
    def known(self, values: Iterable[str]) -> list[Choice]:
        """The options that exist among the values of an address."""

    @abstractmethod
    def condition(self, values: list[str]) -> Q:
        """The records that match any of the values."""

    @abstractmethod
    def counted(self, records: QuerySet[Any]) -> list[Choice]:
        """The options that leave some of the records, in reading order."""

    def options(self, records: QuerySet[Any], picked: list[Choice]) -> list[Choice]:
        """The options to show: those picked that leave nothing first, so that they can be taken away."""
        counted = self.counted(records)
        found = {choice.value for choice in counted}
        return [choice for choice in picked if choice.value not in found] + counted


class RecordFilter(ListFilter):
    """Options that are records which the listed ones refer to through `relation`, told apart by `lookup`."""

    def __init__(
        self,
        name: str,
        label: str | Promise,
        listed: type[Model],
        relation: str,
        lookup: str = "code",
        *,
        alphabetic: bool = False,
    ) -> None:
        super().__init__(name, label)
        field: Any = listed._meta.get_field(relation)
        self.listed, self.model = listed._default_manager, field.related_model._default_manager
        self.path, self.back, self.lookup = f"{relation}__{lookup}__in", field.related_query_name(), lookup
        self.alphabetic = alphabetic

    def known(self, values: Iterable[str]) -> list[Choice]:
        records = self.model.filter(**{f"{self.lookup}__in": list(values)})
        return [self._choice(record) for record in records]

    def condition(self, values: list[str]) -> Q:
        return Q(pk__in=self.listed.filter(**{self.path: values}).values("pk"))

    def counted(self, records: QuerySet[Any]) -> list[Choice]:
        options = self.model.filter(**{f"{self.back}__in": records}).annotate(count=Count(self.back))
        choices = [self._choice(option, option.count) for option in options]
        return sorted(choices, key=lambda choice: alphabetical(choice.label)) if self.alphabetic else choices

    def _choice(self, record: Any, count: int = 0) -> Choice:
        return Choice(getattr(record, self.lookup), record.name, count)


class MunicipalityFilter(RecordFilter):
    """Those who serve the whole country serve every municipality."""

    def condition(self, values: list[str]) -> Q:
        return super().condition(values) | Q(whole_country=True)

    def options(self, records: QuerySet[Any], picked: list[Choice]) -> list[Choice]:
        everywhere = records.filter(whole_country=True).count()
        options = super().options(records.filter(whole_country=False), picked)
        return [Choice(option.value, option.label, option.count + everywhere) for option in options]


class FilterSet:
    """The filters of a list."""

    def __init__(self, *filters: ListFilter) -> None:
        self.filters = filters

    def chosen(self, asked: Mapping[str, list[str]]) -> Chosen:
        """The options an address asks for, by filter name. Filters and values that name nothing are left out."""
        chosen = {}
        for group in self.filters:
            values = [value for value in asked.get(group.name, [])[:MOST_VALUES] if POSSIBLE_VALUE.fullmatch(value)]
            if values and (known := group.known(values)):
                chosen[group.name] = known
        return chosen

    def apply(self, records: QuerySet[Any], chosen: Chosen, without: ListFilter | None = None) -> QuerySet[Any]:
        """The records that match what was chosen, the filter `without` left aside."""
        for group in self.filters:
            if group is not without and group.name in chosen:
                records = records.filter(group.condition([choice.value for choice in chosen[group.name]]))
        return records

    def facets(self, records: QuerySet[Any], chosen: Chosen) -> list[dict[str, Any]]:
        """The groups for the filter form, each counted as if nothing were chosen in it."""
        return [
            {
                "name": group.name,
                "label": str(group.label),
                "options": _options(group, self.apply(records, chosen, without=group), chosen),
            }
            for group in self.filters
        ]


def _options(group: ListFilter, records: QuerySet[Any], chosen: Chosen) -> list[dict[str, Any]]:
    picked = chosen.get(group.name, [])
    values = {choice.value for choice in picked}
    return [
        {"value": option.value, "label": option.label, "count": option.count, "checked": option.value in values}
        for option in group.options(records, picked)
    ]
