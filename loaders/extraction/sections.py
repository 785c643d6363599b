"""Readings by section: what is named under "Side effects" and the like is one, in whatever words it is put.

Texts do not repeat a heading in each sentence: "Depression and anxiety can persist for weeks" under "Risks" tells of
risks. A condition that no cue has taken is read as the heading says, unless the words around it show that it is there
for another reason: as what is treated, whom something befalls, or what something else brings about.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from loaders.extraction.clauses import ABOUT, is_predicative
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.occurrence import ROLES
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues

CONDITION: Final = frozenset({"Condition"})

#: Kinds of condition that are told of otherwise: how a drug is taken, and what its use leads to.
_OTHERS: Final = frozenset({"Circumstance", "DrugRisk", "Population"})

#: How many words before a condition are looked at for one that shows why it is named.
WINDOW: Final = 4


#: How far behind people what they have may stand, and behind a condition the verb that tells its cause.
_TO_PEOPLE: Final = 9
_TO_CAUSE: Final = 10


def read(
    sentence: Sentence,
    section_role: str,
    found: Sequence[Reading],
    cues: Cues,
    negation: NegationWords,
) -> Iterator[Reading]:
    """Yield what a sentence names and no other module has read, as the heading above it tells."""
    if section_role not in ROLES or not sentence.running or not _of_topic(sentence):
        return
    taken = {reading.object_mention for reading in found} | {reading.subject_mention for reading in found}
    treated = {reading.object for reading in found if reading.predicate == "treats"}
    for mention in sentence.mentions:
        if _of_taking(sentence, mention) or _names_role(sentence, mention):
            continue
        if mention in taken or not mention.meant(CONDITION) or mention.candidates[0].kinds & _OTHERS:
            continue
        if not treated.isdisjoint(mention.candidates) or for_another_reason(sentence, mention, cues):
            continue
        clause = sentence.clause_at(mention.first)
        denied = cue_denied(sentence, mention.first, clause.first, negation)
        yield from join(
            sentence.topic,
            section_role,
            (mention,),
            cues,
            cue=section_role,
            module="sections",
            at=mention.first,
            denied=frozenset({mention.first}) if denied else frozenset(),
        )


def _of_taking(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a condition is that the drug is taken ("alcohol intake"), or is said to be low ("low toxicity")."""
    topic = {entity for each in sentence.topic for entity in each.candidates}
    named = any(
        mention.first <= each.first and each.last <= mention.last and not topic.isdisjoint(each.candidates)
        for each in sentence.nested
    )
    return named or sentence.norms[mention.first - 1 : mention.first] in (["low"], ["little"], ["minimal"])


def _names_role(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a condition only names what a sentence lists: "symptoms of toxicity include"."""
    return any(hit.role and hit.first <= mention.first and mention.last <= hit.last for hit in sentence.hits)


def _of_topic(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of what the section is about, and of no other drug."""
    topic = {entity for mention in sentence.topic for entity in mention.meant(ABOUT)}
    return bool(topic) and all(
        not topic.isdisjoint(mention.meant(ABOUT)) or mention.reference or is_predicative(sentence, mention)
        for mention in sentence.mentions
        if mention.meant(ABOUT)
    )


def of_people(sentence: Sentence, mention: Mention, cues: Cues, first: int = 0) -> bool:
    """Tell whether a condition is one that people have: "in patients with considerable, pre-existing heart disease"."""
    norms, people = sentence.norms, cues.single_words("PersonNoun")
    for at in range(mention.first - 1, max(first, mention.first - _TO_PEOPLE), -1):
        if norms[at] in ("with", "have", "having") and ("who" in norms[at - 2 : at] or norms[at - 1] in people):
            return True
    return False


def for_another_reason(sentence: Sentence, mention: Mention, cues: Cues) -> bool:
    """Tell whether the words before a condition show that it is treated, befalls someone, or causes something."""
    norms = sentence.norms
    window = norms[max(0, mention.first - WINDOW) : mention.first]
    if not cues.single_words("OtherReason").isdisjoint(window) or of_people(sentence, mention, cues):
        return True
    if "caused" in norms[mention.last : mention.last + _TO_CAUSE]:
        return True  # "depression and anxiety are not just caused by"
    at = mention.first - 1
    while at > 0 and norms[at] in ARTICLES:
        at -= 1
    if at >= 0 and norms[at] in cues.single_words("ReasonPreposition"):
        return True
    after = norms[mention.last] if mention.last < len(norms) else ""
    if norms[mention.last : mention.last + 2] in (["should", "be"], ["must", "be"]):
        return True  # "alcohol use should be avoided"
    if after == "you":  # "and they worry you"
        return True
    if after == ":":  # a label: "Coming down: …"
        return True
    return after in cues.single_words("TreatmentNoun")
