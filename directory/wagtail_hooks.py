from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from directory.viewsets.choosers import (
    AdviserChooserViewSet,
    MunicipalityChooserViewSet,
    OrganisationChooserViewSet,
)
from directory.viewsets.menu import DirectoryViewSetGroup


@hooks.register("register_admin_viewset")
def directory_viewsets() -> list[ViewSet | ViewSetGroup]:
    return [
        DirectoryViewSetGroup(),
        AdviserChooserViewSet(),
        MunicipalityChooserViewSet(),
        OrganisationChooserViewSet(),
    ]
