"""The results page."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.views.breadcrumbs import front_page
from search.asked import MOST_CHARACTERS
from search.facets import FacetTerms
from search.models import DocumentKind, SearchText
from search.parameters import Parameters, lenient
from search.service import SearchResults, run_search
from site_core.languages import LanguageCode, active_language

TOPICS_OFFERED = 6


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A topic to go on from where a search found nothing."""

    title: str
    url: str
    summary: str


@require_safe
@transaction.non_atomic_requests
def results_page(request: HttpRequest) -> HttpResponse:
    """What the words and filters in the address find; everything where there are none.

    Unknown parameters and values are left aside, and a page past the last gives the last.
    """
    terms = FacetTerms()
    asked = lenient(dict(request.GET.lists()), active_language(), terms)
    results = _search(asked, terms)
    if results.pages and asked.page > results.pages:
        results = _search(replace(asked, page=results.pages), terms)
    context = {
        "query": results.query,
        "hits": results.items,
        "total": results.total,
        "page_number": results.page,
        "page_count": results.pages,
        "facets": [asdict(group) for group in results.facets],
        "broader_url": f"?{urlencode({'q': results.query})}" if asked.chosen else "",
        "cut_at": MOST_CHARACTERS if results.cut else 0,
        "widened": results.widened,
        "breadcrumbs": [front_page()],
    }
    if results.total:
        return render(request, "search/results.html", context)
    topics = offered_topics(active_language())
    return render(request, "search/empty.html", {**context, "topics": topics})


def offered_topics(language: LanguageCode) -> list[TopicLink]:
    """Topics written in the language, in alphabetical order, in one query."""
    texts = SearchText.objects.filter(
        language=language, document__kind=DocumentKind.TOPIC, document__deleted=False
    ).exclude(title="")
    return [
        TopicLink(text.title, text.url, text.summary)
        for text in texts.order_by(f"document__sort_{language}")[:TOPICS_OFFERED]
    ]


def _search(asked: Parameters, terms: FacetTerms) -> SearchResults:
    return run_search(asked.text, asked.language, chosen=asked.chosen, page=asked.page, size=asked.size, terms=terms)
