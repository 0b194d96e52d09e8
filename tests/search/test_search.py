"""Searches as clients make them, through whichever engine."""

from collections.abc import Iterable

import pytest

from search.documents.content import DocumentContent, Places
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.protocol import EngineUnavailable, SearchQuery
from search.facets import EVERYWHERE, MAINLAND, FacetTerms
from search.models import DocumentKind
from search.service import LAST_REACHABLE, SearchResults, run_search
from tests.directory.factories import MunicipalityFactory, RegionFactory, ServiceClassFactory
from tests.search.contents import Shelf, content
from tests.search.test_asked import BAD_INPUT

pytestmark = pytest.mark.django_db


def titles(results: SearchResults) -> list[str]:
    return [item.title for item in results.items]


def counts(results: SearchResults, facet: str) -> dict[str, int]:
    (group,) = [group for group in results.facets if group.name == facet]
    return {option.value: option.count for option in group.options}


class TestResults:
    def test_any_form_of_a_word_finds_and_is_marked(self, shelf: Shelf):
        shelf.put(content("Opintotuki", body_fi="Haethan opintotukea ennen kurssin alkua."))
        results = run_search("opintotuen", "fi")
        assert titles(results) == ["Opintotuki"]
        assert "<mark>opintotukea</mark>" in results.items[0].snippet

    def test_a_snippet_is_safe_html(self, shelf: Shelf):
        shelf.put(content("Tuki", body_fi="<script>alert('tuki')</script> & tuki"))
        (item,) = run_search("tuki", "fi").items
        assert "<script>" not in item.snippet
        assert "&lt;script&gt;" in item.snippet
        (item,) = run_search("", "fi").items
        assert "<script>" not in item.snippet

    def test_a_result_in_the_other_language_says_so(self, shelf: Shelf):
        shelf.put(content("Opinto-ohjaus", labels_sv=["Studiehandledning"]))
        (item,) = run_search("studiehandledning", "sv").items
        assert (item.title, item.language, item.url.startswith("/sv/")) == ("Opinto-ohjaus", "fi", True)
        assert item.language_note
        assert not run_search("opinto-ohjaus", "fi").items[0].language_note

    def test_curated_words_bring_a_finnish_service_to_a_swedish_search(self, shelf: Shelf):
        shelf.put(content("Ohjausta arkeen", body_fi="Tule juttelemaan."), content(sv="Simskola"))
        (item,) = run_search("vägledning", "sv").items
        assert item.title == "Ohjausta arkeen"
        assert item.language == "fi"

    def test_a_synonym_that_is_rare_does_not_come_before_the_word_itself(self, shelf: Shelf):
        shelf.put(*(content(sv=f"Vägledning {number}") for number in range(6)), content(sv="Rådgivning"))
        assert titles(run_search("vägledning", "sv"))[-1] == "Rådgivning"

    def test_places_are_named_up_to_three(self, shelf: Shelf):
        named = {"fi": tuple("ABCDE"), "sv": tuple("FGHIJ")}
        shelf.put(content("Kurssi", places=Places(False, named)))
        assert run_search("kurssi", "fi").items[0].municipalities[:3] == ["A", "B", "C"]
        assert len(run_search("kurssi", "fi").items[0].municipalities) == 4
        assert run_search("kurssi", "sv").items[0].municipalities[0] == "F"

    def test_when_nothing_has_all_words_what_has_some_is_given_and_marked_so(self, shelf: Shelf):
        shelf.put(content("Uraohjaus"), content("Lukitesti"))
        results = run_search("uraohjaus rovaniemellä", "fi")
        assert (titles(results), results.widened) == (["Uraohjaus"], True)
        assert run_search("uraohjaus lukitesti", "fi").widened
        assert not run_search("uraohjaus", "fi").widened

    def test_parts_of_a_compound_are_a_second_try(self, shelf: Shelf):
        shelf.put(content("Raha"))
        results = run_search("työttömyysraha", "fi")
        assert (titles(results), results.widened) == (["Raha"], True)

    def test_an_empty_text_gives_everything_and_marks_alone_give_nothing(self, shelf: Shelf):
        shelf.put(content("A"), content("B"))
        assert titles(run_search("  ", "fi")) == ["A", "B"]
        assert run_search("!?", "fi").total == 0

    def test_pages(self, shelf: Shelf):
        shelf.put(*(content(f"Kurssi {letter}") for letter in "ABCDE"))
        results = run_search("kurssi", "fi", page=2, size=2)
        assert (results.total, results.page, results.pages, len(results.items)) == (5, 2, 3, 2)
        assert run_search("kurssi", "fi", page=9, size=2).items == []
        assert run_search("kurssi", "fi", page=LAST_REACHABLE, size=50).items == []

    @pytest.mark.parametrize("text", BAD_INPUT)
    @pytest.mark.parametrize("language", ["fi", "sv"])
    def test_bad_input_finds_without_fault(self, shelf: Shelf, text: str, language: str):
        shelf.put(content("Tuki", "Stöd"))
        assert run_search(text, language).total in (0, 1)  # type: ignore[arg-type]


