"""A new index is filled from the rows beside the old one, catches up with changes, and takes its place."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from search.analysis.chain import analysis_version
from search.batches import batches
from search.engines.elasticsearch.cluster import Cluster
from search.engines.elasticsearch.index import (
    MAPPINGS,
    SETTINGS,
    alias_of,
    filling_alias_of,
    is_ours,
    new_index_name,
)
from search.engines.elasticsearch.writing import operations, removals, send
from search.engines.protocol import EngineUnavailable
from search.models import SearchDocument

BATCH = 200
MOST_ROUNDS = 10
"""Of catching up before the swap. What changes faster than that is caught up with after it."""


class NewIndex:
    """An index in the making. Whatever fails before `put_in_place` leaves the old one as it was.

    A process that is killed leaves a half-filled index, which the next rebuild removes. Of two rebuilds at the
    same time the one that swaps first wins, and the other fails.
    """

    def __init__(self, cluster: Cluster, prefix: str) -> None:
        self.cluster = cluster
        self.prefix = prefix
        self.name = new_index_name(prefix)
        self.versions: dict[uuid.UUID, int] = {}

    def create(self) -> None:
        """Make it, empty, under a name for filling it alone."""
        self.cluster.ask_patiently(
            lambda client: client.indices.create(
                index=self.name,
                settings={**SETTINGS, "refresh_interval": "-1"},
                mappings={**MAPPINGS, "_meta": {"made_for": self.prefix, "analysis": analysis_version()}},
                aliases={filling_alias_of(self.name): {}},
            )
        )

    def drop(self) -> None:
        """Remove it."""
        self.cluster.ask_patiently(lambda client: client.indices.delete(index=self.name, ignore_unavailable=True))

    def add(self, documents: Iterable[SearchDocument], alias: str) -> Iterator[int]:
        """Write the documents, or take out those that are gone; yields how many were written at a time."""
        for batch in batches(documents, BATCH):
            lines = [line for document in batch for line in operations(document)]
            self.cluster.ask_patiently(partial(send, alias=alias, lines=lines))
            for document in batch:
                if document.deleted:
                    self.versions.pop(document.key, None)
                else:
                    self.versions[document.key] = document.version
            yield len(batch)

    def catch_up(self, alias: str) -> int:
        """Write what has changed since it was written; the number of changes."""
        rows = dict(SearchDocument.objects.present().values_list("key", "version"))
        changed = [key for key, version in rows.items() if self.versions.get(key) != version]
        gone = {key: version for key, version in self.versions.items() if key not in rows}
        for keys in batches(changed, BATCH):
            documents = SearchDocument.objects.filter(key__in=keys).prefetch_related("texts")
            list(self.add(documents, alias))
        self.cluster.ask_patiently(partial(send, alias=alias, lines=list(removals(gone))))
        for key in gone:
            del self.versions[key]
        return len(changed) + len(gone)

    def verify(self) -> None:
        """Make it ready to be searched. Raises EngineUnavailable unless it has every document written to it."""
        self.cluster.ask_patiently(
            lambda client: client.indices.put_settings(index=self.name, settings={"refresh_interval": None})
        )
        self.cluster.ask_patiently(lambda client: client.indices.refresh(index=self.name))
        count = self.cluster.ask_patiently(lambda client: client.count(index=self.name)["count"])
        if count != len(self.versions):
            raise EngineUnavailable(f"The new index has {count} documents instead of {len(self.versions)}")

    def put_in_place(self) -> None:
        """Have searches and writes go to it, and remove every other index made for the prefix, in one step."""
        found = self.cluster.ask_patiently(lambda client: client.indices.get_alias(index=f"{self.prefix}-*"))
        others = [name for name in found if name != self.name and is_ours(name, self.prefix)]
        actions: list[dict[str, Any]] = [
            {"remove": {"index": self.name, "alias": filling_alias_of(self.name)}},
            {"add": {"index": self.name, "alias": alias_of(self.prefix)}},
            *({"remove_index": {"index": name}} for name in others),
        ]
        self.cluster.ask_patiently(lambda client: client.indices.update_aliases(actions=actions))


def rebuild(cluster: Cluster, prefix: str, progress: Callable[[int], None]) -> int:
    """Put a new index of all rows in place of the old one; the number of documents in it.

    Raises EngineUnavailable, and the old index goes on serving.
    """
    index = NewIndex(cluster, prefix)
    index.create()
    try:
        filling = filling_alias_of(index.name)
        rows = SearchDocument.objects.present().prefetch_related("texts").iterator(BATCH)
        for written in index.add(rows, filling):
            progress(written)
        for _round in range(MOST_ROUNDS):
            if not index.catch_up(filling):
                break
        index.verify()
        index.put_in_place()
    except BaseException:
        with suppress(EngineUnavailable):
            index.drop()
        raise
    # Changes of the last moment were written to the old index and with it removed.
    index.catch_up(alias_of(prefix))
    return len(index.versions)
