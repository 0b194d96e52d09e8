"""Putting documents into an index and taking them out, by version: what comes late never wins over what is newer."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.elasticsearch.cluster import RequestRefused, is_refusal
from search.engines.protocol import EngineUnavailable
from search.models import SearchDocument
from search.ranking import TOKEN_FIELDS

Operation = dict[str, Any]
Versions = Mapping[uuid.UUID, int]

SHOWN_FAILURES = 3


def operations(document: SearchDocument) -> Iterator[Operation]:
    """The lines of a bulk request that make the index agree with the document."""
    if document.deleted:
        yield from removals({document.key: document.version})
    else:
        yield {"index": _target(document.key, document.version)}
        yield source(document)


def removals(versions: Versions) -> Iterator[Operation]:
    """The lines of a bulk request that take documents out, unless the index has a later version."""
    for key, version in versions.items():
        yield {"delete": _target(key, version)}


def send(client: Elasticsearch, alias: str, lines: Iterable[Operation]) -> None:
    """Carry out the operations on the index behind the alias; those that come too late are left.

    Raises EngineUnavailable when there is no such alias, or when the index did not take all the rest.
    """
    lines = list(lines)
    if not lines:
        return
    answer = client.bulk(operations=lines, index=alias, require_alias=True)
    failed = [outcome for item in answer["items"] for outcome in item.values() if _has_failed(outcome)]
    if failed:
        kind = RequestRefused if all(is_refusal(outcome["status"]) for outcome in failed) else EngineUnavailable
        told = "; ".join(f"{outcome['_id']}: {outcome['error']}" for outcome in failed[:SHOWN_FAILURES])
        raise kind(f"Elasticsearch did not take {len(failed)} documents: {told}")


def source(document: SearchDocument) -> dict[str, Any]:
    """The document as the index has it: tokens and what to filter and sort by, and nothing to show."""
    days = {"gte": document.visible_from, "lte": document.visible_until}
    return {
        "number": document.pk,
        "visible": {bound: day.isoformat() for bound, day in days.items() if day is not None},
        "facets": document.facets,
        "in_fi": document.in_fi,
        "in_sv": document.in_sv,
        "sort_fi": document.sort_fi,
        "sort_sv": document.sort_sv,
        **{
            text.language: {field: getattr(text, field) for field in TOKEN_FIELDS if getattr(text, field)}
            for text in document.texts.all()
        },
    }


def _target(key: uuid.UUID, version: int) -> dict[str, Any]:
    return {"_id": str(key), "version": version, "version_type": "external_gte"}


def _has_failed(outcome: Mapping[str, Any]) -> bool:
    return "error" in outcome and outcome["status"] != HTTPStatus.CONFLICT
