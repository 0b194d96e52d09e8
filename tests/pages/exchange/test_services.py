"""Services of PTV into pairs of pages: what is told becomes what is shown."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from directory.exchange.report import Outcome
from directory.models import ImportedRecord, OntologyTerm, Organisation
from pages.models import OrganisationPage, ServicePage
from tests.pages.exchange.feeds import BILINGUAL, FINNISH, MUNICIPALITY, SWEDISH, Feed, page, replace_text, result_of


def codes(records: Any) -> list[str]:
    return sorted(records.values_list("code", flat=True))


def test_everything_is_made(feed: Feed):
    report = feed.run()
    assert report.counts == {
        kind: {"created": number, "updated": 0, "unchanged": 0, "skipped": 0}
        for kind, number in (("organisation", 2), ("channel", 5), ("service", 3))
    }
    assert ServicePage.objects.count() == 4
    assert Page.find_problems() == ([], [], [], [], [])


def test_texts_of_both_languages(feed: Feed):
    feed.run()
    fi, sv = page(BILINGUAL, "fi"), page(BILINGUAL, "sv")
    assert (fi.title, sv.title) == ("Uraohjaus aikuisille", "Karriärhandledning för vuxna")
    assert (fi.slug, sv.slug) == ("uraohjaus-aikuisille", "karriarhandledning-for-vuxna")
    assert fi.alternative_names == "Uraneuvonta\nalanvaihto"
    assert sv.alternative_names == "byta bransch"
    assert fi.summary.startswith("Ohjaaja auttaa")
    assert sv.what_to_do == "<p>Boka en tid på webben eller ring.</p>"
    assert fi.who_for == "<p>Olet täyttänyt 18 vuotta.</p>"
    assert fi.price_note == "Ohjaus on maksutonta."
    assert (sv.processing_time, sv.deadline, sv.validity_time) == ("Du får en tid inom en vecka.", "", "")


def test_text_becomes_escaped_paragraphs_and_lists(feed: Feed):
    feed.run()
    assert page(BILINGUAL, "fi").description == (
        "<p>Voit miettiä ohjaajan kanssa, mitä haluat tehdä seuraavaksi, ja mitä se vaatii.</p>"
        "<p>Ohjaus sisältää:</p><ul><li>tavoitteiden &amp; vahvuuksien kartoituksen</li>"
        "<li>&lt;b&gt;suunnitelman&lt;/b&gt;, jonka saat mukaasi</li></ul>"
    )


def test_facts_are_on_the_source_page_alone(feed: Feed):
    feed.run()
    fi, sv = page(BILINGUAL, "fi"), page(BILINGUAL, "sv")
    assert fi.is_source
    assert codes(fi.service_classes) == ["P10.2", "P6.10", "P6.4"]
    assert codes(fi.target_groups) == ["KR1"]
    assert codes(fi.life_events) == ["KE5"]
    assert codes(fi.languages) == ["en", "fi", "sv"]
    assert (fi.area, codes(fi.municipalities), fi.charge_type) == ("municipalities", ["499", "905"], "free")
    assert [term.name_sv for term in fi.ontology_terms.all()] == ["karriärhandledning"]
    assert not sv.service_classes.exists()
    assert sv.charge_type == ""


def test_pages_are_twins_in_their_organisations_section(feed: Feed):
    feed.run()
    fi, sv = page(BILINGUAL, "fi"), page(BILINGUAL, "sv")
    assert fi.twin == sv
    section = OrganisationPage.objects.parent_of(fi).get()
    assert str(section.organisation.ptv_id) == MUNICIPALITY
    assert section.twin == OrganisationPage.objects.parent_of(sv).get()
    assert (section.title, section.twin.title) == ("Koelan aikuisohjaus", "Provby vuxenhandledning")


def test_service_in_swedish_alone_has_its_source_in_the_swedish_tree(feed: Feed):
    feed.run()
    assert not ServicePage.objects.filter(ptv_id=SWEDISH, locale__language_code="fi").exists()
    sv = page(SWEDISH, "sv")
    assert sv.is_source
    assert codes(sv.municipalities) == ["499"]
    assert not OrganisationPage.objects.filter(title="Skärgårdens studiering", locale__language_code="fi").exists()


def test_finnish_service_gets_no_swedish_page(feed: Feed):
    feed.run()
    assert page(FINNISH, "fi").twin is None
    assert page(FINNISH, "fi").area == "whole_country"


def test_finnish_text_never_becomes_a_swedish_page(feed: Feed):
    text = "Opettaja auttaa sinua, kun haluat oppia lukemaan paremmin, ja voit tulla mukaan milloin vain."
    feed.change(
        FINNISH, lambda item: item["serviceNames"].append({"language": "sv", "value": "Stöd", "type": "Name"})
    )
    feed.change(FINNISH, replace_text("serviceDescriptions", "Description", "sv", text))
    report = feed.run()
    assert page(FINNISH, "fi").twin is None
    assert any("written in fi" in note for note in result_of(report, FINNISH).notes)


def test_second_run_writes_nothing(feed: Feed):
    feed.run(live=True)
    before = list(Page.objects.order_by("pk").values()), list(ImportedRecord.objects.order_by("pk").values())
    revisions = ServicePage.objects.first()._revisions.model.objects.count()
    logs = PageLogEntry.objects.count()
    report = feed.run(live=True)
    assert {counts["unchanged"] for counts in report.counts.values()} == {2, 3, 5}
    assert not report.with_outcome(Outcome.UPDATED) + report.with_outcome(Outcome.CREATED)
    assert (
        list(Page.objects.order_by("pk").values()),
        list(ImportedRecord.objects.order_by("pk").values()),
    ) == before
    assert ServicePage.objects.first()._revisions.model.objects.count() == revisions
    assert PageLogEntry.objects.count() == logs


def test_order_of_files_does_not_matter(feed: Feed):
    paths = sorted(feed.folder.glob("*.json"), reverse=True)
    report = feed.run(*paths)
    assert {counts["created"] for counts in report.counts.values()} == {2, 3, 5}
    assert not any("not in the files" in note for result in report.results for note in result.notes)
    assert len(page(BILINGUAL, "fi").channels) == 8


def test_change_in_the_source_changes_its_page_alone(feed: Feed):
    feed.run(live=True)
    other = page(BILINGUAL, "sv").latest_revision_id
    feed.change(BILINGUAL, replace_text("serviceDescriptions", "Summary", "fi", "Uusi tiivistelmä."))
    report = feed.run(live=True)
    assert result_of(report, BILINGUAL).outcome is Outcome.UPDATED
    assert page(BILINGUAL, "fi").summary == "Uusi tiivistelmä."
    assert page(BILINGUAL, "sv").latest_revision_id == other
    assert len(report.with_outcome(Outcome.UNCHANGED)) == 9


def test_language_that_the_source_gets_later_becomes_a_twin(feed: Feed):
    feed.run()
    feed.change(
        FINNISH, lambda item: item["serviceNames"].append({"language": "sv", "value": "Stöd", "type": "Name"})
    )
    feed.change(FINNISH, replace_text("serviceDescriptions", "Summary", "sv", "Du får stöd med att läsa."))
    assert result_of(feed.run(), FINNISH).outcome is Outcome.UPDATED
    fi, sv = page(FINNISH, "fi"), page(FINNISH, "sv")
    assert (fi.twin, sv.title, sv.is_source) == (sv, "Stöd", False)


def test_language_that_the_source_loses_stays_and_is_told(feed: Feed):
    feed.run(live=True)
    feed.change(BILINGUAL, replace_text("serviceNames", "Name", "sv", None))
    report = feed.run(live=True)
    assert page(BILINGUAL, "sv").live
    assert any("no version in sv any more" in note for note in result_of(report, BILINGUAL).notes)


def test_organisation_that_is_not_in_the_files_is_made_from_its_name(feed: Feed):
    report = feed.run(feed.folder / "services.json")
    row = Organisation.objects.get(ptv_id=MUNICIPALITY)
    assert (row.name_fi, row.name_sv, row.active) == ("Koelan aikuisohjaus", "", True)
    assert Organisation.objects.get(name_sv="Skärgårdens studiering").primary_language == "sv"
    assert any("made from its name alone" in note for note in result_of(report, BILINGUAL).notes)
    report = feed.run(feed.folder / "organisations.json")
    assert result_of(report, MUNICIPALITY).outcome is Outcome.UPDATED
    row.refresh_from_db()
    assert (row.name_sv, row.kind) == ("Provby vuxenhandledning", "municipality")
    assert result_of(report, MUNICIPALITY).conflicts == ()


def test_service_of_an_organisation_that_is_neither_known_nor_named_is_skipped(feed: Feed):
    feed.change(SWEDISH, lambda item: item["organizations"][0]["organization"].update(name=None))
    result = result_of(feed.run(feed.folder / "services.json"), SWEDISH)
    assert result.outcome is Outcome.SKIPPED
    assert "not known and has no name" in result.reason


def test_responsible_organisation_that_changes_is_told_but_pages_are_not_moved(feed: Feed):
    feed.run()
    parent = page(FINNISH, "fi").get_parent()
    feed.set(FINNISH, organizations=feed.item(SWEDISH)["organizations"])
    for _ in range(2):
        assert any("move the pages" in note for note in result_of(feed.run(), FINNISH).notes)
    assert page(FINNISH, "fi").get_parent() == parent


def test_unknown_codes_are_told_and_the_service_is_kept(feed: Feed):
    def change(item: dict[str, Any]) -> None:
        item["serviceClasses"].append({**item["serviceClasses"][0], "code": "P99.9"})
        item["languages"].append("tlh")

    feed.change(FINNISH, change)
    result = result_of(feed.run(), FINNISH)
    assert result.outcome is Outcome.CREATED
    assert set(result.notes) >= {"unknown service_classes: P99.9", "unknown languages: tlh"}
    assert codes(page(FINNISH, "fi").service_classes) == ["P6.4"]


def test_namesakes_get_addresses_of_their_own(feed: Feed):
    feed.change(FINNISH, replace_text("serviceNames", "Name", "fi", "Uraohjaus aikuisille"))
    feed.run()
    assert {page(BILINGUAL, "fi").slug, page(FINNISH, "fi").slug} == {
        "uraohjaus-aikuisille",
        "uraohjaus-aikuisille-2",
    }


def test_name_without_letters_gets_an_address(feed: Feed):
    feed.change(FINNISH, replace_text("serviceNames", "Name", "fi", "???"))
    feed.run(live=True)
    assert page(FINNISH, "fi").slug


def test_concepts_are_shared(feed: Feed):
    feed.run()
    assert OntologyTerm.objects.count() == 1
    assert OntologyTerm.objects.get().service_pages.count() == 3


def test_nobody_gets_rights(feed: Feed):
    before = GroupPagePermission.objects.count()
    feed.run(live=True)
    assert GroupPagePermission.objects.count() == before
    assert not Page.objects.filter(owner__isnull=False).exists()


def test_ids_lead_from_the_source_to_the_pair(feed: Feed):
    feed.run()
    record = ImportedRecord.objects.get(kind="service", external_id=BILINGUAL)
    assert record.target_key == page(BILINGUAL, "fi").translation_key
    assert record.modified == "2026-03-02T08:00:00+00:00"


def test_pages_with_the_id_but_no_record_are_taken_over(feed: Feed):
    feed.run()
    ImportedRecord.objects.all().delete()
    key = page(BILINGUAL, "fi").translation_key
    report = feed.run()
    assert result_of(report, BILINGUAL).outcome is Outcome.UNCHANGED
    assert ServicePage.objects.count() == 4
    assert ImportedRecord.objects.get(kind="service", external_id=BILINGUAL).target_key == key


def test_queries_of_an_import_that_changes_nothing(feed: Feed, django_assert_max_num_queries):
    feed.run(live=True)
    with django_assert_max_num_queries(28):
        feed.run(feed.folder / "services.json", live=True)


def test_queries_do_not_grow_with_what_is_there(feed: Feed):
    """A second service of the same organisation costs the same as a third: nothing is read through for each."""

    def costs(number: int) -> int:
        identifier = f"5e0e0000-0000-4000-8000-0000000001{number:02}"
        names = [{"language": "fi", "value": f"Lukutaidon tuki {number}", "type": "Name"}]
        path = feed.write([{**feed.item(FINNISH), "id": identifier, "serviceNames": names}], f"more{number}.json")
        with CaptureQueriesContext(connection) as queries:
            feed.run(path)
        return len(queries)

    feed.run()
    assert costs(1) == costs(2) == costs(3)
