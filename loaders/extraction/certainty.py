"""How firmly a clause puts what it says: stated, hedged or under investigation."""

from dataclasses import dataclass
from typing import Final

from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases
from ontology.values import Certainty


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """The phrases that hedge, that speak of research, and that tell a use outside the label."""

    hedges: Phrases
    investigational: Phrases
    off_label: Phrases
    licences: Phrases  # indicated, approved: of a use that research has proven

    @classmethod
    def of(cls, cues: Cues) -> "CertaintyWords":
        """Read the classes from the cues."""
        return cls(cues.words("Hedge"), cues.words("Investigation"), cues.words("OffLabel"), cues.words("Licence"))


def certainty_of(sentence: Sentence, reading: Reading, first: int, last: int, words: CertaintyWords) -> Certainty:
    """Return the certainty of a reading in a clause between two tokens."""
    if under_investigation(sentence, reading, first, last, words):
        return Certainty.INVESTIGATIONAL
    if in_tokens(sentence, first, last, words.hedges) >= 0:
        return Certainty.HEDGED
    return Certainty.STATED


def status_of(
    sentence: Sentence, reading: Reading, first: int, last: int, words: CertaintyWords
) -> tuple[tuple[str, str], ...]:
    """Return the `status` qualifier of a use, or nothing where it is the approved one."""
    if in_tokens(sentence, first, last, words.off_label) >= 0:
        return (("status", "offLabel"),)
    if under_investigation(sentence, reading, first, last, words):
        return (("status", "investigational"),)
    return ()


def under_investigation(sentence: Sentence, reading: Reading, first: int, last: int, words: CertaintyWords) -> bool:
    """Tell whether a clause speaks of research; what a drug is approved for was researched before.

    The word nearest before the object counts ("approved for X and studied for Y"), else the first after it, unless a
    licence or proof stands between them ("was established in trials").
    """
    if reading.predicate in _GIVEN or in_tokens(sentence, first, last, words.investigational) < 0:
        return False
    until = max(reading.at + 1, reading.object_mention.first)
    before = sentence.found(words.investigational, first, until)
    if before:
        return in_tokens(sentence, before[-1][0], until, words.licences) < 0
    return in_tokens(sentence, first, in_tokens(sentence, until, last, words.investigational), words.licences) < 0


#: What no study is needed for, and is as true of a drug under study as of any other.
_GIVEN: Final = frozenset({"hasBrandName", "hasDoseForm", "hasMilestone", "hasRoute", "hasSchedule"})
