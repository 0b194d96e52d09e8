"""The public JSON: its shape is a promise (docs/api.md)."""

import json
import uuid
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from search.documents.content import Places
from tests.directory.factories import MunicipalityFactory, OrganisationFactory, ServiceClassFactory
from tests.search.contents import Shelf, content
from tests.search.test_asked import BAD_INPUT

pytestmark = pytest.mark.django_db

ADDRESS = "/api/search/"


def answer(client: Client, **parameters: Any) -> dict[str, Any]:
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/json"
    body: dict[str, Any] = json.loads(response.content)
    return body


def refusal(client: Client, query: str) -> dict[str, str]:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 400, response.content
    error: dict[str, str] = json.loads(response.content)["error"]
    assert error["message"]
    return error


class TestAnswers:
    def test_the_shape(self, client: Client, shelf: Shelf):
        MunicipalityFactory(code="091", name_fi="Helsinki", name_sv="Helsingfors")
        ptv_id = uuid.uuid4()
        one = content(
            "Opintotuki",
            "Studiestöd",
            body_fi="Haethan opintotukea.",
            organisation={"fi": "Koelan opisto", "sv": "Provby institut"},
            places=Places(),
            facets=[("municipality", "091")],
            ptv_id=ptv_id,
        )
        shelf.put(one)
        assert answer(client, q="opintotuki") == {
            "query": "opintotuki",
            "lang": "fi",
            "total": 1,
            "page": 1,
            "pages": 1,
            "facets": {
                "type": [{"value": "service", "label": answer(client)["facets"]["type"][0]["label"], "count": 1}],
                "service_class": [],
                "municipality": [{"value": "091", "label": "Helsinki", "count": 1}],
                "organisation": [],
                "language_of_service": [],
                "way_to_meet": [],
            },
            "results": [
                {
                    "id": str(one.key),
                    "type": "service",
                    "title": "Opintotuki",
                    "url": f"{settings.SITE_URL}/fi/{one.key}/",
                    "language": "fi",
                    "organisation": "Koelan opisto",
                    "snippet": "Haethan <mark>opintotukea</mark>.",
                    "ptv_id": str(ptv_id),
                }
            ],
        }

    def test_what_a_result_does_not_have_is_null(self, client: Client, shelf: Shelf):
        shelf.put(content("Opintotuki"))
        (result,) = answer(client, q="opintotuki")["results"]
        assert (result["organisation"], result["ptv_id"]) == (None, None)

    def test_the_language_is_the_client_s_and_results_tell_their_own(self, client: Client, shelf: Shelf):
        shelf.put(content("Uimakoulu", labels_sv=["Simskola"]))
        body = answer(client, q="simskola", lang="sv")
        assert body["lang"] == "sv"
        (result,) = body["results"]
        assert (result["title"], result["language"]) == ("Uimakoulu", "fi")
        assert result["url"].startswith(f"{settings.SITE_URL}/sv/")

    def test_pages(self, client: Client, shelf: Shelf):
        shelf.put(*(content(f"Kurssi {number:02}") for number in range(60)))
        body = answer(client, q="kurssi")
        assert (body["total"], body["pages"], len(body["results"])) == (60, 6, 10)
        body = answer(client, q="kurssi", size=50, page=2)
        assert (body["page"], body["pages"], len(body["results"])) == (2, 2, 10)
        assert answer(client, q="kurssi", page=7)["results"] == []

    def test_facets_narrow(self, client: Client, shelf: Shelf):
        MunicipalityFactory(code="091")
        ServiceClassFactory(code="Z6.4")
        OrganisationFactory(slug="koela")
        shelf.put(
            content(
                "A",
                facets=[("municipality", "091"), ("service_class", "Z6.4"), ("organisation", "koela")],
            ),
            content("B", facets=[("municipality", "091")]),
            content("C"),
        )
        for parameters, titles in (
            ({"municipality": "091"}, ["A", "B"]),
            ({"municipality": "091", "service_class": "Z6.4"}, ["A"]),
            ({"organisation": "koela"}, ["A"]),
            ({"type": ["service", "guide"]}, ["A", "B", "C"]),
            ({"type": "guide"}, []),
        ):
            assert [result["title"] for result in answer(client, **parameters)["results"]] == titles

    def test_any_site_may_read_it(self, client: Client, shelf: Shelf):
        assert client.get(ADDRESS)["Access-Control-Allow-Origin"] == "*"
        assert client.get(f"{ADDRESS}?page=x")["Access-Control-Allow-Origin"] == "*"
        assert not client.get(ADDRESS).cookies

    def test_only_reading_is_allowed(self, client: Client, shelf: Shelf):
        assert client.head(ADDRESS).status_code == 200
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(ADDRESS).status_code == 405


class TestRefusals:
    @pytest.mark.parametrize(
        ("query", "parameter"),
        [
            ("nonsense=1", "nonsense"),
            ("Q=tuki", "Q"),
            ("%00=1", "\x00"),
            ("page=0", "page"),
            ("page=-1", "page"),
            ("page=x", "page"),
            ("page=", "page"),
            ("page=1.5", "page"),
            ("page=%D9%A3", "page"),
            ("page=99999999999999999999", "page"),
            ("page=1&page=2", "page"),
            ("page=201&size=50", "page"),
            ("size=0", "size"),
            ("size=51", "size"),
            ("size=ten", "size"),
            ("lang=en", "lang"),
            ("lang=", "lang"),
            ("lang=fi&lang=sv", "lang"),
            ("q=a&q=b", "q"),
            ("municipality=999", "municipality"),
            ("municipality=", "municipality"),
            ("municipality=%00", "municipality"),
            ("type=everything", "type"),
            ("type=service&type=x", "type"),
            ("way_to_meet=pigeon", "way_to_meet"),
            ("organisation=nobody", "organisation"),
            ("service_class=P999", "service_class"),
            ("language_of_service=zz", "language_of_service"),
        ],
    )
    def test_an_unknown_or_broken_parameter_is_named(self, client: Client, shelf: Shelf, query: str, parameter: str):
        assert refusal(client, query)["parameter"] == parameter

    @pytest.mark.parametrize("text", BAD_INPUT)
    def test_no_query_is_broken(self, client: Client, shelf: Shelf, text: str):
        shelf.put(content("Tuki"))
        text = text.encode("utf-8", "replace").decode()
        assert answer(client, q=text)["total"] in (0, 1)
        assert answer(client, q=text, lang="sv")["total"] in (0, 1)

    def test_bytes_that_are_no_text_are_no_fault(self, client: Client, shelf: Shelf):
        assert client.get(f"{ADDRESS}?q=%ff%fe").status_code == 200


def test_an_answer_takes_at_most_twelve_queries(client: Client, shelf: Shelf, django_assert_max_num_queries: Any):
    MunicipalityFactory(code="091")
    shelf.put(*(content(f"Kurssi {number}", facets=[("municipality", "091")]) for number in range(12)))
    with django_assert_max_num_queries(12):
        answer(client, q="kurssi", municipality="091", type="service", size=50)
