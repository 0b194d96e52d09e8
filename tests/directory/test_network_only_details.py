"""Network-only contact details reach no public page, nor its source, nor its structured data (a test per place)."""

from typing import Any

import pytest
from django.test import Client

from directory.models import Adviser, Visibility
from tests.directory.addresses import address, adviser_address, organisation_address
from tests.directory.factories import AdviserFactory, MunicipalityFactory
from tests.pages.factories import OrganisationPageFactory, ServiceAdviserFactory, ServicePageFactory, with_twin

pytestmark = pytest.mark.django_db

SECRETS = ("123 499", "0000123499", "123499", "salainen.osoite")


@pytest.fixture
def adviser() -> Adviser:
    """A public adviser whose contact details are for the network only."""
    return AdviserFactory(
        name="Varpu Varovainen", network_only=True, municipalities=[MunicipalityFactory()], meets_by_phone=True
    )


def assert_shown_without_secrets(client: Client, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200
    source = response.content.decode()
    assert "Varpu Varovainen" in source, "the page must show the adviser for the test to mean anything"
    for secret in SECRETS:
        assert secret not in source


@pytest.mark.parametrize("language", ["fi", "sv"])
class TestNetworkOnlyDetails:
    def test_not_on_the_adviser_s_page(self, client: Client, adviser: Any, language: str):
        assert_shown_without_secrets(client, adviser_address(adviser, language))

    def test_not_in_the_directory(self, client: Client, adviser: Any, language: str):
        assert_shown_without_secrets(client, address("adviser_list", language))

    def test_not_on_the_page_of_whom_they_stand_in_for(self, client: Client, adviser: Any, language: str):
        assert_shown_without_secrets(client, adviser_address(AdviserFactory(stand_in=adviser), language))

    def test_not_on_the_organisation_s_page(self, client: Client, adviser: Any, language: str):
        assert_shown_without_secrets(client, organisation_address(adviser.organisation, language))

    def test_not_in_the_organisation_s_section(self, client: Client, adviser: Any, language: str):
        section = OrganisationPageFactory(organisation=adviser.organisation)
        pages = {"fi": section, "sv": with_twin(section)}
        assert_shown_without_secrets(client, pages[language].url)

    def test_not_on_a_service_page(self, client: Client, adviser: Any, language: str):
        service = ServicePageFactory()
        pages = {"fi": service, "sv": with_twin(service)}
        ServiceAdviserFactory(page=service, adviser=adviser)
        assert_shown_without_secrets(client, pages[language].url)


@pytest.mark.parametrize("detail", ["phone", "email"])
def test_one_public_detail_does_not_bring_the_other_along(client: Client, adviser: Adviser, detail: str):
    setattr(adviser, f"{detail}_visibility", Visibility.PUBLIC)
    adviser.save()
    source = client.get(adviser_address(adviser)).content.decode()
    hidden = "salainen.osoite" if detail == "phone" else "499"
    assert getattr(adviser, detail) in source
    assert hidden not in source
