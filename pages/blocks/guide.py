"""Steps of a guide and sections of a topic page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.links import chosen_links
from site_core.languages import active_language

PLAIN_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class ChosenPagesBlock(blocks.StructBlock):
    """A block whose `pages` are shown as links, each pair in the reader's language.

    A page that shows several such blocks resolves them all at once and gives `links` by translation key.
    """

    def get_context(self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        links = context["links"] if "links" in context else chosen_links(value["pages"], active_language())
        keys = dict.fromkeys(page.translation_key for page in value["pages"] if page is not None)
        return {**context, "chosen": [links[key] for key in keys if key in links]}


class StepBlock(ChosenPagesBlock):
    """One step: what to do, and the pages that help with it."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=PLAIN_FEATURES)
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type=["pages.ServicePage", "pages.GuidePage"]),
        label=_("Pages that help"),
        default=[],
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")
        template = "pages/blocks/step.html"
        preview_value = {
            "title": _("Book a time"),
            "text": _("Call or book online. You need no referral."),
            "pages": [],
        }


class PageListBlock(ChosenPagesBlock):
    """A heading and the services and guides a coordinator has picked under it."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type=["pages.ServicePage", "pages.GuidePage", "pages.TopicPage"]),
        label=_("Pages"),
        default=[],
    )

    class Meta:
        icon = "list-ul"
        label = _("List of pages")
        template = "pages/blocks/page_list.html"
        preview_value = {
            "heading": _("Guidance near you"),
            "text": _("These services are free of charge."),
            "pages": [],
        }
