"""Parts of pages that need more than a loop and an if: icons, form fields, paging and filters."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypedDict
from urllib.parse import urlsplit

from django import forms, template
from django.core.paginator import Paginator
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from site_core.icons import ICON_PATHS

register = template.Library()

PAGE = "page"


class FacetOption(TypedDict):
    value: str
    label: str
    count: int
    checked: bool


class Facet(TypedDict):
    """A group of choices; `name` is its parameter in the address."""

    name: str
    label: str
    options: list[FacetOption]


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon; the text beside it says what it means. Raises KeyError for an unknown name."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        ICON_PATHS[name],
    )


@register.filter
def tel(number: object) -> str:
    """A phone number as the address of a tel: link (RFC 3966), without the spaces people read it with."""
    return "tel:" + re.sub(r"[^+0-9]", "", str(number))


@register.filter
def wrappable(address: object) -> SafeString:
    """An e-mail address or host that may break across lines after its @ and before its dots, and nowhere else."""
    pieces = re.split(r"(?<=@)|(?=\.)", str(address))
    return format_html_join(mark_safe("<wbr>"), "{}", ((piece,) for piece in pieces))


@register.filter
def website(url: object) -> str:
    """The host of a web address, as people say it; the address itself where it has none."""
    try:
        host = urlsplit(str(url)).hostname
    except ValueError:
        host = None
    return (host or str(url)).removeprefix("www.")


@register.filter
def initials(name: object) -> str:
    """The first letters of the first and last names."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, number: int, count: int) -> dict[str, Any]:
    """Links to the pages of a list that has `count` pages, of which `number` (from 1) is shown."""
    asked = _asked(context)
    elided = Paginator(range(count), 1).get_elided_page_range(number, on_each_side=1, on_ends=1)
    pages = [
        {"number": page, "url": _with_page(asked, page), "current": page == number}
        if isinstance(page, int)
        else {"number": None}
        for page in elided
    ]
    return {
        "pages": pages,
        "previous_url": _with_page(asked, number - 1) if number > 1 else "",
        "next_url": _with_page(asked, number + 1) if number < count else "",
    }


@register.inclusion_tag("components/active_filters.html", takes_context=True)
def active_filters(context: Context, facets: Sequence[Facet]) -> dict[str, Any]:
    """The chosen options, each with a link to the same list without it, and one that clears them all."""
    asked = _asked(context)
    chosen = [
        {"group": facet["label"], "label": option["label"], "url": _without(asked, facet["name"], option["value"])}
        for facet, option in _checked(facets)
    ]
    cleared = asked.copy()
    for name in {facet["name"] for facet in facets} | {PAGE}:
        cleared.pop(name, None)
    return {"chosen": chosen, "clear_url": _address(cleared)}


@register.inclusion_tag("components/filters.html")
def filters(facets: Sequence[Facet], query: str = "") -> dict[str, Any]:
    """The form with the groups of choices; chosen options lead their group.

    The first group is open, and each in which something is chosen.
    """
    groups = [
        {
            "name": facet["name"],
            "label": facet["label"],
            "options": sorted(facet["options"], key=lambda option: not option["checked"]),
            "open": position == 0 or any(option["checked"] for option in facet["options"]),
        }
        for position, facet in enumerate(facet for facet in facets if facet["options"])
    ]
    return {"groups": groups, "query": query, "chosen_count": sum(1 for _ in _checked(facets))}


@register.inclusion_tag("components/field.html")
def field(bound_field: BoundField) -> dict[str, Any]:
    """A form field with its label, help text and errors, tied together as WCAG 1.3.1 and 3.3.1 ask."""
    widget = bound_field.field.widget
    kind = next((kind for widget_type, kind in WIDGET_KINDS if isinstance(widget, widget_type)), "input")
    css_class = CSS_CLASSES.get(kind, "govuk-input")
    if bound_field.errors:
        css_class = f"{css_class} {css_class}--error"
    grouped = kind in {"checkboxes", "radios"}
    control = "" if grouped else bound_field.as_widget(attrs={"class": css_class})
    return {"field": bound_field, "kind": kind, "control": control, "css_class": css_class}


WIDGET_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
)

CSS_CLASSES = {
    "checkbox": "govuk-checkboxes__input",
    "select": "govuk-select",
    "textarea": "govuk-textarea",
}


def _asked(context: Context) -> QueryDict:
    request: HttpRequest | None = context.get("request")
    return request.GET if request is not None else QueryDict()


def _address(query: QueryDict) -> str:
    return f"?{query.urlencode()}"


def _with_page(asked: QueryDict, page: int) -> str:
    query = asked.copy()
    query[PAGE] = str(page)
    return _address(query)


def _without(asked: QueryDict, name: str, value: str) -> str:
    query = asked.copy()
    query.pop(PAGE, None)
    query.setlist(name, [kept for kept in query.getlist(name) if kept != value])
    return _address(query)


def _checked(facets: Sequence[Facet]) -> Iterator[tuple[Facet, FacetOption]]:
    return ((facet, option) for facet in facets for option in facet["options"] if option["checked"])
