"""The list of organisations and an organisation's page, as clients meet them."""

import re

import pytest
from django.test import Client

from directory.models import OrganisationKind
from tests.directory.addresses import BAD_VALUES, address, organisation_address
from tests.directory.factories import AdviserFactory, MunicipalityFactory, OrganisationFactory
from tests.pages.factories import OrganisationPageFactory, with_twin

pytestmark = pytest.mark.django_db


def names(client: Client, query: str = "", language: str = "fi") -> list[str]:
    response = client.get(f"{address('organisation_list', language)}?{query}")
    assert response.status_code == 200
    return [organisation.name for organisation in response.context["organisations"]]


def test_list_follows_the_alphabet_of_the_language(client: Client):
    for finnish, swedish in [("Öljymäki", "Alfa"), ("Åkerö", "Gamma"), ("Ähtäri", "Beta"), ("beta", "Åkerö")]:
        OrganisationFactory(name_fi=finnish, name_sv=swedish)
    assert names(client) == ["beta", "Åkerö", "Ähtäri", "Öljymäki"]
    assert names(client, language="sv") == ["Alfa", "Beta", "Gamma", "Åkerö"]


def test_filters_narrow_the_list(client: Client):
    turku = MunicipalityFactory(code="853")
    OrganisationFactory(name_fi="Alku").municipalities.set([turku])
    OrganisationFactory(name_fi="Koko maa", whole_country=True, kind=OrganisationKind.ASSOCIATION)
    OrganisationFactory(name_fi="Muualla")
    assert names(client, "municipality=853") == ["Alku", "Koko maa"]
    assert names(client, "kind=association") == ["Koko maa"]
    assert names(client, "kind=nonsense&municipality=none") == ["Alku", "Koko maa", "Muualla"]


@pytest.mark.parametrize("bad", BAD_VALUES.values(), ids=BAD_VALUES.keys())
@pytest.mark.parametrize("parameter", ["municipality", "kind", "page"])
def test_bad_value_is_left_aside(client: Client, parameter: str, bad: str):
    OrganisationFactory()
    response = client.get(address("organisation_list"), {parameter: bad})
    assert response.status_code == 200
    assert response.context["total"] == 1


def test_organisation_outside_the_network_is_not_shown(client: Client):
    organisation = OrganisationFactory(active=False)
    assert names(client) == []
    assert client.get(organisation_address(organisation)).status_code == 404


@pytest.mark.parametrize("slug", ["nobody", "a" * 10_000, "'", "%00", "%FF"])
def test_address_that_names_nothing_is_not_found(client: Client, slug: str):
    somebody = organisation_address(OrganisationFactory(slug="somebody"))
    assert client.get(somebody.replace("somebody", slug)).status_code == 404


def test_organisation_with_a_section_leads_there(client: Client):
    section = OrganisationPageFactory()
    twin = with_twin(section)
    organisation = section.organisation
    assert client.get(organisation_address(organisation, "fi")).headers["Location"] == section.url
    assert client.get(organisation_address(organisation, "sv")).headers["Location"] == twin.url


def test_section_in_the_other_language_is_offered_as_such(client: Client):
    section = OrganisationPageFactory()
    response = client.get(organisation_address(section.organisation, "sv"))
    assert response.status_code == 200
    assert re.search(r'href="/sv/[^"]+" hreflang="fi"', response.content.decode())


def test_draft_of_a_section_is_not_linked(client: Client):
    section = OrganisationPageFactory(live=False, title="Salainen luonnos")
    response = client.get(organisation_address(section.organisation))
    assert response.status_code == 200
    assert response.context["section"] is None
    assert "Salainen luonnos" not in response.content.decode()


def test_record_is_shown_with_its_public_advisers(client: Client):
    organisation = OrganisationFactory(description_sv="")
    organisation.municipalities.set([MunicipalityFactory(name_sv="Åbo")])
    AdviserFactory(organisation=organisation, name="Julkinen Ohjaaja")
    AdviserFactory(organisation=organisation, name="Salainen Ohjaaja", consent_date=None)
    html = client.get(organisation_address(organisation, "sv")).content.decode()
    for text in (organisation.name_sv, organisation.phone, organisation.email, "provby.example.org", "Åbo"):
        assert text in html
    assert '<div lang="fi"><p>Autamme aikuisia.' in html
    assert "Julkinen Ohjaaja" in html
    assert "Salainen Ohjaaja" not in html


def test_pages_cost_at_most_twenty_queries(client: Client, django_assert_max_num_queries):
    organisations = OrganisationFactory.create_batch(30)
    for organisation in organisations:
        organisation.municipalities.set([MunicipalityFactory(code="853"), MunicipalityFactory()])
    AdviserFactory.create_batch(12, organisation=organisations[0], municipalities=MunicipalityFactory.create_batch(3))
    with django_assert_max_num_queries(20):
        assert len(client.get(address("organisation_list")).context["organisations"]) == 30
    with django_assert_max_num_queries(20):
        assert len(client.get(organisation_address(organisations[0])).context["advisers"]) == 12
