"""The golden queries: what clients ask, and which documents would be right answers, in golden/fi.json and sv.json.

Identifiers are those that documents have outside this site, so that they outlive any database: the PTV identifier
of what the feed and golden/distractors bring, and "demo:<key>" for the demo's services, with the kind before the key
for all else ("demo:adviser/<key>").

Grades: 3 is what the client needs, 2 helps, 1 has to do with it. They were given from what services say of
themselves, not from what the search finds.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from site_core.languages import LanguageCode

FOLDER = Path(__file__).parent / "golden"
DISTRACTORS = FOLDER / "distractors"

Kind = Literal["inflection", "compound", "layman", "name", "question", "cross_language", "negative"]
KINDS: tuple[Kind, ...] = get_args(Kind)
GRADES = (1, 2, 3)
TOP = 3
TOP_OF_CROSS_LANGUAGE = 5
"""Where a right answer has to be, unless the query says otherwise. One that is not in the client's language may come
lower: it is meant to stand after those of like relevance that are."""


@dataclass(slots=True)
class GoldenQuery:
    """A query with the grades of its right answers.

    A right answer has to be among the first `top` results, none of `not_on_top` may be the first. `nothing` asks for
    no results at all. `known_miss` tells why the search fails today.
    """

    query: str
    kind: Kind
    relevant: Mapping[str, int]
    not_on_top: Collection[str] = ()
    top: int = 0
    nothing: bool = False
    known_miss: str = ""
    note: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.top:
            self.top = TOP_OF_CROSS_LANGUAGE if self.kind == "cross_language" else TOP

    def __str__(self) -> str:
        return self.query


def read_queries(language: LanguageCode, folder: Path = FOLDER) -> list[GoldenQuery]:
    """The queries of the language. Raises ValueError naming the one that is wrong."""
    items = json.loads((folder / f"{language}.json").read_text(encoding="utf-8"))
    return [_query(item) for item in items]


def _query(item: Mapping[str, Any]) -> GoldenQuery:
    try:
        query = GoldenQuery(**item)
    except TypeError as error:
        raise ValueError(f"{item.get('query')}: {error}") from None
    problems = {
        f"no such kind: {query.kind}": query.kind not in KINDS,
        "a grade is not 1, 2 or 3": not set(query.relevant.values()) <= set(GRADES),
        "either something is right or nothing is": bool(query.relevant) == query.nothing,
        "a right answer may not be forbidden": bool(query.relevant.keys() & set(query.not_on_top)),
    }
    for problem, is_there in problems.items():
        if is_there:
            raise ValueError(f"{query.query}: {problem}")
    return query
