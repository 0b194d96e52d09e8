"""From what clients type to queries: alternatives of words, and input that must not break anything."""

import pytest

from search.analysis.chain import analyse_text
from search.analysis.folding import fold
from search.asked import MOST_CHARACTERS, MOST_WORDS, Asked, asked, cleaned
from search.equivalences import place_names, read_groups, vocabulary
from search.models import IndexedWord
from search.tokens import searchable
from site_core.languages import LanguageCode

pytestmark = pytest.mark.django_db

PLACES = place_names([("Turku", "Åbo"), ("Oulu", "Uleåborg"), ("Kuopio", "Kuopio"), ("Koski Tl", "Koskis")])

BAD_INPUT = [
    "",
    " ",
    "\t\n",
    "\x00",
    "tuki\x00haku",
    '"',
    "'",
    '"""',
    "''''",
    'tuki"; DROP TABLE search_index_fi; --',
    "title_words : tuki",
    "{title_words} : tuki",
    "tuki* OR NOT AND NEAR(",
    "tuki AND",
    "(((((",
    "-tuki",
    "^tuki",
    "\\",
    "%",
    "_",
    "?",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "\ud800",
    "\u202etuki",
    "🙂🙂",
    "日本語",
    "a" * 10_000,
    "ä " * 10_000,
    "opinto-" * 2_000,
    "'\"`´’",
    "1 OR 1=1",
    "\u0301\u0301",
    "ﬁnska",
]


def ask(text: str, language: LanguageCode = "fi") -> Asked:
    return asked(text, language, PLACES)


def know(language: LanguageCode, *words: str) -> None:
    IndexedWord.objects.bulk_create(IndexedWord(language=language, folded=fold(word), word=word) for word in words)


def tokens(understood: Asked, language: LanguageCode) -> set[str]:
    """Everything looked for in texts of the language."""
    return {
        token
        for word in understood.words
        for clause in word.clauses
        if clause.language == language
        for token in clause.tokens
    }


class TestWords:
    def test_the_word_itself_is_the_first_and_heaviest_clause(self):
        (word,) = ask("ohjausta").words
        assert "ohjaus" in word.clauses[0].tokens
        assert word.clauses[0].weight == max(clause.weight for clause in word.clauses)

    def test_words_that_only_put_the_question_are_left_out(self):
        assert [word.surface for word in ask("miten haen opintotukea").words] == ["haen", "opintotukea"]

    def test_a_word_typed_twice_counts_once(self):
        assert len(ask("tuki TUKI tuki").words) == 1

    def test_parts_of_a_compound_are_only_for_a_second_try(self):
        understood = ask("työttömyysraha")
        assert "raha" not in {
            token for word in understood.words for clause in word.clauses for token in clause.tokens
        }
        assert "raha" in {
            token for word in understood.wider_words for clause in word.clauses for token in clause.tokens
        }

    def test_a_long_query_is_cut_and_says_so(self):
        understood = ask("sana " * 100)
        assert understood.cut
        assert len(understood.text) <= MOST_CHARACTERS
        many = ask(" ".join(f"a{number}" for number in range(40)))
        assert many.cut
        assert len(many.words) == MOST_WORDS

    def test_an_ordinary_query_is_not_cut(self):
        assert not ask("opintotuki").cut


class TestOtherMeanings:
    def test_a_swedish_word_is_also_looked_for_in_finnish_texts(self):
        assert "ohjaus" in tokens(ask("handledning", "sv"), "fi")
        assert "opintoohjaus" in tokens(ask("studiehandledning", "sv"), "fi")
        assert {"handledning", "vägledning", "rådgivning"} <= tokens(ask("ohjaukseen"), "sv")

    def test_words_of_one_language_stand_in_for_each_other(self):
        assert "vägledning" in tokens(ask("handledning", "sv"), "sv")

    def test_the_word_itself_weighs_more_than_what_means_the_same(self):
        (word,) = ask("handledning", "sv").words
        (lighter,) = [clause for clause in word.clauses if clause.tokens == ("vägledning",)]
        assert lighter.weight < word.clauses[0].weight

    def test_places_are_found_by_either_name(self):
        assert "turku" in tokens(ask("Åbo", "sv"), "fi")
        assert "uleåborg" in tokens(ask("Oulussa"), "sv")

    def test_a_word_no_text_has_is_tried_in_the_other_language(self):
        know("fi", "työttömyysturva")
        assert "työttömyysturva" in tokens(ask("työttömyysturva", "sv"), "fi")

    def test_a_word_that_texts_have_is_left_alone(self):
        know("sv", "examen")
        assert tokens(ask("examen", "sv"), "fi") == {"tutkinto"}

    def test_umlauts_come_back_from_the_words_of_the_index(self):
        know("fi", "työtön", "palkkatyötä")
        assert "työtön" in tokens(ask("tyoton"), "fi")
        assert "palkkatyö" in tokens(ask("palkkatyota"), "fi")

    def test_a_word_that_texts_have_as_typed_gets_no_umlauts(self):
        know("fi", "sade", "säde")
        assert "säde" not in tokens(ask("sade"), "fi")


class TestEquivalences:
    def test_the_shipped_words_are_base_forms_as_texts_are_indexed(self):
        missing = [
            (language, token)
            for language, token in vocabulary()
            if token
            not in {searchable(lemma) for lemma in analyse_text(_with_hyphen(language, token), language).lemma}
        ]
        assert missing == []

    def test_the_line_format(self):
        groups = list(read_groups("# comment\n\nohjaus, opinto-ohjaus\thandledning\n"))
        assert groups == [[("fi", "ohjaus"), ("fi", "opintoohjaus"), ("sv", "handledning")]]

    @pytest.mark.parametrize("line", ["ohjaus", "a\tb\tc"])
    def test_a_broken_line_is_an_error(self, line: str):
        with pytest.raises(ValueError, match="unpack"):
            list(read_groups(line))

    def test_places_of_one_name_or_of_several_words_are_left_out(self):
        assert ("fi", "kuopio") not in PLACES
        assert not any("koski" in token for _language, token in PLACES)


def _with_hyphen(language: LanguageCode, token: str) -> str:
    """The word as people write it: the index closes hyphens up."""
    return {"opintoohjaus": "opinto-ohjaus", "opintoohjaaja": "opinto-ohjaaja"}.get(token, token)


class TestBadInput:
    @pytest.mark.parametrize("text", BAD_INPUT)
    @pytest.mark.parametrize("language", ["fi", "sv"])
    def test_nothing_breaks_and_every_token_is_letters_and_digits(self, text: str, language: LanguageCode):
        understood = ask(text, language)
        assert len(understood.text) <= MOST_CHARACTERS
        assert len(understood.words) <= MOST_WORDS
        for word in (*understood.words, *understood.wider_words):
            assert word.clauses
            for clause in word.clauses:
                assert all(token.isalnum() for token in clause.tokens)

    def test_control_characters_separate_words(self):
        assert cleaned(" tuki\x00haku\r\nnyt ") == ("tuki haku nyt", False)
