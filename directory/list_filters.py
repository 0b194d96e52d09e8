"""By what clients narrow the lists of advisers and organisations. Parameter names are those of the search page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from directory.filters import Choice, FilterSet, ListFilter, MunicipalityFilter, RecordFilter
from directory.models import Adviser, Organisation, OrganisationKind, WayToMeet

MUNICIPALITY = "municipality"


class WayToMeetFilter(ListFilter):
    """Options that are fields of the adviser."""

    def known(self, values: Iterable[str]) -> list[Choice]:
        asked = set(values)
        return [Choice(way.value, str(way.label)) for way in WayToMeet if way.value in asked]

    def condition(self, values: list[str]) -> Q:
        condition = Q()
        for value in values:
            condition |= Q(**{WayToMeet(value).field: True})
        return condition

    def counted(self, records: QuerySet[Any]) -> list[Choice]:
        counts = records.aggregate(**{way.value: Count("pk", filter=Q(**{way.field: True})) for way in WayToMeet})
        return [Choice(way.value, str(way.label), counts[way.value]) for way in WayToMeet if counts[way.value]]


class KindFilter(ListFilter):
    """Options that are kinds of organisation."""

    def known(self, values: Iterable[str]) -> list[Choice]:
        asked = set(values)
        return [Choice(kind.value, str(kind.label)) for kind in OrganisationKind if kind.value in asked]

    def condition(self, values: list[str]) -> Q:
        return Q(kind__in=values)

    def counted(self, records: QuerySet[Any]) -> list[Choice]:
        counts = dict(records.order_by().values_list("kind").annotate(Count("pk")))
        return [
            Choice(kind.value, str(kind.label), counts[kind.value]) for kind in OrganisationKind if kind in counts
        ]


ADVISER_FILTERS = FilterSet(
    MunicipalityFilter(MUNICIPALITY, _("Municipality"), Adviser, "municipalities", alphabetic=True),
    RecordFilter("language_of_service", _("Language"), Adviser, "languages"),
    RecordFilter("service_class", _("Subject"), Adviser, "service_classes"),
    WayToMeetFilter("way_to_meet", _("Way to meet")),
    RecordFilter("organisation", _("Organisation"), Adviser, "organisation", "slug", alphabetic=True),
)

ORGANISATION_FILTERS = FilterSet(
    MunicipalityFilter(MUNICIPALITY, _("Municipality"), Organisation, "municipalities", alphabetic=True),
    KindFilter("kind", _("Kind of organisation")),
)
