"""What every engine does with the same documents and queries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from search.engines.embedded.engine import EmbeddedEngine
from search.engines.protocol import Clause, Engine, SearchQuery, SearchWord
from search.facets import FACET_NAMES
from search.models import SearchDocument
from search.ranking import Net
from site_core.languages import LanguageCode
from tests.search.contents import Shelf, content

TODAY = date(2026, 11, 23)

Ready = Callable[[], Engine]


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def ready(request: pytest.FixtureRequest) -> Ready:
    """Gives the engine of the test, filled with all rows written so far."""
    embedded = request.param == "embedded"
    engine: Engine = EmbeddedEngine() if embedded else request.getfixturevalue("elasticsearch_engine")

    def fill() -> Engine:
        engine.rebuild()
        return engine

    return fill


def word(
    *tokens: str,
    language: LanguageCode = "fi",
    net: Net = "words",
    weight: float = 1.0,
    or_else: tuple[Clause, ...] = (),
) -> SearchWord:
    return SearchWord(tokens[0], (Clause(language, tokens, net, weight), *or_else))


def asking(*words: SearchWord, language: LanguageCode = "fi", **values: object) -> SearchQuery:
    query = SearchQuery(language=language, day=TODAY, words=words, required=len(words))
    return replace(query, **values)  # type: ignore[arg-type]


def titles(engine: Engine, query: SearchQuery) -> list[str]:
    """The titles found, in order, in whichever language they have."""
    rows = {row.key: row for row in SearchDocument.objects.prefetch_related("texts")}
    return [next(text.title for text in rows[hit.key].texts.all() if text.title) for hit in engine.search(query).hits]


class TestWords:
    def test_a_title_comes_before_a_mention_and_a_mention_before_a_part(self, shelf: Shelf, ready: Ready):
        shelf.put(
            content("Toimeentulotuki"),
            content("Rahapula", body_fi="Voit hakea tukea."),
            content("Tuki"),
            content("Kesäloma"),
        )
        assert titles(ready(), asking(word("tuki"))) == ["Tuki", "Toimeentulotuki", "Rahapula"]

    def test_every_required_word_must_be_there(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Uraohjaus"), content("Uraohjaus verkossa"), content("Kurssi verkossa"))
        both = asking(word("uraohjaus"), word("verkko"))
        assert titles(ready(), both) == ["Uraohjaus verkossa"]
        assert len(titles(ready(), replace(both, required=1))) == 3

    def test_any_clause_of_a_word_will_do_and_a_lighter_one_comes_later(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Neuvonta"), content("Ohjaus"))
        lighter = Clause("fi", ("ohjaus",), "words", 0.4)
        assert titles(ready(), asking(word("neuvonta", or_else=(lighter,)))) == ["Neuvonta", "Ohjaus"]

    def test_the_rarer_word_tells_more(self, shelf: Shelf, ready: Ready):
        shelf.put(
            *(content(f"Palvelu {number}") for number in range(8)),
            content("Palvelu vieraalla kielellä"),
            content("Lukitesti vieraalla kielellä"),
        )
        found = titles(ready(), asking(word("palvelu"), word("lukitesti"), required=1))
        assert found[0] == "Lukitesti vieraalla kielellä"

    def test_a_word_of_every_document_still_puts_titles_first(self, shelf: Shelf, ready: Ready):
        shelf.put(*(content(f"Otsikko {number}", body_fi="ohjaus") for number in range(5)), content("Ohjaus"))
        assert titles(ready(), asking(word("ohjaus")))[0] == "Ohjaus"

    def test_words_of_the_other_language_are_found_in_texts_of_that_language(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Ohjaus"), content(sv="Handledning"))
        across = Clause("fi", ("ohjaus",), "words", 0.4)
        query = asking(word("handledning", language="sv", or_else=(across,)), language="sv")
        assert titles(ready(), query) == ["Handledning", "Ohjaus"]

    def test_a_clause_for_what_is_not_translated_leaves_the_rest_alone(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Ohjaus", "Simskola"), content("Ohjaus verkossa"), content(sv="Handledning"))
        across = Clause("fi", ("ohjaus",), "words", 0.4, untranslated_only=True)
        query = asking(word("handledning", language="sv", or_else=(across,)), language="sv")
        assert titles(ready(), query) == ["Handledning", "Ohjaus verkossa"]

    def test_labels_bring_a_document_to_readers_of_the_other_language(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Opinto-ohjaus", labels_sv=["Studiehandledning"]))
        assert titles(ready(), asking(word("studiehandledning", language="sv"), language="sv")) == ["Opinto-ohjaus"]

    def test_of_like_documents_those_in_the_client_s_language_come_first(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Apu", labels_sv=["Rådgivning"]), content(sv="Hjälp", labels_sv=["Rådgivning"]))
        assert titles(ready(), asking(word("rådgivning", language="sv"), language="sv")) == ["Hjälp", "Apu"]

    def test_the_folded_net_finds_words_without_their_dots(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Työ"), content("Loma"))
        assert titles(ready(), asking(word("tyo", net="folded", weight=0.1))) == ["Työ"]

    def test_an_unknown_word_finds_nothing(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Työ"))
        result = ready().search(asking(word("qwerty")))
        assert (result.total, result.hits) == (0, ())
        assert all(counts == () for counts in result.facets.values())

    @pytest.mark.parametrize("token", ["or", "and", "not", "near", "null", "title", "0", "ß", "日本語", "𝔘𝔫𝔦"])
    def test_no_token_means_anything_to_the_engine(self, shelf: Shelf, ready: Ready, token: str):
        shelf.put(content("Työ"))
        assert ready().search(asking(word(token))).total == 0

    def test_many_words_and_alternatives_are_no_trouble(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Työ"))
        others = tuple(Clause("sv", (f"ord{number}",), "words", 0.4) for number in range(8))
        words = [word(f"sana{number}", or_else=others) for number in range(15)]
        assert ready().search(asking(word("työ"), *words, required=1)).total == 1


class TestListing:
    def test_without_words_everything_is_listed_by_title_own_language_first(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Öljy"), content("Äiti"), content(sv="Aktivitet"), content("Åland"), content("Vauva"))
        assert titles(ready(), asking()) == ["Vauva", "Åland", "Äiti", "Öljy", "Aktivitet"]

    def test_pages_follow_each_other_without_gaps(self, shelf: Shelf, ready: Ready):
        shelf.put(*(content(f"Kurssi {letter}") for letter in "ABCDEFG"))
        engine = ready()
        for words in ((), (word("kurssi"),)):
            whole = titles(engine, asking(*words, limit=50))
            pages = [titles(engine, asking(*words, offset=offset, limit=3)) for offset in (0, 3, 6, 9)]
            assert len(whole) == 7
            assert [title for page in pages for title in page] == whole
            assert engine.search(asking(*words, offset=9, limit=3)).total == 7


class TestFacets:
    def documents(self, shelf: Shelf) -> None:
        shelf.put(
            content("Kurssi A", facets=[("municipality", "091"), ("way_to_meet", "phone")]),
            content("Kurssi B", facets=[("municipality", "091"), ("municipality", "297"), ("way_to_meet", "chat")]),
            content("Kurssi C", facets=[("municipality", "297"), ("way_to_meet", "chat"), ("way_to_meet", "phone")]),
            content("Loma", facets=[("municipality", "297")]),
        )

    def counts(self, engine: Engine, query: SearchQuery) -> dict[str, dict[str, int]]:
        facets = engine.search(query).facets
        return {name: {one.value: one.count for one in values} for name, values in facets.items()}

    def test_values_of_the_documents_found_are_counted(self, shelf: Shelf, ready: Ready):
        self.documents(shelf)
        counts = self.counts(ready(), asking(word("kurssi"), limit=1))
        assert counts == {
            "type": {"service": 3},
            "municipality": {"091": 2, "297": 2},
            "way_to_meet": {"chat": 2, "phone": 2},
            "service_class": {},
            "organisation": {},
            "language_of_service": {},
        }
        assert set(counts) == set(FACET_NAMES)

    def test_any_value_inside_a_facet_and_all_facets_together(self, shelf: Shelf, ready: Ready):
        self.documents(shelf)
        engine = ready()
        either = {"municipality": frozenset({"091", "297"})}
        assert engine.search(asking(word("kurssi"), filters=either)).total == 3
        both = {"municipality": frozenset({"091"}), "way_to_meet": frozenset({"chat"})}
        assert titles(engine, asking(word("kurssi"), filters=both)) == ["Kurssi B"]
        assert engine.search(asking(filters={"municipality": frozenset({"297"})})).total == 3

    def test_a_facet_is_counted_without_its_own_filter(self, shelf: Shelf, ready: Ready):
        self.documents(shelf)
        both = {"municipality": frozenset({"091"}), "way_to_meet": frozenset({"chat"})}
        counts = self.counts(ready(), asking(word("kurssi"), filters=both))
        assert counts["municipality"] == {"091": 1, "297": 2}
        assert counts["way_to_meet"] == {"phone": 1, "chat": 1}
        assert counts["type"] == {"service": 1}

    def test_a_value_nobody_has_finds_nothing_and_counts_the_others(self, shelf: Shelf, ready: Ready):
        self.documents(shelf)
        query = asking(word("kurssi"), filters={"municipality": frozenset({"999"})})
        assert ready().search(query).total == 0
        assert self.counts(ready(), query)["municipality"] == {"091": 2, "297": 2}


class TestTime:
    def test_documents_are_found_on_the_days_they_are_visible(self, shelf: Shelf, ready: Ready):
        day = timedelta(days=1)
        shelf.put(
            content("Uraohjaaja Aila", visible_from=TODAY, visible_until=TODAY),
            content("Uraohjaaja Bror", visible_from=TODAY + day),
            content("Uraohjaaja Cia", visible_until=TODAY - day),
        )
        engine = ready()
        for words in ((), (word("uraohjaaja"),)):
            assert titles(engine, asking(*words)) == ["Uraohjaaja Aila"]
            assert titles(engine, asking(*words, day=TODAY + day)) == ["Uraohjaaja Bror"]
            assert titles(engine, asking(*words, day=TODAY - day)) == ["Uraohjaaja Cia"]


class TestWriting:
    def test_a_new_version_replaces_the_old(self, shelf: Shelf, ready: Ready):
        first = content("Vanha nimi")
        shelf.put(first)
        engine = ready()
        engine.write(shelf.put(replace(content("Uusi nimi"), key=first.key)))
        assert titles(engine, asking(word("uusi"))) == ["Uusi nimi"]
        assert engine.search(asking(word("vanha"))).total == 0

    def test_a_tombstone_takes_the_document_out(self, shelf: Shelf, ready: Ready):
        gone, stays = content("Kurssi A"), content("Kurssi B")
        shelf.put(gone, stays)
        engine = ready()
        engine.write(shelf.remove(gone))
        assert titles(engine, asking(word("kurssi"))) == ["Kurssi B"]
        assert set(engine.versions()) == {stays.key}

    def test_a_document_that_comes_back_is_found_again(self, shelf: Shelf, ready: Ready):
        one = content("Kurssi")
        shelf.put(one)
        engine = ready()
        engine.write(shelf.remove(one))
        engine.write(shelf.put(one))
        assert titles(engine, asking(word("kurssi"))) == ["Kurssi"]

    def test_deleting_takes_out_whatever_the_version(self, shelf: Shelf, ready: Ready):
        gone, stays = content("Kurssi A"), content("Kurssi B")
        shelf.put(gone, stays)
        engine = ready()
        engine.delete([gone.key])
        assert set(engine.versions()) == {stays.key}

    def test_versions_are_those_of_the_rows(self, shelf: Shelf, ready: Ready):
        rows = shelf.put(content("Kurssi A"), content(sv="Kurs B"))
        assert dict(ready().versions()) == {row.key: row.version for row in rows}

    def test_a_rebuild_starts_from_the_rows_alone(self, shelf: Shelf, ready: Ready):
        rows = shelf.put(content("Kurssi A"), content("Kurssi B"))
        engine = ready()
        engine.delete([row.key for row in rows])
        done: list[int] = []
        assert engine.rebuild(done.append) == 2
        assert sum(done) == 2
        assert len(titles(engine, asking(word("kurssi")))) == 2

    def test_the_status_tells_how_many_documents_there_are(self, shelf: Shelf, ready: Ready):
        shelf.put(content("Kurssi A"), content("Kurssi B"))
        status = ready().status()
        assert (status.available, status.documents) == (True, 2)
