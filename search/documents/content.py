"""What a document says, before it is analysed."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

from search.models import DocumentKind
from site_core.languages import LanguageCode


@dataclass(frozen=True, slots=True)
class LanguageContent:
    """A document for readers of one language.

    `url` is where they are served, in whichever language the text is. A document that is not written in their
    language has neither title nor text here; it has `labels` of concepts and `names` of places and partners all
    the same, which bring it to their searches.
    """

    url: str
    title: str = ""
    other_titles: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """Where a document holds: everywhere or in the places named, in the order they are shown."""

    everywhere: bool = False
    names: Mapping[LanguageCode, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """Everything that can be found and shown of a service, guide, topic, adviser or organisation.

    `facets` are pairs of a facet's name and a value.
    """

    key: uuid.UUID
    kind: DocumentKind
    languages: Mapping[LanguageCode, LanguageContent]
    facets: tuple[tuple[str, str], ...] = ()
    organisation: Mapping[LanguageCode, str] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    visible_from: date | None = None
    visible_until: date | None = None
    ptv_id: uuid.UUID | None = None

    @property
    def digest(self) -> str:
        """Two contents are the same when their digests are."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True, default=str).encode()).hexdigest()
