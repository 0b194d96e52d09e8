"""What an import did to each item, for people and as JSON."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from directory.exchange.merge import Conflict


class SkippedItemError(Exception):
    """An item that is left out on purpose; the message tells why."""


class Outcome(StrEnum):
    """What became of an item."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class ItemResult:
    """An item's outcome. `reason` tells why it was skipped, `notes` what did not get through of one that was not."""

    kind: str
    id: str
    title: str
    outcome: Outcome
    reason: str = ""
    notes: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass
class ImportReport:
    """The results of a run in the order they came; `dry_run` if nothing was written."""

    dry_run: bool = False
    results: list[ItemResult] = field(default_factory=list)

    def add(self, result: ItemResult) -> None:
        """Count in one item."""
        self.results.append(result)

    def with_outcome(self, outcome: Outcome) -> list[ItemResult]:
        """The items that had the outcome."""
        return [result for result in self.results if result.outcome is outcome]

    @property
    def in_conflict(self) -> list[ItemResult]:
        """The items with fields that were changed both here and in the source."""
        return [result for result in self.results if result.conflicts]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many items of each kind had each outcome."""
        kinds: dict[str, Counter[str]] = {}
        for result in self.results:
            kinds.setdefault(result.kind, Counter())[result.outcome.value] += 1
        return {kind: {outcome.value: counts[outcome.value] for outcome in Outcome} for kind, counts in kinds.items()}

    def as_json(self) -> dict[str, Any]:
        """The whole report as values of JSON."""
        return {
            "dry_run": self.dry_run,
            "counts": self.counts,
            "items": [asdict(result) for result in self.results],
        }


def lines(report: ImportReport, *, with_notes: bool = False) -> Iterable[str]:
    """The report for a person: counts, then what needs a look."""
    for kind, counts in report.counts.items():
        yield f"{kind}: " + ", ".join(f"{number} {outcome}" for outcome, number in counts.items())
    for result in report.with_outcome(Outcome.SKIPPED):
        yield f"skipped {_named(result)}: {result.reason}"
    for result in report.in_conflict:
        for conflict in result.conflicts:
            yield f"conflict {_named(result)}: {conflict.field} was changed here and in the source; kept as here"
    if with_notes:
        yield from (f"note {_named(result)}: {note}" for result in report.results for note in result.notes)
    if report.dry_run:
        yield "Nothing was written: this was a dry run."


def _named(result: ItemResult) -> str:
    return " ".join(part for part in (result.kind, result.id, result.title) if part)
