"""Reads PTV's JSON objects field by field: what is missing is empty, what has another shape breaks the item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

#: Control characters other than the line feed and the tab.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class BrokenItemError(ValueError):
    """An item that is not of PTV's shape; the message names the field."""


@dataclass(frozen=True)
class Fields:
    """A JSON object and where it stands in its item, for messages.

    Every method raises BrokenItemError where the field has another shape than the one asked for.
    """

    values: Mapping[str, Any]
    path: str = ""

    def text(self, name: str) -> str:
        """A text without surrounding space, its lines ended by a line feed alone; empty where it is null."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self._broken(name, "a text")
        return CONTROL.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n")).strip()

    def flag(self, name: str) -> bool:
        """A truth value; false where it is null."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, bool):
            raise self._broken(name, "true or false")
        return bool(value)

    def inner(self, name: str) -> "Fields":
        """The object in the field, without fields where it is null."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, dict):
            raise self._broken(name, "an object")
        return Fields(value or {}, self._at(name))

    def each(self, name: str) -> list["Fields"]:
        """The objects of a list; nulls in it are passed over."""
        entries = self._list(name)
        if not all(entry is None or isinstance(entry, dict) for entry in entries):
            raise self._broken(name, "a list of objects")
        return [Fields(entry, f"{self._at(name)}[{n}]") for n, entry in enumerate(entries) if entry is not None]

    def strings(self, name: str) -> list[str]:
        """The texts of a list that are not empty."""
        entries = self._list(name)
        if not all(entry is None or isinstance(entry, str) for entry in entries):
            raise self._broken(name, "a list of texts")
        return [entry.strip() for entry in entries if entry and entry.strip()]

    def identifier(self, name: str) -> UUID | None:
        """The UUID in the field."""
        value = self.text(name)
        try:
            return UUID(value) if value else None
        except ValueError:
            raise self._broken(name, "a UUID") from None

    def required_identifier(self, name: str) -> UUID:
        """The UUID in a field that may not be empty."""
        value = self.identifier(name)
        if value is None:
            raise self._broken(name, "a UUID")
        return value

    def _list(self, name: str) -> list[Any]:
        value = self.values.get(name)
        if value is not None and not isinstance(value, list):
            raise self._broken(name, "a list")
        return value or []

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _broken(self, name: str, expected: str) -> BrokenItemError:
        return BrokenItemError(f"{self._at(name)} is not {expected}")
