"""The two languages of the site, and how records with fields side by side are read in one of them."""

from typing import Any, Literal

from django.utils.translation import get_language

LanguageCode = Literal["fi", "sv"]

LANGUAGES: list[tuple[LanguageCode, str]] = [("fi", "suomi"), ("sv", "svenska")]
LANGUAGE_CODES: tuple[LanguageCode, ...] = ("fi", "sv")
DEFAULT_LANGUAGE: LanguageCode = "fi"


def active_language() -> LanguageCode:
    """The language of the page being made; Finnish where the active language is neither of ours."""
    code = (get_language() or "").split("-")[0]
    return code if code in LANGUAGE_CODES else DEFAULT_LANGUAGE


def other_language(language: LanguageCode) -> LanguageCode:
    """Swedish for Finnish and the reverse."""
    return "sv" if language == "fi" else "fi"


def text_in(record: object, field: str, language: LanguageCode) -> tuple[str, LanguageCode]:
    """The text of `field` and the language it is really in: the other language's where this one's is empty."""
    text: str = getattr(record, f"{field}_{language}")
    other = other_language(language)
    fallback: str = getattr(record, f"{field}_{other}")
    return (text, language) if text or not fallback else (fallback, other)


class BilingualText:
    """Reads `<name>_fi` or `<name>_sv` of a record in the active language, the other one where it is empty."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.field = name

    def __get__(self, record: Any, owner: type | None = None) -> str:
        return "" if record is None else text_in(record, self.field, active_language())[0]


class LanguageOfText:
    """The language `BilingualText` of the same field really gives, for the `lang` attribute (WCAG 3.1.2)."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __get__(self, record: Any, owner: type | None = None) -> str:
        return "" if record is None else text_in(record, self.field, active_language())[1]
