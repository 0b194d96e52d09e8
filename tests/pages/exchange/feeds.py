"""Running imports in tests, of the invented files beside this module or of changed copies of them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from directory.exchange.report import ImportReport, ItemResult
from pages.exchange.run import Options, import_ptv
from pages.models import ServicePage

FIXTURES = Path(__file__).parent / "fixtures"
DAY = date(2026, 3, 2)

BILINGUAL, FINNISH, SWEDISH = (f"5e0e0000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
E_SERVICE, WEB_PAGE, FORM, PHONE, PLACE = (f"c0de0000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3, 4, 5))
MUNICIPALITY, STUDY_CIRCLE = (f"0c0e0000-0000-4000-8000-00000000000{n}" for n in (1, 2))

Change = Callable[[dict[str, Any]], None]


class Feed:
    """A folder of files of PTV that a test may change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, content: Any, name: str = "extra.json") -> Path:
        """A file of the folder with any content."""
        path = self.folder / name
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    def change(self, identifier: str, change: Change) -> None:
        """Change the object of the identifier where it is."""
        for path in self.folder.glob("*.json"):
            content = json.loads(path.read_text(encoding="utf-8"))
            for item in content.get("itemList", [content]):
                if item["id"] == identifier:
                    change(item)
                    self.write(content, path.name)
                    return
        raise KeyError(identifier)

    def set(self, identifier: str, **fields: Any) -> None:
        """Set fields of an object."""
        self.change(identifier, lambda item: item.update(fields))

    def item(self, identifier: str) -> dict[str, Any]:
        """The object of the identifier."""
        found: list[dict[str, Any]] = []
        self.change(identifier, found.append)
        return found[0]

    def run(self, *paths: Path, **options: Any) -> ImportReport:
        """Import the folder, or the paths alone."""
        return import_ptv(paths or [self.folder], Options(**{"day": DAY, **options}))


def replace_text(field: str, kind: str, language: str, text: str | None) -> Change:
    """Changes one text in a list of texts."""

    def change(item: dict[str, Any]) -> None:
        for entry in item[field]:
            if (entry["type"], entry["language"]) == (kind, language):
                entry["value"] = text

    return change


def result_of(report: ImportReport, identifier: str) -> ItemResult:
    """What the report tells of an object, once."""
    (result,) = [one for one in report.results if one.id == identifier]
    return result


def page(identifier: str, language: str) -> ServicePage:
    """The page of a service in a language."""
    return ServicePage.objects.get(ptv_id=identifier, locale__language_code=language)


def drafted(identifier: str, language: str) -> ServicePage:
    """The latest draft of the page."""
    return page(identifier, language).get_latest_revision_as_object()


def edit(identifier: str, language: str, *, publish: bool = False, **fields: Any) -> None:
    """Change fields as an editor does: in a revision."""
    draft = drafted(identifier, language)
    for name, value in fields.items():
        setattr(draft, name, value)
    revision = draft.save_revision(clean=False)
    if publish:
        revision.publish()
