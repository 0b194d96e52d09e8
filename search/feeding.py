"""Feeds the engine outside the database, if there is one, from the rows: what it has not got stays pending."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from django.db import transaction
from django_tasks import task

from search.engines.protocol import Engine, EngineUnavailable
from search.engines.registry import outside_engine
from search.models import SearchDocument

logger = logging.getLogger(__name__)

BATCH = 500


def feed_after_commit(changed: Sequence[SearchDocument]) -> None:
    """Feed the changes once they are certain. Nothing to do where the only engine is in the database itself."""
    if changed and outside_engine() is not None:
        transaction.on_commit(feed.enqueue)


@task()
def feed() -> int:
    """Send what is pending; the number of documents sent. An engine that does not answer is fed another time."""
    engine = outside_engine()
    if engine is None:
        return 0
    try:
        return send_pending(engine)
    except EngineUnavailable as error:
        logger.warning("The search engine was not fed: %s", error)
        return 0


def send_pending(engine: Engine) -> int:
    """Write every pending document to the engine, the oldest change first. Raises EngineUnavailable."""
    sent = 0
    while batch := list(SearchDocument.objects.pending().prefetch_related("texts")[:BATCH]):
        engine.write(batch)
        mark_sent(batch)
        sent += len(batch)
    return sent


def mark_sent(documents: Iterable[SearchDocument]) -> None:
    """Note that the engine has these versions; what has changed meanwhile stays pending."""
    rows = list(documents)
    for row in rows:
        row.sent_version = row.version
    SearchDocument.objects.bulk_update(rows, ["sent_version"], batch_size=BATCH)
