"""The pages behind documents: both pages of each pair, what belongs to the pair, and where they are served."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from directory.models import Organisation
from pages.lineage import language_of, lineages
from pages.models import OrganisationPage
from pages.models.base import TwinPage
from site_core.languages import LANGUAGE_CODES, LanguageCode

PageType = TypeVar("PageType", bound=TwinPage)


@dataclass(frozen=True, slots=True)
class Pair(Generic[PageType]):
    """A pair with at least one page that everybody may read.

    `source` carries the facts and may itself be a draft; `live` are the pages that everybody may read;
    `addresses` is where readers of each language are served.
    """

    key: uuid.UUID
    source: PageType
    live: Mapping[LanguageCode, PageType]
    addresses: Mapping[LanguageCode, str]
    organisation: Organisation | None


def live_pairs(model: type[PageType], keys: Collection[uuid.UUID]) -> list[Pair[PageType]]:
    """The pairs that everybody may read, in seven queries however many they are."""
    pages: dict[uuid.UUID, list[PageType]] = defaultdict(list)
    for page in model.objects.filter(translation_key__in=keys).select_related("locale").order_by("pk"):
        pages[page.translation_key].append(page)
    public = set(model.objects.filter(translation_key__in=keys).live().public().values_list("pk", flat=True))
    shown = {key: [page for page in pair if page.pk in public] for key, pair in pages.items()}
    ways = lineages(pair[0] for pair in shown.values() if pair)
    owners = _owners(pair[0] for pair in shown.values() if pair)
    return [
        Pair(
            key,
            pages[key][0],
            {language_of(page): page for page in pair},
            {language: ways[pair[0].path].address(language) for language in LANGUAGE_CODES},
            owners.get(_parent_path(pair[0])),
        )
        for key, pair in shown.items()
        if pair
    ]


def facts(pairs: Iterable[Pair[Any]], relation: str, *related: str) -> dict[int, list[Any]]:
    """The records of a many-to-many fact, by the key of the source page, in one query."""
    sources = [pair.source for pair in pairs]
    records: dict[int, list[Any]] = defaultdict(list)
    if sources:
        field: Any = type(sources[0])._meta.get_field(relation)
        page, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        rows = field.remote_field.through._default_manager.filter(
            **{f"{page}__in": [source.pk for source in sources]}
        )
        for row in rows.select_related(target, *(f"{target}__{name}" for name in related)).order_by("pk"):
            records[getattr(row, f"{page}_id")].append(getattr(row, target))
    return records


def _owners(pages: Iterable[TwinPage]) -> dict[str, Organisation]:
    """The organisations whose sections the pages are in, by the path of the section."""
    sections = OrganisationPage.objects.filter(path__in={_parent_path(page) for page in pages})
    return {section.path: section.organisation for section in sections.select_related("organisation")}


def _parent_path(page: TwinPage) -> str:
    path: str = page.path
    return path[: -page.steplen]
