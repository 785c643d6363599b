"""What makes a harm likelier calls for care itself: what brings seizures when stopped suddenly must not be.

"Stopping it suddenly can lead to X", "Y is seen especially in the elderly": a harm that is told of one way of using a
drug, or of one group of people, makes that way or group a precaution. A dose or a long use is a qualifier of the harm.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, is_predicative
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import CIRCUMSTANCE, CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

HARMS: Final = frozenset({"hasAdverseEffect", "hasOverdoseEffect", "hasRisk", "hasWithdrawalSymptom"})

#: The ways of using a drug, states and groups of people that a harm can be told of.
HAZARDS: Final = frozenset({"HazardousCircumstance", "VulnerableGroup"})

#: What leads to them; and how many words may stand between.
_LEADS: Final = frozenset(
    {"after", "among", "at", "by", "during", "following", "from", "if", "in", "on", "upon", "when", "with"}
)
_TO_HAZARD: Final = 3


def cautions(sentence: Sentence, reading: Reading, first: int, last: int) -> Iterator[Reading]:
    """Yield the precautions that a harm, told between two tokens, makes of its circumstances."""
    if reading.predicate not in HARMS or reading.denied or reading.module == "lists":
        return
    if sentence.kinds.isdisjoint(HAZARDS):
        return
    for mention in sentence.mentions:
        if not (first <= mention.first and mention.last <= last) or mention == reading.object_mention:
            continue
        if _told_of(sentence, mention, first, reading):
            for hazard in mention.meant(HAZARDS):
                yield replace(reading, predicate="hasPrecaution", object=hazard, object_mention=mention, qualifiers=())


def read(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield what people have whom a harm befalls more often: "is more likely in patients with gout"."""
    people = cues.single_words("PersonNoun")
    for at, phrase in sentence.found(cues.words("HigherChance")):
        named = [m for m in sentence.mentions if m.last <= at and m.meant(ABOUT) and not is_predicative(sentence, m)]
        subjects = tuple(named[:1]) or sentence.topic
        start = _with_people(sentence.norms, at + len(phrase), people)
        if start < 0:
            continue
        last = next((i for i in range(start, len(sentence.norms)) if sentence.norms[i] in _ENDING), len(sentence.norms))
        listed = group_after(sentence, start, last, CONDITION, words.lists)
        named = [m for m in sentence.mentions if m.first >= start and m.last <= last and m.meant(CONDITION)]
        members = named if "," in sentence.norms[start:last] else listed  # a long list has descriptions in it
        yield from join(subjects, "hasPrecaution", members, cues, cue=" ".join(phrase), module="hazards", at=at)


def _with_people(norms: list[str], first: int, people: frozenset[str]) -> int:
    """Return the token behind "in people with" or "in those who have" near a token, or -1."""
    for at in range(first, min(first + _TO_PEOPLE, len(norms) - 2)):
        if norms[at] in people and norms[at + 1] in ("with", "having"):
            return at + 2
        if norms[at] in people and norms[at + 1] == "who" and norms[at + 2] in ("have", "had"):
            return at + 3
    return -1


#: What ends what is said of the people.
_ENDING: Final = frozenset({"after", "although", "because", "but", "however", "so", "than", "when", "while"})
#: How many words may stand between "more likely" and the people.
_TO_PEOPLE: Final = 7


def _told_of(sentence: Sentence, mention: Mention, first: int, reading: Reading) -> bool:
    """Tell whether a preposition leads to a circumstance, or it is what does the harm."""
    before = sentence.norms[max(first, mention.first - _TO_HAZARD) : mention.first]
    if mention.last <= reading.at and mention.meant(CIRCUMSTANCE) and "than" not in before:
        return True
    return not _LEADS.isdisjoint(before)