class TestFacets:
    @pytest.fixture
    def places(self) -> None:
        aland = RegionFactory(code="21")
        MunicipalityFactory(code="091", name_fi="Helsinki")
        MunicipalityFactory(code="297", name_fi="Kuopio")
        MunicipalityFactory(code="478", name_fi="Maarianhamina", region=aland)

    def in_places(self, *values: str) -> list[tuple[str, str]]:
        return [("municipality", value) for value in values]

    def test_what_holds_everywhere_holds_in_each_municipality(self, shelf: Shelf, places: None):
        shelf.put(
            content("A", facets=self.in_places("091")),
            content("B", facets=self.in_places("478")),
            content("C", facets=self.in_places(EVERYWHERE)),
            content("D", facets=self.in_places(MAINLAND)),
        )
        assert counts(run_search("", "fi"), "municipality") == {"091": 3, "478": 2}

        def narrowed(*values: str) -> list[str]:
            return titles(run_search("", "fi", chosen={"municipality": frozenset(values)}))

        assert narrowed("091") == ["A", "C", "D"]
        assert narrowed("478") == ["B", "C"]
        assert narrowed("297") == ["C", "D"]
        assert narrowed("091", "478") == ["A", "B", "C", "D"]

    def test_a_count_is_what_choosing_the_value_gives(self, shelf: Shelf, places: None):
        shelf.put(
            content("A", facets=self.in_places("091", "297")),
            content("B", facets=self.in_places("297")),
            content("C", facets=self.in_places(EVERYWHERE)),
            content("D", kind=DocumentKind.GUIDE, facets=self.in_places(MAINLAND)),
        )
        for facet, values in (("municipality", ("091", "297")), ("type", ("service", "guide"))):
            shown = counts(run_search("", "fi"), facet)
            for value in values:
                assert shown[value] == run_search("", "fi", chosen={facet: frozenset({value})}).total

    def test_a_chosen_value_that_nothing_has_is_still_shown(self, shelf: Shelf, places: None):
        shelf.put(content("A", facets=self.in_places("091")))
        results = run_search("", "fi", chosen={"municipality": frozenset({"478"})})
        (group,) = [group for group in results.facets if group.name == "municipality"]
        assert [(option.value, option.count, option.checked) for option in group.options] == [
            ("091", 1, False),
            ("478", 0, True),
        ]

    def test_labels_are_in_the_language_of_the_search_and_in_reading_order(self, shelf: Shelf):
        ServiceClassFactory(code="Z2", name_fi="Toinen", name_sv="Andra", order=1)
        ServiceClassFactory(code="Z1", name_fi="Ensimmäinen", name_sv="Första", order=2)
        shelf.put(content("A", facets=[("service_class", "Z1"), ("service_class", "Z2")]))
        for language, labels in (("fi", ["Toinen", "Ensimmäinen"]), ("sv", ["Andra", "Första"])):
            results = run_search("", language)  # type: ignore[arg-type]
            (group,) = [group for group in results.facets if group.name == "service_class"]
            assert [option.label for option in group.options] == labels

    def test_known_values_alone_are_known(self, places: None):
        assert FacetTerms().known("municipality", ["091", "nowhere", ""]) == {"091"}
        assert FacetTerms().known("type", ["service", "everything"]) == {"service"}


class _SilentEngine:
    name = "elasticsearch"

    def search(self, query: SearchQuery) -> None:
        raise EngineUnavailable("no answer")


class TestEngines:
    def test_the_database_answers_when_the_engine_does_not(self, shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
        shelf.put(content("Uraohjaus"))
        monkeypatch.setattr("search.service.serving_engine", _SilentEngine)
        assert titles(run_search("uraohjaus", "fi")) == ["Uraohjaus"]

    def test_hits_whose_document_is_gone_are_left_out(self, shelf: Shelf):
        kept, gone = content("Kurssi A"), content("Kurssi B")
        shelf.put(kept, gone)
        engine = EmbeddedEngine()
        shelf.remove(gone)
        engine.rebuild()
        assert titles(run_search("kurssi", "fi")) == ["Kurssi A"]


@pytest.mark.parametrize("text", ["", "kurssi", "kurssi kesällä työttömänä", "qwerty", "työttömyysraha maksu"])
def test_a_search_takes_at_most_twelve_queries_however_much_it_finds(
    shelf: Shelf, django_assert_max_num_queries: object, text: str
):
    shelf.put(*_courses(12))
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        run_search(text, "fi", chosen={"type": frozenset({"service"})})


def _courses(number: int) -> Iterable[DocumentContent]:
    return (content(f"Kurssi {one}", facets=[("municipality", f"Z{one}")]) for one in range(number))
