"""Broken input: it loses itself, is told with a reason, and the rest goes on."""

import copy
import json
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.db.models.signals import pre_save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from directory.exchange.report import Outcome
from directory.models import ImportedRecord, OntologyTerm, Organisation
from pages.exchange.run import NothingReadError
from pages.models import ServicePage
from tests.pages.exchange.feeds import (
    BILINGUAL,
    FINNISH,
    FIXTURES,
    MUNICIPALITY,
    PLACE,
    SWEDISH,
    Feed,
    page,
    replace_text,
    result_of,
)


def test_broken_item_loses_only_itself(feed: Feed):
    feed.set(FINNISH, serviceNames="Lukutaidon tuki")
    report = feed.run()
    result = result_of(report, FINNISH)
    assert (result.outcome, result.reason) == (Outcome.SKIPPED, "serviceNames is not a list")
    assert report.counts["service"] == {"created": 2, "updated": 0, "unchanged": 0, "skipped": 1}


def test_error_of_the_database_loses_only_its_item(feed: Feed):
    def refuse(sender: type[ServicePage], instance: ServicePage, **kwargs: Any) -> None:
        if str(instance.ptv_id) == FINNISH:
            with connection.cursor() as cursor:
                cursor.execute("SELECT no_such_column FROM no_such_table")

    pre_save.connect(refuse, sender=ServicePage)
    try:
        report = feed.run(live=True)
    finally:
        pre_save.disconnect(refuse, sender=ServicePage)
    result = result_of(report, FINNISH)
    assert result.outcome is Outcome.SKIPPED
    assert "OperationalError" in result.reason or "ProgrammingError" in result.reason
    assert not ImportedRecord.objects.filter(external_id=FINNISH).exists()
    assert page(BILINGUAL, "fi").live
    assert page(SWEDISH, "sv").live
    assert Page.find_problems() == ([], [], [], [], [])


def test_section_that_a_broken_item_made_is_made_again_for_the_next(feed: Feed):
    def refuse(sender: type[ServicePage], instance: ServicePage, **kwargs: Any) -> None:
        if str(instance.ptv_id) == BILINGUAL:
            raise DatabaseError("the disk is full")

    pre_save.connect(refuse, sender=ServicePage)
    try:
        report = feed.run(live=True)
    finally:
        pre_save.disconnect(refuse, sender=ServicePage)
    assert result_of(report, BILINGUAL).reason == "broken: DatabaseError: the disk is full"
    assert page(FINNISH, "fi").get_parent().specific.organisation == Organisation.objects.get(ptv_id=MUNICIPALITY)


def test_twin_is_not_left_alone_when_the_other_page_breaks(feed: Feed):
    def refuse(sender: type[ServicePage], instance: ServicePage, **kwargs: Any) -> None:
        if instance.title.startswith("Karriär"):
            raise DatabaseError("the disk is full")

    pre_save.connect(refuse, sender=ServicePage)
    try:
        feed.run(live=True)
    finally:
        pre_save.disconnect(refuse, sender=ServicePage)
    assert not ServicePage.objects.filter(ptv_id=BILINGUAL).exists()


def test_values_that_do_not_fit_are_told(feed: Feed):
    feed.set(MUNICIPALITY, businessCode="0" * 10_000)
    feed.change(FINNISH, replace_text("serviceNames", "Name", "fi", "N" * 10_000))
    report = feed.run()
    assert result_of(report, MUNICIPALITY).outcome is Outcome.SKIPPED
    assert "longer than 255" in result_of(report, FINNISH).reason
    assert result_of(report, BILINGUAL).outcome is Outcome.CREATED


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE x; --", '"', "%s %(x)d {}", "\u202e\u200b", "ä" * 10_000, "<!--", "]]>"]
)
def test_odd_texts_come_through_as_text(feed: Feed, client, text: str):
    for kind in ("Summary", "Description", "UserInstruction"):
        feed.change(BILINGUAL, replace_text("serviceDescriptions", kind, "fi", text))
    feed.change(BILINGUAL, replace_text("serviceNames", "AlternativeName", "fi", text))
    assert result_of(feed.run(live=True), BILINGUAL).outcome is Outcome.CREATED
    assert page(BILINGUAL, "fi").summary == text.strip()
    assert client.get(page(BILINGUAL, "fi").get_url()).status_code == 200


