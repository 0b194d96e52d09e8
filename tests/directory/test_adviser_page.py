"""An adviser's page, as clients and search engines meet it."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.directory.addresses import adviser_address
from tests.directory.factories import (
    AdviserFactory,
    LanguageOfServiceFactory,
    MunicipalityFactory,
    ServiceClassFactory,
)
from tests.pages.factories import ServiceAdviserFactory, ServicePageFactory, with_twin

pytestmark = pytest.mark.django_db


def page(client: Client, adviser: Any, language: str = "fi") -> str:
    response = client.get(adviser_address(adviser, language))
    assert response.status_code == 200
    return response.content.decode()


def structured_data(html: str) -> dict[str, Any]:
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(data)


def test_page_tells_what_a_client_needs(client: Client):
    adviser = AdviserFactory(
        name="Maija Mallikas",
        municipalities=[MunicipalityFactory(name_sv="Åbo")],
        languages=[LanguageOfServiceFactory(name_sv="svenska")],
        service_classes=[ServiceClassFactory(name_sv="Yrkesvägledning")],
        stand_in=AdviserFactory(name="Bo Ersättare"),
    )
    html = page(client, adviser, "sv")
    for text in (
        "Maija Mallikas",
        "karriärvägledare",
        "Jag hjälper dig att byta bransch.",
        adviser.organisation.name_sv,
        "Åbo",
        "svenska",
        "Yrkesvägledning",
        "Bo Ersättare",
        adviser.phone,
        adviser.email,
    ):
        assert text in html


@pytest.mark.parametrize(
    "values",
    [
        {"consent_date": None},
        {"consent_date": timezone.localdate() + timedelta(days=1)},
        {"active_until": timezone.localdate() - timedelta(days=1)},
        {"organisation__active": False},
    ],
    ids=["no consent", "not yet", "no longer", "outside the network"],
)
def test_adviser_who_is_not_public_is_not_found(client: Client, values: dict[str, Any]):
    response = client.get(adviser_address(AdviserFactory(name="Piilo Salainen", **values)))
    assert response.status_code == 404
    assert "Piilo" not in response.content.decode()


@pytest.mark.parametrize("slug", ["nobody", "a" * 10_000, "'", "%00", "..%2F..", "1", "%FF"])
def test_address_that_names_nobody_is_not_found(client: Client, slug: str):
    AdviserFactory()
    somebody = adviser_address(AdviserFactory(slug="somebody"))
    assert client.get(somebody.replace("somebody", slug)).status_code == 404


def test_services_are_listed_once_in_the_reader_s_language_or_marked(client: Client):
    adviser = AdviserFactory()
    both = ServicePageFactory(title="Uraohjaus")
    with_twin(both, title="Karriärvägledning")
    finnish_only = ServicePageFactory(title="Lukineuvonta")
    draft = ServicePageFactory(title="Luonnos", live=False)
    unpublished_source = ServicePageFactory(title="Poistettu")
    with_twin(unpublished_source, title="Kvar på svenska")
    unpublished_source.unpublish()
    for service in (both, finnish_only, draft, unpublished_source):
        ServiceAdviserFactory(page=service, adviser=adviser)
    services = client.get(adviser_address(adviser, "sv")).context["services"]
    assert [(link.title, link.language) for link in services] == [
        ("Karriärvägledning", "sv"),
        ("Kvar på svenska", "sv"),
        ("Lukineuvonta", "fi"),
    ]
    assert all(link.url.startswith("/sv/") for link in services)
    html = page(client, adviser, "sv")
    assert 'lang="fi">Lukineuvonta</a>' in html
    assert "Luonnos" not in html
    assert "Poistettu" not in html
    for link in services:
        assert client.get(link.url).status_code == 200


def test_expertise_in_the_other_language_is_marked(client: Client):
    html = page(client, AdviserFactory(expertise_sv=""), "sv")
    assert re.search(r'<div lang="fi"><p>Autan alan vaihdossa', html)


def test_language_switch_keeps_the_adviser(client: Client):
    adviser = AdviserFactory()
    links = client.get(adviser_address(adviser)).context["language_links"]
    assert {link.code: link.url for link in links} == {
        "fi": adviser_address(adviser, "fi"),
        "sv": adviser_address(adviser, "sv"),
    }


def test_structured_data_describes_the_person(client: Client, settings):
    municipality = MunicipalityFactory()
    adviser = AdviserFactory(municipalities=[municipality], languages=[LanguageOfServiceFactory(code="sv")])
    data = structured_data(page(client, adviser, "sv"))
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "Person"
    assert data["name"] == adviser.name
    assert data["jobTitle"] == "karriärvägledare"
    assert data["url"] == settings.SITE_URL + adviser_address(adviser, "sv")
    assert data["knowsLanguage"] == ["sv"]
    assert data["worksFor"]["name"] == adviser.organisation.name_sv
    assert data["workLocation"] == [
        {"@type": "AdministrativeArea", "name": municipality.name_sv, "identifier": municipality.code}
    ]


def test_text_cannot_break_out_of_structured_data(client: Client):
    attack = "</script><script>alert('x')</script><!--"
    html = page(client, AdviserFactory(expertise_fi=attack))
    assert structured_data(html)["description"] == attack
    assert "<script>alert" not in html


def test_page_costs_at_most_twenty_queries(client: Client, django_assert_max_num_queries):
    adviser = AdviserFactory(
        municipalities=MunicipalityFactory.create_batch(8),
        languages=LanguageOfServiceFactory.create_batch(4),
        service_classes=ServiceClassFactory.create_batch(6),
        stand_in=AdviserFactory(),
    )
    for _ in range(8):
        ServiceAdviserFactory(adviser=adviser)
    with django_assert_max_num_queries(20):
        response = client.get(adviser_address(adviser))
    assert len(response.context["services"]) == 8
