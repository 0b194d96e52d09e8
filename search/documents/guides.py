"""Documents of guides and topics, which hold everywhere."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator
from itertools import chain

from directory.models import LifeEvent
from pages.models import GuidePage, TopicPage
from search.documents import records
from search.documents.content import DocumentContent, LanguageContent, Places
from search.documents.pairs import Pair, facts, live_pairs
from search.documents.texts import joined, plain
from search.models import DocumentKind
from site_core.languages import LANGUAGE_CODES, LanguageCode

GuideOrTopic = GuidePage | TopicPage


def guide_documents(keys: Collection[uuid.UUID]) -> Iterator[DocumentContent]:
    """The documents of the guides that everybody may read."""
    return _documents(live_pairs(GuidePage, keys), DocumentKind.GUIDE, _guide_body)


def topic_documents(keys: Collection[uuid.UUID]) -> Iterator[DocumentContent]:
    """The documents of the topics that everybody may read."""
    return _documents(live_pairs(TopicPage, keys), DocumentKind.TOPIC, _topic_body)


def _guide_body(page: GuidePage) -> str:
    steps = chain.from_iterable((step.value["title"], plain(step.value["text"].source)) for step in page.steps)
    return joined([plain(page.intro), *steps])


def _topic_body(page: TopicPage) -> str:
    sections = chain.from_iterable((section.value["heading"], section.value["text"]) for section in page.sections)
    return joined([plain(page.intro), *sections])


def _documents(
    pairs: list[Pair[GuidePage]] | list[Pair[TopicPage]], kind: DocumentKind, body: Callable[..., str]
) -> Iterator[DocumentContent]:
    life_events = facts(pairs, "life_events")
    for pair in pairs:
        yield DocumentContent(
            key=pair.key,
            kind=kind,
            languages={
                language: _content(pair, language, life_events[pair.source.pk], body) for language in LANGUAGE_CODES
            },
            facets=tuple(
                chain(
                    [("type", kind.value)],
                    records.place_facets([], everywhere=True),
                    records.organisation_facets(pair.organisation),
                )
            ),
            organisation=records.names(pair.organisation) if pair.organisation else {},
            places=Places(),
        )


def _content(
    pair: Pair[GuidePage] | Pair[TopicPage],
    language: LanguageCode,
    life_events: list[LifeEvent],
    body: Callable[..., str],
) -> LanguageContent:
    labels = records.labels(life_events, language)
    named = records.labels(filter(None, [pair.organisation]), language)
    page = pair.live.get(language)
    if page is None:
        return LanguageContent(pair.addresses[language], labels=labels, names=named)
    return LanguageContent(pair.addresses[language], page.title, (), page.summary, body(page), labels, named)
