"""`manage.py search_check`: are the search documents and indexes as the live content is?"""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.checking import Finding, check, repair
from search.engines.protocol import EngineUnavailable


class Command(BaseCommand):
    help = (
        "Compares search documents with the live pages and records, and each engine's index with the documents. "
        "Ends with 1 when something is wrong and was not mended."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="mend what is wrong")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            findings = check()
            self.report(findings)
            if findings and options["repair"]:
                repair(findings)
                findings = check()
                self.stdout.write(f"After the repair: {len(findings)} wrong")
        except EngineUnavailable as error:
            message = f"An engine did not answer: {error}"
            raise CommandError(message) from error
        if findings:
            sys.exit(1)

    def report(self, findings: list[Finding]) -> None:
        """A line a fault, and how many there are."""
        for finding in findings:
            self.stdout.write(f"{finding.place}: {finding.fault} {finding.kind or ''} {finding.key}")
        self.stdout.write(f"{len(findings)} wrong" if findings else "Everything is as it should be")
