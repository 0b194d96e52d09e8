"""`manage.py search_rebuild`: every search document and index anew."""

from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from search.engines.protocol import EngineUnavailable
from search.rebuilding import number_of_documents, rebuild


class Command(BaseCommand):
    help = "Makes every search document anew from the live pages and records, then the index of every engine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--reanalyse", action="store_true", help="analyse the texts again, even those that have not changed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        started = perf_counter()
        quiet = options["verbosity"] == 0 or not self.stderr.isatty()
        try:
            with tqdm(total=number_of_documents(), unit="document", disable=quiet) as bar:
                done = rebuild(bar.update, reanalyse=options["reanalyse"])
        except EngineUnavailable as error:
            message = f"The documents are up to date, an index is not: {error}"
            raise CommandError(message) from error
        documents = done.documents
        self.stdout.write(
            f"{len(documents.written)} written, {len(documents.removed)} removed, "
            f"{documents.unchanged} unchanged in {perf_counter() - started:.1f} s"
        )
        for name, size in done.engines.items():
            self.stdout.write(f"{name}: {size} documents")
