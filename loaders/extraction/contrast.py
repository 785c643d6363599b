"""What a contrast compares: "without the sedation of opioids", "unlike opioids, X does not cause dependence".

Who lacks what another has has less of it, and the other has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.compared import ASPECT
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, allowed
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

#: What may be lacked, and of which properties a denial sets a drug against what it is unlike.
LACKED: Final = frozenset({"Aspect", "Condition"})
DENIED: Final = EFFECTS | {"hasRisk"}
#: Properties without degrees: whom a drug is unlike in one of them has it.
MUTUAL: Final = frozenset({"actsIn", "actsOn", "agonistOf", "antagonistOf", "inhibitorOf", "isA", "treats"})

#: How many words may stand between what is lacked and the words that tell whose it is.
TO_OWNER: Final = 3


def read(sentence: Sentence, found: Sequence[Reading], cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the comparisons that the contrasts of a sentence make."""
    if not sentence.kinds.isdisjoint(LACKED):
        yield from _without(sentence, cues, words)
    yield from _unlike(sentence, found, cues, words)


def _without(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "without the sedative effects that can accompany other Ys"."""
    norms = sentence.norms
    for at, lack in sentence.found(cues.words("LackMarker")):
        aspects = group_after(sentence, at + len(lack), len(norms), LACKED, words.lists, reach=2)
        if not aspects:
            continue
        end = aspects[-1].last
        for begins, marker in sentence.found(cues.words("OwnerOpener"), end):
            if begins > end + TO_OWNER:
                break
            others = group_after(sentence, begins + len(marker), len(norms), ABOUT, words.lists, reach=2)
            clause = sentence.clause_at(at)
            subjects = [
                each for each in subject_of(sentence, clause, at, ABOUT, words) if each.last <= at or each.reference
            ]
            yield from _less(subjects, aspects, others, at, " ".join(lack), cues)
            break


def _unlike(sentence: Sentence, found: Sequence[Reading], cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "Unlike Ys, X does not cause dependence" and "unlike Ys, X has no abuse potential"."""
    norms = sentence.norms
    for at, marker in sentence.found(cues.words("UnlikeMarker")):
        others = group_after(sentence, at + len(marker), len(norms), ABOUT, words.lists, reach=2)
        for reading in found:
            none = reading.predicate == "hasAbusePotential" and _is_none(reading)
            if not (none or (reading.denied and reading.predicate in DENIED | MUTUAL)):
                continue
            # "Unlike Ys, X …" reads like a list of two; of longer ones the subject is the last member as well.
            set_against = others[:-1] if others and reading.subject in others[-1].meant(ABOUT) else others
            if any(reading.subject in mention.meant(ABOUT) for mention in set_against):
                continue
            if reading.predicate in MUTUAL:
                for mention in set_against:
                    for other in mention.meant(ABOUT):
                        if reading.object != other:
                            yield replace(
                                reading, subject=other, subject_mention=mention, denied=False, module="contrast"
                            )
                continue
            aspects = [
                m for m in sentence.mentions if m.first <= reading.object_mention.last <= m.last + 2 and m.meant(LACKED)
            ]
            yield from _less([reading.subject_mention], aspects[:1], set_against, reading.at, " ".join(marker), cues)


def _is_none(reading: Reading) -> bool:
    return getattr(reading.object, "iri", "").endswith("/none")


def _less(
    subjects: Sequence[Mention],
    aspects: Sequence[Mention],
    others: Sequence[Mention],
    at: int,
    cue: str,
    cues: Cues,
) -> Iterator[Reading]:
    """Yield that each subject has less of each aspect than each of the others."""
    for subject_mention in subjects:
        for subject in subject_mention.meant(ABOUT):
            for other_mention in others:
                for other in other_mention.meant(ABOUT):
                    if other.iri == subject.iri or not allowed("comparedWith", other, cues):
                        continue
                    for mention in aspects:
                        for aspect in (mention.meant(ASPECT) or mention.meant(LACKED))[:1]:
                            yield Reading(
                                subject,
                                "comparedWith",
                                other,
                                False,
                                cue,
                                "contrast",
                                at,
                                subject_mention,
                                other_mention,
                                (("aspect", aspect.iri), ("direction", "lower")),
                            )
