"""Brings the records of the code lists up to date with their files."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from directory.codelists.files import Row, read_rows
from directory.codelists.lists import CODE_LISTS, CodedModel, CodeList

SHIPPED = Path(__file__).resolve().parents[1] / "data"

Records = dict[str, Any]


@dataclass
class CodeListReport:
    """What loading one list did.

    `absent` are codes of records that the file no longer has, `repeated` those it has more than once.
    """

    name: str
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    absent: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


@transaction.atomic
def load_codelists(folder: Path = SHIPPED) -> list[CodeListReport]:
    """Brings the records up to date with the files of a folder: all of them or, at the first fault, none.

    Raises BrokenCodeListError. A code that occurs twice is read from its first row (P7.12 does in PTV's list
    of 2022). Records whose code has gone are kept, as services and advisers refer to them.
    """
    loaded: dict[CodedModel, Records] = {}
    return [_load(code_list, folder / code_list.file, loaded) for code_list in CODE_LISTS]


def _load(code_list: CodeList, path: Path, loaded: dict[CodedModel, Records]) -> CodeListReport:
    records: Records = {record.code: record for record in code_list.model._default_manager.all()}
    loaded[code_list.model] = records
    report = CodeListReport(str(code_list.model._meta.verbose_name_plural))
    rows = _rows_by_code(code_list, path, report)
    report.absent = sorted(records.keys() - rows.keys())
    own_links = [column for column, _, model in code_list.links if model is code_list.model]
    # Main classes go first, so that sub-classes find them; the classifications have no third level.
    top = {code: row for code, row in rows.items() if not any(row[column] for column in own_links)}
    for batch in (top, {code: row for code, row in rows.items() if code not in top}):
        _save(code_list, batch, loaded, report)
    return report


def _rows_by_code(code_list: CodeList, path: Path, report: CodeListReport) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in read_rows(path, code_list.columns):
        code = row[code_list.code_column]
        if code not in rows:
            rows[code] = row
        elif not code_list.code_on_many_rows:
            report.repeated.append(code)
    return rows


def _save(
    code_list: CodeList, rows: dict[str, Row], loaded: dict[CodedModel, Records], report: CodeListReport
) -> None:
    records = loaded[code_list.model]
    created: list[models.Model] = []
    updated: list[models.Model] = []
    fields: set[str] = set()
    for code, row in rows.items():
        values = _values(code_list, row, loaded)
        record = records.get(code)
        if record is None:
            records[code] = record = code_list.model(code=code, **values)
            created.append(record)
        elif any(getattr(record, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(record, name, value)
            updated.append(record)
        else:
            report.unchanged += 1
            continue
        fields |= values.keys()
        _check(record, row, code_list)
    manager: models.Manager[Any] = code_list.model._default_manager
    manager.bulk_create(created)
    if updated:
        manager.bulk_update(updated, sorted(fields))
    report.created += len(created)
    report.updated += len(updated)


def _values(code_list: CodeList, row: Row, loaded: dict[CodedModel, Records]) -> dict[str, Any]:
    try:
        values = code_list.values(row)
    except ValueError as error:
        raise row.broken(str(error)) from None
    for column, name, model in code_list.links:
        code = row[column]
        if code and code not in loaded[model]:
            raise row.broken(f"{column} {code} is not in the list")
        values[f"{name}_id"] = loaded[model][code].pk if code else None
    return values


def _check(record: models.Model, row: Row, code_list: CodeList) -> None:
    try:
        record.clean_fields(exclude={name for _, name, _ in code_list.links})
    except ValidationError as error:
        problems = (f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
        raise row.broken("; ".join(problems)) from None
