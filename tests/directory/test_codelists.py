"""Loading the code lists: whole, again, changed and broken."""

import csv
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from directory.codelists import BrokenCodeListError, load_codelists
from directory.codelists.loading import SHIPPED
from directory.models import (
    LanguageOfService,
    LifeEvent,
    Municipality,
    Region,
    ServiceClass,
    TargetGroup,
    WellbeingCounty,
)

MODELS = (Region, WellbeingCounty, Municipality, ServiceClass, TargetGroup, LifeEvent, LanguageOfService)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files that a test may change."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "data"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.usefixtures("codelists")
def test_shipped_lists_are_whole():
    assert [model.objects.count() for model in MODELS] == [19, 23, 309, 228, 17, 19, 74]
    kauniainen = Municipality.objects.get(code="235")
    assert (kauniainen.name_fi, kauniainen.name_sv) == ("Kauniainen", "Grankulla")
    assert kauniainen.region.name_sv == "Nyland"
    assert ServiceClass.objects.get(code="P6.4").parent == ServiceClass.objects.get(code="P6")
    assert not ServiceClass.objects.filter(name_sv="").exists()


@pytest.mark.usefixtures("codelists")
def test_service_classes_stand_in_the_order_of_their_numbers():
    codes = list(ServiceClass.objects.values_list("code", flat=True))
    assert codes.index("P2") < codes.index("P9.6") < codes.index("P10")
    assert codes.index("P6.4") < codes.index("P6.10") < codes.index("P7")


@pytest.mark.usefixtures("codelists")
def test_second_load_changes_nothing():
    ids = {model: dict(model.objects.values_list("code", "pk")) for model in MODELS}
    reports = load_codelists()
    assert [(report.created, report.updated) for report in reports] == [(0, 0)] * len(MODELS)
    assert [report.unchanged for report in reports] == [len(ids[model]) for model in MODELS]
    assert {model: dict(model.objects.values_list("code", "pk")) for model in MODELS} == ids


@pytest.mark.usefixtures("codelists")
def test_changed_and_new_rows_are_told_apart(folder: Path):
    edit(folder / "municipalities.csv", "005,Alajärvi,Alajärvi", "005,Alajärvi,Nyträsk")
    edit(folder / "service_classes.csv", "P1.1,P1,", "P1.99,P1,")
    by_name = {report.name: report for report in load_codelists(folder)}
    report = by_name[str(Municipality._meta.verbose_name_plural)]
    assert (report.created, report.updated, report.unchanged) == (0, 1, 308)
    assert Municipality.objects.get(code="005").name_sv == "Nyträsk"
    report = by_name[str(ServiceClass._meta.verbose_name_plural)]
    assert (report.created, report.updated, report.absent) == (1, 0, ["P1.1"])
    assert ServiceClass.objects.filter(code="P1.1").exists(), "others may refer to it"


@pytest.mark.django_db
def test_code_told_twice_is_read_once(folder: Path):
    path = folder / "service_classes.csv"
    row = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("P7.12,"))
    with path.open("a", encoding="utf-8") as file:
        file.write(row.replace("Immateriaalioikeudet", "Toinen nimi") + "\n")
    reports = load_codelists(folder)
    assert [report.repeated for report in reports if report.repeated] == [["P7.12"]]
    assert ServiceClass.objects.get(code="P7.12").name_fi == "Immateriaalioikeudet"


@pytest.mark.django_db
def test_sub_class_may_stand_before_its_main_class(folder: Path):
    path = folder / "service_classes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *reversed(rows)])
    load_codelists(folder)
    assert ServiceClass.objects.get(code="P6.4").parent == ServiceClass.objects.get(code="P6")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "old", "new", "line", "problem"),
    [
        ("languages.csv", "code,fi,sv,en,order", "code,fi,sv,en", 1, "lacks order"),
        ("languages.csv", "sv,ruotsi,svenska,Swedish,2", "sv,ruotsi,svenska", 3, "3 values"),
        ("languages.csv", "Swedish,2", "Swedish,toinen", 3, "toinen"),
        ("languages.csv", "sv,ruotsi", "sv,", 3, "name_fi"),
        ("languages.csv", "sv,ruotsi", f"sv,{'r' * 10_000}", 3, "name_fi"),
        ("languages.csv", "sv,ruotsi", "sv,\x00", 3, "NUL"),
        ("languages.csv", "sv,ruotsi", 'sv,"ru"otsi', 3, "expected after"),
        ("municipalities.csv", "009,Alavieska", "0099,Alavieska", 3, "code"),
        ("service_classes.csv", "P1.1,P1,", "P1.1,P99,", 3, "parent P99"),
        ("service_classes.csv", "P1.1,P1,", ",P1,", 3, "code"),
    ],
)
def test_broken_file_is_named_with_its_line_and_loads_nothing(
    folder: Path, file: str, old: str, new: str, line: int, problem: str
):
    edit(folder / file, old, new)
    with pytest.raises(BrokenCodeListError) as error:
        load_codelists(folder)
    assert f"{file}, line {line}:" in str(error.value)
    assert problem in str(error.value)
    assert [model.objects.count() for model in MODELS] == [0] * len(MODELS)


@pytest.mark.django_db
def test_file_that_is_not_utf8_is_named(folder: Path):
    path = folder / "life_events.csv"
    path.write_bytes(path.read_bytes() + "KE99,,Ylä,Ö,\n".encode("latin-1"))
    with pytest.raises(BrokenCodeListError, match=r"life_events\.csv, line 21: not UTF-8"):
        load_codelists(folder)


@pytest.mark.django_db
def test_command_reports_and_refuses(folder: Path, tmp_path: Path):
    output = StringIO()
    call_command("load_codelists", "--folder", str(folder), stdout=output)
    assert "309 created, 0 updated, 0 unchanged" in output.getvalue()
    with pytest.raises(CommandError, match=r"Nothing was loaded\. .*municipalities\.csv"):
        call_command("load_codelists", "--folder", str(tmp_path / "nowhere"), stdout=output)
