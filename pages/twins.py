"""Making the other language's page of a pair, and how far it is."""

from enum import StrEnum
from typing import Any, TypeVar

from django.db import transaction
from wagtail.models import Locale

from pages.lineage import language_of
from pages.models.base import TwinPage
from pages.models.organisation import OrganisationPage
from site_core.languages import LanguageCode

AnyTwinPage = TypeVar("AnyTwinPage", bound=TwinPage)


class PairStatus(StrEnum):
    """How far the other language's page of a pair is."""

    MISSING = "missing"
    DRAFT = "draft"
    LIVE = "live"


class TwinExistsError(ValueError):
    """The page has a page in the language already."""


def pair_status(page: TwinPage) -> PairStatus:
    """How far the twin of the page is."""
    twin = page.twin
    if twin is None:
        return PairStatus.MISSING
    return PairStatus.LIVE if twin.live else PairStatus.DRAFT


@transaction.atomic
def create_twin(page: AnyTwinPage, language: LanguageCode, **values: Any) -> AnyTwinPage:
    """A draft in the other tree with the given values alone, its slug from its own title.

    The twins of the page's parents are made too where they are missing, as drafts that carry the parent's title
    until somebody translates it. Facts stay on the source. Raises TwinExistsError; KeyError without a title.
    """
    if language == language_of(page) or page.twin is not None:
        raise TwinExistsError(f"{page} has a page in {language} already")
    model = type(page)
    twin = model(
        **{
            **({"organisation": page.organisation} if isinstance(page, OrganisationPage) else {}),
            **values,
            "title": values["title"],
            "translation_key": page.translation_key,
            "locale": Locale.objects.get(language_code=language),
            "live": False,
        }
    )
    _parent_in(page, language).add_child(instance=twin)
    twin.save_revision(clean=False)
    page.__dict__.pop("pair", None)
    return twin


def _parent_in(page: TwinPage, language: LanguageCode) -> TwinPage:
    parent: TwinPage = page.get_parent().specific
    return parent.twin or create_twin(parent, language, title=parent.title)
