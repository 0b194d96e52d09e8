"""The directory of advisers, as clients meet it."""

import re

import pytest
from django.test import Client

from directory.models import Adviser
from tests.directory.addresses import BAD_VALUES, address
from tests.directory.factories import (
    AdviserFactory,
    LanguageOfServiceFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ServiceClassFactory,
)

pytestmark = pytest.mark.django_db


def names(client: Client, query: str = "", language: str = "fi") -> list[str]:
    response = client.get(f"{address('adviser_list', language)}?{query}")
    assert response.status_code == 200
    return [adviser.name for adviser in response.context["advisers"]]


def options(client: Client, group: str, query: str = "") -> dict[str, int]:
    facets = client.get(f"{address('adviser_list')}?{query}").context["facets"]
    return {
        option["value"]: option["count"] for facet in facets if facet["name"] == group for option in facet["options"]
    }


@pytest.fixture
def advisers() -> dict[str, Adviser]:
    """Three advisers who differ by every filter; Ceci serves the whole country."""
    turku, tampere = MunicipalityFactory(code="853"), MunicipalityFactory(code="837")
    finnish, swedish = LanguageOfServiceFactory(code="fi"), LanguageOfServiceFactory(code="sv")
    work, study = ServiceClassFactory(code="P10.2"), ServiceClassFactory(code="P6.4")
    return {
        "Anu": AdviserFactory(
            name="Anu",
            municipalities=[turku, tampere],
            languages=[finnish],
            service_classes=[work],
            organisation=OrganisationFactory(slug="alku"),
        ),
        "Bo": AdviserFactory(
            name="Bo",
            municipalities=[turku],
            languages=[finnish, swedish],
            service_classes=[study],
            meets_in_person=False,
            meets_by_video=True,
            organisation=OrganisationFactory(slug="bygget"),
        ),
        "Ceci": AdviserFactory(
            name="Ceci",
            whole_country=True,
            languages=[swedish],
            service_classes=[work, study],
            meets_in_person=False,
            meets_by_chat=True,
            organisation=OrganisationFactory(slug="centrum"),
        ),
    }


@pytest.mark.usefixtures("advisers")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Anu", "Bo", "Ceci"]),
        ("municipality=837", ["Anu", "Ceci"]),
        ("municipality=853", ["Anu", "Bo", "Ceci"]),
        ("language_of_service=sv", ["Bo", "Ceci"]),
        ("service_class=P6.4", ["Bo", "Ceci"]),
        ("way_to_meet=video", ["Bo"]),
        ("way_to_meet=video&way_to_meet=chat", ["Bo", "Ceci"]),
        ("organisation=alku", ["Anu"]),
        ("organisation=alku&organisation=bygget", ["Anu", "Bo"]),
        ("municipality=853&language_of_service=sv", ["Bo", "Ceci"]),
        ("municipality=837&way_to_meet=in_person", ["Anu"]),
        ("organisation=alku&way_to_meet=chat", []),
        ("colour=red", ["Anu", "Bo", "Ceci"]),
        ("way_to_meet=teleport", ["Anu", "Bo", "Ceci"]),
        ("way_to_meet=teleport&way_to_meet=video", ["Bo"]),
    ],
)
def test_filters_narrow_the_list(client: Client, query: str, expected: list[str]):
    assert names(client, query) == expected


@pytest.mark.usefixtures("advisers")
def test_municipality_without_advisers_of_its_own_has_those_of_the_whole_country(client: Client):
    MunicipalityFactory(code="620")
    assert names(client, "municipality=620") == ["Ceci"]
    assert options(client, "municipality", "municipality=620")["620"] == 1


@pytest.mark.usefixtures("advisers")
def test_local_advisers_come_before_those_of_the_whole_country(client: Client):
    AdviserFactory(name="Aatu", whole_country=True)
    assert names(client, "municipality=837") == ["Anu", "Aatu", "Ceci"]


@pytest.mark.usefixtures("advisers")
def test_counts_tell_how_many_an_option_leaves(client: Client):
    assert options(client, "municipality") == {"837": 2, "853": 3}
    assert options(client, "way_to_meet") == {"in_person": 1, "video": 1, "chat": 1}
    assert options(client, "service_class", "language_of_service=sv") == {"P10.2": 1, "P6.4": 2}
    assert options(client, "organisation", "organisation=alku") == {"alku": 1, "bygget": 1, "centrum": 1}


