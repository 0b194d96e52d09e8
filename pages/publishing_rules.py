"""What must be in order before a page goes to clients: the writing rules, put to the fields of each kind of page.

`read` gives the value of a field: what an editor has just written, or what a page has saved.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.utils.text import text_from_html

from pages import writing_rules
from pages.writing_rules import Area, Problem

if TYPE_CHECKING:
    from directory.models import Organisation
    from pages.models.base import TwinPage

Read = Callable[[str], Any]

SERVICE_TEXTS = (
    "summary",
    "description",
    "what_to_do",
    "who_for",
    "price_note",
    "deadline",
    "processing_time",
    "validity_time",
)


def service_rules(page: "TwinPage", parent: "TwinPage | None", read: Read) -> Iterator[Problem]:
    """All rules for a service; those on facts where the page carries the facts of its pair."""
    yield from named_page_rules(page, parent, read)
    for field in SERVICE_TEXTS:
        text = _plain(read(field))
        yield from writing_rules.length_problems(field, text)
        yield from writing_rules.contact_problems(field, text)
    for field in ("description", "what_to_do", "who_for"):
        yield from _copy_problems(page, field, read)
    yield from writing_rules.channel_problems("channels", len(read("channels") or ()))
    if page.is_source:
        organisation = getattr(parent, "organisation", None)
        yield from _fact_rules(organisation, read)


def guide_rules(page: "TwinPage", parent: "TwinPage | None", read: Read) -> Iterator[Problem]:
    """A guide has a name, a summary and a step."""
    yield from named_page_rules(page, parent, read)
    yield from _copy_problems(page, "intro", read)
    if not read("steps"):
        yield Problem("steps", _("Add at least one step."))


def topic_rules(page: "TwinPage", parent: "TwinPage | None", read: Read) -> Iterator[Problem]:
    """A topic has a name and a summary."""
    yield from named_page_rules(page, parent, read)
    yield from _copy_problems(page, "intro", read)


def named_page_rules(page: "TwinPage", parent: "TwinPage | None", read: Read) -> Iterator[Problem]:
    """A name and a summary in the page's own language."""
    yield from writing_rules.name_problems("title", read("title") or "")
    yield from writing_rules.summary_problems("summary", read("summary") or "", read("title") or "")
    yield from _copy_problems(page, "summary", read)


def saved_problems(page: "TwinPage") -> list[Problem]:
    """What keeps the page, as it is in memory, from being published."""

    def read(name: str) -> Any:
        value = getattr(page, name)
        return value.all() if hasattr(value, "all") else value

    parent = page.get_parent()
    return list(page.publishing_problems(parent.specific if parent else None, read))


def _fact_rules(organisation: "Organisation | None", read: Read) -> Iterator[Problem]:
    codes = [record.code for record in read("service_classes") or ()]
    yield from writing_rules.service_class_problems("service_classes", codes)
    yield from writing_rules.ontology_term_problems("ontology_terms", len(read("ontology_terms") or ()))
    whole_country = read("area") != "municipalities"
    service = Area(whole_country, frozenset() if whole_country else _keys(read("municipalities") or ()))
    bounds = (
        Area(organisation.whole_country, _keys(organisation.municipalities.all())) if organisation else Area(True)
    )
    yield from writing_rules.area_problems("municipalities", service, bounds, bool(read("is_remote")))


def _copy_problems(page: "TwinPage", field: str, read: Read) -> Iterator[Problem]:
    if page.twin is not None:
        yield from writing_rules.copy_problems(field, _plain(read(field)), _plain(getattr(page.twin, field)))


def _keys(records: Iterable[Any]) -> frozenset[int]:
    return frozenset(record.pk for record in records)


def _plain(value: object) -> str:
    text: str = text_from_html(str(value or ""))
    return text
