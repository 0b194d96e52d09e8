"""The code lists, to read: they come from outside and are kept up to date with `manage.py load_codelists`."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from directory.models import LanguageOfService, LifeEvent, Municipality, OntologyTerm, ServiceClass, TargetGroup


class CodeListViewSet(ModelViewSet):
    """A list that nobody edits here."""

    icon = "list-ul"
    list_display = ["code", "name_fi", "name_sv"]
    list_export = ["code", "name_fi", "name_sv"]
    search_fields = ["code", "name_fi", "name_sv"]
    list_per_page = 50
    form_fields: list[str] = []
    inspect_view_enabled = True
    copy_view_enabled = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {name: value for name, value in common.items() if name not in NAMES_OF_MISSING_VIEWS}

    def get_urlpatterns(self) -> list[Any]:
        return [
            pattern for pattern in super().get_urlpatterns() if pattern.name in ("index", "index_results", "inspect")
        ]

    def register_admin_url_finder(self) -> None:
        """There is no form to find."""


NAMES_OF_MISSING_VIEWS = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name")


class MunicipalityViewSet(CodeListViewSet):
    model = Municipality
    icon = "site"
    menu_label = _("Municipalities")
    list_display = ["code", "name_fi", "name_sv", "region", "wellbeing_county"]
    list_filter = ["region", "wellbeing_county"]


class ServiceClassViewSet(CodeListViewSet):
    model = ServiceClass
    list_display = ["code", "name_fi", "name_sv", "parent"]


class TargetGroupViewSet(CodeListViewSet):
    model = TargetGroup


class LifeEventViewSet(CodeListViewSet):
    model = LifeEvent


class LanguageOfServiceViewSet(CodeListViewSet):
    model = LanguageOfService


class OntologyTermViewSet(CodeListViewSet):
    model = OntologyTerm
    list_display = ["name_fi", "name_sv", "uri"]
    list_export = list_display
    search_fields = list_display
