"""Where organisations are looked after."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet

from directory.models import Municipality, Organisation
from directory.widgets import municipality_checkboxes


class OrganisationFilterSet(WagtailFilterSet):
    """Narrows the list of organisations."""

    municipalities = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.all(), label=_("Municipality"), method="filter_municipality"
    )

    class Meta:
        model = Organisation
        fields = ["kind", "primary_language", "active"]

    def filter_municipality(
        self, queryset: QuerySet[Organisation], name: str, value: Municipality
    ) -> QuerySet[Organisation]:
        return queryset.filter(pk__in=value.organisations.values("pk"))


class OrganisationViewSet(ModelViewSet):
    """The list and the form of organisations."""

    model = Organisation
    icon = "home"
    menu_label = _("Organisations")
    list_display = ["name_fi", "name_sv", "kind", BooleanColumn("active", label=_("In the network"))]
    list_export = ["name_fi", "name_sv", "kind", "email", "phone", "active"]
    filterset_class = OrganisationFilterSet
    search_fields = ["name_fi", "name_sv", "business_code"]
    copy_view_enabled = False
    panels = [
        FieldRowPanel([FieldPanel("name_fi"), FieldPanel("name_sv")], heading=_("Name")),
        FieldRowPanel([FieldPanel("description_fi"), FieldPanel("description_sv")], heading=_("Description")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("primary_language")]),
                FieldRowPanel([FieldPanel("business_code"), FieldPanel("slug")]),
                FieldPanel("parent"),
                FieldPanel("active"),
            ],
            heading=_("Basic facts"),
        ),
        MultiFieldPanel(
            [FieldPanel("whole_country"), FieldPanel("municipalities", widget=municipality_checkboxes())],
            heading=_("Area"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("website_fi"), FieldPanel("website_sv")]),
                FieldRowPanel([FieldPanel("street_fi"), FieldPanel("street_sv")]),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city_fi"), FieldPanel("city_sv")]),
            ],
            heading=_("Contact details"),
        ),
    ]
