"""The front page of each language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel

from pages.links import links_to
from pages.models.base import TwinPage, tabs
from pages.models.guide import GuidePage
from pages.models.topic import TopicPage
from site_core.languages import active_language

#: How many of the newest guides the front page shows.
GUIDES_SHOWN = 6


class HomePage(TwinPage):
    """The front page: a welcome, the search and the topics."""

    intro = models.TextField(_("introduction"), blank=True)
    search_hint = models.CharField(
        _("hint under the search box"),
        max_length=200,
        blank=True,
        help_text=_("Example words to search with."),
    )

    edit_handler = tabs((_("Text"), [TitleFieldPanel("title"), FieldPanel("intro"), FieldPanel("search_hint")]))
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.TopicPage", "pages.OrganisationPage", "pages.GuidePage"]
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = active_language()
        newest = GuidePage.objects.live().public().select_related("locale").order_by("-first_published_at", "pk")
        return {
            **context,
            "topics": links_to(self.children_of_pair(TopicPage).order_by("path"), language),
            "guides": links_to(newest[: 2 * GUIDES_SHOWN], language)[:GUIDES_SHOWN],
        }