@pytest.mark.usefixtures("advisers")
def test_chosen_option_that_leaves_nobody_can_still_be_taken_away(client: Client):
    response = client.get(f"{address('adviser_list')}?organisation=alku&way_to_meet=chat")
    checked = [
        (option["value"], option["count"])
        for facet in response.context["facets"]
        for option in facet["options"]
        if option["checked"]
    ]
    assert checked == [("chat", 0), ("alku", 0)]


@pytest.mark.parametrize("bad", BAD_VALUES.values(), ids=BAD_VALUES.keys())
@pytest.mark.parametrize(
    "parameter", ["municipality", "language_of_service", "service_class", "way_to_meet", "organisation", "page"]
)
@pytest.mark.usefixtures("advisers")
def test_bad_value_is_left_aside(client: Client, parameter: str, bad: str):
    response = client.get(address("adviser_list"), {parameter: bad})
    assert response.status_code == 200
    assert len(response.context["advisers"]) == 3


@pytest.mark.usefixtures("advisers")
def test_thousands_of_values_are_survived(client: Client):
    query = "&".join(f"municipality={number}" for number in range(5_000))
    assert client.get(f"{address('adviser_list')}?{query}").status_code == 200


def test_adviser_who_is_not_public_is_not_listed(client: Client):
    AdviserFactory(consent_date=None)
    AdviserFactory(organisation__active=False, municipalities=[MunicipalityFactory(code="853")])
    assert names(client) == []
    assert options(client, "municipality") == {}


@pytest.mark.parametrize(("page", "expected"), [("1", 20), ("2", 5), ("3", 5), ("0", 5), ("second", 20)])
def test_twenty_a_page(client: Client, page: str, expected: int):
    organisation = OrganisationFactory()
    AdviserFactory.create_batch(25, organisation=organisation)
    response = client.get(address("adviser_list"), {"page": page, "way_to_meet": "in_person"})
    assert len(response.context["advisers"]) == expected
    assert response.context["total"] == 25


@pytest.mark.usefixtures("advisers")
def test_language_switch_keeps_the_filters(client: Client):
    response = client.get(f"{address('adviser_list')}?municipality=853&way_to_meet=video")
    swedish = next(link.url for link in response.context["language_links"] if link.code == "sv")
    assert swedish == f"{address('adviser_list', 'sv')}?municipality=853&way_to_meet=video"
    assert names(client, swedish.partition("?")[2], "sv") == ["Bo"]


@pytest.mark.usefixtures("advisers")
def test_only_the_whole_list_is_for_search_engines(client: Client):
    noindex = '<meta name="robots" content="noindex'
    assert noindex not in client.get(address("adviser_list")).content.decode()
    assert noindex in client.get(f"{address('adviser_list')}?organisation=alku").content.decode()


def test_page_tells_its_twin_and_canonical_address(client: Client, settings):
    html = client.get(f"{address('adviser_list', 'sv')}?page=1").content.decode()
    assert f'<link rel="canonical" href="{settings.SITE_URL}{address("adviser_list", "sv")}">' in html
    alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
    finnish = settings.SITE_URL + address("adviser_list")
    assert alternates == {
        "fi": finnish,
        "x-default": finnish,
        "sv": settings.SITE_URL + address("adviser_list", "sv"),
    }


def test_title_in_the_other_language_is_marked(client: Client):
    AdviserFactory(title_sv="")
    assert 'lang="fi">uraohjaaja' in client.get(address("adviser_list", "sv")).content.decode()


def test_full_page_with_filters_costs_at_most_twenty_queries(client: Client, django_assert_max_num_queries):
    for number in range(22):
        AdviserFactory(
            municipalities=[MunicipalityFactory(code="853"), MunicipalityFactory()],
            service_classes=[ServiceClassFactory(code="P6.4"), ServiceClassFactory()],
            languages=[LanguageOfServiceFactory(code="sv")],
            stand_in=AdviserFactory(),
            organisation=OrganisationFactory(slug=f"organisation-{number}"),
        )
    query = "municipality=853&language_of_service=sv&service_class=P6.4&way_to_meet=in_person" + "".join(
        f"&organisation=organisation-{number}" for number in range(22)
    )
    with django_assert_max_num_queries(20):
        response = client.get(f"{address('adviser_list')}?{query}")
    assert len(response.context["advisers"]) == 20
