"""The directory of advisers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from directory.addresses import absolute, hreflang_links
from directory.list_filters import ADVISER_FILTERS, MUNICIPALITY
from directory.models import Adviser
from directory.public_adviser import public_adviser, with_facts
from directory.views.breadcrumbs import front_page
from site_core.languages import active_language

PER_PAGE = 20


def adviser_list(request: HttpRequest) -> HttpResponse:
    """Lists the advisers whom clients may see, narrowed by the filters in the address.

    Unknown filters and values are left aside, and a page that does not exist gives the nearest one. Where a
    municipality is chosen, its own advisers come before those who serve the whole country.
    """
    language = active_language()
    everybody = Adviser.objects.public()
    chosen = ADVISER_FILTERS.chosen(dict(request.GET.lists()))
    order = ["whole_country", "name", "pk"] if MUNICIPALITY in chosen else ["name", "pk"]
    advisers = ADVISER_FILTERS.apply(everybody, chosen).order_by(*order)
    page = Paginator(with_facts(advisers), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "advisers": [public_adviser(adviser, language) for adviser in page.object_list],
        "total": page.paginator.count,
        "page_number": page.number,
        "page_count": page.paginator.num_pages,
        "facets": ADVISER_FILTERS.facets(everybody, chosen),
        "narrowed": bool(chosen),
        "breadcrumbs": [front_page()],
        "canonical_url": absolute(request.path),
        "hreflang_links": hreflang_links(request.path),
        "meta_description": _("Advisers who help you with work, studies and life's turns, in Finnish and Swedish."),
    }
    return render(request, "directory/adviser_list.html", context)
