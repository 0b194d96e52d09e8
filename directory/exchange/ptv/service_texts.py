"""The language versions of a service: both languages from what is really there."""

from directory.exchange.ptv.items import ServiceText
from directory.exchange.ptv.shape import BrokenItemError, Fields
from directory.exchange.ptv.texts import all_texts, names_of, texts
from directory.exchange.ptv.written_in import written_in
from site_core.languages import LANGUAGE_CODES, LanguageCode

#: Our fields and PTV's types of descriptions.
DESCRIPTIONS = {
    "summary": "Summary",
    "description": "Description",
    "user_instruction": "UserInstruction",
    "charge_info": "ChargeTypeAdditionalInfo",
    "deadline": "DeadLine",
    "processing_time": "ProcessingTime",
    "validity_time": "ValidityTime",
}
#: A language version needs one of these: a page with a name alone tells nothing.
BODY = ("summary", "description", "user_instruction")

#: What the title of a page holds.
LONGEST_NAME = 255


def versions_of(item: Fields, notes: list[str]) -> dict[LanguageCode, ServiceText]:
    """The versions in our languages: those that have a name and a text written in the language they are filed under.

    Names of classifications are in Swedish even where the service is not, and are no sign of a version.
    Raises BrokenItemError where there is no version, or a name is longer than a title may be.
    """
    names = names_of(item.each("serviceNames"))
    alternatives = all_texts(item.each("serviceNames"), "AlternativeName")
    keywords = all_texts(item.each("keywords"))
    versions: dict[LanguageCode, ServiceText] = {}
    for language in LANGUAGE_CODES:
        told = _told(item, language, notes)
        if language not in names:
            continue
        if len(names[language]) > LONGEST_NAME:
            raise BrokenItemError(f"the name in {language} is longer than {LONGEST_NAME} characters")
        if not any(told.get(field) for field in BODY):
            notes.append(f"a name but no text in {language}: no version in it")
            continue
        versions[language] = ServiceText(
            name=names[language],
            alternative_names=alternatives.get(language, ()),
            keywords=keywords.get(language, ()),
            **told,
        )
    if not versions:
        raise BrokenItemError("no name with a text in Finnish or Swedish")
    return versions


def _told(item: Fields, language: LanguageCode, notes: list[str]) -> dict[str, str]:
    """The texts filed under the language, without those that are really written in the other one."""
    entries = item.each("serviceDescriptions")
    found = {field: texts(entries, kind).get(language, "") for field, kind in DESCRIPTIONS.items()}
    found["requirements"] = texts(item.each("requirements")).get(language, "")
    for field, text in found.items():
        really = written_in(text)
        if really not in (None, language):
            notes.append(f"{field} filed under {language} is written in {really}: left out")
            found[field] = ""
    return found
