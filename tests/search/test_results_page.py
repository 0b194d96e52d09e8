"""The results page in both languages."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search.documents.content import Places
from search.models import DocumentKind
from site_core.languages import LANGUAGE_CODES, LanguageCode
from tests.directory.factories import MunicipalityFactory, ServiceClassFactory
from tests.search.contents import Shelf, content
from tests.search.test_asked import BAD_INPUT

pytestmark = pytest.mark.django_db


def address(language: LanguageCode) -> str:
    with override(language):
        return reverse("search:results")


def page(client: Client, language: LanguageCode = "fi", **parameters: Any) -> str:
    response = client.get(address(language), parameters)
    assert response.status_code == 200
    return response.content.decode()


def shown_titles(source: str) -> list[str]:
    return [unescape(title) for title in re.findall(r'hit__title"><a [^>]*>([^<]*)</a>', source)]


class TestHits:
    def test_a_hit_has_its_type_organisation_place_and_marked_snippet(self, client: Client, shelf: Shelf):
        shelf.put(
            content(
                "Opintotuki",
                body_fi="Haethan opintotukea ajoissa.",
                organisation={"fi": "Koelan opisto", "sv": "Provby institut"},
                places=Places(False, {"fi": ("Koela",), "sv": ("Provby",)}),
            )
        )
        source = page(client, q="opintotuki")
        for text in ("Opintotuki", "Koelan opisto", "Koela", "<mark>opintotukea</mark>"):
            assert text in source

    def test_a_hit_in_the_other_language_is_marked_with_it(self, client: Client, shelf: Shelf):
        shelf.put(content("Uimakoulu", labels_sv=["Simskola"]))
        source = page(client, "sv", q="simskola")
        assert re.search(r'<a [^>]*lang="fi"[^>]*>Uimakoulu</a>', source)
        assert shown_titles(source) == ["Uimakoulu"]

    def test_what_editors_wrote_is_text(self, client: Client, shelf: Shelf):
        shelf.put(content("<b>Tuki</b>", body_fi="<script>alert(1)</script> tuki"))
        source = page(client, q="tuki")
        assert "<script>alert" not in source
        assert "<b>Tuki" not in source

    def test_the_title_tells_the_query_and_the_page(self, client: Client, shelf: Shelf):
        shelf.put(*(content(f"Kurssi {number}") for number in range(12)))
        title = re.search(r"<title>(.*?)</title>", page(client, q="kurssi", page=2), re.DOTALL)
        assert title is not None
        assert title[1].startswith("kurssi – ")
        assert "2" in title[1]

    def test_search_engines_are_told_to_leave_it_out(self, client: Client, shelf: Shelf):
        assert '<meta name="robots" content="noindex">' in page(client)

    def test_everything_is_listed_without_a_query(self, client: Client, shelf: Shelf):
        shelf.put(content("Äiti"), content("Auto"))
        assert shown_titles(page(client)) == ["Auto", "Äiti"]

    def test_a_page_past_the_last_is_the_last(self, client: Client, shelf: Shelf):
        shelf.put(*(content(f"Kurssi {letter}") for letter in "ABCDEFGHIJKL"))
        assert shown_titles(page(client, q="kurssi", page=99)) == ["Kurssi K", "Kurssi L"]

    def test_a_query_that_was_cut_says_so(self, client: Client, shelf: Shelf):
        shelf.put(content("Kurssi"))
        assert "200" in page(client, q="kurssi " * 100)


class TestFilters:
    @pytest.fixture(autouse=True)
    def documents(self, shelf: Shelf) -> None:
        MunicipalityFactory(code="091", name_fi="Helsinki", name_sv="Helsingfors")
        MunicipalityFactory(code="297", name_fi="Kuopio", name_sv="Kuopio")
        ServiceClassFactory(code="Z6.4", name_fi="Ohjaus", name_sv="Handledning")
        shelf.put(
            content("Kurssi A", "Kurs A", facets=[("municipality", "091"), ("service_class", "Z6.4")]),
            content("Kurssi B", "Kurs B", facets=[("municipality", "297")]),
            content("Opas", "Guide", kind=DocumentKind.GUIDE, facets=[("municipality", "everywhere")]),
        )

    def test_filters_are_a_form_of_checkboxes_with_counts(self, client: Client):
        source = page(client, q="kurssi")
        assert re.search(r'<input type="checkbox" name="municipality" value="091"[^>]*><span>Helsinki</span>', source)
        assert 'name="q" value="kurssi"' in source

    def test_filters_narrow_and_stay_checked(self, client: Client):
        source = page(client, municipality="091")
        assert shown_titles(source) == ["Kurssi A", "Opas"]
        assert re.search(r'value="091" checked', source)
        assert shown_titles(page(client, municipality=["091", "297"], type="service")) == ["Kurssi A", "Kurssi B"]

    def test_a_filter_can_be_taken_away(self, client: Client):
        source = unescape(page(client, q="kurssi", municipality="091", type="service"))
        assert re.search(r'class="chip" href="\?q=kurssi&type=service"', source)
        assert re.search(r'class="chip" href="\?q=kurssi&municipality=091"', source)

    def test_the_language_switch_keeps_query_and_filters(self, client: Client):
        source = unescape(page(client, q="kurssi", municipality="091"))
        assert f'href="{address("sv")}?q=kurssi&municipality=091"' in source
        assert shown_titles(page(client, "sv", q="kurser", municipality="091")) == ["Kurs A"]

    @pytest.mark.parametrize(
        "parameters",
        [
            {"municipality": "999"},
            {"municipality": ""},
            {"municipality": "\x00"},
            {"type": "everything"},
            {"nonsense": "1"},
            {"page": "x"},
            {"page": "-1"},
            {"page": "9" * 100},
            {"page": "٣"},
            {"size": "100000"},
        ],
    )
    def test_what_cannot_be_understood_is_left_aside(self, client: Client, parameters: dict[str, str]):
        assert len(shown_titles(page(client, **parameters))) == 3


class TestNothingFound:
    def test_there_are_ways_on(self, client: Client, shelf: Shelf):
        MunicipalityFactory(code="091")
        shelf.put(content("Kun jäät työttömäksi", "När du blir arbetslös", kind=DocumentKind.TOPIC))
        for language in LANGUAGE_CODES:
            source = unescape(page(client, language, q="qwertyuiop", municipality="091"))
            assert 'href="?q=qwertyuiop"' in source, "the same words without the filters"
            other = "sv" if language == "fi" else "fi"
            assert f'href="{address(other)}?q=qwertyuiop&municipality=091"' in source
            with override(language):
                assert f'href="{reverse("directory:adviser_list")}"' in source
            assert {"fi": "Kun jäät työttömäksi", "sv": "När du blir arbetslös"}[language] in source

    def test_some_of_the_words_are_better_than_none_and_marked_so(self, client: Client, shelf: Shelf):
        shelf.put(content("Uraohjaus"))
        assert shown_titles(page(client, q="uraohjaus qwertyuiop")) == ["Uraohjaus"]


@pytest.mark.parametrize("text", BAD_INPUT)
def test_bad_input_is_answered(client: Client, shelf: Shelf, text: str):
    shelf.put(content("Tuki"))
    text = text.encode("utf-8", "replace").decode()
    for language in LANGUAGE_CODES:
        source = page(client, language, q=text)
        assert "<script>alert" not in source


def test_only_reading_is_allowed(client: Client, shelf: Shelf):
    assert client.post(address("fi")).status_code == 405
    assert client.head(address("fi")).status_code == 200


@pytest.mark.parametrize("text", ["", "kurssi", "qwerty", "kurssi qwerty työttömyysraha"])
def test_the_page_takes_at_most_twelve_queries(
    client: Client, shelf: Shelf, django_assert_max_num_queries: Any, text: str
):
    MunicipalityFactory(code="091")
    shelf.put(*(content(f"Kurssi {number}", facets=[("municipality", "091")]) for number in range(12)))
    with django_assert_max_num_queries(12):
        page(client, q=text, municipality="091", type="service")
