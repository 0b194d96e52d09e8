"""The addresses of one page of the directory in every language."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url

from site_core.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES


@dataclass(frozen=True)
class HreflangLink:
    """An alternate of the page for a language, or for everybody else (x-default)."""

    code: str
    url: str


def hreflang_links(path: str) -> list[HreflangLink]:
    """The absolute addresses of the page at `path` in each language; Finnish for readers of neither."""
    links = [HreflangLink(code, absolute(translate_url(path, code))) for code in LANGUAGE_CODES]
    default = next(link.url for link in links if link.code == DEFAULT_LANGUAGE)
    return [*links, HreflangLink("x-default", default)]


def absolute(path: str) -> str:
    """The address as the world knows it."""
    return f"{settings.SITE_URL}{path}"
