"""A part of the demo that is quick to load, for tests."""

from dataclasses import replace
from typing import Any

from pages.demo.content import DemoContent

ORGANISATIONS = {"kallanlahti", "strandlinjen"}


def small_part(whole: DemoContent) -> DemoContent:
    """Two organisations with their advisers, two services of each, a guide and a topic."""
    advisers = [item for item in whole.advisers if item["organisation"] in ORGANISATIONS]
    people = {item["key"] for item in advisers}
    services: list[Any] = []
    for organisation in sorted(ORGANISATIONS):
        own = [item for item in whole.services if item["organisation"] == organisation]
        finnish_only = [item for item in own if not item["sv"]]
        services += [*finnish_only[:1], *[item for item in own if item["sv"]]][:2]
    services = [
        {**item, "advisers": [link for link in item["advisers"] if link["adviser"] in people]} for item in services
    ]
    kept = [item["key"] for item in services]
    guide = {**whole.guides[0], "services": kept}
    return replace(
        whole,
        organisations=[item for item in whole.organisations if item["key"] in ORGANISATIONS],
        advisers=[
            {**item, "stand_in": item["stand_in"] if item["stand_in"] in people else None} for item in advisers
        ],
        services=services,
        guides=[guide],
        topics=[{**whole.topics[0], "services": kept, "guides": [guide["key"]]}],
    )
