"""Differences: "X and Y have different mechanisms", "their uses differ", "the risks of X differ from those of Y".

A difference is a comparison whose likeness is denied: `comparedWith`, polarity `-`, `direction=similar`. Where the
difference is denied ("do not have different uses") the two are alike.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.compared import ASPECT
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Clause, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity

#: How many words may stand between the word of difference and its aspect, before "from" and before "between".
REACH: Final = 3
TO_FROM: Final = 4
TO_BETWEEN: Final = 10

#: The words of difference that "than" may follow as well.
_WITH_THAN: Final = frozenset({"different", "differently"})

#: What before the word leaves little of a difference.
_FEW: Final = frozenset({"few", "little", "slight", "minor"})


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the aspects in which a sentence says that two drugs or classes differ."""
    if sentence.kinds.isdisjoint(ASPECT):
        return
    differing = cues.single_words("DifferenceWord")
    for at, norm in enumerate(sentence.norms):
        if norm not in differing:
            continue
        if not _FEW.isdisjoint(sentence.norms[max(0, at - REACH - 1) : at]):
            continue  # "few clear differences"
        if norm == "distinction" and "between" not in sentence.norms[at : at + REACH]:
            continue  # "we will explore its distinction from"
        clause = sentence.clause_at(at)
        aspects = _aspects(sentence, at, clause, words)
        pair = _pair(sentence, at, clause, words)
        if not aspects or not pair:
            continue
        alike = cue_denied(sentence, at, clause.first, negation)
        (subject, subject_mention), (other, other_mention) = pair
        for mention in aspects:
            aspect = mention.meant(ASPECT)[0]
            yield Reading(
                subject,
                "comparedWith",
                other,
                not alike,
                norm,
                "difference",
                at,
                subject_mention,
                other_mention,
                (("aspect", aspect.iri), ("direction", "similar")),
            )


def _aspects(sentence: Sentence, at: int, clause: Clause, words: ClauseWords) -> list[Mention]:
    """Return what differs: the aspects right after the word or behind "in", else those that are its subject."""
    around = [m for m in sentence.mentions if m.first < at < m.last and m.meant(ASPECT)]
    if around:
        return around  # "works differently than Y"
    after = group_after(sentence, at + 1, clause.last, ASPECT, words.lists, reach=REACH)
    if after:
        return after
    for index in range(at + 1, clause.last):  # "differs from Y in its half-life"
        behind = group_after(sentence, index + 1, clause.last, ASPECT, words.lists, reach=REACH)
        if behind and sentence.norms[index] == "in":
            return behind
    for mention in sentence.mentions:
        if clause.first <= mention.first and mention.last <= at and mention.meant(ASPECT):
            return group_after(sentence, mention.first, at, ASPECT, words.lists)
    return []


def _pair(
    sentence: Sentence, at: int, clause: Clause, words: ClauseWords
) -> tuple[tuple[Entity, Mention], tuple[Entity, Mention]] | None:
    """Return the two that differ: both named, one "from" the other, or one and what the page sets beside it."""
    subjects = [(e, m) for m in subject_of(sentence, clause, at, ABOUT, words) for e in m.meant(ABOUT)]
    norms = sentence.norms
    between = next((i for i in range(at + 1, min(at + TO_BETWEEN, len(norms))) if norms[i] == "between"), -1)
    if between >= 0:  # "no difference in efficacy between X and Y"
        compared = group_after(sentence, between + 1, len(norms), ABOUT, words.lists, reach=REACH)
        subjects = [(e, m) for m in compared for e in m.meant(ABOUT)]
    for index in range(at + 1, min(at + TO_FROM + 1, len(norms))):
        if norms[index] == "from" or (norms[index] == "than" and norms[at] in _WITH_THAN):
            start = index + 3 if norms[index + 1 : index + 3] in (["those", "of"], ["that", "of"]) else index + 1
            start += norms[start : start + 1] == ["how"]  # "is distinct from how statins work"
            others = group_after(sentence, start, len(norms), ABOUT, words.lists, reach=REACH)
            subjects = subjects[:1] + [(e, m) for m in others[:1] for e in m.meant(ABOUT)]
    if len(subjects) == 1:
        beside = [(e, m) for m in sentence.others for e in m.meant(ABOUT) if e != subjects[0][0]]
        subjects += beside[:1]
    distinct = len(subjects) == 2 and subjects[0][0] != subjects[1][0]
    return (subjects[0], subjects[1]) if distinct else None
