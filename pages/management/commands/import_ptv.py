"""Imports organisations, services and service channels from files of PTV's open API, version 11."""

import json
import logging
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from directory.exchange.report import ImportReport, lines
from pages.exchange.run import NothingReadError, Options, Parsed, import_ptv


class Command(BaseCommand):
    """Safe to run again: what has not changed is left alone, and so is what people have changed here."""

    help = "Import organisations, services and service channels from JSON files of PTV's open API v11."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="A JSON file, or a folder of them.")
        parser.add_argument("--live", action="store_true", help="Publish the pages; otherwise they stay drafts.")
        parser.add_argument("--dry-run", action="store_true", help="Only tell what would be done.")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Take the source's value where a field was changed both here and in the source.",
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="Write the whole report to a JSON file.")

    def handle(
        self,
        *args: Any,
        paths: list[Path],
        live: bool,
        dry_run: bool,
        overwrite: bool,
        report: Path | None,
        verbosity: int,
        **options: Any,
    ) -> None:
        if report is not None:
            self._write(report, ImportReport())
        settings = Options(timezone.localdate(), live=live, overwrite=overwrite, dry_run=dry_run)
        try:
            with _quiet_pages():
                outcome, failure = import_ptv(paths, settings, _bar if verbosity else _no_bar), None
        except NothingReadError as error:
            outcome, failure = error.report, CommandError(f"Nothing was imported: {error}.")
        if report is not None:
            self._write(report, outcome)
        for line in lines(outcome, with_notes=verbosity > 1):
            self.stdout.write(line)
        if failure:
            raise failure

    def _write(self, path: Path, report: ImportReport) -> None:
        text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"The report cannot be written to {path}: {error.strerror}.") from None


@contextmanager
def _quiet_pages() -> Iterator[None]:
    """Without Wagtail's line for every page, which the report sums up."""
    logger = logging.getLogger("wagtail")
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)


def _bar(items: list[Parsed], kind: str) -> Iterable[Parsed]:
    """A bar on a terminal, nothing elsewhere."""
    return tqdm(items, desc=kind, unit="", disable=None)


def _no_bar(items: list[Parsed], kind: str) -> Iterable[Parsed]:
    return items
