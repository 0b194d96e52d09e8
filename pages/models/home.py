"""The front page of each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel

from pages.models.base import TwinPage, tabs


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
