from pathlib import Path

import pytest

from search.analysis.compounds import Splitter
from search.analysis.hunspell import DictionaryError, Hunspell
from search.analysis.swedish import Swedish
from search.analysis.swedish_lexicon import SwedishLexicon


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("utbildningarna", "utbildning"),
        ("barnens", "barn"),
        ("böckerna", "bok"),
        ("händer", "hand"),
        ("äldre", "gammal"),
        ("längre", "lång"),
        ("gick", "gå"),
        ("låg", "ligga"),
        ("sålt", "sälja"),
        ("ansökningarna", "ansökan"),
        ("mödrarnas", "mor"),
        ("hjälpte", "hjälpa"),
        ("arbetslösa", "arbetslös"),
        ("knivar", "kniv"),
    ],
)
def test_a_form_is_indexed_by_its_base_form(swedish: Swedish, form: str, lemma: str) -> None:
    assert lemma in swedish.index(form).lemmas


def test_the_past_tense_is_indexed_by_its_verb_though_it_is_a_participle_too(swedish: Swedish) -> None:
    assert {"utveckla", "utvecklad"} <= set(swedish.index("utvecklade").lemmas)


def test_a_doer_is_not_the_verb(swedish: Swedish) -> None:
    assert swedish.index("invandrare").lemmas == ("invandrare",)


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("arbetsförmedlingen", {"arbete", "förmedling"}),
        ("bostadsbidrag", {"bostad", "bidrag"}),
        ("veckoslut", {"vecka", "slut"}),
        ("flicknamnen", {"flicka", "namn"}),
        ("rättshjälp", {"rätt", "hjälp"}),
        ("studievägledare", {"studie", "vägledare"}),
        ("hälsovårdscentralen", {"hälsovård", "central", "vård"}),
        ("läroavtalsutbildning", {"läroavtal", "utbildning"}),
        ("ansökningsblanketter", {"ansökan", "blankett"}),
        ("skattesedel", {"skatt", "sedel"}),
        ("riksdagsman", {"riksdag", "man"}),
        ("tillägg", set()),
    ],
)
def test_a_compound_is_indexed_by_its_parts(swedish: Swedish, form: str, parts: set[str]) -> None:
    assert parts <= set(swedish.index(form).parts)


@pytest.mark.parametrize(
    "word",
    ["kommun", "utbildning", "undersökning", "ansvar", "industri", "avtal", "förslag", "rehabilitering", "personal"],
)
def test_a_word_that_only_looks_like_a_compound_is_left_whole(splitter: Splitter, word: str) -> None:
    assert splitter.parts(word) == ()


@pytest.mark.parametrize("word", ["", "a", "öö", "s" * 64, "bil" * 21, "123", "e-tjänst"])
def test_no_word_breaks_the_splitter(splitter: Splitter, word: str) -> None:
    assert splitter.parts(word) == ()


def test_of_three_equal_consonants_one_is_not_written(splitter: Splitter) -> None:
    assert set(splitter.parts("busstation")) == {"buss", "station"}


def test_an_unknown_compound_is_read_by_its_last_part(swedish: Swedish) -> None:
    assert "kibbutzideologi" in swedish.index("kibbutzideologierna").lemmas


def test_the_base_form_of_an_unknown_name_is_guessed(swedish: Swedish) -> None:
    assert set(swedish.query("zyxtek").strict) & set(swedish.index("zyxteks").lemmas)
    assert set(swedish.query("zyxtek").strict) & set(swedish.index("zyxteken").lemmas)


def test_a_base_form_in_a_query_means_itself(swedish: Swedish) -> None:
    assert swedish.query("plan").strict == ("plan",)


def test_an_inflected_form_in_a_query_means_all_its_base_forms(swedish: Swedish) -> None:
    assert {"binda", "band"} <= {*swedish.query("band").readings, *swedish.query("bandet").strict}
    assert "bok" in swedish.query("böckerna").strict


def test_only_a_word_that_no_dictionary_has_is_searched_by_stem_and_without_marks(swedish: Swedish) -> None:
    known, unknown = swedish.query("rådgivning"), swedish.query("zyradgivnang")
    assert (known.stem, known.folded) == ("", "")
    assert unknown.folded == "zyradgivnang"


def test_names_are_base_forms_of_their_inflected_forms() -> None:
    swedish = Swedish()
    swedish.add_names(["Zyxtek".lower()])
    assert swedish.query("zyxteks").strict == ("zyxtek",)
    assert swedish.index("zyxteken").lemmas[0] == "zyxtek"


def test_an_abbreviation_is_itself(swedish: Swedish) -> None:
    assert "it" in swedish.index("it").lemmas


def test_the_lexicon_knows_bases_from_forms(lexicon: SwedishLexicon) -> None:
    assert lexicon.is_base("skola")
    assert not lexicon.is_base("skolornas")
    assert lexicon.lemmas("xyzzyq") == ()


AFFIXES = """SET UTF-8
COMPOUNDBEGIN X
COMPOUNDEND Y
ONLYINCOMPOUND Z
SFX  G  Y  3
SFX  G  0  ar  [^ae]
SFX  G  e  ar  e
SFX  G  a  or  a
SFX  v  N  1
SFX  v  0  s/WXZ  .
"""


def dictionary(folder: Path, words: str) -> Hunspell:
    (folder / "words.dic").write_text(words, encoding="utf-8")
    (folder / "words.aff").write_text(AFFIXES, encoding="utf-8")
    return Hunspell(folder / "words.dic", folder / "words.aff")


def test_a_dictionary_says_how_words_are_inflected_and_joined(tmp_path: Path) -> None:
    words = dictionary(tmp_path, "5\nbil/GY\ntimme/G\nflicka/G\nbostad/v\nflick/XZ\n")
    assert [words.bases(form) for form in ("bilar", "timmar", "flickor", "bilor")] == [
        ["bil"],
        ["timme"],
        ["flicka"],
        [],
    ]
    assert words.openers("bostads") == ["bostad"]
    assert words.begins_compounds("flick")
    assert not words.is_word("flick")
    assert words.ends_compounds("bil")
    assert words.flags("cykel") is None
    assert len(words) == 5


def test_homonyms_share_their_flags(tmp_path: Path) -> None:
    words = dictionary(tmp_path, "2\nvår/G\nVår/Y\n")
    assert words.flags("vår") == "GY"


@pytest.mark.parametrize("content", ["", "0\n"])
def test_an_empty_dictionary_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(DictionaryError):
        dictionary(tmp_path, content)


def test_a_missing_dictionary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError):
        Hunspell(tmp_path / "none.dic", tmp_path / "none.aff")
