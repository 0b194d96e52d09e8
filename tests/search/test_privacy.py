"""Network-only details and advisers who are not public never reach a document, an index, a result or the API."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import serializers
from django.db import connection
from django.test import Client
from django.utils import timezone

from directory.models import Adviser
from search.models import IndexedWord, SearchDocument, SearchText
from site_core.languages import LANGUAGE_CODES
from tests.directory.factories import AdviserFactory
from tests.pages.factories import ServiceAdviserFactory, ServicePageFactory
from tests.search.test_results_page import address

pytestmark = pytest.mark.django_db

SECRETS = ("123 499", "123499", "salainen")


@pytest.fixture
def adviser() -> Adviser:
    adviser: Adviser = AdviserFactory(name="Varpu Varovainen", network_only=True)
    service = ServicePageFactory(title="Uraohjaus")
    ServiceAdviserFactory(page=service, adviser=adviser)
    service.save_revision().publish()
    return adviser


def assert_without_secrets(text: str) -> None:
    for secret in SECRETS:
        assert secret not in text


class TestNetworkOnlyDetails:
    def test_not_in_the_documents(self, adviser: Adviser):
        rows = [*SearchDocument.objects.all(), *SearchText.objects.all(), *IndexedWord.objects.all()]
        written = serializers.serialize("json", rows)
        assert "Varpu" in written
        assert_without_secrets(written)

    def test_not_in_the_index(self, adviser: Adviser):
        tables = ["search_posting"] if connection.vendor == "postgresql" else ["search_index_fi", "search_index_sv"]
        with connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"SELECT * FROM {table}")
                written = str(cursor.fetchall())
                assert "varpu" in written
                assert_without_secrets(written)

    @pytest.mark.parametrize("language", LANGUAGE_CODES)
    def test_not_on_the_results_page_nor_in_the_api(self, client: Client, adviser: Adviser, language: Any):
        for source in (
            client.get(address(language), {"q": "varovainen"}).content.decode(),
            client.get("/api/search/", {"q": "varovainen", "lang": language}).content.decode(),
        ):
            assert "Varpu Varovainen" in source
            assert_without_secrets(source)

    @pytest.mark.parametrize("detail", ["0000123499", "+358 0000 123 499", "salainen.osoite"])
    def test_they_find_nobody(self, client: Client, adviser: Adviser, detail: str):
        results = client.get("/api/search/", {"q": detail}).json()["results"]
        assert adviser.name not in [result["title"] for result in results]


class TestAdvisersWhoAreNotPublic:
    @pytest.mark.parametrize(
        "values",
        [
            {"consent_date": None},
            {"consent_date": timezone.localdate() + timedelta(days=1)},
            {"active_until": timezone.localdate() - timedelta(days=1)},
        ],
    )
    def test_are_not_found(self, client: Client, values: dict[str, Any]):
        AdviserFactory(name="Varpu Varovainen", **values)
        for parameters in ({"q": "varpu"}, {"q": "", "type": "adviser"}):
            assert client.get("/api/search/", parameters).json()["total"] == 0
            assert "Varpu" not in client.get(address("fi"), parameters).content.decode()

    def test_withdrawn_consent_erases_what_was_written(self):
        adviser = AdviserFactory(name="Varpu Varovainen")
        adviser.consent_date = None
        adviser.save()
        rows = [*SearchDocument.objects.all(), *SearchText.objects.all()]
        assert "Varpu" not in serializers.serialize("json", rows)
