"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from directory.addresses import absolute, hreflang_links
from directory.linked_pages import section_of
from directory.models import Organisation
from directory.public_adviser import public_advisers
from directory.views import breadcrumbs
from site_core.alphabet import alphabetical
from site_core.languages import active_language


def organisation_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Leads to the organisation's own section in the language; where there is none, shows what the record tells."""
    language = active_language()
    organisation = get_object_or_404(Organisation, slug=slug, active=True)
    section = section_of(organisation, language)
    if section and section.language == language:
        return redirect(section.url)
    context = {
        "organisation": organisation,
        "municipalities": sorted(
            organisation.municipalities.all(), key=lambda municipality: alphabetical(municipality.name)
        ),
        "advisers": public_advisers(organisation.advisers.public(), language),
        "section": section,
        "breadcrumbs": [breadcrumbs.front_page(), breadcrumbs.organisation_list()],
        "canonical_url": absolute(organisation.get_absolute_url()),
        "hreflang_links": hreflang_links(request.path),
        "meta_description": organisation.description,
    }
    return render(request, "directory/organisation_detail.html", context)
