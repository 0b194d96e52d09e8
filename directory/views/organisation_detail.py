"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directory.models import Organisation


def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows an organisation of the network."""
    organisation = get_object_or_404(Organisation, slug=slug, active=True)
    return render(request, "directory/organisation_detail.html", {"organisation": organisation})
