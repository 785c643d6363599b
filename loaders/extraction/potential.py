"""Abuse potential told by an adjective ("highly addictive", "not habit-forming"), and what a potential is for."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

LEVEL: Final = frozenset({"AbusePotential"})
RISK: Final = frozenset({"DrugRisk"})


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the grade of abuse potential that an adjective gives the subject, and the risks that a potential is for."""
    if "potential" in sentence.bag and not sentence.kinds.isdisjoint(RISK):
        yield from _listed(sentence, cues, words, negation)
    if sentence.kinds.isdisjoint(LEVEL):
        return
    adjectives = cues.single_words("AddictiveWord")
    for mention in sentence.mentions:
        if (
            not mention.meant(LEVEL)
            or sentence.norms[mention.last - 1] not in adjectives
            or _of_another(sentence, mention)
        ):
            continue
        clause = sentence.clause_at(mention.first)
        denied = cue_denied(sentence, mention.first, clause.first, negation)
        cue = " ".join(sentence.norms[mention.first : mention.last])
        for subject_mention in subject_of(sentence, clause, mention.first, ABOUT, words):
            for subject in subject_mention.meant(ABOUT):
                grade = mention.meant(LEVEL)[0]
                yield Reading(
                    subject,
                    "hasAbusePotential",
                    grade,
                    denied,
                    cue,
                    "potential",
                    mention.first,
                    subject_mention,
                    mention,
                )


def _listed(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Read "a high potential for abuse and dependence" as a risk of each; for one alone it is a grade and no more."""
    norms = sentence.norms
    differing = cues.single_words("DifferenceWord")
    named = sorted((*sentence.mentions, *sentence.nested), key=lambda each: (each.first, -each.last))
    for at, norm in enumerate(norms):
        if norm != "potential" or norms[at + 1 : at + 2] not in (["for"], ["of"], ["to"]):
            continue
        if not differing.isdisjoint(norms[sentence.clause_at(at).first : at]):
            continue  # "the difference between X and Y lies in their potential for"
        risks: list[Mention] = []
        end = at + 2
        for mention in named:
            joined = norms[end : mention.first] in (_JOINTS if risks else _LEADS)
            if mention.first >= end and joined and mention.meant(RISK):
                risks.append(mention)
                end = mention.last
        if len(risks) > 1:
            clause = sentence.clause_at(at)
            denied = cue_denied(sentence, at, clause.first, negation)
            marked = frozenset(each.first for each in risks) if denied else frozenset[int]()
            subjects = subject_of(sentence, clause, at, ABOUT, words)
            yield from join(
                subjects, "hasRisk", risks, cues, cue="potential for", module="potential", at=at, denied=marked
            )


#: What stands before the first risk of such a list, and between two.
_LEADS: Final[tuple[list[str], ...]] = ([], ["severe"], ["both"])
_JOINTS: Final[tuple[list[str], ...]] = (["and"], ["or"], [","], [",", "and"], [",", "or"], ["and", "/", "or"])


def _of_another(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the adjective is a noun's that is no drug ("non-addictive levels"), or only a claim of sellers."""
    norms = sentence.norms
    following = norms[mention.last : mention.last + 1]
    drug = any(mention.last <= each.first <= mention.last + 1 and each.meant(ABOUT) for each in sentence.mentions)
    noun = bool(following) and following[0].isalpha() and following[0] not in _GOING_ON and not drug
    claimed = not _CLAIMED.isdisjoint(norms[max(0, mention.first - 6) : mention.first])
    return noun or claimed


#: Words behind the adjective that do not belong to it.
_GOING_ON: Final = frozenset(
    {"and", "as", "because", "but", "drug", "drugs", "due", "even", "for", "if", "in", "medicine", "or", "so"}
    | {"substance", "substances", "than", "that", "to", "when", "which", "with"}
)

#: Words of what was said of a drug to sell it.
_CLAIMED: Final = frozenset({"advertised", "believed", "claimed", "marketed", "promoted", "thought", "touted"})
