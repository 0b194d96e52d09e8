"""Loads municipalities, classifications and languages from the files the project ships, or newer ones."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations

from directory.codelists import BrokenCodeListError, load_codelists
from directory.codelists.loading import SHIPPED


class Command(BaseCommand):
    """Safe to run again: only what differs from the files is written."""

    help = "Load municipalities, service classes, target groups, life events and languages of service."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--folder", type=Path, default=SHIPPED, help="A folder with the same files (default: the shipped ones)."
        )

    @no_translations
    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            reports = load_codelists(folder)
        except BrokenCodeListError as error:
            raise CommandError(f"Nothing was loaded. {error}") from None
        for report in reports:
            self.stdout.write(
                f"{report.name}: {report.created} created, {report.updated} updated, {report.unchanged} unchanged"
            )
            for notice, codes in (
                ("told more than once, the first row was read", report.repeated),
                ("not in the file any more, kept", report.absent),
            ):
                if codes:
                    self.stdout.write(f"  {notice}: {', '.join(codes)}")
