import pytest

from search.analysis import morphology
from search.analysis.finnish import Finnish
from search.analysis.morphology import MorphologyError, PyVoikko
from tests.search.analysis.conftest import finnish_with


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("lasten", "lapsi"),
        ("haen", "hakea"),
        ("hakemuksesta", "hakemus"),
        ("kuopiossa", "kuopio"),
        ("työttömien", "työtön"),
        ("parempaa", "hyvä"),
        ("eu", "eu"),
        ("vaa'an", "vaaka"),
        ("opinto-ohjaajille", "opintoohjaaja"),
        ("te-toimistoista", "tetoimisto"),
    ],
)
def test_a_form_is_indexed_by_its_base_form(finnish: Finnish, form: str, lemma: str) -> None:
    assert lemma in finnish.index(form).lemmas


@pytest.mark.parametrize(
    ("form", "lemma", "verb"),
    [
        ("tehtyjen", "tehty", "tehdä"),
        ("tekemisen", "tekeminen", "tehdä"),
        ("edellyttämät", "edellyttämä", "edellyttää"),
        ("jäävänsä", "jäävä", "jäädä"),
        ("epäonnistuneen", "epäonnistunut", "epäonnistua"),
        ("kouluttautuminen", "kouluttautuminen", "kouluttautua"),
    ],
)
def test_participles_and_verbal_nouns_are_indexed_by_their_verb_too(
    finnish: Finnish, form: str, lemma: str, verb: str
) -> None:
    assert {lemma, verb} <= set(finnish.index(form).lemmas)


def test_a_word_made_from_a_participle_is_not_the_verb(finnish: Finnish) -> None:
    assert "kokea" not in finnish.index("kokemattomuus").lemmas


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("toimeentulotuella", {"toimeentulo", "tuki", "toimi", "tulo"}),
        ("lastensuojeluilmoituksen", {"lapsi", "suojelu", "ilmoitus", "lastensuojelu", "suojeluilmoitus"}),
        ("yhteiskunnassa", {"yhteinen", "kunta"}),
        ("erityisopetusta", {"erityinen", "opetus"}),
        ("opinto-ohjaajalta", {"opinto", "ohjaaja"}),
        ("te-toimistossa", {"te", "toimisto"}),
        ("työpaikkakin", {"työ", "paikka"}),
    ],
)
def test_a_compound_is_indexed_by_its_parts(finnish: Finnish, form: str, parts: set[str]) -> None:
    assert parts <= set(finnish.index(form).parts)


def test_a_simple_word_has_no_parts(finnish: Finnish) -> None:
    assert finnish.index("ohjaajalla").parts == ()


def test_equal_vowels_do_not_meet_in_a_compound(finnish: Finnish) -> None:
    assert finnish.index("ohjaajalla").lemmas == ("ohjaaja",)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("kalymnoksella", "kalymnos"),
        ("crista", "crista"),
        ("cristan", "crista"),
        ("simonideen", "simonides"),
        ("ulvisen", "ulvinen"),
        ("romantschukin", "romantschuk"),
        ("zyxtaniaan", "zyxtania"),
    ],
)
def test_the_base_form_of_an_unknown_name_is_guessed(finnish: Finnish, form: str, base: str) -> None:
    assert set(finnish.query(base).strict) & set(finnish.index(form).lemmas)


def test_an_unknown_compound_is_read_by_its_last_part(finnish: Finnish) -> None:
    analysis = finnish.index("klaffituolilla")
    assert "klaffituoli" in analysis.lemmas
    assert "tuoli" in analysis.parts


def test_a_base_form_in_a_query_means_itself(finnish: Finnish) -> None:
    word = finnish.query("kuusi")
    assert word.strict == ("kuusi",)
    assert "kuu" in word.readings


def test_an_inflected_form_in_a_query_means_all_its_base_forms(finnish: Finnish) -> None:
    assert {"tukea", "tuki"} <= set(finnish.query("tuet").strict)


def test_a_participle_in_a_query_finds_its_verb_weakly(finnish: Finnish) -> None:
    word = finnish.query("järjestetty")
    assert word.strict == ("järjestetty",)
    assert "järjestää" in word.readings


@pytest.mark.parametrize(("noun", "verb"), [("opiskeleminen", "opiskella"), ("sopimaton", "sopia")])
def test_a_base_form_of_another_meaning_finds_its_verb_only_when_nothing_else_is_found(
    finnish: Finnish, noun: str, verb: str
) -> None:
    word = finnish.query(noun)
    assert verb not in (*word.strict, *word.readings)
    assert verb in word.parts


def test_only_a_word_that_no_dictionary_has_is_searched_by_stem_and_without_marks(finnish: Finnish) -> None:
    known, unknown = finnish.query("palkkatyö"), finnish.query("palkkatyo")
    assert (known.stem, known.folded) == ("", "")
    assert unknown.stem
    assert unknown.folded == "palkkatyo"


def test_a_bound_word_is_found_as_it_stands(finnish: Finnish) -> None:
    assert set(finnish.query("kielinen").strict) & set(finnish.index("englanninkieliset").parts)


def test_names_are_base_forms_of_their_inflected_forms() -> None:
    finnish = finnish_with("pyvoikko")
    assert "tukena" not in finnish.index("tukena").lemmas
    finnish.add_names(["tukena", "zyxtek"])
    assert "tukena" in finnish.index("tukena").lemmas
    assert finnish.query("zyxtekin").strict == ("zyxtek",)
    assert finnish.index("zyxtekissä").lemmas[0] == "zyxtek"


def test_both_engines_give_the_same_tokens() -> None:
    one, other = finnish_with("pyvoikko"), finnish_with("libvoikko")
    text = """Hakemuksen käsittelyaika on enintään seitsemän arkipäivää siitä, kun kaikki tarvittavat liitteet on
    toimitettu hyvinvointialueelle. Aikuissosiaalityön ohjaajat auttavat asumisessa, raha-asioissa ja
    työllistymisessä; toimeentulotukea haetaan Kelasta."""
    for word in text.lower().replace(".", "").replace(",", "").replace(";", "").split():
        assert one.index(word) == other.index(word)


@pytest.mark.parametrize("word", ["tasa" * 9, "tasa" * 16, "kun" * 20, "a" * 64])
def test_a_word_with_too_many_readings_does_no_harm_to_the_next(finnish: Finnish, word: str) -> None:
    finnish.index(word)
    assert finnish.index("hyvinvointialueella").lemmas == ("hyvinvointialue",)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(MorphologyError, match="pyvoikko"):
        Finnish("nosuchengine")


def test_the_native_engine_is_used_when_it_is_there_and_otherwise_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def __init__(self) -> None:
            raise MorphologyError("the native library is missing")

    monkeypatch.setattr(morphology, "LibVoikko", Missing)
    assert isinstance(morphology.morphology.__wrapped__(), PyVoikko)
    with pytest.raises(MorphologyError):
        morphology.morphology.__wrapped__("libvoikko")
