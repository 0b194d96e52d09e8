"""What golden queries search in: the demo's content, the real feed where it is, and services made to mislead."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from directory.codelists import load_codelists
from directory.models import Organisation
from pages.demo.content import DemoContent, identity, read_content
from pages.demo.load import load_demo
from pages.exchange.run import Options, import_ptv
from pages.models import ServicePage
from search.rebuilding import rebuild
from tests.conftest import SHARED_DATA
from tests.relevance.queries import DISTRACTORS

FEED = SHARED_DATA / "ptv" / "feed"
NO_FEED = f"The feed is not on this machine ({FEED}): only answers among the demo's content can be found."


def make_corpus() -> None:
    """Fill the database, which has no content yet, and index it."""
    load_codelists()
    with _quiet("wagtail"):
        load_demo(read_content())
        _import_live(DISTRACTORS)
        if FEED.is_dir():
            _import_live(FEED)
    rebuild()


def identifiers() -> dict[UUID, str]:
    """By the key of a document, the identifier that golden queries have for it."""
    services = ServicePage.objects.live().exclude(ptv_id=None).values_list("translation_key", "ptv_id")
    organisations = Organisation.objects.exclude(ptv_id=None).values_list("key", "ptv_id")
    imported = {key: str(ptv_id) for key, ptv_id in [*services, *organisations]}
    return imported | demo_identifiers(read_content())


def demo_identifiers(content: DemoContent) -> dict[UUID, str]:
    """The same for the demo's content alone."""
    kinds = {
        "adviser": content.advisers,
        "guide": content.guides,
        "organisation": content.organisations,
        "topic": content.topics,
    }
    services = {identity("service", item["key"]): f"demo:{item['key']}" for item in content.services}
    others = {
        identity(kind, item["key"]): f"demo:{kind}/{item['key']}" for kind, items in kinds.items() for item in items
    }
    return services | others


def _import_live(folder: Path) -> None:
    import_ptv([folder], Options(timezone.localdate(), live=True))


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Without a line for every page that is published."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
