"""What makes a harm likelier calls for care itself: what brings seizures when stopped suddenly must not be.

"Stopping it suddenly can lead to X", "Y is seen especially in the elderly": a harm that is told of one way of using a
drug, or of one group of people, makes that way or group a precaution. A dose or a long use is a qualifier of the harm.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loaders.extraction.kinds import CIRCUMSTANCE
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence

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


def _told_of(sentence: Sentence, mention: Mention, first: int, reading: Reading) -> bool:
    """Tell whether a preposition leads to a circumstance, or it is what does the harm."""
    before = sentence.norms[max(first, mention.first - _TO_HAZARD) : mention.first]
    if mention.last <= reading.at and mention.meant(CIRCUMSTANCE) and "than" not in before:
        return True
    return not _LEADS.isdisjoint(before)
