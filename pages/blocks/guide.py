"""Steps of a guide and sections of a topic page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

PLAIN_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class StepBlock(blocks.StructBlock):
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


class PageListBlock(blocks.StructBlock):
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
