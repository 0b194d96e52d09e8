"""Editors' forms of pages: the facts of a pair are edited on its source page, and rules hold when publishing."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class TwinPageForm(WagtailAdminPageForm):
    """The form of every page of a pair.

    A draft may be saved half-done; the page's publishing rules hold when it is published or sent to review.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.is_source:
            for name in self.instance.PAIR_FACTS:
                self.fields.pop(name, None)
            for name in self.instance.PAIR_RELATIONS:
                self.formsets.pop(name, None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            parent = self.parent_page.specific if self.parent_page else None
            for problem in list(self.instance.publishing_problems(parent, cleaned.get)):
                if problem.field not in self.errors:
                    self.add_error(problem.field if problem.field in self.fields else None, problem.message)
        return cleaned


class OrganisationPageForm(TwinPageForm):
    """An organisation has one section a language, and the section stays its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "organisation" in self.fields:
            self.fields["organisation"].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        organisation = cleaned.get("organisation")
        sections = type(self.instance).objects.filter(organisation=organisation, locale=self.instance.locale)
        if organisation and sections.exclude(pk=self.instance.pk).exists():
            self.add_error("organisation", _("The organisation has a section in this language already."))
        return cleaned
