"""Prints how good the answers to golden queries are: python -m tests.relevance [--database FILE]."""

import argparse
import os
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import django


def main(arguments: Sequence[str]) -> int:
    """Measure every engine that answers, in a database of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.relevance", description=__doc__)
    parser.add_argument(
        "--database", type=Path, metavar="FILE", help="Make the database here, or use the one that is there already."
    )
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        database = (chosen.database or Path(folder) / "relevance.sqlite3").resolve()
        is_there = database.exists()
        os.environ["DATABASE_URL"] = f"sqlite:///{database}"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings")
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        django.setup()
        _measure(fresh=not is_there)
    return 0


def _measure(*, fresh: bool) -> None:
    from django.core.management import call_command

    from search.rebuilding import rebuild
    from tests.relevance.corpus import FEED, NO_FEED, make_corpus

    if not FEED.is_dir():
        print(f"{NO_FEED}\n")
    if fresh:
        call_command("migrate", verbosity=0)
        make_corpus()
    else:
        rebuild()
    _print_tables("embedded")
    with _elasticsearch() as answers:
        if answers:
            _print_tables("elasticsearch")
        else:
            print("elasticsearch: no node answers at ELASTICSEARCH_URLS (make elasticsearch-node starts one).")


def _print_tables(engine: str) -> None:
    from site_core.languages import LANGUAGE_CODES
    from tests.relevance.corpus import identifiers
    from tests.relevance.measure import answers, served_by
    from tests.relevance.queries import read_queries
    from tests.relevance.table import rows

    known = identifiers()
    for language in LANGUAGE_CODES:
        queries = read_queries(language)
        with served_by(engine):
            given = answers(queries, language, known)
        print(*rows(f"{engine}, {language}", queries, given), "", sep="\n")


@contextmanager
def _elasticsearch() -> Iterator[bool]:
    """Whether a node is there; if so, with an index of its own, which is removed afterwards."""
    from django.conf import settings

    from tests.conftest import answers
    from tests.relevance.elasticsearch_index import filled_index

    url = next(filter(answers, settings.ELASTICSEARCH["urls"]), None)
    if url is None:
        yield False
        return
    with filled_index(url, f"relevance-{uuid.uuid4().hex}"):
        yield True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
