"""Compares the documents with the live pages and records, and each engine's index with the documents."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from search.analysis.chain import analysis_version
from search.batches import batches
from search.documents.builders import BUILDERS, candidate_keys
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.protocol import Engine
from search.engines.registry import outside_engine
from search.feeding import send_pending
from search.indexing import refresh
from search.models import DocumentKind, SearchDocument

BATCH = 100
DOCUMENTS = "documents"


class Fault(StrEnum):
    """What is wrong with a document or with an index's copy of it.

    A copy is ahead when the database was put back to an older state: its document needs a version newer than both.
    """

    MISSING = "missing"
    OUTDATED = "outdated"
    AHEAD = "ahead"
    LEFT_OVER = "left over"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and where it is: in the documents, or in the index of the engine named."""

    place: str
    fault: Fault
    kind: DocumentKind | None
    key: uuid.UUID


def check() -> list[Finding]:
    """Everything that is not as it should be. Raises EngineUnavailable when an engine does not answer."""
    findings = [finding for kind in DocumentKind for finding in _document_findings(kind)]
    for engine in _engines():
        findings += _index_findings(engine)
    return findings


def repair(findings: Iterable[Finding]) -> None:
    """Mend what was found. Raises EngineUnavailable when an engine does not answer."""
    stale: defaultdict[DocumentKind, list[uuid.UUID]] = defaultdict(list)
    lost: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.kind is not None and (finding.place == DOCUMENTS or finding.fault is Fault.AHEAD):
            stale[finding.kind].append(finding.key)
        else:
            lost[finding.place].append(finding)
    for kind, keys in stale.items():
        for batch in batches(keys, BATCH):
            refresh(kind, batch, reanalyse=True)
    for engine in _engines():
        faulty = lost[engine.name]
        engine.delete([finding.key for finding in faulty])
        wanted = SearchDocument.objects.present().filter(key__in=[finding.key for finding in faulty])
        engine.write(wanted.prefetch_related("texts"))
    outside = outside_engine()
    if outside is not None:
        send_pending(outside)


def _engines() -> list[Engine]:
    outside = outside_engine()
    return [EmbeddedEngine(), *([outside] if outside else [])]


def _document_findings(kind: DocumentKind) -> Iterator[Finding]:
    version = analysis_version()
    rows = {
        key: (digest, analysed_with)
        for key, digest, analysed_with in SearchDocument.objects.present()
        .filter(kind=kind)
        .values_list("key", "content_digest", "analysis_version")
    }
    for keys in batches(sorted(candidate_keys(kind)), BATCH):
        for content in BUILDERS[kind](keys):
            row = rows.pop(content.key, None)
            if row is None:
                yield Finding(DOCUMENTS, Fault.MISSING, kind, content.key)
            elif row != (content.digest, version):
                yield Finding(DOCUMENTS, Fault.OUTDATED, kind, content.key)
    yield from (Finding(DOCUMENTS, Fault.LEFT_OVER, kind, key) for key in rows)


def _index_findings(engine: Engine) -> Iterator[Finding]:
    indexed = dict(engine.versions())
    for key, version, kind in SearchDocument.objects.present().values_list("key", "version", "kind"):
        found = indexed.pop(key, None)
        if found != version:
            yield Finding(engine.name, _fault_of(found, version), DocumentKind(kind), key)
    yield from (Finding(engine.name, Fault.LEFT_OVER, None, key) for key in indexed)


def _fault_of(found: int | None, version: int) -> Fault:
    """What is wrong with a copy of the version `found`, where the document has another."""
    if found is None:
        return Fault.MISSING
    return Fault.OUTDATED if found < version else Fault.AHEAD
