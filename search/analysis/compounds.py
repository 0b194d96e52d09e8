"""Swedish compounds taken apart, on the evidence of a lexicon.

The lexicon knows which forms open a compound (arbets-, kyrko-), which words end one, and how each word is
inflected: a compound is inflected like its last part (bok and årsbok), a chance likeness is not (mun and kommun).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.analysis.swedish_irregular import IRREGULAR
from search.analysis.swedish_lexicon import SwedishLexicon

_ENOUGH_EVIDENCE = 4.5
_ENOUGH_EVIDENCE_FOR_FORMS = 3.5
_LONGEST_COUNTED = 6
_SHORTEST_COMPOUND = 8
_SHORTEST_PREFIXED = 4
_LONGEST_COMPOUND = 48
_VOWELS = frozenset("aeiouyåäö")

_PARTICLES = """
an av be bi bort de den der dess det dit du efter en er ett ex för förbi före fram från ge genom han hit hon
hop hos i ihop in inne inte inter jag kon kring med medan mer mest min mis miss mot ned ner o oför om oss per
pro på re sam sedan ses sig sin som sub till trans tre två um under upp ur ut utan utom vem vi vid å än är åt
åter över
"""
_NO_PARTS = frozenset(_PARTICLES.split())
"""Particles and pronouns: they join other words, but utbildning is not a kind of bildning."""

_PREFIXES = tuple(particle for particle in _PARTICLES.split() if len(particle) > 1)

_SUFFIXES = """
ad ade aktig al and ande ans ant ar are at bar de dom el ell else en ende ens ent er era eri ering es et ett
het inna ing ion is isera isering isk ism ist itet ium iv ig jon kap lett lig ling logi logisk na nad ner ning
or sam ska skap sk sling t tant te tes tion ur
"""
_NO_HEADS = frozenset(_SUFFIXES.split()) | _NO_PARTS
"""Endings that are words too, or look like words."""

_SHORT_PARTS = frozenset(("by", "ek", "el", "gå", "is", "it", "ny", "sy", "te", "tv", "tå", "vy", "år", "öl", "ös"))
"""The words of two letters that compounds are made of."""

_LOOK_LIKE_COMPOUNDS = """
allvarlig alternativ erfarenhet handikapp industri kombination kommission kommun kultur natur opposition
person politik position radikal rapport rapportera reform signatur soldat station särskild telefon termin text
universitet uppehåll vetenskaplig villkor
"""
_NO_COMPOUNDS = frozenset(_LOOK_LIKE_COMPOUNDS.split())


@dataclass(frozen=True, slots=True)
class Split:
    """A compound's two halves: how the first is written and which base forms it may stand for, and the second."""

    surface: str
    firsts: tuple[str, ...]
    head: str
    evidence: float


