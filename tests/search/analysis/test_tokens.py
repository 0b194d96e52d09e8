import pytest

from search.analysis.folding import fold
from search.analysis.tokens import LONGEST_WORD, Token, tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Työ ja opinnot!", ["työ", "ja", "opinnot"]),
        ("TYÖTTÖMYYS", ["työttömyys"]),
        ("EU:n ja EU:ssa, 5:nnellä", ["eu", "ja", "eu", "5"]),
        ("Puhelin:09", ["puhelin", "09"]),
        ("klo 12:30", ["klo", "12", "30"]),
        ("https://example.org/haku", ["https", "example", "org", "haku"]),
        ("työttömyys\u00adkorvaus", ["työttömyyskorvaus"]),
        ("tyo\u0308", ["työ"]),
        ("vaa’an rei'itys", ["vaa'an", "rei'itys"]),
        ("'lainaus'", ["lainaus"]),
        ("opinto-ohjaaja TE\u2011toimisto", ["opinto-ohjaaja", "te-toimisto"]),
        ("työ- ja elinkeinopalvelut", ["työ", "ja", "elinkeinopalvelut"]),
        ("-- - –", []),
        ("!?…«»", []),
        ("", []),
        ("a\0b\x07c", ["a", "b", "c"]),
        ("\ud800yksi\udfff", ["yksi"]),
        ("😀hei👩‍👧", ["hei"]),
        ("snake_case", ["snake", "case"]),
        ("русский 中文", ["русский", "中文"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_word_keeps_its_place_in_the_original_text() -> None:
    text = "Siis: opin\u00adto-ohjaajalla EU:n tyo\u0308."
    places = {token.text: text[token.start : token.end] for token in tokenize(text)}
    assert places == {
        "siis": "Siis",
        "opinto-ohjaajalla": "opin\u00adto-ohjaajalla",
        "eu": "EU:n",
        "työ": "tyo\u0308",
    }


def test_pieces_are_the_words_between_hyphens() -> None:
    assert Token("opinto-ohjaaja", 0, 14).pieces == ("opinto", "ohjaaja")
    assert Token("ohjaaja", 0, 7).pieces == ()


def test_an_endless_word_is_cut() -> None:
    assert words("a" * 10_000) == ["a" * LONGEST_WORD]


def test_an_endless_chain_of_words_falls_into_its_words() -> None:
    text = "-".join(["sana"] * 2_000)
    tokens = list(tokenize(text))
    assert len(tokens) == 2_000
    assert {text[token.start : token.end] for token in tokens} == {"sana"}


@pytest.mark.parametrize(
    ("word", "folded"),
    [("työttömyys", "tyottomyys"), ("åbo", "abo"), ("café", "cafe"), ("øre", "ore"), ("straße", "strasse"), ("", "")],
)
def test_folding_takes_the_marks_off(word: str, folded: str) -> None:
    assert fold(word) == folded
