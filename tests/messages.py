"""Checks the translations: `python -m tests.messages`.

Every text that `makemessages` finds in the code has a Finnish and a Swedish translation that is neither empty nor
fuzzy, nothing is left over from older code, and placeholders and the marks at the end agree. Needs GNU gettext.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

PROJECT = Path(__file__).resolve().parents[1]
LANGUAGES = ("fi", "sv")
SKIPPED = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "var", "media", "staticfiles", "__pycache__", ".*_cache", "tests", "demo", "data"
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
#: Parts of addresses end in "/", labels before a value in ":", sentences in "." or "?".
END_MARKS = ("/", ":", ".", "?", " ")
PLURAL_FORMS = 2

Key = tuple[str | None, str]


def catalogue(folder: Path, language: str) -> polib.POFile:
    return polib.pofile(str(folder / "locale" / language / "LC_MESSAGES" / "django.po"))


def collected(folder: Path) -> None:
    """Run makemessages on the copy of the project in `folder`."""
    command = [sys.executable, "manage.py", "makemessages", "--no-obsolete", "--add-location", "file"]
    for language in LANGUAGES:
        command += ["--locale", language]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def entry_problems(entry: polib.POEntry) -> list[str]:
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    problems = []
    if entry.fuzzy:
        problems.append("fuzzy")
    if not all(text.strip() for text in texts) or (entry.msgid_plural and len(texts) != PLURAL_FORMS):
        problems.append("empty")
    if any(text and text.endswith(mark) != entry.msgid.endswith(mark) for text in texts for mark in END_MARKS):
        problems.append("another mark at the end")
    wanted = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural or ""))
    if any(not set(PLACEHOLDER.findall(text)) <= wanted for text in texts):
        problems.append("a placeholder that the English text does not have")
    if not entry.msgid_plural and set(PLACEHOLDER.findall(entry.msgstr)) != wanted and entry.msgstr:
        problems.append("placeholders differ")
    return problems


def keys(entries: polib.POFile) -> set[Key]:
    return {(entry.msgctxt, entry.msgid) for entry in entries if not entry.obsolete}


def problems_of(language: str, fresh: polib.POFile) -> list[str]:
    committed = catalogue(PROJECT, language)
    found = [
        f"{language}: not translated yet: {msgid!r}" for _, msgid in sorted(keys(fresh) - keys(committed), key=str)
    ]
    found += [
        f"{language}: no longer in the code: {msgid!r}" for _, msgid in sorted(keys(committed) - keys(fresh), key=str)
    ]
    found += [f"{language}: obsolete entry: {entry.msgid!r}" for entry in committed.obsolete_entries()]
    if committed.metadata_is_fuzzy:
        found.append(f"{language}: the header is fuzzy, which keeps the whole catalogue from being compiled")
    for entry in committed:
        found += [f"{language}: {problem}: {entry.msgid!r}" for problem in entry_problems(entry)]
    return found


def main() -> int:
    if shutil.which("xgettext") is None:
        print("GNU gettext is not on this machine (on Debian: apt-get install gettext). Translations not checked.")
        return 1 if os.environ.get("CI") == "true" else 0
    with tempfile.TemporaryDirectory(prefix="messages-") as temporary:
        copy = Path(temporary) / "project"
        shutil.copytree(PROJECT, copy, ignore=SKIPPED)
        collected(copy)
        problems = [problem for language in LANGUAGES for problem in problems_of(language, catalogue(copy, language))]
    print("\n".join(problems) or "Every text is translated into Finnish and Swedish.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
