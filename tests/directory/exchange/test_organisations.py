"""Organisations of PTV into rows."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from directory.exchange.codes import CodeBook
from directory.exchange.organisations import import_organisation
from directory.exchange.ptv.items import Concept
from directory.exchange.report import ItemResult, Outcome, SkippedItemError
from directory.models import ImportedRecord, OntologyTerm, Organisation
from tests.directory.exchange.items import ORGANISATION_ID, organisation, said
from tests.directory.factories import OrganisationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("codelists")]


def run(overwrite: bool = False, **fields: Any) -> ItemResult:
    return import_organisation(organisation(**fields), CodeBook(), overwrite=overwrite)


WHOLE: dict[str, Any] = {
    "organizationNames": said("Name", fi="Koelan aikuisohjaus", sv="Provby vuxenhandledning"),
    "organizationDescriptions": said("Summary", fi="Lyhyt.", sv="Kort.") + said("Description", fi="Pitkä."),
    "businessCode": "0000000-0",
    "areaType": "LimitedType",
    "areas": [{"type": "Municipality", "municipalities": [{"code": "905"}, {"code": "499"}, {"code": "998"}]}],
    "emails": said(fi="a@koela.example.org", sv="b@koela.example.org"),
    "phoneNumbers": [{"number": "0001234400", "prefixNumber": "+358", "language": "fi"}],
    "webPages": [{"url": "https://koela.example.org/sv/", "language": "sv"}],
    "addresses": [
        {"type": "Postal", "postOfficeBoxAddress": {"postOfficeBox": said(fi="PL 1"), "postalCode": "65101"}},
        {
            "type": "Visiting",
            "streetAddress": {"street": said(fi="Koekatu"), "streetNumber": "3", "postalCode": "65100"},
        },
    ],
}


def test_row_is_made_with_both_languages():
    result = run(**WHOLE)
    row = Organisation.objects.get(ptv_id=ORGANISATION_ID)
    assert result.outcome is Outcome.CREATED
    assert (row.name_fi, row.name_sv) == ("Koelan aikuisohjaus", "Provby vuxenhandledning")
    assert (row.description_fi, row.description_sv) == ("Pitkä.", "Kort.")
    assert (row.kind, row.business_code, row.primary_language) == ("municipality", "0000000-0", "fi")
    assert (row.email, row.phone) == ("a@koela.example.org", "+358 001234400")
    assert (row.website_fi, row.website_sv) == ("", "https://koela.example.org/sv/")
    assert (row.street_fi, row.street_sv, row.postcode) == ("Koekatu 3", "", "65100")
    assert sorted(row.municipalities.values_list("code", flat=True)) == ["499", "905"]
    assert result.notes == ("unknown municipalities: 998",)


def test_second_import_changes_nothing():
    run(**WHOLE)
    before = Organisation.objects.values().get()
    assert run(**WHOLE).outcome is Outcome.UNCHANGED
    assert Organisation.objects.values().get() == before


def test_source_and_people_may_change_different_fields():
    run(**WHOLE)
    Organisation.objects.update(description_fi="Kirjoitettu käsin.")
    result = run(**{**WHOLE, "businessCode": "1111111-1"})
    row = Organisation.objects.get()
    assert result.outcome is Outcome.UPDATED
    assert (row.description_fi, row.business_code) == ("Kirjoitettu käsin.", "1111111-1")
    assert result.conflicts == ()


def test_field_changed_on_both_sides_is_a_conflict_until_overwritten():
    run(**WHOLE)
    Organisation.objects.update(phone="+358 00 999")
    changed = {**WHOLE, "phoneNumbers": [{"number": "0001234455", "prefixNumber": "+358", "language": "fi"}]}
    for _ in range(2):
        result = run(**changed)
        assert result.outcome is Outcome.UNCHANGED
        assert [(c.field, c.kept, c.source) for c in result.conflicts] == [("phone", "+358 00 999", "+358 001234455")]
    assert Organisation.objects.get().phone == "+358 00 999"
    assert run(overwrite=True, **changed).outcome is Outcome.UPDATED
    assert Organisation.objects.get().phone == "+358 001234455"
    assert run(**changed).conflicts == ()


def test_municipalities_added_by_hand_stay():
    run(**WHOLE)
    row = Organisation.objects.get()
    row.municipalities.clear()
    assert run(**WHOLE).outcome is Outcome.UNCHANGED
    assert not row.municipalities.exists()


def test_whole_region_means_its_municipalities():
    run(areaType="LimitedType", areas=[{"type": "Region", "code": "21", "municipalities": []}])
    assert Organisation.objects.get().municipalities.count() == 16  # Åland


def test_swedish_organisation_needs_no_finnish_name():
    run(organizationNames=said("Name", sv="Skärgårdens studiering"))
    row = Organisation.objects.get()
    assert (row.name_fi, row.name_sv, row.primary_language) == ("", "Skärgårdens studiering", "sv")
    assert row.slug == "skargardens-studiering"


def test_parent_is_found():
    parent = OrganisationFactory(ptv_id="0c0e0000-0000-4000-8000-000000000001")
    run(parentOrganizationId=str(parent.ptv_id))
    assert Organisation.objects.get(ptv_id=ORGANISATION_ID).parent == parent
    assert run(parentOrganizationId=str(parent.ptv_id)).outcome is Outcome.UNCHANGED


def test_parent_that_is_not_known_is_told():
    assert "part of" in run(parentOrganizationId="0c0e0000-0000-4000-8000-000000000009").notes[0]


def test_organisation_made_by_hand_with_the_same_business_id_and_name_is_the_same():
    made = OrganisationFactory(
        name_fi="Koelan Aikuisohjaus", business_code="0000000-0", email="oma@koela.example.org"
    )
    result = run(**WHOLE)
    made.refresh_from_db()
    assert str(made.ptv_id) == ORGANISATION_ID
    assert made.email == "oma@koela.example.org"
    assert "email" in {conflict.field for conflict in result.conflicts}


def test_namesake_with_another_business_id_is_another():
    OrganisationFactory(name_fi="Koelan aikuisohjaus", business_code="1111111-1")
    run(**WHOLE)
    assert Organisation.objects.count() == 2


def test_older_version_is_skipped():
    run(modified="2026-03-02T08:00:00")
    with pytest.raises(SkippedItemError, match="older"):
        run(modified="2026-03-01T08:00:00")
    assert run(modified="2026-03-01T08:00:00", overwrite=True).outcome is Outcome.UNCHANGED


def test_row_deleted_by_hand_comes_back_as_services_need_it():
    run(**WHOLE)
    Organisation.objects.all().delete()
    assert run(**WHOLE).outcome is Outcome.CREATED
    assert Organisation.objects.get().description_fi == "Pitkä."


@pytest.mark.parametrize(
    "fields",
    [
        {"organizationNames": said("Name", fi="K" * 10_000)},
        {"businessCode": "0" * 10_000},
        {"addresses": [{"type": "Visiting", "streetAddress": {"postalCode": "6" * 10_000}}]},
    ],
)
def test_values_that_do_not_fit_are_refused(fields: dict[str, Any]):
    with pytest.raises(ValidationError):
        run(**fields)


def test_what_was_imported_is_remembered_by_key():
    run(**WHOLE)
    record = ImportedRecord.objects.get()
    assert record.target_key == Organisation.objects.get().key
    assert record.values["fields"]["name_fi"] == "Koelan aikuisohjaus"


def test_concepts_become_terms_once_and_get_missing_labels():
    uri = "http://www.yso.fi/onto/koko/p1"
    CodeBook().learn([Concept(uri, {"fi": "ohjaus"}), Concept(uri, {"fi": "toinen"})])
    CodeBook().learn([Concept(uri, {"fi": "kolmas", "sv": "handledning"})])
    term = OntologyTerm.objects.get()
    assert (term.name_fi, term.name_sv) == ("ohjaus", "handledning")
