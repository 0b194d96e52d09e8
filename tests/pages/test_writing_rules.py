"""The writing rules, in both directions: what must be stopped and what must not."""

import pytest

from pages import writing_rules as rules
from pages.writing_rules import Area


def problems(found) -> list[str]:
    return [problem.message for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "Soita numeroon 040 123 4567.",
        "Soita (09) 310 1234 tai tule käymään.",
        "Ring +358 40 123 4567",
        "Ring tfn 018-12 345 för att boka.",
        "Neuvonta 0295020713 auttaa.",
        "Kysy: ohjaus@koela.example.org.",
        "Lue lisää https://koela.example.org/ohjaus",
        "Lue lisää www.example.org",
        "Katso koela.fi/ohjaus ennen varausta.",
        "Olemme auki ma–pe 9–16.",
        "Öppet mån-fre kl. 9–15",
        "Toimisto on auki arkisin klo 8.30-16.00.",
        "Maanantaisin 10–14 ilman ajanvarausta.",
        "Vi har öppet vardagar kl 9-15.",
        "Tavoitat meidät klo 9–11.",
    ],
)
def test_contact_details_and_opening_hours_in_text_are_problems(text):
    assert problems(rules.contact_problems("description", text))


@pytest.mark.parametrize(
    "text",
    [
        "Palvelu on 16–29-vuotiaille.",
        "Kaupunki on 20–65-vuotiaille ja la 18–25-vuotiaille.",
        "Laki 423/2003 ja asetus 1129/2014 määräävät tästä.",
        "Toimipiste on osoitteessa Koelankatu 5, 00100 Helsinki.",
        "Palvelu on käytettävissä 24/7.",
        "Hakuaika on 1.2.–31.3.2026.",
        "Lukuvuosi 2026–2027 alkaa syksyllä.",
        "Y-tunnus on 0201256-6.",
        "Asioi Suomi.fi-palvelussa tai Opintopolussa.",
        "Hätätilanteessa soita 112.",
        "Ohjaus kestää 1–2 kuukautta ja maksaa 100 000 euroa.",
        "Tapaaminen on tiistaina klo 9.",
        "Ota mukaan luokkien 7–9 todistukset.",
        "Kursen omfattar 30–60 studiepoäng och börjar kl. 9.",
        "Vi hjälper dig på fre dagar.",
        "Summan är 060 euro.",
        "Tulos: 1 500 000 hakijaa 0,5 prosentin korolla.",
    ],
)
def test_other_numbers_and_names_are_not(text):
    assert problems(rules.contact_problems("description", text)) == []


def test_the_problem_names_what_was_found_and_where():
    (problem,) = rules.contact_problems("what_to_do", "Soita 040 123 4567 heti.")
    assert problem.field == "what_to_do"
    assert "040 123 4567" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        '"',
        "a" * 10_000,
        "0" * 10_000 + "a",
        "0 " * 5_000 + "a",
        "ma–" * 3_000,
        "a@" * 5_000,
        "a." * 5_000,
    ],
)
def test_odd_texts_are_read_to_the_end(text):
    list(rules.contact_problems("description", text))


def test_name_and_summary():
    assert problems(rules.name_problems("title", "  "))
    assert problems(rules.name_problems("title", "n" * 101))
    assert problems(rules.name_problems("title", "n" * 100)) == []
    assert problems(rules.summary_problems("summary", "", "Uraohjaus"))
    assert problems(rules.summary_problems("summary", "s" * 151, "Uraohjaus"))
    assert problems(rules.summary_problems("summary", "URAOHJAUS ", "Uraohjaus"))
    assert problems(rules.summary_problems("summary", "s" * 150, "Uraohjaus")) == []


def test_long_texts():
    assert problems(rules.length_problems("description", "t" * 5001))
    assert problems(rules.length_problems("description", "t" * 5000)) == []


@pytest.mark.parametrize(
    ("codes", "well"),
    [
        ([], False),
        (["P6"], False),
        (["P6", "P6.4"], True),
        (["P6.4", "P10.2", "P10.1", "P6.5"], True),
        (["P6.4", "P10.2", "P10.1", "P6.5", "P6.10"], False),
    ],
)
def test_service_classes(codes, well):
    assert (problems(rules.service_class_problems("service_classes", codes)) == []) is well


def test_subject_terms():
    assert problems(rules.ontology_term_problems("ontology_terms", 11))
    assert problems(rules.ontology_term_problems("ontology_terms", 10)) == []


@pytest.mark.parametrize(
    ("service", "organisation", "remote", "well"),
    [
        (Area(False, frozenset({1})), Area(False, frozenset({1, 2})), False, True),
        (Area(False, frozenset({3})), Area(False, frozenset({1, 2})), False, False),
        (Area(True), Area(False, frozenset({1, 2})), False, False),
        (Area(True), Area(True), False, True),
        (Area(False, frozenset({3})), Area(False), False, True),
        (Area(False), Area(False, frozenset({1})), False, False),
        (Area(False), Area(False, frozenset({1})), True, True),
    ],
)
def test_area_is_within_the_organisations(service, organisation, remote, well):
    assert (problems(rules.area_problems("municipalities", service, organisation, remote)) == []) is well


def test_a_service_needs_a_channel():
    assert problems(rules.channel_problems("channels", 0))
    assert problems(rules.channel_problems("channels", 1)) == []


def test_text_of_the_other_language_is_not_published_as_this_ones():
    assert problems(rules.copy_problems("summary", "Ohjaus auttaa.", "Ohjaus  auttaa."))
    assert problems(rules.copy_problems("summary", "Vägledning hjälper.", "Ohjaus auttaa.")) == []
    assert problems(rules.copy_problems("summary", "", "")) == []
