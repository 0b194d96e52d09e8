"""The facts of a pair: which page carries them, and handing them over when that page is deleted."""

from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page

from pages.models.base import TwinPage

AnyTwinPage = TypeVar("AnyTwinPage", bound=TwinPage)


def sources_of(model: type[AnyTwinPage]) -> QuerySet[AnyTwinPage]:
    """The pages of a kind that carry the facts of their pairs: the first-made ones."""
    older = model.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    sources: QuerySet[AnyTwinPage] = model.objects.exclude(Exists(older))
    return sources


@transaction.atomic
def hand_over(leaving: TwinPage) -> None:
    """Give the facts of a source page to the page that remains of the pair, and to each of its revisions.

    The revisions get them as well: publishing or restoring one would bring back the facts of its day otherwise.
    Nothing happens where no page remains or `leaving` is not the source.
    """
    heir = leaving.twin
    if heir is None or not leaving.is_source:
        return
    copy_facts(leaving, heir)


@transaction.atomic
def give_to_copies(original: Page, copied: Page) -> None:
    """Give copies of pages that are not sources, of the page and those below it, the facts of their pairs.

    A copy starts a pair of its own, and a page that is no source has no facts to copy.
    """
    originals = original.get_descendants(inclusive=True).specific()
    copies = copied.get_descendants(inclusive=True).specific()
    for page, copy in zip(originals, copies, strict=False):
        if isinstance(page, TwinPage) and not page.is_source:
            copy_facts(page.source, copy)


@transaction.atomic
def copy_facts(giver: TwinPage, heir: TwinPage) -> None:
    """Write the giver's facts to the heir's row and revisions."""
    for name in giver.PAIR_FACTS:
        field = giver._meta.get_field(name)
        value = getattr(giver, name)
        setattr(heir, name, list(value.all()) if field.many_to_many else value)
    for name in giver.PAIR_RELATIONS:
        giver.copy_child_relation(name, heir)
    heir.save(clean=False)

    facts = _facts_of_revision(heir)
    for revision in heir.revisions.all():
        revision.content = {**revision.content, **facts}
        revision.save(update_fields=["content"])


def _facts_of_revision(page: TwinPage) -> dict[str, Any]:
    data = page.serializable_data()
    return {name: data[name] for name in [*page.PAIR_FACTS, *page.PAIR_RELATIONS]}
