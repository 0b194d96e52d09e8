"""Makes the demo site: what is missing of it; what is there is left as it is."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pages.demo.content import DemoContent, Item
from pages.demo.hubs import make_guide, make_topic, write_welcome
from pages.demo.records import make_adviser, make_organisation
from pages.demo.services import make_section, make_service
from site_core.languages import LANGUAGE_CODES


@dataclass
class DemoReport:
    """How many objects of each kind were made and how many were there already."""

    made: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)

    def tell(self, kind: str, made: bool) -> None:
        (self.made if made else self.there)[kind] += 1


def load_demo(content: DemoContent) -> DemoReport:
    """Makes all objects of the demo, each in a transaction of its own."""
    report = DemoReport()
    _make(report, "organisations", make_organisation, content.organisations)
    stand_ins_first = sorted(content.advisers, key=lambda item: item["stand_in"] is not None)
    _make(report, "advisers", make_adviser, stand_ins_first)
    _make(report, "sections", make_section, content.organisations)
    _make(report, "services", make_service, content.services)
    _make(report, "guides", make_guide, content.guides)
    _make(report, "topics", lambda item: make_topic(item, content.headings), content.topics)
    for language in LANGUAGE_CODES:
        report.tell("front pages", write_welcome(language, content.home[language]))
    return report


def _make(report: DemoReport, kind: str, make: Callable[[Item], bool], items: Iterable[Item]) -> None:
    for item in items:
        report.tell(kind, make(item))
