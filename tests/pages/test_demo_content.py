"""The demo's content files: every reference leads somewhere, texts keep the writing rules, nobody real is named."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from directory.codelists.files import read_rows
from directory.codelists.loading import SHIPPED
from pages.demo.content import DemoContent, read_content
from pages.writing_rules import contact_problems, length_problems, name_problems, summary_problems

LANGUAGES = ("fi", "sv")


@pytest.fixture(scope="module")
def content() -> DemoContent:
    return read_content()


def codes(file: str) -> set[str]:
    return {row["code"] for row in read_rows(SHIPPED / file, ("code",))}


def keys(items: list[Any]) -> set[str]:
    found = [item["key"] for item in items]
    assert len(set(found)) == len(found), "a key names one thing"
    return set(found)


def texts(value: Any) -> Iterator[str]:
    """Every text anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_there_is_as_much_as_promised(content: DemoContent):
    assert len(content.organisations) >= 12
    assert len(content.advisers) >= 25
    assert len(content.services) + len(content.guides) >= 60
    assert sum(not service["sv"] for service in content.services) >= 5
    assert sum(bool(service.get("outdated")) for service in content.services) == 1
    assert {organisation["primary_language"] for organisation in content.organisations} == {"fi", "sv"}


def test_references_lead_somewhere(content: DemoContent):
    organisations, advisers = keys(content.organisations), keys(content.advisers)
    services, guides = keys(content.services), keys(content.guides)
    keys(content.topics)
    for item in [*content.advisers, *content.services]:
        assert item["organisation"] in organisations, item["key"]
    for adviser in content.advisers:
        assert adviser["stand_in"] in {None, *advisers}
    for service in content.services:
        assert {link["adviser"] for link in service["advisers"]} <= advisers, service["key"]
    for guide in content.guides:
        assert set(guide["services"]) <= services, guide["key"]
        assert guide["organisation"] in {None, *organisations}
    for topic in content.topics:
        assert set(topic["services"]) <= services, topic["key"]
        assert set(topic["guides"]) <= guides, topic["key"]


@pytest.mark.parametrize(
    ("field", "file"),
    [
        ("municipalities", "municipalities.csv"),
        ("service_classes", "service_classes.csv"),
        ("target_groups", "target_groups.csv"),
        ("life_events", "life_events.csv"),
        ("languages", "languages.csv"),
    ],
)
def test_codes_are_in_the_code_lists(content: DemoContent, field: str, file: str):
    known = codes(file)
    items = [*content.organisations, *content.advisers, *content.services, *content.guides]
    used = {code for item in items for code in item.get(field, [])}
    assert used
    assert used <= known


def test_texts_keep_the_writing_rules(content: DemoContent):
    problems = []
    for item in [*content.services, *content.guides, *content.topics]:
        for language in LANGUAGES:
            if not (written := item[language]):
                continue
            found = [
                *name_problems("name", written["name"]),
                *summary_problems("summary", written["summary"], written["name"]),
                *(
                    problem
                    for text in texts({name: value for name, value in written.items() if name != "alternative_names"})
                    for problem in [*length_problems("text", text), *contact_problems("text", text)]
                ),
            ]
            problems += [(item["key"], language, problem) for problem in found]
    assert problems == []


def test_swedish_is_not_a_copy_of_the_finnish(content: DemoContent):
    for item in [*content.services, *content.guides, *content.topics]:
        if item["fi"] and item["sv"]:
            assert not {text for text in texts(item["fi"]) if len(text) > 60} & set(texts(item["sv"])), item["key"]


def test_nobody_can_be_called_or_written_to(content: DemoContent):
    everything = list(texts(json.loads(json.dumps(content.__dict__))))
    addresses = [text for text in everything if re.search(r"@|https?://|www\.", text)]
    assert addresses
    assert [text for text in addresses if not re.search(r"[@/.]example\.(org|com)(/|$)", text)] == []
    dates = re.compile(r"\d{4}-\d{2}-\d{2}")
    numbers = [text for text in everything if re.fullmatch(r"\+?[0-9][0-9 ()-]{6,}", text) and not dates.match(text)]
    assert numbers
    assert [text for text in numbers if not re.fullmatch(r"\+358 0000 123 4\d\d", text)] == []
