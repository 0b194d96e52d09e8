"""Feeds the engine outside the database, if there is one, from the rows: what it has not got stays pending."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from search.batches import batches
from search.engines.protocol import Engine, EngineUnavailable
from search.engines.registry import outside_engine
from search.models import SearchDocument

logger = logging.getLogger(__name__)

BATCH = 200
RETRY_SECONDS = 15

_retry_due = 0.0
"""When the next retry that this process has put in the queue is due, by `time.monotonic`."""


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
        _retry_later()
        return 0


def send_pending(engine: Engine) -> int:
    """Write every document that is pending now to the engine, the oldest change first. Raises EngineUnavailable."""
    waiting = list(SearchDocument.objects.pending().values_list("pk", flat=True))
    for numbers in batches(waiting, BATCH):
        documents = list(SearchDocument.objects.filter(pk__in=numbers).prefetch_related("texts"))
        engine.write(documents)
        mark_sent(documents)
    return len(waiting)


@transaction.atomic
def mark_sent(documents: Iterable[SearchDocument]) -> None:
    """Note that the engine has these versions; what has changed meanwhile stays pending.

    Rows that somebody is changing at this moment are not waited for: they will be pending anyway.
    """
    versions = {document.pk: document.version for document in documents}
    rows = SearchDocument.objects.select_for_update(skip_locked=True).filter(pk__in=versions)
    sent = [row for row in rows.only("sent_version") if row.sent_version < versions[row.pk]]
    for row in sent:
        row.sent_version = versions[row.pk]
    SearchDocument.objects.bulk_update(sent, ["sent_version"])


def mark_indexed(engine: Engine) -> None:
    """Note what the engine turns out to have, as after a rebuild. Raises EngineUnavailable."""
    indexed = engine.versions()
    pending = SearchDocument.objects.pending().only("key", "version", "deleted")
    done = [row for row in pending if indexed.get(row.key) == (None if row.deleted else row.version)]
    for documents in batches(done, BATCH):
        mark_sent(documents)


def _retry_later() -> None:
    """Put one retry in the queue, if the queue can wait, however many changes fail until then."""
    global _retry_due
    if feed.get_backend().supports_defer and time.monotonic() >= _retry_due:
        _retry_due = time.monotonic() + RETRY_SECONDS
        feed.using(run_after=timezone.now() + timedelta(seconds=RETRY_SECONDS)).enqueue()
