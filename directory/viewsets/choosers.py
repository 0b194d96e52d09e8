"""Where editors choose an organisation, an adviser or a municipality: lists to search by name."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from directory.models import Adviser, Municipality, Organisation


class NameSearchForm(BaseFilterForm):
    """Finds records by a part of their name, in either language."""

    name_fields: tuple[str, ...] = ("name_fi", "name_sv")

    q = forms.CharField(
        label=_("Search by name"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        objects = super().filter(objects)
        query = self.cleaned_data["q"]
        if not query:
            return objects
        self.is_searching = True
        self.search_query = query
        condition = Q()
        for field in self.name_fields:
            condition |= Q(**{f"{field}__icontains": query})
        return objects.filter(condition)


class PersonSearchForm(NameSearchForm):
    """Finds advisers by a part of their name."""

    name_fields = ("name",)


class OrganisationColumn:
    """Adds the organisation to a list of advisers, so that namesakes are told apart."""

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("organisation", label=_("Organisation"))]  # type: ignore[misc]


class ChooseByName(ChooseView):
    filter_form_class = NameSearchForm


class ChooseByNameResults(ChooseResultsView):
    filter_form_class = NameSearchForm


class ChoosePerson(OrganisationColumn, ChooseView):
    filter_form_class = PersonSearchForm


class ChoosePersonResults(OrganisationColumn, ChooseResultsView):
    filter_form_class = PersonSearchForm


class RecordChooserViewSet(ChooserViewSet):
    """A chooser of records named in both languages."""

    choose_view_class = ChooseByName
    choose_results_view_class = ChooseByNameResults


class OrganisationChooserViewSet(RecordChooserViewSet):
    name = "organisation_chooser"
    model = Organisation
    icon = "home"
    choose_one_text = _("Choose an organisation")
    choose_another_text = _("Choose another organisation")
    edit_item_text = _("Edit this organisation")


class MunicipalityChooserViewSet(RecordChooserViewSet):
    name = "municipality_chooser"
    model = Municipality
    icon = "site"
    choose_one_text = _("Choose a municipality")
    choose_another_text = _("Choose another municipality")


class AdviserChooserViewSet(ChooserViewSet):
    name = "adviser_chooser"
    model = Adviser
    icon = "user"
    choose_view_class = ChoosePerson
    choose_results_view_class = ChoosePersonResults
    choose_one_text = _("Choose an adviser")
    choose_another_text = _("Choose another adviser")
    edit_item_text = _("Edit this adviser")

    def get_object_list(self) -> QuerySet[Adviser]:
        return Adviser.objects.select_related("organisation")
