"""What Voikko's Finnish transducer says about a word, as typed readings.

The transducer (the same in libvoikko and in pyvoikko) writes one string per reading, for example
`[Ln][Xp]lapsi[X]la[Sg][Nm]sten[Bh][Bc][Lt][Xp]suojella[X]suojel[Ln][Xj]u[X]u[Sn][Ny]` for lastensuojelu.
Tags: L word class, Xp and Xj the base form of a root and of a derivation up to X, Bc the border between a
compound's parts, Bm a border inside a root, R participle, T mood (Tn4: a noun in -minen), F clitic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

_ELEMENT = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_NO_LETTERS = str.maketrans("", "", "=-'\u2019\u02bc")
_VOWELS = frozenset("aeiouyäöå")


@dataclass(slots=True)
class _Segment:
    """One part of a compound while it is read."""

    surface: str = ""
    kept: str = ""
    citation: str | None = None
    noun: str | None = None
    stem_verb: str = ""
    verb: str = ""
    borders: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.surface if self.citation is None else self.kept + self.citation


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a compound: as it stands in the word, and its base form where the transducer knows it."""

    surface: str
    base: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form.

    `lemma` is the base form; `verb` the verb to which a participle or a noun in -minen belongs, if any; `parts` the
    parts of a compound from first to last (one part where the word is no compound).
    """

    lemma: str
    verb: str
    parts: tuple[Part, ...]
    word_class: str
    has_clitic: bool


def _plain(text: str) -> str:
    return text.lower().translate(_NO_LETTERS)


def _segments(output: str) -> list[_Segment]:
    segments = [_Segment()]
    target = "surface"
    for tag, text in _ELEMENT.findall(output):
        segment = segments[-1]
        if text:
            _take_text(segment, text, target)
        elif tag == "Bc":
            segments.append(_Segment())
            target = "surface"
        elif tag in ("Xp", "Xj"):
            if tag == "Xj" and segment.tags[-1:] == ["Ll"] and segment.stem_verb and segment.surface.endswith("v"):
                segment.verb = segment.stem_verb
            segment.kept, segment.citation, target = segment.surface, "", "citation"
        elif tag in ("Xr", "Xs"):
            target = "nothing"
        elif tag == "X":
            target = "surface"
        else:
            _take_tag(segment, tag)
    return segments


def _take_text(segment: _Segment, text: str, target: str) -> None:
    if target == "surface":
        segment.surface += text
    elif target == "citation":
        segment.citation = (segment.citation or "") + text


def _take_tag(segment: _Segment, tag: str) -> None:
    if tag in ("Ln", "Ll"):
        if "Lt" in segment.tags and not segment.stem_verb:
            segment.stem_verb = segment.base
        if tag == "Ln":
            segment.verb = ""
    elif tag == "Bm":
        segment.borders.append(len(segment.surface))
    elif tag == "Tn4":
        segment.verb = segment.base
        segment.noun = segment.surface + "minen"
    elif tag[:1] == "R":
        segment.verb = segment.stem_verb
    segment.tags.append(tag)


def _parts_of(segment: _Segment) -> list[Part]:
    """Cut a segment at its inner borders; only the last piece has a base form from the transducer."""
    if "Lp" in segment.tags:
        return [Part(_plain(segment.surface), None)]
    base = _plain(segment.noun or segment.base)
    pieces = [
        _plain(segment.surface[start:end])
        for start, end in zip([0, *segment.borders], [*segment.borders, None], strict=True)
    ]
    before = "".join(pieces[:-1])
    if not base.startswith(before) or base == before:
        return [Part(_plain(segment.surface), base)]
    inner = [Part(piece, None) for piece in pieces[:-1] if piece]
    return [*inner, Part(pieces[-1], base[len(before) :])]


def _lack_hyphen(before: _Segment, after: _Segment) -> bool:
    """Parts that meet in the same vowel are written with a hyphen: ohjaajalla is not ohja + ajalla."""
    meeting = before.surface[-1:], after.surface[:1]
    return meeting[0] == meeting[1] and meeting[0] in _VOWELS


def read(output: str) -> Reading | None:
    """Return the reading that the transducer's `output` stands for; None where it stands for no word."""
    segments = [segment for segment in _segments(output) if segment.surface or segment.citation]
    if not segments or any(_lack_hyphen(before, after) for before, after in pairwise(segments)):
        return None
    *first, last = segments
    before = "".join(_plain(segment.surface) for segment in first)
    return Reading(
        lemma=before + _plain(last.noun or last.base),
        verb=before + _plain(last.verb) if last.verb else "",
        parts=tuple(part for segment in segments for part in _parts_of(segment)),
        word_class=next((tag[1:] for tag in reversed(last.tags) if tag[:1] == "L"), ""),
        has_clitic=any(tag[:1] == "F" for tag in last.tags),
    )
