"""Guides: how to get something done, step by step."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField

from directory.models import LifeEvent
from pages.blocks.guide import PLAIN_FEATURES, StepBlock
from pages.links import chosen_links
from pages.models.base import TwinPage, tabs, untranslated
from pages.panels import SourceNotePanel, SourcePanel
from pages.publishing_rules import Read, guide_rules
from pages.writing_rules import Problem
from site_core.languages import active_language
from site_core.widgets import GroupedCheckboxes


class GuidePage(TwinPage):
    """A guide in steps, of a partner, a topic or the whole network."""

    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences, at most 150 characters."))
    intro = RichTextField(_("introduction"), blank=True, features=PLAIN_FEATURES)
    steps = StreamField([("step", StepBlock())], verbose_name=_("steps"), blank=True)
    life_events = ParentalManyToManyField(LifeEvent, blank=True, verbose_name=_("life events"))
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    PAIR_FACTS = ("life_events", "checked_on")
    override_translatable_fields = untranslated(*PAIR_FACTS)

    edit_handler = tabs(
        (
            _("Text"),
            [
                TitleFieldPanel("title", help_text=_("At most 100 characters.")),
                FieldPanel("summary"),
                FieldPanel("intro"),
                FieldPanel("steps"),
            ],
        ),
        (
            _("Facts"),
            [
                SourceNotePanel(heading=_("Facts of the guide")),
                SourcePanel([FieldPanel("life_events", widget=GroupedCheckboxes()), FieldPanel("checked_on")]),
            ],
        ),
    )
    parent_page_types = ["pages.HomePage", "pages.TopicPage", "pages.OrganisationPage"]
    subpage_types: list[str] = []
    template = "pages/guide_page.html"

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = active_language()
        chosen = [page for step in self.steps for page in step.value["pages"]]
        return {**context, "facts": self.source, "links": chosen_links(chosen, language)}

    def publishing_problems(self, parent: TwinPage | None, read: Read) -> Iterator[Problem]:
        return guide_rules(self, parent, read)
