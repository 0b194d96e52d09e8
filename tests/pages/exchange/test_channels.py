"""The five kinds of service channels as blocks of service pages."""

from datetime import date, time
from typing import Any

import pytest

from directory.exchange.report import Outcome
from directory.models import ImportedRecord
from tests.pages.exchange.feeds import (
    BILINGUAL,
    E_SERVICE,
    FORM,
    PHONE,
    PLACE,
    WEB_PAGE,
    Feed,
    page,
    replace_text,
    result_of,
)


def blocks(language: str, channel: str) -> list[Any]:
    """The blocks that a channel has made on the page in a language."""
    return [block for block in page(BILINGUAL, language).channels if block.value["ptv_id"] == channel]


def one(language: str, channel: str) -> Any:
    (block,) = blocks(language, channel)
    return block.value


def test_e_service_leads_to_the_address_of_the_language(feed: Feed):
    feed.run()
    fi, sv = blocks("fi", E_SERVICE), blocks("sv", E_SERVICE)
    assert [block.block_type for block in fi] == ["e_service", "email"]
    assert (fi[0].value["name"], fi[0].value["url"]) == ("Varaa aika", "https://koela.example.org/ajanvaraus")
    assert (sv[0].value["name"], sv[0].value["url"]) == ("Boka en tid", "https://koela.example.org/sv/tidsbokning")


def test_what_the_service_tells_of_the_channel_goes_first(feed: Feed):
    feed.run()
    assert blocks("fi", E_SERVICE)[0].value["description"] == "Varaa aika ohjaukseen."
    assert blocks("sv", E_SERVICE)[0].value["description"] == "Tidsbokning på webben."


def test_web_page_has_the_other_languages_address_where_it_has_no_own(feed: Feed):
    feed.run()
    assert one("sv", WEB_PAGE)["name"] == "Handledningens sidor"
    assert one("sv", WEB_PAGE)["url"] == "https://koela.example.org/ohjaus"


def test_form_comes_in_its_formats_and_tells_where_to_send_it(feed: Feed):
    feed.run()
    pdf, doc = blocks("fi", FORM)
    assert (pdf.block_type, doc.block_type) == ("form", "form")
    assert (pdf.value["name"], doc.value["name"]) == ("Hakulomake", "Hakulomake: DOC")
    assert pdf.value["url"].endswith(".pdf")
    assert pdf.value["delivery"] == "Koelan aikuisohjaus\nKoekatu 3\n65100 Koela"


def test_channel_without_a_swedish_name_is_not_on_the_swedish_page(feed: Feed):
    report = feed.run()
    assert blocks("sv", FORM) == []
    assert any("Hakulomake is not told in sv" in note for note in result_of(report, BILINGUAL).notes)


def test_phone_has_the_number_of_the_language_its_price_and_hours(feed: Feed):
    feed.run()
    fi, sv = one("fi", PHONE), one("sv", PHONE)
    assert (fi["number"], sv["number"]) == ("+358 001234410", "+358 001234411")
    assert (fi["charge"], sv["charge"]) == ("Paikallisverkkomaksu", sv["charge"])
    assert sv["charge"]
    assert sv["charge"] != fi["charge"]
    assert "9.00–15.00" in fi["hours"].replace(":", ".")
    assert "anantai" in fi["hours"].lower()
    assert "åndag" in sv["hours"].lower()


def test_place_has_address_coordinates_contacts_and_way_in(feed: Feed):
    feed.run()
    fi, sv = blocks("fi", PLACE)[0].value, blocks("sv", PLACE)[0].value
    assert (fi["street"], sv["street"]) == ("Koekatu 3 A", "Provgatan 3 A")
    assert (fi["postcode"], fi["city"], sv["city"], fi["municipality_code"]) == ("65100", "Koela", "Provby", "905")
    assert (round(fi["latitude"], 2), round(fi["longitude"], 2)) == (63.09, 21.61)
    assert (fi["phone"], fi["email"]) == ("+358 001234420", "piste@koela.example.org")
    assert (fi["accessibility"], sv["accessibility"]) == (
        "Sisäänkäynti: Ovi avautuu käsin.",
        "Ingången: Dörren öppnas för hand.",
    )


def test_further_numbers_of_a_place_that_tell_what_they_are_for_are_phones(feed: Feed):
    feed.run()
    extra = blocks("fi", PLACE)[1]
    assert (extra.block_type, extra.value["name"]) == ("phone", "Ohjauspiste: Ryhmät")
    assert len(blocks("sv", PLACE)) == 1, "the remark is in Finnish"


