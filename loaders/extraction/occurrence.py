"""Readings of what happens: "X may occur", "there can be Y", under a heading or a circumstance that tells as what."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import DRUG
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, denied_members
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Clause, Sentence
from loaders.extraction.unlisted import UnlistedWords, told_before
from ontology.cues import Cues

CONDITION: Final = frozenset({"Condition"})

RISK: Final = frozenset({"DrugRisk"})

#: The properties that a heading can give to what happens.
ROLES: Final = frozenset({"hasAdverseEffect", "hasEffect", "hasOverdoseEffect", "hasWithdrawalSymptom"})


#: Those of them under which what has been reported is a condition, in whatever words.
UNWANTED: Final = ROLES - {"hasEffect"}


def read(
    sentence: Sentence,
    section_role: str,
    cues: Cues,
    words: ClauseWords,
    negation: NegationWords,
    names: UnlistedWords,
) -> Iterator[Reading]:
    """Yield what a sentence says to happen, as the heading above it tells, else as an effect of the page's drug."""
    role = section_role if section_role in ROLES else sentence.role if sentence.role in ROLES else ""
    for name, before in (("Occurrence", True), ("Existence", False), *((("Commonness", True),) if role else ())):
        for at, phrase in sentence.found(cues.words(name)):
            clause = sentence.clause_at(at)
            if not before and _treated(sentence, clause, at):
                continue  # "treats acne and some cases of gout"
            if before:
                objects = _before(sentence, clause.first, at, words)
                if not objects and section_role in UNWANTED and "been" in phrase:
                    objects = told_before(sentence, clause.first, at, names)
            else:
                after = at + len(phrase)
                objects = group_after(sentence, after, sentence.clause_at(after - 1).last, CONDITION, words.lists)
            attributed = _attributed(sentence, at + len(phrase), clause.last, words) if before else []
            if not role and not attributed and not _of_page(sentence):
                objects = [mention for mention in objects if mention.meant(RISK)]
            if not objects:
                continue
            denied = cue_denied(sentence, at, clause.first, negation)
            origin = objects[0].first if before else at + len(phrase)
            marked = denied_members(sentence, origin, objects, denied, negation, words.lists)
            subjects = tuple(attributed) or _subjects(sentence)
            yield from join(
                subjects,
                role or "hasAdverseEffect",
                objects,
                cues,
                cue=" ".join(phrase),
                module="occurrence",
                at=at,
                denied=marked,
                settled=role == "hasAdverseEffect",  # under "Side effects" even excitement is one
            )


def _attributed(sentence: Sentence, first: int, last: int, words: ClauseWords) -> list[Mention]:
    """Return the drugs of which something is reported: "… has been seen in patients treated with statins"."""
    norms, at = sentence.norms, first
    while at < last and norms[at] in _OF_WHOM:
        at += 1
    if at == first or norms[at - 1] not in _WITH:
        return []
    return group_after(sentence, at, last, ABOUT, words.lists, reach=1)


#: The words between a report and the drug, and those of them that may stand right before it.
_WITH: Final = frozenset({"during", "following", "of", "receiving", "taking", "to", "using", "with"})
_OF_WHOM: Final = _WITH | {
    "adults",
    "after",
    "association",
    "been",
    "children",
    "exposed",
    "have",
    "in",
    "patients",
    "people",
    "the",
    "therapy",
    "those",
    "treated",
    "treatment",
    "use",
    "users",
    "who",
}


def _treated(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Tell whether the words before a token in its clause tell what is treated."""
    return any(
        clause.first <= hit.first < at and any(cue.predicate == "treats" for cue in hit.phrases)
        for hit in sentence.hits
    )


def _of_page(sentence: Sentence) -> bool:
    """Tell whether a sentence can only speak of the drug that the page is about: it names no other."""
    named = any(mention.meant(ABOUT) and not mention.reference for mention in sentence.mentions)
    topic = [mention.meant(DRUG) for mention in sentence.topic]
    return not named and bool(topic) and all(topic)


def _before(sentence: Sentence, first: int, last: int, words: ClauseWords) -> list[Mention]:
    for mention in sentence.mentions:
        governor = sentence.norms[mention.first - 1 : mention.first]
        inside = mention.first >= first and mention.last <= last
        if inside and mention.meant(CONDITION) and governor not in (["with"], ["in"], ["have"]):
            return group_after(sentence, mention.first, last, CONDITION, words.lists)
    return []


def _subjects(sentence: Sentence) -> tuple[Mention, ...]:
    about = [mention for mention in sentence.mentions if mention.meant(ABOUT)]
    named = [mention for mention in about if mention.meant(DRUG)] or [each for each in about if each.reference]
    return tuple(named[:1]) if named else sentence.topic if all(m.meant(ABOUT) for m in sentence.topic) else ()
