"""Print how well and how fast the language analysis does on a folder of gold.

    python -m tests.relevance.measure_analysis FOLDER [--engine pyvoikko|libvoikko]

FOLDER holds inflection.tsv, compounds.tsv and negatives.tsv (see gold.py) and, where wanted, retrieval_fi.jsonl and
retrieval_sv.jsonl (see retrieval.py). Without --engine, Finnish is measured with every engine that is there.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from pathlib import Path

from search.analysis import chain
from search.analysis.morphology import ENGINES, MorphologyError
from search.analysis.tokens import tokenize
from tests.relevance.gold import measure_fields, pairs
from tests.relevance.retrieval import measure_retrieval

FIELD_SETS = (
    ("lemma",),
    ("lemma", "parts"),
    ("lemma", "parts", "reading"),
    ("lemma", "parts", "reading", "stem", "folded"),
)
GOLD_ROW = "{:<22}{:>12}{:>12}{:>9}{:>11}{:>12}"
RETRIEVAL_ROW = "{:<22}{:>9}{:>9}{:>9}{:>9}{:>9}"


def main(arguments: list[str]) -> int:
    """Run the command line; 2 if the folder lacks gold or the engine is not there."""
    parser = argparse.ArgumentParser(description="Measure the language analysis on a folder of gold.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", choices=ENGINES)
    options = parser.parse_args(arguments)
    try:
        for engine in [options.engine] if options.engine else ENGINES:
            _measure_finnish(options.folder, engine, required=bool(options.engine))
        _measure(options.folder, "sv", "Swedish")
    except (OSError, MorphologyError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _measure_finnish(folder: Path, engine: str, *, required: bool) -> None:
    try:
        chain.use_finnish_engine(engine)
    except MorphologyError as error:
        if required:
            raise
        print(f"Finnish with {engine}: not measured, {error}\n")
        return
    _measure(folder, "fi", f"Finnish with {engine}", engine)


def _measure(folder: Path, lang: str, title: str, engine: str = "") -> None:
    forms = " ".join(pair.form for pair in pairs(folder / "inflection.tsv", lang, "lemma"))
    with multiprocessing.get_context("spawn").Pool(1) as fresh_process:
        print(f"{title} ({fresh_process.apply(_cost, (forms, lang, engine))})")
    print(GOLD_ROW.format("fields", "infl.tokens", "infl.types", "heads", "modifiers", "wrong hits"))
    for fields, figures in measure_fields(folder, lang, FIELD_SETS).items():
        shares = (
            figures.inflection_tokens,
            figures.inflection_types,
            figures.heads,
            figures.modifiers,
            figures.wrong_hits,
        )
        name = "all" if len(fields) > 3 else "+".join(fields)
        print(GOLD_ROW.format(name, *(f"{share:.3f}" for share in shares)))
    if (folder / f"retrieval_{lang}.jsonl").is_file():
        print(RETRIEVAL_ROW.format("queries", "number", "nDCG@10", "MAP", "recall", "empty"))
        for kind, quality in measure_retrieval(folder / f"retrieval_{lang}.jsonl", lang).items():
            means = (quality.ndcg, quality.average_precision, quality.recall, quality.empty)
            print(RETRIEVAL_ROW.format(kind, quality.queries, *(f"{mean:.3f}" for mean in means)))
    print()


def _cost(forms: str, lang: str, engine: str) -> str:
    """Load the chain and analyse the words of `forms` once and again; tell processor time and memory."""
    words = len(list(tokenize(forms)))
    before = _memory()
    if engine:
        chain.use_finnish_engine(engine)
    load = _seconds("a", lang)
    loaded = _memory()
    cold, warm = _seconds(forms, lang), _seconds(forms, lang)
    return (
        f"load {load:.2f} s, +{loaded - before:.0f} MiB; {words / cold:,.0f} new words/s, {words / warm:,.0f} seen "
        f"words/s; +{_memory() - before:.0f} MiB after {words:,} words"
    )


def _seconds(text: str, lang: str) -> float:
    start = time.process_time()
    chain.analyse_text(text, lang)
    return time.process_time() - start


def _memory() -> float:
    """Return the resident memory of this process in MiB."""
    pages = Path("/proc/self/statm")
    if pages.is_file():
        return int(pages.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
