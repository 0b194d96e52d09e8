"""The way from the front page to a page of the directory."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from site_core.context_processors import home_url
from site_core.languages import active_language


@dataclass(frozen=True)
class Breadcrumb:
    """A step of the way."""

    title: str
    url: str


def front_page() -> Breadcrumb:
    """The front page in the active language."""
    return Breadcrumb(_("Front page"), home_url(active_language()))


def adviser_list() -> Breadcrumb:
    """The directory of advisers."""
    return Breadcrumb(_("Advisers"), reverse("directory:adviser_list"))


def organisation_list() -> Breadcrumb:
    """The organisations of the network."""
    return Breadcrumb(_("Organisations"), reverse("directory:organisation_list"))
