"""What people change here is not overwritten: texts, facts and channels, on pages and in their drafts."""

import json
from datetime import date
from typing import Any

import pytest
from wagtail.blocks import StreamValue

from directory.exchange.report import ImportReport, ItemResult, Outcome
from directory.models import Municipality
from pages.exchange.channel_merge import merge_channels
from tests.pages.exchange.feeds import (
    BILINGUAL,
    FINNISH,
    PHONE,
    WEB_PAGE,
    Feed,
    drafted,
    edit,
    page,
    replace_text,
    result_of,
)

SUMMARY = ("serviceDescriptions", "Summary", "fi")


def told(report: ImportReport) -> ItemResult:
    return result_of(report, BILINGUAL)


@pytest.mark.parametrize("publish", [True, False])
def test_text_changed_here_stays_while_the_source_is_the_same(feed: Feed, publish: bool):
    feed.run(live=True)
    edit(BILINGUAL, "fi", summary="Kirjoitettu käsin.", publish=publish)
    result = told(feed.run(live=True))
    assert (result.outcome, result.conflicts) == (Outcome.UNCHANGED, ())
    assert drafted(BILINGUAL, "fi").summary == "Kirjoitettu käsin."


def test_other_texts_still_follow_the_source(feed: Feed):
    feed.run(live=True)
    edit(BILINGUAL, "fi", summary="Kirjoitettu käsin.", publish=True)
    feed.change(BILINGUAL, replace_text("serviceDescriptions", "UserInstruction", "fi", "Soita."))
    assert told(feed.run(live=True)).outcome is Outcome.UPDATED
    fi = page(BILINGUAL, "fi")
    assert (fi.summary, fi.what_to_do) == ("Kirjoitettu käsin.", "<p>Soita.</p>")


def test_text_changed_on_both_sides_stays_and_is_told_until_it_is_settled(feed: Feed):
    feed.run(live=True)
    edit(BILINGUAL, "fi", summary="Kirjoitettu käsin.", publish=True)
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Lähteen uusi."))
    for _ in range(2):
        result = told(feed.run(live=True))
        assert result.outcome is Outcome.UNCHANGED
        assert [(one.field, one.kept, one.source) for one in result.conflicts] == [
            ("fi: summary", "Kirjoitettu käsin.", "Lähteen uusi.")
        ]
    edit(BILINGUAL, "fi", summary="Lähteen uusi.", publish=True)
    assert told(feed.run(live=True)).conflicts == ()


def test_overwrite_takes_the_sources_text_in_a_conflict_and_leaves_other_handiwork(feed: Feed):
    feed.run(live=True)
    edit(BILINGUAL, "fi", summary="Kirjoitettu käsin.", deadline="Käsin.", publish=True)
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Lähteen uusi."))
    assert told(feed.run(live=True, overwrite=True)).outcome is Outcome.UPDATED
    fi = page(BILINGUAL, "fi")
    assert (fi.summary, fi.deadline) == ("Lähteen uusi.", "Käsin.")


def test_same_change_on_both_sides_is_agreement(feed: Feed):
    feed.run()
    edit(BILINGUAL, "fi", summary="Sama.")
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Sama."))
    result = told(feed.run())
    assert (result.outcome, result.conflicts) == (Outcome.UNCHANGED, ())


def test_line_ends_and_keys_of_an_editor_are_no_changes(feed: Feed):
    feed.run()
    draft = drafted(BILINGUAL, "fi")
    edit(
        BILINGUAL,
        "fi",
        alternative_names=draft.alternative_names.replace("\n", "\r\n"),
        description=draft.description.replace("<p>", '<p data-block-key="a1b2c">'),
    )
    feed.change(BILINGUAL, replace_text("serviceDescriptions", "Description", "fi", "Uusi kuvaus."))
    feed.set(BILINGUAL, keywords=[])
    result = told(feed.run())
    assert result.conflicts == ()
    assert drafted(BILINGUAL, "fi").description == "<p>Uusi kuvaus.</p>"
    assert drafted(BILINGUAL, "fi").alternative_names == "Uraneuvonta"


