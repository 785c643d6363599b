"""Cells that grade their drug beside another: "Overdose risk | Higher | Lower", "Sedation | Marked | Mild".

The row's label is the aspect. A cell that compares ("Higher", "Fewer", "Easier to stop") does so with the one other
drug of the table; cells that tell a level ("High", "Excellent") are compared by their ranks.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from loaders.extraction.compared import ASPECT
from loaders.extraction.comparison import COMPARED
from loaders.extraction.degrees import HIGHER, LOWER, POINTING, SIMILAR
from loaders.extraction.readings import Reading, allowed
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Lexicon
from ontology.tokens import normal_form

#: The classes of words that tell a level, from the least to the most.
LEVELS: Final = ("AbsentGrade", "LowGrade", "ModerateGrade", "HighGrade", "HighestGrade")

#: What ends the words of a grade: what stands behind explains it.
_ENDERS: Final = frozenset({"(", ",", ";", ".", "-", "but", "due", "because", "with"})

#: How many words a grade may have: longer cells are prose.
LONGEST: Final = 5


def graded(norms: Sequence[str], cues: Cues) -> tuple[str, int] | None:
    """Return the direction in which a cell points, or "" and its rank where it tells a level; nothing where neither."""
    aside = cues.single_words("Hedge") | cues.single_words("DegreeAdverb")
    end = next((at for at, norm in enumerate(norms) if norm in _ENDERS), len(norms))
    first = next((at for at in range(end) if norms[at] not in aside), end)
    if not 0 < end - first <= LONGEST:
        return None
    for direction, name in POINTING:
        if phrase := cues.words(name).at(norms, first):
            return None if phrase == ("as",) else (direction, 0)
    ranks = [rank for rank, name in enumerate(LEVELS) if cues.words(name).at(norms, first)]
    return ("", ranks[0]) if ranks and end - first <= 2 else None


def read(sentence: Sentence, lexicon: Lexicon, cues: Cues) -> Iterator[Reading]:
    """Yield the comparisons that a graded cell makes with those beside it."""
    mine = graded(sentence.norms, cues) if sentence.beside and sentence.label else None
    if mine is None:
        return
    aspect = _aspect(sentence.label, lexicon)
    for mention in sentence.topic:
        for subject in mention.candidates:
            for other_mention, norms in sentence.beside:
                other = other_mention.candidates[0]
                direction = _direction(mine, graded(norms, cues), len(sentence.beside))
                if direction and other.iri != subject.iri and allowed("comparedWith", other, cues):
                    yield Reading(
                        subject,
                        "comparedWith",
                        other,
                        False,
                        sentence.label,
                        "grades",
                        0,
                        mention,
                        other_mention,
                        (("aspect", aspect), ("direction", direction)),
                    )


def _direction(mine: tuple[str, int], theirs: tuple[str, int] | None, beside: int) -> str:
    """Return how one cell compares with another, or nothing where the two do not tell."""
    if mine[0]:
        clear = theirs is None or theirs[0] != mine[0] or mine[0] == SIMILAR
        return mine[0] if clear and beside == 1 else ""
    if theirs is None or theirs[0]:
        return ""
    return HIGHER if mine[1] > theirs[1] else LOWER if mine[1] < theirs[1] else SIMILAR


def _aspect(label: str, lexicon: Lexicon) -> str:
    """Return the aspect that a row's label names, else its own words."""
    words = normal_form(label)
    named = [form.entity for form in lexicon.lookup(words)]
    for kinds in (ASPECT, COMPARED):
        for entity in named:
            if not kinds.isdisjoint(entity.kinds):
                return entity.iri
    return " ".join(words)