def test_place_has_opening_hours_and_exceptions(feed: Feed):
    feed.run()
    place = blocks("fi", PLACE)[0].value
    hours = [(row["days"], row["opens"], row["closes"]) for row in place["opening_hours"]]
    assert hours == [(["0", "1"], time(8), time(16)), (["4"], time(9), time(12))]
    (christmas,) = place["exceptions"]
    assert (christmas["first_day"], christmas["last_day"]) == (date(2026, 12, 24), date(2026, 12, 26))
    assert (christmas["opens"], christmas["note"]) == (None, "Joulu")
    assert blocks("sv", PLACE)[0].value["exceptions"][0]["note"] == "Jul"


def test_hours_of_a_season_hold_while_it_lasts(feed: Feed):
    summer = {
        "serviceHourType": "DaysOfTheWeek",
        "validForNow": False,
        "validFrom": "2026-06-01T00:00:00",
        "validTo": "2026-08-31T00:00:00",
        "openingHour": [{"dayFrom": "Monday", "dayTo": "", "from": "10:00:00", "to": "12:00:00"}],
    }
    feed.change(PLACE, lambda item: item["serviceHours"].append(summer))
    feed.run()
    assert len(blocks("fi", PLACE)[0].value["opening_hours"]) == 2
    report = feed.run(day=date(2026, 7, 1))
    assert result_of(report, BILINGUAL).outcome is Outcome.UPDATED
    assert result_of(feed.run(day=date(2026, 7, 2)), BILINGUAL).outcome is Outcome.UNCHANGED


def test_blocks_are_what_the_editor_can_save_again(feed: Feed):
    feed.run()
    for language in ("fi", "sv"):
        stream = page(BILINGUAL, language).channels
        stream.stream_block.clean(stream)


@pytest.mark.parametrize("live", [False, True])
def test_channel_may_come_after_its_service(feed: Feed, live: bool):
    report = feed.run(feed.folder / "organisations.json", feed.folder / "services.json", live=live)
    assert len(page(BILINGUAL, "fi").channels) == 0
    assert any("Varaa aika is not known yet" in note for note in result_of(report, BILINGUAL).notes)
    report = feed.run(feed.folder / "channel_e_service.json", live=live)
    assert [(result.kind, result.outcome) for result in report.results] == [
        ("channel", Outcome.CREATED),
        ("service", Outcome.UPDATED),
    ]
    draft = page(BILINGUAL, "fi").get_latest_revision_as_object()
    assert len(draft.channels) == 2
    assert page(BILINGUAL, "fi").live is live


def test_channel_may_come_before_its_service(feed: Feed):
    for path in sorted(feed.folder.glob("channel_*.json")):
        feed.run(path)
    feed.run(feed.folder / "organisations.json", feed.folder / "services.json")
    assert len(page(BILINGUAL, "fi").channels) == 8


def test_change_in_a_channel_changes_the_services_that_use_it(feed: Feed):
    feed.run(live=True)
    feed.change(PHONE, lambda item: item["phoneNumbers"][0].update(number="0001234455"))
    report = feed.run(feed.folder / "channel_phone.json", live=True)
    assert result_of(report, PHONE).outcome is Outcome.UPDATED
    assert result_of(report, BILINGUAL).outcome is Outcome.UPDATED
    assert one("fi", PHONE)["number"] == "+358 001234455"
    assert len(report.results) == 2


def test_channel_that_has_ended_goes_from_its_services(feed: Feed):
    feed.run()
    feed.set(PHONE, publishingStatus="Archived")
    report = feed.run()
    assert any("ended" in note for note in result_of(report, PHONE).notes)
    draft = page(BILINGUAL, "fi").get_latest_revision_as_object()
    assert not [block for block in draft.channels if block.value["ptv_id"] == PHONE]


def test_channel_that_is_a_draft_in_the_source_is_skipped(feed: Feed):
    feed.set(PHONE, publishingStatus="Modified")
    assert result_of(feed.run(), PHONE).outcome is Outcome.SKIPPED


def test_channel_that_no_service_uses_is_kept(feed: Feed):
    feed.run(feed.folder / "channel_phone.json")
    assert ImportedRecord.objects.get().kind == "channel"


def test_channel_without_any_address_is_told(feed: Feed):
    feed.set(WEB_PAGE, webPages=[])
    report = feed.run()
    assert blocks("fi", WEB_PAGE) == []
    assert any("no way to reach it" in note for note in result_of(report, BILINGUAL).notes)


def test_texts_that_are_too_long_for_a_block_are_cut(feed: Feed):
    feed.change(PLACE, replace_text("serviceChannelNames", "Name", "fi", "n" * 10_000))
    feed.change(PLACE, replace_text("serviceChannelDescriptions", "Summary", "fi", "k" * 10_000))
    feed.change(PLACE, lambda item: item["addresses"][0]["streetAddress"]["street"][0].update(value="k" * 10_000))
    feed.change(PLACE, lambda item: item["addresses"][0]["streetAddress"].update(postalCode="6" * 10_000))
    feed.run()
    stream = page(BILINGUAL, "fi").channels
    stream.stream_block.clean(stream)
    assert blocks("fi", PLACE)[0].value["name"].endswith("…")
