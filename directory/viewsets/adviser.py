"""Where advisers are looked after."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from directory.models import Adviser, LanguageOfService, Municipality, ServiceClass
from directory.widgets import language_checkboxes, municipality_checkboxes, service_class_checkboxes


class AdviserForm(WagtailAdminModelForm):
    """The form of an adviser: what the model cannot check by itself, as it concerns related records."""

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean()
        if not cleaned.get("whole_country") and not cleaned.get("municipalities") and "municipalities" in self.fields:
            self.add_error("municipalities", _("Choose the municipalities served, or the whole country."))
        if not cleaned.get("languages") and "languages" in self.fields:
            self.add_error("languages", _("Choose at least one language."))
        return cleaned


class AdviserFilterSet(WagtailFilterSet):
    """Narrows the list of advisers."""

    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.all(), field_name="municipalities", label=_("Municipality")
    )
    language = django_filters.ModelChoiceFilter(
        queryset=LanguageOfService.objects.all(), field_name="languages", label=_("Language")
    )
    service_class = django_filters.ModelChoiceFilter(
        queryset=ServiceClass.objects.all(), field_name="service_classes", label=_("Field of expertise")
    )
    public = django_filters.BooleanFilter(method="filter_public", label=_("On the public site"))

    class Meta:
        model = Adviser
        fields = ["organisation"]

    def filter_public(self, queryset: QuerySet[Adviser], name: str, value: bool) -> QuerySet[Adviser]:
        public = Adviser.objects.public().values("pk")
        return queryset.filter(pk__in=public) if value else queryset.exclude(pk__in=public)


class AdviserIndexView(IndexView):
    """The list, with the organisations fetched along."""

    def get_base_queryset(self) -> QuerySet[Adviser]:
        queryset: QuerySet[Adviser] = super().get_base_queryset()
        return queryset.select_related("organisation")


class AdviserViewSet(ModelViewSet):
    """The list and the form of advisers."""

    model = Adviser
    icon = "user"
    menu_label = _("Advisers")
    index_view_class = AdviserIndexView
    list_display = [
        "name",
        Column("title", label=pgettext_lazy("of a person", "Title")),
        "organisation",
        BooleanColumn("is_public", label=_("On the public site")),
        "active_until",
    ]
    list_export = ["name", "title_fi", "title_sv", "organisation", "phone", "email", "consent_date", "active_until"]
    filterset_class = AdviserFilterSet
    search_fields = ["name", "title_fi", "title_sv"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("name"), FieldPanel("organisation")]),
                    FieldRowPanel([FieldPanel("title_fi"), FieldPanel("title_sv")]),
                    FieldPanel("slug"),
                ],
                heading=_("Who"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("expertise_fi"), FieldPanel("expertise_sv")]),
                    FieldPanel("service_classes", widget=service_class_checkboxes()),
                ],
                heading=_("Expertise"),
            ),
            MultiFieldPanel(
                [FieldPanel("whole_country"), FieldPanel("municipalities", widget=municipality_checkboxes())],
                heading=_("Area"),
            ),
            MultiFieldPanel([FieldPanel("languages", widget=language_checkboxes())], heading=_("Languages")),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("phone_visibility")]),
                    FieldRowPanel([FieldPanel("email"), FieldPanel("email_visibility")]),
                    FieldRowPanel([FieldPanel("meets_in_person"), FieldPanel("meets_by_phone")]),
                    FieldRowPanel([FieldPanel("meets_by_video"), FieldPanel("meets_by_chat")]),
                ],
                heading=_("Contact details and ways to meet"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("consent_date"), FieldPanel("active_until")]),
                    FieldPanel("stand_in"),
                ],
                heading=_("On the public site"),
            ),
        ],
        base_form_class=AdviserForm,
    )
