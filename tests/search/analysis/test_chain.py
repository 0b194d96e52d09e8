import subprocess
import sys
import threading

import pytest

from search.analysis import chain
from search.analysis.chain import analyse_query, analyse_text, analysis_version

HOSTILE = [
    "",
    " ",
    "\0\0\0",
    "a\0b",
    "\ud800",
    "\ud83d lone \udc00",
    "😀👩‍👩‍👧",
    "'\"%;--",
    "!?…",
    "a" * 10_000,
    "sana " * 2_000,
    "-".join("a" * 5_000),
    "'" * 10_000,
    "e\u0301" * 5_000,
    "a" + "\u0301" * 10_000,
    "\u202eabc\u202c",
    "İSTANBUL ẞ ŉ",
    "tasa" * 16,
    "[Ln][Xp]x[X]",
    "@P.A.ON@",
    "0" * 300,
]


def test_a_text_becomes_tokens_for_each_field(finnish_engine: str) -> None:
    tokens = analyse_text("Opinto-ohjaajat auttavat toimeentulotuen haussa.", "fi")
    assert {"opintoohjaaja", "opinto", "ohjaaja", "auttaa", "toimeentulotuki", "haku"} <= set(tokens.lemma)
    assert {"toimeentulo", "tuki"} <= set(tokens.parts)
    assert "tuki" not in tokens.lemma
    assert {"toimeentulotuen", "toimeentulotuki"} <= set(tokens.folded)


def test_a_hyphenated_word_is_one_word_of_a_query(finnish_engine: str) -> None:
    words = analyse_query("opinto-ohjaajan", "fi")
    assert [word.surface for word in words] == ["opinto-ohjaajan"]
    assert "opintoohjaaja" in words[0].strict
    assert {"opinto", "ohjaaja"} <= set(words[0].parts)


@pytest.mark.parametrize(
    ("query", "lang", "telling"),
    [
        ("Miten haen toimeentulotukea?", "fi", ["haen", "toimeentulotukea"]),
        ("Mistä voin saada apua", "fi", ["apua"]),
        ("Hur får jag studiestöd?", "sv", ["studiestöd"]),
        ("Vad är läroavtal", "sv", ["läroavtal"]),
        ("Mikä se on", "fi", ["mikä", "se", "on"]),
        ("vem", "sv", ["vem"]),
    ],
)
def test_the_words_of_a_question_fall_away_unless_there_are_no_others(
    query: str, lang: str, telling: list[str]
) -> None:
    assert [word.surface for word in analyse_query(query, lang)] == telling


@pytest.mark.parametrize("lang", chain.LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_the_analysis(text: str, lang: str) -> None:
    tokens = analyse_text(text, lang)
    words = analyse_query(text, lang)
    every = [*tokens.lemma, *tokens.parts, *tokens.stem, *tokens.folded, *(form for w in words for form in w.strict)]
    assert all(token and not token.isspace() for token in every)
    " ".join(every).encode()


@pytest.mark.parametrize("lang", chain.LANGUAGES)
@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()], ids=repr)
def test_what_is_asked_as_it_is_written_is_found(text: str, lang: str) -> None:
    tokens = analyse_text(text, lang)
    for word in analyse_query(text, lang):
        assert {*word.strict, *word.readings} & set(tokens.lemma)


def test_only_finnish_and_swedish_are_analysed() -> None:
    with pytest.raises(ValueError, match="en"):
        analyse_text("hello", "en")


def test_the_version_names_the_chain_and_its_dictionaries(finnish_engine: str) -> None:
    version = analysis_version()
    assert version.startswith(f"{chain.CHAIN_VERSION}/{finnish_engine}-")
    assert "simplemma-" in version
    assert "hunspell-" in version
    assert len(version) <= 100


def test_nothing_is_loaded_before_the_first_text() -> None:
    code = """
import sys
from search.analysis import chain
chain.analysis_version()
assert not chain._chains
assert "django" not in sys.modules and "pyvoikko" not in sys.modules
chain.analyse_text("sana", "fi")
assert list(chain._chains) == ["fi"]
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_language_is_loaded_once_for_all_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_chains", {})
    found = []
    threads = [threading.Thread(target=lambda: found.append(chain.chain("fi"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_threads_get_the_same_tokens(finnish_engine: str) -> None:
    text = "Hakemuksia käsitellään hyvinvointialueilla kuukausittain; zyxteknisiä termejä selitetään."
    expected = analyse_text(text, "fi")
    chain.use_finnish_engine(finnish_engine)
    results = []
    threads = [threading.Thread(target=lambda: results.append(analyse_text(text, "fi"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 8


def test_names_are_made_known_in_both_languages(finnish_engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_chains", {})
    chain.add_names(["Mäntyrinteen Qvantek"])
    assert analyse_query("Qvantekin", "fi")[0].strict == ("qvantek",)
    assert analyse_query("Qvanteks", "sv")[0].strict == ("qvantek",)
