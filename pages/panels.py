"""Panels for pages that come in pairs."""

from functools import cached_property
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel, PanelGroup

from pages.lineage import language_of


class SourcePanel(PanelGroup):
    """Panels of the facts of a pair, shown on the page that carries them."""

    class BoundPanel(PanelGroup.BoundPanel):
        template_name = "wagtailadmin/panels/object_list.html"

        @cached_property
        def children(self) -> list[Panel.BoundPanel]:
            return super().children if self.instance.is_source else []


class SourceNotePanel(Panel):
    """Tells on the other page of the pair where its facts are edited."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/source_note.html"

        def is_shown(self) -> bool:
            return super().is_shown() and not self.instance.is_source

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            source = self.instance.source
            return {
                **super().get_context_data(parent_context),
                "source": source,
                "source_language": language_of(source),
                "source_url": reverse("wagtailadmin_pages:edit", args=[source.pk]),
            }
