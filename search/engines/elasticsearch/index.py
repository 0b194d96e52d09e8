"""What an index looks like and what it is called.

Nothing here needs more than the core of Elasticsearch 9: tokens come analysed, and are split at blanks.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime
from typing import Any

from search.analysis.chain import CHAIN_VERSION
from search.facets import FACET_NAMES
from search.ranking import FIELD_WEIGHTS, K1, TOKEN_FIELDS, B
from site_core.languages import LANGUAGE_CODES

LARGEST_WINDOW = 10_000
"""How deep results can be paged, by default and here."""

SCALE = 1 / min(FIELD_WEIGHTS.values())
"""combined_fields takes no field weight under 1. With all weights and K1 scaled alike, BM25 gives the same score."""

_TOKENS = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
_KEYWORD = {"type": "keyword"}

SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # How long a deleted document's version is remembered, so that a late write of an older one does not revive it.
    "gc_deletes": "1h",
    "similarity": {"default": {"type": "BM25", "k1": K1 * SCALE, "b": B}},
}
MAPPINGS: dict[str, Any] = {
    "dynamic": "strict",
    "properties": {
        "number": {"type": "long"},
        "visible": {"type": "date_range", "format": "strict_date"},
        "facets": {"properties": dict.fromkeys(FACET_NAMES, _KEYWORD)},
        **{f"in_{language}": {"type": "boolean"} for language in LANGUAGE_CODES},
        **{f"sort_{language}": _KEYWORD for language in LANGUAGE_CODES},
        **{language: {"properties": dict.fromkeys(TOKEN_FIELDS, _TOKENS)} for language in LANGUAGE_CODES},
    },
}

SHAPE = hashlib.sha256(json.dumps([CHAIN_VERSION, SETTINGS, MAPPINGS], sort_keys=True).encode()).hexdigest()[:8]
"""Tells indexes apart that were made by code with another mapping or another language analysis."""


def alias_of(prefix: str) -> str:
    """The name by which this version of the code searches and writes: it never meets an index of another shape."""
    return f"{prefix}-{SHAPE}"


def filling_alias_of(index: str) -> str:
    """The name by which an index is filled. It goes with the index, which therefore is never made by accident."""
    return f"{index}-filling"


def new_index_name(prefix: str) -> str:
    """A name that no index has had."""
    return f"{alias_of(prefix)}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"


def is_ours(index: str, prefix: str) -> bool:
    """Whether the index was made for the prefix, by this or another version of the code."""
    return re.fullmatch(rf"{re.escape(prefix)}-[0-9a-f]{{8}}-[0-9]{{20}}", index) is not None
