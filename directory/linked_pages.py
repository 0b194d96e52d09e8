"""The pages that stand on records of the directory: the services of an adviser, the section of an organisation.

Pages stand above this app and are not imported here: the app that owns them says how they are found, with `provide`.
"""

from dataclasses import dataclass
from typing import Protocol

from directory.models import Adviser, Organisation
from site_core.languages import LanguageCode


@dataclass(frozen=True)
class LinkedPage:
    """A live page to link to, at its address for readers of a language, and the language its texts are in."""

    title: str
    url: str
    summary: str
    language: LanguageCode


class PageFinder(Protocol):
    """Finds live pages for readers of a language: in that language, else in the other one."""

    def services_of(self, adviser: Adviser, language: LanguageCode) -> list[LinkedPage]: ...

    def section_of(self, organisation: Organisation, language: LanguageCode) -> LinkedPage | None: ...


class _NoPages:
    def services_of(self, adviser: Adviser, language: LanguageCode) -> list[LinkedPage]:
        return []

    def section_of(self, organisation: Organisation, language: LanguageCode) -> LinkedPage | None:
        return None


_finder: PageFinder = _NoPages()


def provide(finder: PageFinder) -> None:
    """Names who finds pages; called once, when the app that owns them is ready."""
    global _finder
    _finder = finder


def services_of(adviser: Adviser, language: LanguageCode) -> list[LinkedPage]:
    """The services that the adviser guides in, those in the language first."""
    return _finder.services_of(adviser, language)


def section_of(organisation: Organisation, language: LanguageCode) -> LinkedPage | None:
    """The organisation's own section."""
    return _finder.section_of(organisation, language)
