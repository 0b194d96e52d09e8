"""The partner organisations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directory.models import Organisation


def organisation_list(request: HttpRequest) -> HttpResponse:
    """Lists the organisations in the network."""
    return render(
        request, "directory/organisation_list.html", {"organisations": Organisation.objects.filter(active=True)}
    )
