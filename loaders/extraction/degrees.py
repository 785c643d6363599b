"""Words of degree: which of a sentence's comparatives and equatives point up, down, or say that two are alike.

"More" and "less" point by themselves; "as … as" says alike, "twice as … as" more, "half as … as" and "not as … as"
less.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

HIGHER, LOWER, SIMILAR = "higher", "lower", "similar"

#: The classes of words that point, and where to.
POINTING: Final = ((HIGHER, "HigherWord"), (LOWER, "LowerWord"), (SIMILAR, "SimilarWord"))

_AS: Final = ("as",)
LIKENESS: Final = "LikenessMarker"

#: How many words may stand between the two words of "as … as", and between a denial and the first of them.
TO_SECOND_AS: Final = 6
TO_NEGATOR: Final = 3


class Degree:
    """Tokens `first` to `last` (exclusive) that point in a direction; a denial of them stands before `begin`."""

    __slots__ = ("begin", "direction", "first", "last", "markers")

    def __init__(self, first: int, last: int, direction: str, begin: int, markers: str) -> None:
        """Take the tokens and the direction; `markers` is the class of words before what is compared with."""
        self.first = first
        self.last = last
        self.direction = direction
        self.begin = begin
        self.markers = markers


def degrees(sentence: Sentence, cues: Cues) -> Iterator[Degree]:
    """Yield the words of degree of a sentence that may compare two things."""
    norms = sentence.norms
    for direction, name in POINTING:
        for at, phrase in sentence.found(cues.words(name)):
            last = at + len(phrase)
            if at and norms[at - 1] in ("at", "in", "with") and norms[last : last + 1] in (["dose"], ["doses"]):
                continue  # "at higher doses, it is more effective than": the doses are not compared
            if phrase == _AS:
                yield from _equative(sentence, at, cues)
            else:
                yield Degree(at, last, direction, at, LIKENESS if direction == SIMILAR else "ThanMarker")


def _equative(sentence: Sentence, at: int, cues: Cues) -> Iterator[Degree]:
    """Yield the "as" that another follows, pointing as the words before it tell."""
    norms = sentence.norms
    if not norms[at + 1 :] or norms[at + 1] in cues.single_words("NoDegreeWord"):
        return
    if norms[max(0, at - 2) : at] == ["as", "well"] or "as" not in norms[at + 2 : at + 2 + TO_SECOND_AS]:
        return
    before = norms[at - 1] if at else ""
    begin, direction = at, SIMILAR
    if before in cues.single_words("MultipleWord"):
        direction = HIGHER
    elif before in cues.single_words("FractionWord"):
        direction = LOWER
    elif any(norm in cues.single_words("Negator") for norm in norms[max(0, at - TO_NEGATOR) : at]):
        begin, direction = max(0, at - TO_NEGATOR), LOWER  # the denial is spent
    yield Degree(at, at + 1, direction, begin, LIKENESS)
