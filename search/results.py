"""Results as clients see them, made of the documents' rows."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.analysis.highlight import snippet
from search.asked import Asked
from search.models import DocumentKind, SearchDocument, SearchText
from site_core.languages import LanguageCode, other_language

SNIPPET_LENGTH = 200
MARKED_LENGTH = 3000
"""Characters of a text in which words are looked for to be marked: all of nearly every page."""


@dataclass(frozen=True, slots=True)
class ResultItem:
    """A result. `language` is what its texts are in, with a note where that is not the client's.

    `snippet` is HTML in which the matching words are marked.
    """

    key: uuid.UUID
    kind: DocumentKind
    type_label: str
    title: str
    url: str
    language: LanguageCode
    language_note: str
    organisation: str
    municipalities: list[str]
    snippet: SafeString
    ptv_id: uuid.UUID | None


def result_items(keys: Sequence[uuid.UUID], query: Asked) -> list[ResultItem]:
    """The documents of the keys, in their order, in two queries.

    Those that may no longer be seen are left out: an engine outside the database can be late to hear of it.
    """
    visible = SearchDocument.objects.visible(timezone.localdate())
    rows = visible.filter(key__in=keys).prefetch_related("texts") if keys else []
    documents = {row.key: row for row in rows}
    return [_item(documents[key], query) for key in keys if key in documents]


def _item(document: SearchDocument, query: Asked) -> ResultItem:
    texts: dict[str, SearchText] = {text.language: text for text in document.texts.all()}
    language = query.language if query.language in document.languages else other_language(query.language)
    text = texts[language]
    kind = DocumentKind(document.kind)
    return ResultItem(
        key=document.key,
        kind=kind,
        type_label=str(kind.label),
        title=text.title,
        url=texts[query.language].url,
        language=language,
        language_note="" if language == query.language else _language_note(language),
        organisation=document.names.get("organisation", {}).get(query.language, ""),
        municipalities=_places(document.names, query.language),
        snippet=_snippet(text, query, language),
        ptv_id=document.ptv_id,
    )


def _language_note(language: LanguageCode) -> str:
    return _("in Finnish") if language == "fi" else _("in Swedish")


def _places(names: dict[str, Any], language: LanguageCode) -> list[str]:
    if names.get("everywhere"):
        return [_("Whole country")]
    places: list[str] = names.get("places", {}).get(language, [])
    more: int = names.get("more_places", 0)
    others = [ngettext("%(count)d other", "%(count)d others", more) % {"count": more}] if more else []
    return [*places, *others]


def _snippet(text: SearchText, query: Asked, language: LanguageCode) -> SafeString:
    """The summary if it has a word of the query, else the piece of the text that has, else the summary."""
    words = query.marked.get(language, ())
    for candidate in (text.summary, text.body[:MARKED_LENGTH]) if words else ():
        marked = snippet(candidate, words, language, SNIPPET_LENGTH)
        if "<mark>" in marked:
            return mark_safe(marked)  # noqa: S308 — escaped by search.analysis.highlight, but for its own <mark>
    return escape(text.summary)
