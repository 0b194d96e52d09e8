"""Form widgets of the admin."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator

from site_core.alphabet import alphabetical


class GroupedCheckboxes(forms.CheckboxSelectMultiple):
    """Many choices under headings, in a box that scrolls; a script adds a search and a list of what is chosen.

    For many-to-many fields with tens or hundreds of options, in a panel:
    `FieldPanel("municipalities", widget=GroupedCheckboxes(group_by="region", alphabetic=True))`.
    `group_by` is a relation of the options, and its record heads the group; an option without one heads its own.
    `alphabetic` sorts groups and options by name in the active language, else the queryset's order holds.
    """

    template_name = "site_core/widgets/grouped_checkboxes.html"

    class Media:
        js = ["site_core/admin/grouped_checkboxes.js"]
        css = {"all": ["site_core/admin/grouped_checkboxes.css"]}

    def __init__(self, attrs: dict[str, Any] | None = None, *, group_by: str = "", alphabetic: bool = False) -> None:
        super().__init__(attrs)
        self.group_by = group_by
        self.alphabetic = alphabetic

    def optgroups(
        self, name: str, value: list[str], attrs: dict[str, Any] | None = None
    ) -> list[tuple[str | None, list[dict[str, Any]], int | None]]:
        """The options in their groups, as Django's own widgets give them to their templates."""
        labelled = list(self._labelled())
        if self.alphabetic:
            labelled.sort(key=lambda option: (alphabetical(option[0]), alphabetical(option[2])))
        chosen = set(value)
        groups: dict[str, list[dict[str, Any]]] = {}
        for index, (group, key, label) in enumerate(labelled):
            option = self.create_option(name, key, label, str(key) in chosen, index, attrs=attrs)
            groups.setdefault(group, []).append(option)
        return [(group or None, options, None) for group, options in groups.items()]

    def _labelled(self) -> Iterator[tuple[str, Any, str]]:
        choices = self.choices
        if self.group_by and isinstance(choices, ModelChoiceIterator):
            choices.queryset = choices.queryset.select_related(self.group_by)
        for key, label in choices:
            record = getattr(key, "instance", None)
            group = (getattr(record, self.group_by) or record) if record and self.group_by else ""
            yield str(group), key, str(label)
