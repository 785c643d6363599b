"""How firmly a clause puts what it says: stated, hedged or under investigation."""

from dataclasses import dataclass

from loaders.extraction.readings import in_tokens
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

    @classmethod
    def of(cls, cues: Cues) -> "CertaintyWords":
        """Read the classes from the cues."""
        return cls(cues.words("Hedge"), cues.words("Investigation"), cues.words("OffLabel"))


def certainty_of(sentence: Sentence, first: int, last: int, words: CertaintyWords) -> Certainty:
    """Return the certainty of what stands between two tokens."""
    if in_tokens(sentence, first, last, words.investigational) >= 0:
        return Certainty.INVESTIGATIONAL
    if in_tokens(sentence, first, last, words.hedges) >= 0:
        return Certainty.HEDGED
    return Certainty.STATED


def status_of(sentence: Sentence, first: int, last: int, words: CertaintyWords) -> tuple[tuple[str, str], ...]:
    """Return the `status` qualifier of a use, or nothing where it is the approved one."""
    if in_tokens(sentence, first, last, words.off_label) >= 0:
        return (("status", "offLabel"),)
    if in_tokens(sentence, first, last, words.investigational) >= 0:
        return (("status", "investigational"),)
    return ()
