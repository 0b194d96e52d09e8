"""What every page of the site has: twins in two languages and an honest answer where a translation is missing."""

import uuid
from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.models import Locale, Page
from wagtail_localize.fields import BaseTranslatableField

from pages.forms import TwinPageForm
from pages.frame import page_frame
from pages.lineage import Lineage, lineage
from pages.publishing_rules import Read
from pages.routing import redirect_to_translation
from pages.writing_rules import Problem

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

AnyPage = TypeVar("AnyPage", bound=Page)


class TwinPage(Page):
    """A page of a pair, one a language, joined by the translation key (design decision 2).

    The page of the pair that was made first is its source: facts that belong to the pair
    (classifications, area, advisers) are edited there and shown on both.
    """

    #: Fields and child relations that belong to the pair: read from the source page, never from the twin.
    PAIR_FACTS: ClassVar[tuple[str, ...]] = ()
    PAIR_RELATIONS: ClassVar[tuple[str, ...]] = ()
    base_form_class = TwinPageForm

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Address and search engines"),
        )
    ]

    class Meta:
        abstract = True

    @classmethod
    def pair_of(cls, translation_key: uuid.UUID) -> list[Self]:
        """The pages of a pair, the source first."""
        return list(cls.objects.filter(translation_key=translation_key).select_related("locale").order_by("pk"))

    @cached_property
    def pair(self) -> list[Self]:
        """The pages of this page's pair, the source first."""
        return self.pair_of(self.translation_key)

    @cached_property
    def lineage(self) -> Lineage:
        """The way here from the front page, in both languages."""
        return lineage(self)

    @property
    def source(self) -> Self:
        """The page that carries the facts of the pair; itself where it is the first or only one."""
        first = self.pair[0] if self.pair else self
        return self if first.pk == self.pk else first

    @property
    def is_source(self) -> bool:
        return self.source is self

    @property
    def twin(self) -> Self | None:
        """The page in the other language, live or not."""
        return next((page for page in self.pair if page.pk != self.pk), None)

    def children_of_pair(self, model: type[AnyPage]) -> QuerySet[AnyPage]:
        """The live pages of a kind right under the pages of the pair, for lists in which no service goes missing."""
        parents = {page.path for page in self.pair} | {self.path}
        below = reduce(or_, (Q(path__startswith=path, depth=self.depth + 1) for path in parents))
        pages: QuerySet[AnyPage] = model.objects.live().public().filter(below).select_related("locale")
        return pages

    def publishing_problems(self, parent: "TwinPage | None", read: Read) -> Iterable[Problem]:
        """What must be mended before the page is published or sent to review; see `pages.publishing_rules`."""
        return ()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = redirect_to_translation(self, request) or super().serve(request, *args, **kwargs)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **page_frame(self, request)}

    def copy_for_translation(
        self,
        locale: Locale,
        copy_parents: bool = False,
        alias: bool = False,
        exclude_fields: Sequence[str] | None = None,
    ) -> Self:
        """A draft with this page's text to be rewritten in the other language, without the facts of the pair.

        Missing parents become drafts as well: an alias, which Wagtail would make, shows Finnish as Swedish.
        """
        parent = self.get_parent().specific
        if copy_parents and isinstance(parent, TwinPage) and not parent.has_translation(locale):
            parent.copy_for_translation(locale, copy_parents=True)
        facts = [*self.PAIR_FACTS, *self.PAIR_RELATIONS]
        copy: Self = super().copy_for_translation(locale, exclude_fields=[*(exclude_fields or []), *facts])
        return copy


def untranslated(*names: str) -> list[BaseTranslatableField]:
    """Fields that wagtail-localize must neither translate nor copy to the other language."""
    return [BaseTranslatableField(name) for name in names]


def tabs(*named: tuple["StrOrPromise", list[Panel]]) -> TabbedInterface:
    """The editing view: the given tabs, then Wagtail's own of the address and of publishing."""
    own = [ObjectList(panels, heading=heading) for heading, panels in named]
    return TabbedInterface(
        [
            *own,
            ObjectList(TwinPage.promote_panels, heading=_("Address")),
            ObjectList(TwinPage.settings_panels, heading=_("Publishing")),
        ]
    )
