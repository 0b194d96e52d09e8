"""The page of an adviser."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from directory.addresses import absolute, hreflang_links
from directory.linked_pages import services_of
from directory.models import Adviser
from directory.public_adviser import public_adviser, with_facts
from directory.structured_data import person
from directory.views import breadcrumbs
from site_core.json_ld import json_ld
from site_core.languages import active_language


def adviser_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows an adviser whom clients may see, with the services they advise on; anybody else is not found."""
    language = active_language()
    record = get_object_or_404(with_facts(Adviser.objects.public()), slug=slug)
    adviser = public_adviser(record, language)
    context = {
        "adviser": adviser,
        "services": services_of(record, language),
        "breadcrumbs": [breadcrumbs.front_page(), breadcrumbs.adviser_list()],
        "canonical_url": absolute(adviser.url),
        "hreflang_links": hreflang_links(adviser.url),
        "meta_description": adviser.expertise or adviser.title,
        "structured_data": json_ld(person(adviser, settings.SITE_URL)),
    }
    return render(request, "directory/adviser_detail.html", context)
