import re

import pytest

from search.analysis.chain import LANGUAGES, analyse_query
from search.analysis.highlight import snippet, spans
from tests.search.analysis.test_chain import HOSTILE


def marked(text: str, query: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, analyse_query(query, lang), lang)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("tuki", "Hae toimeentulotuella, tuet ja tukien tukka", ["toimeentulotuella", "tuet", "tukien"]),
        ("lapsi", "Lasten ja lastensuojelun asiat", ["Lasten", "lastensuojelun"]),
        ("hakea", "Haen, hakisin ja hakemus", ["Haen", "hakisin"]),
        ("oikeus", "ihmisoikeuksista", ["ihmisoikeuksista"]),
        ("työ", "asiakastöitä", ["asiakastöitä"]),
        ("opinto-ohjaaja", "opinto-ohjaajilla", ["opinto-ohjaajilla"]),
        ("ohjaaja", "opinto-ohjaajilla", ["opinto-ohjaajilla"]),
        ("eu", "EU:n ja EU:ssa", ["EU:n", "EU:ssa"]),
        ("crista", "Cristan luona", ["Cristan"]),
        ("yö", "Yöllä", ["Yöllä"]),
        ("kuntosali", "Sauna", []),
    ],
)
def test_words_are_marked_in_every_form_and_as_parts(
    finnish_engine: str, query: str, text: str, expected: list[str]
) -> None:
    assert marked(text, query, "fi") == expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("bok", "Böckerna på bokhyllan", ["Böckerna", "bokhyllan"]),
        ("hand", "i händerna", ["händerna"]),
        ("bidrag", "bostadsbidragets belopp", ["bostadsbidragets"]),
        ("bostad", "bostadsbidragets belopp", ["bostadsbidragets"]),
        ("gå", "hon gick", ["gick"]),
    ],
)
def test_swedish_words_are_marked(query: str, text: str, expected: list[str]) -> None:
    assert marked(text, query, "sv") == expected


def test_the_text_is_escaped_and_only_the_marks_are_markup() -> None:
    query = analyse_query("tuki", "fi")
    found = snippet("<script>alert('tuki')</script> & tuen \"raja\"", query, "fi")
    assert found == (
        "&lt;script&gt;alert(&#x27;<mark>tuki</mark>&#x27;)&lt;/script&gt; &amp; <mark>tuen</mark> &quot;raja&quot;"
    )


def test_a_long_text_is_cut_around_the_match() -> None:
    text = "alku " * 200 + "toimeentulotuen hakeminen " + "loppu " * 200
    found = snippet(text, analyse_query("toimeentulotuki", "fi"), "fi", length=120)
    assert "<mark>toimeentulotuen</mark>" in found
    assert found.startswith("… alku")
    assert found.endswith(" …")
    assert len(re.sub("<.*?>", "", found)) <= 130


def test_the_piece_with_most_of_the_query_is_shown() -> None:
    text = "tuki " + "täyte " * 100 + "asuminen ja tuki"
    assert "<mark>asuminen</mark> ja <mark>tuki</mark>" in snippet(
        text, analyse_query("asumisen tuki", "fi"), "fi", 60
    )


def test_without_a_match_the_beginning_is_shown() -> None:
    found = snippet("ensimmäinen " + "sana " * 100, analyse_query("zyxq", "fi"), "fi", length=50)
    assert found.startswith("ensimmäinen sana")
    assert "<mark>" not in found


def test_words_are_not_cut_at_the_ends() -> None:
    text = "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän " * 10
    found = snippet(text, analyse_query("kuusi", "fi"), "fi", length=80)
    assert set(re.sub("<.*?>|…", "", found).split()) <= set(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_a_snippet(text: str, lang: str) -> None:
    query = analyse_query(text, lang)
    found = snippet(text + " apu " + text, [*query, *analyse_query("apu", lang)], lang)
    found.encode()
    assert "\0" not in found
    assert found.count("<mark>") == found.count("</mark>")


@pytest.mark.parametrize("length", [0, 1, 5, 10_000])
def test_any_length_will_do(length: int) -> None:
    found = snippet("a " * 300, analyse_query("a", "fi"), "fi", length)
    assert set(re.sub("<.*?>", "", found)) <= {"a", " ", "…"}
