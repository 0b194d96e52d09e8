"""How editors narrow the lists of pages. Both pages of a pair are found by the facts of its source page."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from directory.models import LifeEvent, Municipality, Organisation, ServiceClass
from pages.models import GuidePage, OrganisationPage, ServiceArea, ServicePage, TopicPage
from pages.pair_facts import sources_of


def pairs_with(queryset: QuerySet[Page], **facts: Any) -> QuerySet[Page]:
    """The pages of the queryset in pairs whose source page has the facts."""
    sources = sources_of(queryset.model).filter(**facts)
    return queryset.filter(translation_key__in=sources.values("translation_key"))


class PairFactFilter(django_filters.ModelChoiceFilter):
    """Both pages of the pairs whose source page has the chosen record."""

    def filter(self, qs: QuerySet[Page], value: Any) -> QuerySet[Page]:
        return qs if value is None else pairs_with(qs, **{self.field_name: value})


class TwinPageFilterSet(WagtailFilterSet):
    """Filters of every list of pages; Wagtail adds the language, which editors do not call a locale."""

    live = django_filters.BooleanFilter(label=_("Live"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "locale" in self.filters:
            self.filters["locale"].label = _("Language")


class SectionFilterSet(TwinPageFilterSet):
    """Filters of pages that stand in organisations' sections."""

    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.all(), method="in_sections_of", label=_("Organisation")
    )

    def in_sections_of(self, queryset: QuerySet[Page], name: str, organisation: Organisation) -> QuerySet[Page]:
        paths = OrganisationPage.objects.filter(organisation=organisation).values_list("path", flat=True)
        if not paths:
            return queryset.none()
        return queryset.filter(reduce(or_, (Q(path__startswith=path) for path in paths)))


class ServiceFilterSet(SectionFilterSet):
    """Narrows the list of services."""

    service_class = PairFactFilter(
        queryset=ServiceClass.objects.all(), field_name="service_classes", label=_("Service class")
    )
    municipality = PairFactFilter(
        queryset=Municipality.objects.all(), field_name="municipalities", label=_("Municipality")
    )
    area = django_filters.ChoiceFilter(choices=ServiceArea.choices, method="in_area", label=_("Area"))

    class Meta:
        model = ServicePage
        fields: list[str] = []

    def in_area(self, queryset: QuerySet[Page], name: str, area: str) -> QuerySet[Page]:
        return pairs_with(queryset, area=area)


class GuideFilterSet(SectionFilterSet):
    """Narrows the list of guides."""

    life_event = PairFactFilter(queryset=LifeEvent.objects.all(), field_name="life_events", label=_("Life event"))

    class Meta:
        model = GuidePage
        fields: list[str] = []


class TopicFilterSet(TwinPageFilterSet):
    """Narrows the list of topics."""

    life_event = PairFactFilter(queryset=LifeEvent.objects.all(), field_name="life_events", label=_("Life event"))

    class Meta:
        model = TopicPage
        fields: list[str] = []
