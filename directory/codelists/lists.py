"""Which file holds which code list, and how its rows become records."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from directory.codelists.files import Row
from directory.models import (
    LanguageOfService,
    LifeEvent,
    Municipality,
    Region,
    ServiceClass,
    TargetGroup,
    WellbeingCounty,
)

CodedModel = type[
    Region | WellbeingCounty | Municipality | ServiceClass | TargetGroup | LifeEvent | LanguageOfService
]
Values = dict[str, Any]


@dataclass(frozen=True)
class CodeList:
    """A code list in a file. `values` gives a row's fields but for `code` and the fields of `links`.

    `links` pairs a column that holds another record's code with the field that refers to that record.
    """

    model: CodedModel
    file: str
    columns: tuple[str, ...]
    values: Callable[[Row], Values]
    code_column: str = "code"
    links: tuple[tuple[str, str, CodedModel], ...] = ()
    code_on_many_rows: bool = False


def natural_order(code: str) -> int:
    """The place of a code among others: P2 before P10, P6.4 before P6.10."""
    main, sub = ([int(number) for number in re.findall(r"\d+", code)] + [0, 0])[:2]
    return main * 1000 + sub


def _names(row: Row, prefix: str = "") -> Values:
    return {"name_fi": row[f"{prefix}fi"], "name_sv": row[f"{prefix}sv"]}


def _classification(row: Row) -> Values:
    return {**_names(row), "uri": row["uri"], "order": natural_order(row["code"])}


def _service_class(row: Row) -> Values:
    return {
        **_classification(row),
        "description_fi": row["description_fi"],
        "description_sv": row["description_sv"],
    }


def _language(row: Row) -> Values:
    return {**_names(row), "order": int(row["order"])}


CLASSIFICATION = ("code", "uri", "fi", "sv")

#: In the order of loading: a list comes after those it refers to.
CODE_LISTS = (
    CodeList(
        Region,
        "municipalities.csv",
        ("region_code", "region_fi", "region_sv"),
        lambda row: _names(row, "region_"),
        code_column="region_code",
        code_on_many_rows=True,
    ),
    CodeList(
        WellbeingCounty,
        "municipalities.csv",
        ("wellbeing_code", "wellbeing_fi", "wellbeing_sv"),
        lambda row: _names(row, "wellbeing_"),
        code_column="wellbeing_code",
        code_on_many_rows=True,
    ),
    CodeList(
        Municipality,
        "municipalities.csv",
        ("code", "name_fi", "name_sv", "region_code", "wellbeing_code"),
        lambda row: _names(row, "name_"),
        links=(("region_code", "region", Region), ("wellbeing_code", "wellbeing_county", WellbeingCounty)),
    ),
    CodeList(
        ServiceClass,
        "service_classes.csv",
        (*CLASSIFICATION, "parent", "description_fi", "description_sv"),
        _service_class,
        links=(("parent", "parent", ServiceClass),),
    ),
    CodeList(TargetGroup, "target_groups.csv", CLASSIFICATION, _classification),
    CodeList(LifeEvent, "life_events.csv", CLASSIFICATION, _classification),
    CodeList(LanguageOfService, "languages.csv", ("code", "fi", "sv", "order"), _language),
)