def test_languages_are_merged_apart(feed: Feed):
    feed.run()
    edit(BILINGUAL, "sv", title="Vägledning för vuxna")
    feed.change(BILINGUAL, replace_text("serviceNames", "Name", "fi", "Uraohjaus"))
    result = told(feed.run())
    assert (result.outcome, result.conflicts) == (Outcome.UPDATED, ())
    assert drafted(BILINGUAL, "fi").title == "Uraohjaus"
    assert drafted(BILINGUAL, "sv").title == "Vägledning för vuxna"


def test_facts_changed_here_stay_and_conflicts_are_told(feed: Feed):
    feed.run()
    edit(BILINGUAL, "fi", municipalities=[Municipality.objects.get(code="091")], charge_type="partly")
    feed.set(BILINGUAL, serviceChargeType="Chargeable", languages=["fi"])
    result = told(feed.run())
    assert [one.field for one in result.conflicts] == ["fi: charge_type"]
    draft = drafted(BILINGUAL, "fi")
    assert draft.charge_type == "partly"
    assert [record.code for record in draft.municipalities.all()] == ["091"]
    assert [record.code for record in draft.languages.all()] == ["fi"]


def test_what_no_source_tells_is_left_alone(feed: Feed):
    feed.run()
    edit(BILINGUAL, "fi", is_remote=True, checked_on=date(2026, 1, 1))
    feed.change(BILINGUAL, replace_text(*SUMMARY, "Uusi."))
    feed.run()
    draft = drafted(BILINGUAL, "fi")
    assert (draft.is_remote, draft.checked_on.isoformat(), draft.summary) == (True, "2026-01-01", "Uusi.")


def raw_channels() -> list[dict[str, Any]]:
    return [dict(block) for block in drafted(BILINGUAL, "fi").channels.raw_data]


def set_channels(blocks: list[dict[str, Any]]) -> None:
    stream = drafted(BILINGUAL, "fi").channels.stream_block
    edit(BILINGUAL, "fi", channels=StreamValue(stream, blocks, is_lazy=True))


def channel_values(channel: str) -> list[dict[str, Any]]:
    return [block["value"] for block in raw_channels() if block["value"].get("ptv_id") == channel]


def test_field_of_a_channel_changed_here_stays_and_the_others_follow(feed: Feed):
    feed.run()
    blocks = raw_channels()
    for block in blocks:
        if block["value"]["ptv_id"] == PHONE:
            block["value"] = {**block["value"], "charge": "Maksuton"}
    set_channels(blocks)
    feed.change(PHONE, lambda item: item["phoneNumbers"][0].update(number="0001234455"))
    result = told(feed.run())
    (phone,) = channel_values(PHONE)
    assert (phone["charge"], phone["number"]) == ("Maksuton", "+358 001234455")
    assert result.conflicts == ()


def test_field_of_a_channel_changed_on_both_sides_is_a_conflict(feed: Feed):
    feed.run()
    blocks = raw_channels()
    for block in blocks:
        if block["value"]["ptv_id"] == PHONE:
            block["value"] = {**block["value"], "number": "+358 00 999"}
    set_channels(blocks)
    feed.change(PHONE, lambda item: item["phoneNumbers"][0].update(number="0001234455"))
    for _ in range(2):
        result = told(feed.run())
        assert [one.field for one in result.conflicts] == ["fi: channel Ohjauspuhelin, number"]
        assert channel_values(PHONE)[0]["number"] == "+358 00 999"
    feed.run(overwrite=True)
    assert channel_values(PHONE)[0]["number"] == "+358 001234455"


