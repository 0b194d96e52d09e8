"""PTV's lists of texts by language: `[{"language": "fi", "value": "…", "type": "Name"}, …]`."""

from collections.abc import Iterable, Mapping

from directory.exchange.ptv.shape import Fields
from site_core.languages import LANGUAGE_CODES, LanguageCode, other_language

#: A text in those of our languages that have it.
Texts = Mapping[LanguageCode, str]


def all_texts(entries: Iterable[Fields], kind: str | None = None) -> dict[LanguageCode, tuple[str, ...]]:
    """The texts of a list in our languages, of one type where `kind` is given. Empty ones are passed over."""
    chosen = [entry for entry in entries if kind is None or entry.text("type") == kind]
    found = {
        code: tuple(
            dict.fromkeys(text for entry in chosen if entry.text("language") == code and (text := _value(entry)))
        )
        for code in LANGUAGE_CODES
    }
    return {code: values for code, values in found.items() if values}


def texts(entries: Iterable[Fields], kind: str | None = None) -> dict[LanguageCode, str]:
    """The first text of each of our languages, of one type where `kind` is given."""
    return {code: values[0] for code, values in all_texts(entries, kind).items()}


def names_of(entries: Iterable[Fields], kind: str = "Name") -> dict[LanguageCode, str]:
    """Names of a type, each on one line."""
    return {code: " ".join(line.strip() for line in name.split("\n")) for code, name in texts(entries, kind).items()}


def display_names(item: Fields, field: str) -> dict[LanguageCode, str]:
    """The names to show: the alternative name in the languages whose `displayNameType` asks for it."""
    names, alternatives = names_of(item.each(field)), names_of(item.each(field), "AlternativeName")
    for choice in item.each("displayNameType"):
        for code in LANGUAGE_CODES:
            wanted = choice.text("language") == code and choice.text("type") == "AlternativeName"
            if wanted and code in names and code in alternatives:
                names[code] = alternatives[code]
    return names


def text_for(texts: Texts, language: LanguageCode) -> str:
    """What is the same thing in any language, such as a street: in the other language where this one lacks it."""
    return texts.get(language) or texts.get(other_language(language)) or ""


def _value(entry: Fields) -> str:
    return entry.text("value")
