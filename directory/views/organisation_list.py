"""The partner organisations."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from directory.addresses import absolute, hreflang_links
from directory.list_filters import ORGANISATION_FILTERS
from directory.models import Organisation
from directory.views.breadcrumbs import front_page
from site_core.alphabet import alphabetical

PER_PAGE = 40


def organisation_list(request: HttpRequest) -> HttpResponse:
    """Lists the organisations of the network from A to Ö, narrowed by the filters in the address.

    They are sorted here and not in the database, whose alphabet depends on how it was set up.
    """
    everybody = Organisation.objects.filter(active=True)
    chosen = ORGANISATION_FILTERS.chosen(dict(request.GET.lists()))
    organisations = sorted(
        ORGANISATION_FILTERS.apply(everybody, chosen), key=lambda organisation: alphabetical(organisation.name)
    )
    page = Paginator(organisations, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisations": page.object_list,
        "total": page.paginator.count,
        "page_number": page.number,
        "page_count": page.paginator.num_pages,
        "facets": ORGANISATION_FILTERS.facets(everybody, chosen),
        "narrowed": bool(chosen),
        "breadcrumbs": [front_page()],
        "canonical_url": absolute(request.path),
        "hreflang_links": hreflang_links(request.path),
        "meta_description": _("The organisations that guide adults together, in Finnish and Swedish."),
    }
    return render(request, "directory/organisation_list.html", context)
