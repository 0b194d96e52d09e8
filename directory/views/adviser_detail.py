"""The page of an adviser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directory.models import Adviser
from directory.public_adviser import public_adviser, with_facts
from site_core.languages import active_language


def adviser_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows an adviser whom clients may see; anybody else is not found."""
    adviser = get_object_or_404(with_facts(Adviser.objects.public()), slug=slug)
    return render(request, "directory/adviser_detail.html", {"adviser": public_adviser(adviser, active_language())})
