"""What an editor's browser sends from the editing view of a service."""

import json
from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from pages.models import ServicePage

PHONE = ("phone", {"name": "Puhelin", "description": "", "ptv_id": "", "number": "+358 0000 123 401"})


def texts(**values: Any) -> dict[str, Any]:
    """The fields of the page's own texts, in order to be published unless `values` say otherwise."""
    description = values.pop("description", "<p>Ohjaus auttaa.</p>")
    channels = values.pop("channels", [PHONE])
    filled = [(kind, {"hours": "", "charge": "", **value}) for kind, value in channels]
    return nested_form_data(
        {
            "title": "Uraohjaus",
            "slug": "uraohjaus",
            "summary": "Mieti ohjaajan kanssa, mitä haluat.",
            "alternative_names": "",
            "price_note": "",
            "deadline": "",
            "processing_time": "",
            "validity_time": "",
            "seo_title": "",
            "search_description": "",
            "description": rich_text(description),
            "what_to_do": rich_text(values.pop("what_to_do", "")),
            "who_for": rich_text(""),
            "channels": streamfield(filled),
            "comments": inline_formset([]),
            **values,
        }
    )


def facts(advisers: list[dict[str, Any]] | None = None, **values: Any) -> dict[str, Any]:
    """The fields of the facts of the pair; many-to-many fields take lists of keys."""
    return {
        **nested_form_data({"service_advisers": inline_formset(advisers or [])}),
        "area": "whole_country",
        "charge_type": "",
        "checked_on": "",
        **values,
    }


def messages_of(response: Any) -> str:
    """The errors of the form in a page that an editor gets back, as one text."""
    form = response.context["form"]
    return json.dumps({**form.errors, "": list(form.non_field_errors())}, default=str, ensure_ascii=False)


def latest(slug: str) -> ServicePage:
    page: ServicePage = ServicePage.objects.get(slug=slug)
    return page