def test_channels_made_by_hand_stay_where_they_are(feed: Feed):
    feed.run()
    own = {
        "type": "email",
        "value": {"name": "Oma", "description": "", "ptv_id": "", "email": "oma@koela.example.org"},
    }
    set_channels([own, *raw_channels()])
    feed.change(PHONE, lambda item: item["phoneNumbers"][0].update(number="0001234455"))
    feed.run()
    assert raw_channels()[0]["value"]["name"] == "Oma"
    assert len(raw_channels()) == 9


def test_channel_removed_here_stays_away(feed: Feed):
    feed.run()
    set_channels([block for block in raw_channels() if block["value"]["ptv_id"] != PHONE])
    assert told(feed.run()).outcome is Outcome.UNCHANGED
    feed.change(PHONE, lambda item: item["phoneNumbers"][0].update(number="0001234455"))
    for _ in range(2):
        result = told(feed.run())
        assert channel_values(PHONE) == []
        assert [(one.field, one.kept) for one in result.conflicts] == [("fi: channel Ohjauspuhelin", None)]
    feed.run(overwrite=True)
    assert len(channel_values(PHONE)) == 1


def test_channel_removed_there_goes_unless_it_was_changed_here(feed: Feed):
    feed.run()
    blocks = raw_channels()
    for block in blocks:
        if block["value"]["ptv_id"] == PHONE:
            block["value"] = {**block["value"], "name": "Oma nimi"}
    set_channels(blocks)
    feed.change(
        BILINGUAL,
        lambda item: item.update(
            serviceChannels=[
                one for one in item["serviceChannels"] if one["serviceChannel"]["id"] not in (PHONE, WEB_PAGE)
            ]
        ),
    )
    for _ in range(2):
        result = told(feed.run())
        assert channel_values(WEB_PAGE) == []
        assert [(one.field, one.source) for one in result.conflicts] == [("fi: channel Oma nimi", None)]
    feed.run(overwrite=True)
    assert channel_values(PHONE) == []


def test_channels_saved_in_the_editor_are_no_changes(feed: Feed):
    """The editor reads values and writes them again: identifiers of list items and forms of nothing may change."""
    feed.run()
    before = raw_channels()
    stream = drafted(BILINGUAL, "fi").channels
    block = stream.stream_block
    saved = block.get_prep_value(block.clean(block.to_python(json.loads(json.dumps(before)))))
    for one in saved:
        for name in ("opening_hours", "exceptions"):
            for row in one["value"].get(name, []):
                row.pop("id", None)
    base = {one["id"]: one for one in before}
    merged = merge_channels(base, saved, before)
    assert (merged.changed, merged.conflicts) == (False, [])


def test_pages_deleted_here_are_not_made_again(feed: Feed):
    feed.run()
    page(FINNISH, "fi").delete()
    result = result_of(feed.run(), FINNISH)
    assert (result.outcome, result.reason) == (Outcome.SKIPPED, "its pages were deleted here")
    assert result_of(feed.run(overwrite=True), FINNISH).outcome is Outcome.CREATED
    assert result_of(feed.run(), FINNISH).outcome is Outcome.UNCHANGED


def test_twin_deleted_here_is_not_made_again(feed: Feed):
    feed.run()
    page(BILINGUAL, "sv").delete()
    result = told(feed.run())
    assert result.outcome is Outcome.UNCHANGED
    assert "the page in sv was deleted here" in result.notes
    feed.run(overwrite=True)
    assert page(BILINGUAL, "sv").twin == page(BILINGUAL, "fi")


def test_facts_follow_to_the_page_that_remains(feed: Feed):
    feed.run()
    page(BILINGUAL, "fi").delete()
    feed.set(BILINGUAL, serviceChargeType="Chargeable")
    assert told(feed.run()).conflicts == ()
    sv = drafted(BILINGUAL, "sv")
    assert (sv.is_source, sv.charge_type) == (True, "charged")
    assert [record.code for record in sv.service_classes.order_by("code")] == ["P10.2", "P6.10", "P6.4"]
