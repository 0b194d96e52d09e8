"""Service pages: what a partner offers, to whom, where and how to reach it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from directory.models import (
    AdviserLink,
    LanguageOfService,
    LifeEvent,
    Municipality,
    OntologyTerm,
    Organisation,
    ServiceClass,
    TargetGroup,
)
from directory.widgets import language_checkboxes, municipality_checkboxes, service_class_checkboxes
from pages.blocks.channels import ChannelStreamBlock
from pages.blocks.guide import PLAIN_FEATURES
from pages.models.base import TwinPage, tabs, untranslated
from pages.panels import SourceNotePanel, SourcePanel
from pages.publishing_rules import Read, service_rules
from pages.service_view import service_context
from pages.structured_data import service_data
from pages.writing_rules import Problem
from site_core.json_ld import json_ld
from site_core.languages import active_language
from site_core.widgets import GroupedCheckboxes


class ChargeType(models.TextChoices):
    FREE = "free", _("Free of charge")
    CHARGED = "charged", _("Charged")
    PARTLY = "partly", _("Partly charged")
    UNKNOWN = "", _("Not told")


class ServiceArea(models.TextChoices):
    MUNICIPALITIES = "municipalities", _("Named municipalities")
    WHOLE_COUNTRY = "whole_country", _("The whole country")
    WHOLE_COUNTRY_EXCEPT_ALAND = "except_aland", _("The whole country except Åland")


class ServicePage(TwinPage):
    """A service. Texts and channels are each language's own; the facts below them belong to the pair."""

    alternative_names = models.TextField(
        _("alternative names"), blank=True, help_text=_("Other names clients use, one on a line.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("At most 150 characters, not the name again."))
    description = RichTextField(_("description"), blank=True, features=PLAIN_FEATURES)
    what_to_do = RichTextField(_("what to do"), blank=True, features=PLAIN_FEATURES)
    who_for = RichTextField(_("who it is for"), blank=True, features=PLAIN_FEATURES)
    price_note = models.TextField(_("about the price"), blank=True)
    deadline = models.TextField(_("deadline"), blank=True)
    processing_time = models.TextField(_("processing time"), blank=True)
    validity_time = models.TextField(_("period of validity"), blank=True)
    channels = StreamField(ChannelStreamBlock(), verbose_name=_("how to reach the service"), blank=True)

    charge_type = models.CharField(
        _("price"), max_length=10, choices=ChargeType.choices, blank=True, default=ChargeType.UNKNOWN
    )
    service_classes = ParentalManyToManyField(
        ServiceClass, blank=True, related_name="service_pages", verbose_name=_("service classes")
    )
    ontology_terms = ParentalManyToManyField(
        OntologyTerm, blank=True, related_name="service_pages", verbose_name=_("subject terms")
    )
    target_groups = ParentalManyToManyField(
        TargetGroup, blank=True, related_name="service_pages", verbose_name=_("target groups")
    )
    life_events = ParentalManyToManyField(
        LifeEvent, blank=True, related_name="service_pages", verbose_name=_("life events")
    )
    area = models.CharField(_("area"), max_length=20, choices=ServiceArea.choices, default=ServiceArea.MUNICIPALITIES)
    municipalities = ParentalManyToManyField(
        Municipality, blank=True, related_name="service_pages", verbose_name=_("municipalities")
    )
    is_remote = models.BooleanField(
        _("remote"), default=False, help_text=_("The service can be used from anywhere, by phone or online.")
    )
    languages = ParentalManyToManyField(
        LanguageOfService, blank=True, related_name="service_pages", verbose_name=_("languages of service")
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day a person last found everything here correct."),
    )
    ptv_id = models.UUIDField(_("PTV identifier"), null=True, blank=True, db_index=True, editable=False)

    PAIR_FACTS = (
        "charge_type",
        "service_classes",
        "ontology_terms",
        "target_groups",
        "life_events",
        "area",
        "municipalities",
        "is_remote",
        "languages",
        "checked_on",
    )

    PAIR_RELATIONS = ("service_advisers",)
    override_translatable_fields = untranslated(*PAIR_FACTS, *PAIR_RELATIONS)

    edit_handler = tabs(
        (
            _("Text"),
            [
                TitleFieldPanel("title", help_text=_("At most 100 characters.")),
                FieldPanel("summary"),
                FieldPanel("alternative_names"),
                FieldPanel("description", help_text=_("Contact details and opening hours go to the channels.")),
                FieldPanel("what_to_do"),
                FieldPanel("who_for"),
                FieldPanel("price_note"),
                MultiFieldPanel(
                    [FieldPanel("deadline"), FieldPanel("processing_time"), FieldPanel("validity_time")],
                    heading=_("Times"),
                    classname="collapsed",
                ),
            ],
        ),
        (_("How to reach the service"), [FieldPanel("channels")]),
        (
            _("Facts and advisers"),
            [
                SourceNotePanel(heading=_("Facts of the service")),
                SourcePanel(
                    [
                        MultiFieldPanel(
                            [
                                FieldPanel(
                                    "service_classes",
                                    widget=service_class_checkboxes(),
                                    help_text=_("One to four, one of them a sub-class."),
                                ),
                                FieldPanel("target_groups", widget=GroupedCheckboxes()),
                                FieldPanel("life_events", widget=GroupedCheckboxes()),
                                FieldPanel(
                                    "ontology_terms",
                                    widget=GroupedCheckboxes(alphabetic=True),
                                    help_text=_("At most ten."),
                                ),
                            ],
                            heading=_("Classification"),
                        ),
                        MultiFieldPanel(
                            [
                                FieldPanel("area"),
                                FieldPanel("municipalities", widget=municipality_checkboxes()),
                                FieldPanel("is_remote"),
                                FieldPanel("languages", widget=language_checkboxes()),
                                FieldPanel("charge_type"),
                            ],
                            heading=_("Area, languages and price"),
                        ),
                        InlinePanel("service_advisers", heading=_("Advisers"), label=_("Adviser")),
                        FieldPanel("checked_on"),
                    ]
                ),
            ],
        ),
    )
    parent_page_types = ["pages.OrganisationPage"]
    subpage_types: list[str] = []
    template = "pages/service_page.html"

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation whose section the page is in."""
        return Organisation.objects.filter(section_pages__path=self.path[: -self.steplen]).first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(service_context(self, active_language()))
        context["structured_data"] = json_ld(service_data(self, context))
        return context

    def publishing_problems(self, parent: TwinPage | None, read: Read) -> Iterator[Problem]:
        return service_rules(self, parent, read)


class ServiceAdviser(AdviserLink, Orderable):
    """An adviser of a service, edited on the source page and shown on both."""

    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="service_advisers")

    panels = [FieldPanel("adviser"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("adviser of the service")
        verbose_name_plural = _("advisers of the service")