class Splitter:
    """Takes words apart."""

    def __init__(self, lexicon: SwedishLexicon) -> None:
        self._lexicon = lexicon
        self._cached_first = lru_cache(5_000)(self._first)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the base forms of the parts of `lemma`, of their own parts too; none if it is no compound."""
        split = self.split(lemma)
        if split is None:
            return ()
        first_split = self.split(split.firsts[0])
        tail = lemma[len(first_split.surface) :] if first_split else ""
        tails = (tail,) if self._lexicon.is_known(tail) else ()
        inner = (part for word in (split.firsts[0], split.head) for part in self.parts(word))
        parts = (*split.firsts, split.head, *tails, *inner)
        return tuple(dict.fromkeys(base for part in parts for base in (part, *IRREGULAR.get(part, ()))))

    def split(self, lemma: str) -> Split | None:
        """Return the best way to halve `lemma`; None if it is no compound."""
        if len(lemma) > _LONGEST_COMPOUND or lemma in _NO_COMPOUNDS:
            return None
        return max(self._splits(lemma), key=lambda split: split.evidence, default=None)

    def lemmas_of_unknown(self, form: str) -> tuple[str, ...]:
        """Return the base forms of a compound which the lexicon lacks, by those of its last part."""
        best: tuple[float, tuple[str, ...]] = (_ENOUGH_EVIDENCE_FOR_FORMS, ())
        for place in range(2, len(form) - 2):
            before, tail = form[:place], form[place:]
            heads = [lemma for lemma in self._lexicon.lemmas(tail) if self._head(lemma, frozenset())]
            if not heads:
                continue
            of_first, firsts = self._cached_first(before)
            if not firsts and (place < 3 or len(tail) < 5):
                continue
            evidence = 1.0 + (of_first if firsts else 0.0) + _by_length(before, tail)
            if evidence > best[0]:
                best = evidence, tuple(before + head for head in heads)
        return best[1]

    def _prefixes(self, word: str, shortest: int = 1) -> set[str]:
        """Return the particles before which `word` is a word already, of at least `shortest` letters."""
        rests = ((prefix, word[len(prefix) :]) for prefix in _PREFIXES if word.startswith(prefix))
        return {prefix for prefix, rest in rests if len(rest) >= shortest and self._lexicon.is_base(rest)}

    def _splits(self, lemma: str) -> Iterator[Split]:
        paradigm, prefixes = self._lexicon.paradigm(lemma), self._prefixes(lemma)
        for before, head in _halves(lemma):
            of_head = self._head(head, paradigm)
            if not of_head:
                continue
            of_first, firsts = self._cached_first(before)
            evidence = of_head + of_first + _by_length(before, head)
            if not firsts or evidence < _ENOUGH_EVIDENCE:
                continue
            if not prefixes or prefixes & self._prefixes(firsts[0], shortest=_SHORTEST_PREFIXED):
                yield Split(before, firsts, head, evidence)

    def _head(self, head: str, paradigm: frozenset[str]) -> float:
        """Return the evidence that `head` ends a compound which is inflected by `paradigm`; 0 if it cannot."""
        if head in _NO_HEADS or (len(head) < 3 and head not in _SHORT_PARTS):
            return 0.0
        own = self._lexicon.paradigm(head)
        if self._lexicon.ends_compounds(head):
            return 2.0 + _likeness(paradigm, own)
        if own or (len(head) > 4 and self._lexicon.is_base(head)):
            return max(0.0, 1.0 + _likeness(paradigm, own))
        return 0.0

    def _first(self, surface: str) -> tuple[float, tuple[str, ...]]:
        """Return the evidence that `surface` opens a compound, and the base forms it may stand for."""
        if surface in _NO_PARTS or (len(surface) < 3 and surface not in _SHORT_PARTS):
            return 0.0, ()
        found = tuple(base for base in dict.fromkeys(self._bases(surface)) if base not in _NO_PARTS)
        listed = bool(self._lexicon.openers(surface)) or self._lexicon.opens_compounds(surface)
        if not found and (listed or self._lexicon.is_known(surface)):
            found = (surface,)
        return 2.0 if listed else 1.0, found

    def _bases(self, surface: str) -> list[str]:
        """Return the words that `surface` may stand for at the start of a compound, the likeliest kind only."""
        openers = self._lexicon.openers(surface)
        if not openers and self._lexicon.paradigm(surface):
            return self._with_verb(surface)
        bound = (stem + ending for stem, endings in _bound_stems(surface) for ending in endings)
        candidates = [*openers, *(base for base in bound if len(base) > 2 and self._lexicon.is_base(base))]
        if candidates:
            return self._with_verb(min(candidates, key=lambda base: self._unlikeliness(base, surface)))
        plain = surface.removesuffix("s")
        return [plain] if len(plain) >= _SHORTEST_COMPOUND and self.split(plain) else []

    def _unlikeliness(self, base: str, surface: str) -> tuple[bool, bool]:
        """A first part is rather a noun than not, and before a linking -s hardly a word in -a."""
        return not self._lexicon.is_noun(base), surface.endswith("s") and base.endswith("a")

    def _with_verb(self, word: str) -> list[str]:
        """Return a noun alone, and any other first part with the verb whose stem it may be (sjuk: sjuka)."""
        verb = word + "a"
        return [word] if self._lexicon.is_noun(word) or not self._lexicon.paradigm(verb) else [word, verb]


def _halves(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield every way to cut `lemma` in two; of three equal consonants at the border one is not written."""
    for place in range(2, len(lemma) - 1):
        before, head = lemma[:place], lemma[place:]
        if not (before.endswith("e") and head in ("rad", "ring")):
            yield before, head
        if before[-1] == before[-2] and before[-1] not in _VOWELS:
            yield before, before[-1] + head


def _likeness(paradigm: frozenset[str], own: frozenset[str]) -> float:
    """Return how much it speaks for a compound that it is inflected by `paradigm`, and its last part by `own`."""
    if not paradigm or not own:
        return 0.0
    if paradigm == own:
        return 2.0
    if paradigm < own or own < paradigm:
        return 1.0
    return -2.0 if paradigm.isdisjoint(own) else 0.0


def _by_length(first: str, head: str) -> float:
    """Return how much the lengths speak for a compound: short words are found in others by chance."""
    return 0.25 * (min(len(first), _LONGEST_COUNTED) + min(len(head), _LONGEST_COUNTED))


def _bound_stems(surface: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the stems of a bound form, each with the endings to try (flick: flicka, vecko: vecka, arbets: arbete)."""
    if surface.endswith("es"):
        yield surface[:-2], ("a",)
    if surface[-1] in "ou":
        yield surface[:-1], ("a", "e")
    yield surface, ("e", "a")
    if surface[-1] in "se":
        yield surface[:-1], ("", "e", "a")
