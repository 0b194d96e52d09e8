"""The public JSON of search (docs/api.md). Its shape is a promise: fields are added, never changed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from directory.addresses import absolute
from search.facets import FacetGroup, FacetTerms
from search.parameters import ParameterError, strict
from search.results import ResultItem
from search.service import SearchResults, run_search
from site_core.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES

ANY_SITE = {"Access-Control-Allow-Origin": "*"}


@require_safe
@transaction.non_atomic_requests
def search_api(request: HttpRequest) -> JsonResponse:
    """A page of results; 400 with the parameter's name and what is wrong where one is unknown or broken."""
    asked = dict(request.GET.lists())
    language = asked.get("lang", [DEFAULT_LANGUAGE])[-1]
    with override(language if language in LANGUAGE_CODES else DEFAULT_LANGUAGE):
        terms = FacetTerms()
        try:
            parameters = strict(asked, terms)
        except ParameterError as error:
            problem = {"error": {"parameter": error.parameter, "message": error.message}}
            return JsonResponse(problem, status=400, headers=ANY_SITE)
        results = run_search(
            parameters.text,
            parameters.language,
            chosen=parameters.chosen,
            page=parameters.page,
            size=parameters.size,
            terms=terms,
        )
    return JsonResponse(_body(results), headers=ANY_SITE)


def _body(results: SearchResults) -> dict[str, Any]:
    return {
        "query": results.query,
        "lang": results.language,
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "facets": {group.name: _facet(group) for group in results.facets},
        "results": [_result(item) for item in results.items],
    }


def _facet(group: FacetGroup) -> list[dict[str, Any]]:
    return [{"value": option.value, "label": option.label, "count": option.count} for option in group.options]


def _result(item: ResultItem) -> dict[str, Any]:
    return {
        "id": str(item.key),
        "type": item.kind.value,
        "title": item.title,
        "url": absolute(item.url),
        "language": item.language,
        "organisation": item.organisation or None,
        "snippet": item.snippet,
        "ptv_id": str(item.ptv_id) if item.ptv_id else None,
    }
