"""What search engines are told."""

import re

import pytest
from wagtail.models import PageViewRestriction

from tests.directory.factories import AdviserFactory, OrganisationFactory
from tests.pages.factories import GuidePageFactory, OrganisationPageFactory, ServicePageFactory, with_twin

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def entries(client) -> dict[str, dict[str, str]]:
    """Addresses in the sitemap, each with its alternates by language."""
    text = client.get("/sitemap.xml").content.decode()
    return {
        re.search(r"<loc>([^<]*)</loc>", url)[1]: dict(re.findall(r'hreflang="(\w+)" href="([^"]*)"', url))
        for url in re.findall(r"<url>.*?</url>", text, re.DOTALL)
    }


def test_pages_of_both_languages_with_their_alternates(client):
    service = ServicePageFactory(slug="ohjaus")
    twin = with_twin(service, slug="vagledning")
    found = entries(client)
    pair = {"fi": SITE + service.url, "sv": SITE + twin.url}
    assert found[SITE + service.url] == pair
    assert found[SITE + twin.url] == pair
    assert found[f"{SITE}/fi/"] == {"fi": f"{SITE}/fi/", "sv": f"{SITE}/sv/"}


def test_a_page_of_one_language_is_listed_once(client):
    swedish = with_twin(GuidePageFactory(slug="opas", live=False), slug="handbok")
    found = entries(client)
    assert found[SITE + swedish.url] == {"sv": SITE + swedish.url}
    assert not [address for address in found if "opas" in address]


def test_drafts_and_private_pages_are_left_out(client):
    GuidePageFactory(slug="luonnos", live=False)
    private = GuidePageFactory(slug="yksityinen")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    addresses = " ".join(entries(client))
    assert "luonnos" not in addresses
    assert "yksityinen" not in addresses


def test_public_advisers_and_organisations_without_a_section(client):
    shown = AdviserFactory(name="Aino Nakyva")
    AdviserFactory(name="Aino Piilossa", consent_date=None)
    section = OrganisationPageFactory(organisation=OrganisationFactory(name_fi="Osasto"))
    addresses = list(entries(client))
    assert sum(shown.slug in address for address in addresses) == 2
    assert not [address for address in addresses if "piilossa" in address]
    of_section = [address for address in addresses if section.organisation.slug in address]
    assert SITE + section.url in of_section
    assert not [address for address in of_section if "/fi/organis" in address]
    assert len([address for address in addresses if shown.organisation.slug in address]) == 2


def test_every_address_answers(client):
    service = ServicePageFactory()
    with_twin(service)
    AdviserFactory()
    for address in entries(client):
        assert client.get(address.removeprefix(SITE)).status_code == 200, address


def test_the_sitemap_costs_few_queries(client, django_assert_max_num_queries):
    for _ in range(10):
        with_twin(ServicePageFactory())
        AdviserFactory()
    with django_assert_max_num_queries(20):
        client.get("/sitemap.xml")


def test_robots(client, settings):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert f"Sitemap: {SITE}/sitemap.xml" in text
    settings.DEMO_CONTENT = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
