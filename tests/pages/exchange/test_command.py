"""`manage.py import_ptv`."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from directory.models import Organisation
from pages.models import ServicePage
from tests.pages.exchange.feeds import BILINGUAL, FINNISH, Feed, edit, page, replace_text


def run(*paths: Path, **options: Any) -> str:
    out = StringIO()
    call_command("import_ptv", *map(str, paths), stdout=out, **options)
    return out.getvalue()


def test_counts_are_told(feed: Feed):
    told = run(feed.folder)
    assert "organisation: 2 created, 0 updated, 0 unchanged, 0 skipped" in told
    assert "channel: 5 created, 0 updated, 0 unchanged, 0 skipped" in told
    assert "service: 3 created, 0 updated, 0 unchanged, 0 skipped" in told
    assert not ServicePage.objects.filter(live=True).exists()
    assert "service: 0 created, 3 updated" in run(feed.folder, live=True)
    assert "service: 0 created, 0 updated, 3 unchanged, 0 skipped" in run(feed.folder, live=True)


def test_single_objects_are_read_too(feed: Feed, tmp_path: Path):
    path = tmp_path / "one.json"
    path.write_text(json.dumps(feed.item(FINNISH)), encoding="utf-8")
    assert "service: 1 created" in run(path, live=True)
    assert page(FINNISH, "fi").live


def test_skipped_items_are_told_with_the_reason_and_are_no_failure(feed: Feed):
    feed.set(FINNISH, publishingStatus="Archived")
    broken = feed.write("", "broken.json")
    broken.write_text('{"itemList": [', encoding="utf-8")
    told = run(feed.folder)
    assert f"skipped service {FINNISH} Lukutaidon tuki: Archived in the source" in told
    assert "broken.json: not JSON" in told
    assert "service: 2 created, 0 updated, 0 unchanged, 1 skipped" in told


def test_conflicts_are_told_and_overwrite_settles_them(feed: Feed):
    run(feed.folder)
    edit(BILINGUAL, "fi", summary="Käsin.")
    feed.change(BILINGUAL, replace_text("serviceDescriptions", "Summary", "fi", "Lähteen."))
    told = run(feed.folder)
    assert (
        f"conflict service {BILINGUAL} Uraohjaus aikuisille: fi: summary was changed here and in the source" in told
    )
    assert "conflict" not in run(feed.folder, overwrite=True)
    assert page(BILINGUAL, "fi").get_latest_revision_as_object().summary == "Lähteen."


def test_notes_are_told_when_asked_for(feed: Feed):
    assert "note " not in run(feed.folder, dry_run=True)
    assert "Hakulomake is not told in sv" in run(feed.folder, dry_run=True, verbosity=2)


def test_dry_run_says_so(feed: Feed):
    told = run(feed.folder, dry_run=True, live=True)
    assert "service: 3 created" in told
    assert "Nothing was written" in told
    assert not ServicePage.objects.exists()
    assert not Organisation.objects.exists()


def test_report_has_every_item(feed: Feed, tmp_path: Path):
    path = tmp_path / "report.json"
    feed.set(FINNISH, serviceNames=[])
    run(feed.folder, report=path)
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["dry_run"] is False
    assert report["counts"]["service"] == {"created": 2, "updated": 0, "unchanged": 0, "skipped": 1}
    (item,) = [one for one in report["items"] if one["id"] == FINNISH]
    assert (item["outcome"], item["kind"], item["reason"]) == (
        "skipped",
        "service",
        "no name with a text in Finnish or Swedish",
    )
    (item,) = [one for one in report["items"] if one["id"] == BILINGUAL]
    assert item["notes"]


def test_report_that_cannot_be_written_stops_before_anything_is_done(feed: Feed, tmp_path: Path):
    with pytest.raises(CommandError, match="cannot be written"):
        run(feed.folder, report=tmp_path / "no" / "folder" / "report.json")
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("name", ["nowhere", "nowhere.json", "", "a\x00b"])
def test_wrong_path_fails(feed: Feed, tmp_path: Path, name: str):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match="Nothing was imported"):
        run(tmp_path / "empty" / name)


def test_wrong_path_among_right_ones_is_told(feed: Feed, tmp_path: Path):
    told = run(feed.folder, tmp_path / "nowhere.json")
    assert "nowhere.json: No such file or directory" in told
    assert "service: 3 created" in told


def test_no_bar_where_there_is_no_terminal(feed: Feed, capsys: pytest.CaptureFixture[str]):
    run(feed.folder)
    assert "it/s" not in capsys.readouterr().err
