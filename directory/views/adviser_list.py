"""The directory of advisers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directory.models import Adviser
from directory.public_adviser import public_advisers
from site_core.languages import active_language


def adviser_list(request: HttpRequest) -> HttpResponse:
    """Lists the advisers whom clients may see."""
    advisers = public_advisers(Adviser.objects.public(), active_language())
    return render(request, "directory/adviser_list.html", {"advisers": advisers})
