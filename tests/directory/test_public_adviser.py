"""What clients may know of an adviser, and what never gets out."""

from dataclasses import asdict
from datetime import date

import pytest

from directory.models import Adviser, Visibility
from directory.public_adviser import AdviserNotPublicError, public_adviser, public_advisers
from tests.directory.factories import (
    AdviserFactory,
    LanguageOfServiceFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ServiceClassFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 1)


def test_texts_are_in_the_language_asked_for():
    adviser = AdviserFactory(
        municipalities=[MunicipalityFactory(code="091", name_fi="Helsinki", name_sv="Helsingfors")]
    )
    finnish, swedish = public_adviser(adviser, "fi"), public_adviser(adviser, "sv")
    assert (finnish.title, swedish.title) == ("uraohjaaja", "karriärvägledare")
    assert [term.name for term in swedish.municipalities] == ["Helsingfors"]
    assert finnish.organisation.name == adviser.organisation.name_fi
    assert (finnish.url[:4], swedish.url[:4]) == ("/fi/", "/sv/")
    assert finnish.key == swedish.key == adviser.key


def test_text_missing_in_a_language_is_marked_with_the_language_it_is_in():
    public = public_adviser(AdviserFactory(expertise_sv=""), "sv")
    assert (public.expertise, public.expertise_language) == ("Autan alan vaihdossa.", "fi")
    assert (public.title, public.title_language) == ("karriärvägledare", "sv")


@pytest.mark.parametrize("detail", ["phone", "email"])
def test_network_only_detail_is_left_out(detail: str):
    adviser = AdviserFactory(**{f"{detail}_visibility": Visibility.NETWORK})
    public = public_adviser(adviser, "fi")
    assert getattr(public, detail) == ""
    assert getattr(adviser, detail) not in str(asdict(public))
    other = "email" if detail == "phone" else "phone"
    assert getattr(public, other) == getattr(adviser, other)


NOT_PUBLIC = {
    "no consent": {"consent_date": None},
    "consent from tomorrow": {"consent_date": date(2026, 3, 2)},
    "stopped yesterday": {"active_until": date(2026, 2, 28)},
    "organisation outside the network": {"organisation__active": False},
}


@pytest.mark.parametrize("values", NOT_PUBLIC.values(), ids=NOT_PUBLIC.keys())
def test_adviser_who_is_not_public_has_no_public_face(values: dict[str, object]):
    adviser = AdviserFactory(**values)
    with pytest.raises(AdviserNotPublicError):
        public_adviser(adviser, "fi", TODAY)
    assert public_advisers(Adviser.objects.all(), "fi", TODAY) == []
    assert not Adviser.objects.public(TODAY).exists()


def test_last_day_and_day_of_consent_count():
    adviser = AdviserFactory(consent_date=TODAY, active_until=TODAY)
    assert public_adviser(adviser, "fi", TODAY).name == adviser.name
    assert Adviser.objects.public(TODAY).get() == adviser


def test_ways_to_meet_are_named():
    adviser = AdviserFactory(meets_in_person=False, meets_by_video=True, meets_by_chat=True)
    assert [way.code for way in public_adviser(adviser, "fi").ways_to_meet] == ["video", "chat"]


def test_stand_in_is_named_without_contact_details():
    stand_in = AdviserFactory(name="Bo Ersättare", phone="+358 0000 123 477")
    public = public_adviser(AdviserFactory(stand_in=stand_in), "sv")
    assert public.stand_in is not None
    assert public.stand_in.name == "Bo Ersättare"
    assert public.stand_in.url.endswith(f"/{stand_in.slug}/")
    assert "477" not in str(asdict(public))


@pytest.mark.parametrize("values", NOT_PUBLIC.values(), ids=NOT_PUBLIC.keys())
def test_stand_in_who_is_not_public_is_left_out(values: dict[str, object]):
    adviser = AdviserFactory(stand_in=AdviserFactory(**values))
    assert public_adviser(adviser, "fi", TODAY).stand_in is None


def test_municipalities_stand_in_the_alphabet_of_the_language():
    names = ["Ähtäri", "Åland", "Östersund", "Ylivieska", "Akaa"]
    adviser = AdviserFactory(municipalities=[MunicipalityFactory(name_fi=name) for name in names])
    public = public_adviser(adviser, "fi")
    assert [term.name for term in public.municipalities] == ["Akaa", "Ylivieska", "Åland", "Ähtäri", "Östersund"]


def test_many_advisers_cost_four_queries(django_assert_num_queries):
    for _ in range(12):
        AdviserFactory(
            municipalities=[MunicipalityFactory(), MunicipalityFactory()],
            service_classes=[ServiceClassFactory()],
            languages=[LanguageOfServiceFactory()],
            stand_in=AdviserFactory(organisation=OrganisationFactory()),
        )
    with django_assert_num_queries(4):
        assert len(public_advisers(Adviser.objects.public(), "sv")) == 24
