"""Which documents a change to a page or a record touches."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from directory.models import Adviser, Organisation
from pages.models import GuidePage, HomePage, OrganisationPage, ServicePage, TopicPage
from search.indexing import refresh
from search.models import DocumentKind

KINDS: dict[type[Page], DocumentKind] = {
    ServicePage: DocumentKind.SERVICE,
    GuidePage: DocumentKind.GUIDE,
    TopicPage: DocumentKind.TOPIC,
}
SECTIONS = (OrganisationPage, TopicPage, HomePage)
"""Pages with others under them, whose addresses and organisation they determine."""


@transaction.atomic
def page_changed(page: Page) -> None:
    """A page was published, unpublished, moved, restricted or deleted: it and what is under its pair."""
    model = page.specific_class
    if model in KINDS:
        refresh(KINDS[model], [page.translation_key])
    if model is OrganisationPage:
        _refresh_organisations_of(page)
    if model in SECTIONS:
        pair = Page.objects.filter(translation_key=page.translation_key)
        _refresh_below([*pair.values_list("path", flat=True), page.path])


@transaction.atomic
def organisation_changed(organisation: Organisation) -> None:
    """An organisation was saved or deleted: it, its advisers, and everything in its section, which carry its name."""
    refresh(DocumentKind.ORGANISATION, [organisation.key])
    if organisation.pk is not None:
        refresh(DocumentKind.ADVISER, _keys(Adviser.objects.filter(organisation=organisation).values_list("key")))
        _refresh_below(OrganisationPage.objects.filter(organisation=organisation).values_list("path", flat=True))


def organisation_area_changed(organisation: Organisation) -> None:
    """The municipalities of an organisation were changed."""
    refresh(DocumentKind.ORGANISATION, [organisation.key])


def adviser_changed(adviser: Adviser) -> None:
    """An adviser was saved or deleted, or what they do, where or in which language was changed."""
    refresh(DocumentKind.ADVISER, [adviser.key])


def _refresh_organisations_of(page: Page) -> None:
    sections = OrganisationPage.objects.filter(translation_key=page.translation_key)
    keys = set(_keys(sections.values_list("organisation__key")))
    if isinstance(page, OrganisationPage):
        keys.add(page.organisation.key)
    refresh(DocumentKind.ORGANISATION, keys)


def _refresh_below(paths: Iterable[str]) -> None:
    """The services, guides and topics under the paths."""
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    if not below:
        return
    found: defaultdict[DocumentKind, set[uuid.UUID]] = defaultdict(set)
    for model, kind in KINDS.items():
        found[kind].update(model._default_manager.filter(below).values_list("translation_key", flat=True))
    for kind, keys in found.items():
        if keys:
            refresh(kind, keys)


def _keys(rows: Iterable[tuple[uuid.UUID]]) -> list[uuid.UUID]:
    return [key for (key,) in rows]
