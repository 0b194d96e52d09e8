"""Which engines there are, and which one serves."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings

from search.engines.protocol import Engine

ENGINES = {
    "embedded": "search.engines.embedded.engine.EmbeddedEngine",
    "elasticsearch": "search.engines.elasticsearch.engine.ElasticsearchEngine",
}
EMBEDDED = "embedded"


def engine(name: str) -> Engine:
    """The engine of the name. Raises KeyError for an unknown one."""
    module, _dot, class_name = ENGINES[name].rpartition(".")
    made: Engine = getattr(import_module(module), class_name)()
    return made


def serving_engine() -> Engine:
    """The engine that the deployment has chosen."""
    return engine(settings.SEARCH_ENGINE)


def outside_engine() -> Engine | None:
    """The engine outside the database, which has to be fed; None where the deployment has none."""
    return None if settings.SEARCH_ENGINE == EMBEDDED else serving_engine()
