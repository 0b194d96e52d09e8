"""Curated hubs for a life event or theme."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField

from directory.models import LifeEvent
from pages.blocks.guide import PLAIN_FEATURES, PageListBlock
from pages.links import chosen_links, links_to
from pages.models.base import TwinPage, tabs, untranslated
from pages.models.guide import GuidePage
from pages.panels import SourceNotePanel, SourcePanel
from pages.publishing_rules import Read, topic_rules
from pages.writing_rules import Problem
from site_core.languages import active_language
from site_core.widgets import GroupedCheckboxes


class TopicPage(TwinPage):
    """A hub that a coordinator curates: services and guides for a situation in life."""

    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences, at most 150 characters."))
    intro = RichTextField(_("introduction"), blank=True, features=PLAIN_FEATURES)
    sections = StreamField([("page_list", PageListBlock())], verbose_name=_("sections"), blank=True)
    life_events = ParentalManyToManyField(LifeEvent, blank=True, verbose_name=_("life events"))

    PAIR_FACTS = ("life_events",)
    override_translatable_fields = untranslated(*PAIR_FACTS)

    edit_handler = tabs(
        (
            _("Text"),
            [
                TitleFieldPanel("title", help_text=_("At most 100 characters.")),
                FieldPanel("summary"),
                FieldPanel("intro"),
                FieldPanel("sections"),
            ],
        ),
        (
            _("Facts"),
            [
                SourceNotePanel(heading=_("Facts of the topic")),
                SourcePanel([FieldPanel("life_events", widget=GroupedCheckboxes())]),
            ],
        ),
    )
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.GuidePage"]
    template = "pages/topic_page.html"

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = active_language()
        chosen = [page for section in self.sections for page in section.value["pages"]]
        return {
            **context,
            "links": chosen_links(chosen, language),
            "guides": links_to(self.children_of_pair(GuidePage).order_by("path"), language),
        }

    def publishing_problems(self, parent: TwinPage | None, read: Read) -> Iterator[Problem]:
        return topic_rules(self, parent, read)
