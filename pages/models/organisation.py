"""The root of a partner's section."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField

from directory.models import Adviser, Organisation
from directory.public_adviser import public_advisers
from pages.blocks.guide import PLAIN_FEATURES
from pages.forms import OrganisationPageForm
from pages.links import alphabetically, links_to
from pages.models.base import TwinPage, tabs
from pages.models.guide import GuidePage
from pages.models.service import ServicePage
from pages.service_view import by_name
from site_core.languages import active_language


class OrganisationPage(TwinPage):
    """A partner's section: its services and guides are the pages under it. Contact details come from the record."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="section_pages", verbose_name=_("organisation")
    )
    intro = RichTextField(_("introduction"), blank=True, features=PLAIN_FEATURES)

    base_form_class = OrganisationPageForm

    edit_handler = tabs(
        (
            _("Text"),
            [
                TitleFieldPanel("title"),
                FieldPanel("organisation", help_text=_("Contact details and area are edited in the directory.")),
                FieldPanel("intro"),
            ],
        )
    )
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ServicePage", "pages.GuidePage"]
    template = "pages/organisation_page.html"

    class Meta:
        verbose_name = _("organisation's section")
        verbose_name_plural = _("organisations' sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language = active_language()
        return {
            **context,
            "services": alphabetically(links_to(self.children_of_pair(ServicePage), language)),
            "guides": alphabetically(links_to(self.children_of_pair(GuidePage), language)),
            "advisers": public_advisers(Adviser.objects.filter(organisation=self.organisation), language),
            "municipalities": by_name(self.organisation.municipalities.all()),
        }