def test_object_told_twice_is_read_from_its_latest_version(feed: Feed):
    older, newer = feed.item(FINNISH), copy.deepcopy(feed.item(FINNISH))
    newer["modified"] = "2026-03-05T08:00:00"
    replace_text("serviceDescriptions", "Summary", "fi", "Uusin.")(newer)
    feed.write([newer], "aaa.json")
    report = feed.run()
    outcomes = [result.outcome for result in report.results if result.id == FINNISH]
    assert sorted(outcomes) == [Outcome.CREATED, Outcome.SKIPPED]
    assert page(FINNISH, "fi").summary == "Uusin."
    assert older["modified"] < newer["modified"]


def test_older_file_does_not_undo_a_newer_one(feed: Feed):
    feed.run()
    feed.change(FINNISH, replace_text("serviceDescriptions", "Summary", "fi", "Vanha."))
    feed.set(FINNISH, modified="2020-01-01T00:00:00")
    result = result_of(feed.run(), FINNISH)
    assert (result.outcome, "older than" in result.reason) == (Outcome.SKIPPED, True)
    assert page(FINNISH, "fi").summary != "Vanha."


def test_circle_of_organisations_is_no_trap(feed: Feed):
    children = "0c0e0000-0000-4000-8000-000000000002"
    feed.set(MUNICIPALITY, parentOrganizationId=children)
    report = feed.run()
    assert {result_of(report, one).outcome for one in (MUNICIPALITY, children)} == {Outcome.CREATED}


def test_nothing_to_read_is_an_error(feed: Feed, tmp_path):
    with pytest.raises(NothingReadError) as error:
        feed.run(tmp_path / "nowhere")
    assert [result.outcome for result in error.value.report.results] == [Outcome.SKIPPED]


def test_dry_run_tells_everything_and_writes_nothing(feed: Feed):
    before = Page.objects.count()
    report = feed.run(dry_run=True, live=True)
    assert report.dry_run
    assert report.counts["service"]["created"] == 3
    assert Page.objects.count() == before
    for model in (ImportedRecord, Organisation, OntologyTerm):
        assert not model.objects.exists()
    feed.run(live=True)
    feed.change(FINNISH, replace_text("serviceDescriptions", "Summary", "fi", "Uusi."))
    assert result_of(feed.run(dry_run=True, live=True), FINNISH).outcome is Outcome.UPDATED
    assert page(FINNISH, "fi").summary != "Uusi."


def everything() -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for path in sorted(FIXTURES.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        items += content.get("itemList", [content])
    return items


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [path] if path else []
    for key, one in inner:
        found += places_in(one, (*path, key))
    return found


WHOLE = everything()
PLACES = [(number, path) for number, item in enumerate(WHOLE) for path in places_in(item)]
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(["", "\x00", "'", '"', "\ud800", "ä" * 10_000, [], {}, [None], [[]], [{}], {"value": {}}]),
)


def mutated(mutations: list[tuple[int, Any, bool]]) -> list[dict[str, Any]]:
    items = copy.deepcopy(WHOLE)
    for place, junk, delete in mutations:
        number, path = PLACES[place]
        try:
            target: Any = items[number]
            for key in path[:-1]:
                target = target[key]
            if delete:
                del target[path[-1]]
            else:
                target[path[-1]] = junk
        except (KeyError, IndexError, TypeError):
            continue
    return items


@pytest.mark.slow
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.integers(0, len(PLACES) - 1), JUNK, st.booleans()), min_size=1, max_size=6))
def test_no_mutation_breaks_the_run_or_another_item(feed: Feed, mutations: list[tuple[int, Any, bool]]):
    """Every item is told of; nothing raises, and what the parsers let through never breaks in the database."""
    items = mutated(mutations)
    path = feed.folder / "mutated.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    try:
        report = feed.run(path, dry_run=True, live=True, day=date(2026, 3, 2))
    except NothingReadError:
        return
    assert len(report.results) >= len(items)
    assert not [result for result in report.results if result.reason.startswith("broken:")]
    untouched = {item["id"] for item, whole in zip(items, WHOLE, strict=True) if item == whole} & {PLACE, SWEDISH}
    for result in report.results:
        if result.id in untouched:
            assert result.outcome is Outcome.CREATED or "read again" in result.reason
