"""Addresses of the directory, under the language's prefix and in its words."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from directory.views.adviser_detail import adviser_detail
from directory.views.adviser_list import adviser_list
from directory.views.organisation_detail import organisation_detail
from directory.views.organisation_list import organisation_list

app_name = "directory"

advisers = [
    path("", adviser_list, name="adviser_list"),
    path("<slug:slug>/", adviser_detail, name="adviser_detail"),
]
organisations = [
    path("", organisation_list, name="organisation_list"),
    path("<slug:slug>/", organisation_detail, name="organisation_detail"),
]

urlpatterns = [
    path(_("advisers/"), include(advisers)),
    path(_("organisations/"), include(organisations)),
]
