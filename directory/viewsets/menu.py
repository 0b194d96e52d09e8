"""The directory's place in the admin's menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from directory.viewsets.adviser import AdviserViewSet
from directory.viewsets.code_lists import (
    LanguageOfServiceViewSet,
    LifeEventViewSet,
    MunicipalityViewSet,
    OntologyTermViewSet,
    ServiceClassViewSet,
    TargetGroupViewSet,
)
from directory.viewsets.organisation import OrganisationViewSet


class DirectoryViewSetGroup(ViewSetGroup):
    """Records of the network under one menu item; each shows to those with a permission for it."""

    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 150
    items = (
        AdviserViewSet,
        OrganisationViewSet,
        MunicipalityViewSet,
        ServiceClassViewSet,
        TargetGroupViewSet,
        LifeEventViewSet,
        LanguageOfServiceViewSet,
        OntologyTermViewSet,
    )
