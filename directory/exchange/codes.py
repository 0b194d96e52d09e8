"""Finds the records that codes of the source name, and makes those of its concepts."""

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from django.db import models

from directory.exchange.ptv.areas import Area
from directory.exchange.ptv.items import Concept
from directory.models import (
    LanguageOfService,
    LifeEvent,
    Municipality,
    OntologyTerm,
    ServiceClass,
    TargetGroup,
)

Coded = TypeVar("Coded", bound=models.Model)


class CodeBook:
    """The code lists by code, read once a run. A code that no list has is passed over with a note."""

    @cached_property
    def service_classes(self) -> dict[str, ServiceClass]:
        return _by_code(ServiceClass)

    @cached_property
    def target_groups(self) -> dict[str, TargetGroup]:
        return _by_code(TargetGroup)

    @cached_property
    def life_events(self) -> dict[str, LifeEvent]:
        return _by_code(LifeEvent)

    @cached_property
    def languages(self) -> dict[str, LanguageOfService]:
        return _by_code(LanguageOfService)

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        records = Municipality.objects.select_related("region", "wellbeing_county")
        return {record.code: record for record in records}

    @cached_property
    def ontology_terms(self) -> dict[str, OntologyTerm]:
        return {record.uri: record for record in OntologyTerm.objects.all()}

    def known(self, list_name: str, codes: Iterable[str], notes: list[str]) -> list[str]:
        """Those of the codes that the list has, in order."""
        records = getattr(self, list_name)
        told = set(codes)
        if unknown := sorted(told - records.keys()):
            notes.append(f"unknown {list_name}: {', '.join(unknown)[:200]}")
        return sorted(told & records.keys())

    def record(self, list_name: str, code: str) -> models.Model:
        """The record of a code that is known."""
        record: models.Model = getattr(self, list_name)[code]
        return record

    def codes_of(self, list_name: str, keys: Iterable[int]) -> list[str]:
        """The codes of records by their primary keys."""
        wanted = set(keys)
        return sorted(code for code, record in getattr(self, list_name).items() if record.pk in wanted)

    def municipalities_of(self, area: Area, notes: list[str]) -> list[str]:
        """The codes of the municipalities of an area, those of its whole regions and counties included."""
        whole = [
            code
            for code, record in self.municipalities.items()
            if record.region.code in area.regions or record.wellbeing_county.code in area.wellbeing_counties
        ]
        return self.known("municipalities", [*area.municipalities, *whole], notes)

    def learn(self, concepts: Iterable[Concept]) -> None:
        """Make the records of concepts that are new, and give labels to those that lack them."""
        told: dict[str, dict[str, str]] = {}
        for concept in concepts:
            labels = told.setdefault(concept.uri, {})
            labels.update(
                {f"name_{code}": label for code, label in concept.labels.items() if f"name_{code}" not in labels}
            )
        OntologyTerm.objects.bulk_create(
            OntologyTerm(uri=uri, **labels) for uri, labels in told.items() if uri not in self.ontology_terms
        )
        self._complete(told)
        del self.ontology_terms

    def _complete(self, told: dict[str, dict[str, str]]) -> None:
        for uri in told.keys() & self.ontology_terms.keys():
            record = self.ontology_terms[uri]
            missing = {name: label for name, label in told[uri].items() if not getattr(record, name)}
            if missing:
                OntologyTerm.objects.filter(pk=record.pk).update(**missing)


def _by_code(model: type[Coded]) -> dict[str, Coded]:
    return {record.code: record for record in model._default_manager.all()}  # type: ignore[attr-defined]
