"""Makes a page of the demo in its languages, live."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.utils.text import slugify
from wagtail.models import Locale

from pages.models.base import TwinPage
from pages.twins import create_twin
from site_core.languages import LanguageCode, other_language

Values = dict[str, Any]


def languages_of(item: Mapping[str, Any], first: LanguageCode = "fi") -> list[LanguageCode]:
    """The languages in which an item has texts, that in which it was first written leading."""
    return [language for language in (first, other_language(first)) if item.get(language)]


def make_pair(
    model: type[TwinPage],
    key: UUID,
    parent: TwinPage,
    languages: list[LanguageCode],
    texts: Callable[[LanguageCode], Values],
    facts: Values,
) -> bool:
    """Publishes the page under its parent's page of each language, the source first, unless it is there.

    `texts` gives the fields of a language, `facts` those of the pair (also many-to-many and child relations).
    Tells whether it did.
    """
    if model.objects.filter(translation_key=key).exists():
        return False
    source_language, *others = languages
    values = texts(source_language)
    source = model(
        **values,
        slug=slugify(values["title"])[:100],
        translation_key=key,
        locale=Locale.objects.get(language_code=source_language),
        live=False,
    )
    for name, value in facts.items():
        setattr(source, name, value)
    _in_language(parent, source_language).add_child(instance=source)
    source.save_revision().publish()
    for language in others:
        values = texts(language)
        twin = create_twin(source, language, **values, slug=slugify(values["title"])[:100])
        twin.get_latest_revision().publish()
    return True


def page_ids(model: type[TwinPage], keys: list[UUID], language: LanguageCode) -> list[int]:
    """The pages of pairs in the language, or in the other one, in the order of the keys."""
    ids: dict[UUID, int] = {}
    for page in model.objects.filter(translation_key__in=keys).select_related("locale"):
        if page.translation_key not in ids or page.locale.language_code == language:
            ids[page.translation_key] = page.pk
    return [ids[key] for key in keys]


def _in_language(parent: TwinPage, language: LanguageCode) -> TwinPage:
    return parent if parent.locale.language_code == language else parent.twin or parent
