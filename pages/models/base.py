"""What every page of the site has: twins in two languages and an honest answer where a translation is missing."""

from functools import cached_property
from typing import Self

from wagtail.models import Page


class TwinPage(Page):
    """A page of a pair, one a language, joined by the translation key (design decision 2).

    The page of the pair that was made first is its source: facts that belong to the pair
    (classifications, area, advisers) are edited there and shown on both.
    """

    class Meta:
        abstract = True

    @cached_property
    def pair(self) -> list[Self]:
        """The pages of the pair, the source first."""
        return list(type(self).objects.filter(translation_key=self.translation_key).order_by("pk"))

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
