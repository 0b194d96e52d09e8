from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from directory import linked_pages
        from pages import directory_links, signals  # noqa: F401

        linked_pages.provide(directory_links)
