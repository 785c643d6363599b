"""What is said without being claimed: asked, believed by others, or tried once and given up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.extraction.negation import NegationWords, negator_at
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """The phrases that open what is not claimed, and those that tell of a use given up."""

    not_claimed: Phrases
    abandoned: Phrases

    @classmethod
    def of(cls, cues: Cues) -> "FactualityWords":
        """Read the classes from the cues."""
        return cls(cues.words("NonFactual"), cues.words("Abandoned"))


def apply(
    sentence: Sentence, readings: Iterable[Reading], words: FactualityWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield the readings that are claimed; a use given up ("developed for X, but not used so") is yielded as denied."""
    whole = len(sentence.tokens)
    abandoned = in_tokens(sentence, 0, whole, words.abandoned)
    for reading in readings:
        clause = sentence.clause_at(reading.at)
        until = max(reading.at + 1, reading.object_mention.first)
        if in_tokens(sentence, clause.first, until, words.not_claimed) >= 0:
            continue
        if abandoned >= 0 and clause.first <= abandoned <= reading.at and reading.predicate == "treats":
            if _refuted_later(sentence, clause.last, negation):
                yield replace(reading, denied=True)
            continue
        yield reading


def _refuted_later(sentence: Sentence, first: int, negation: NegationWords) -> bool:
    """Tell whether a "but" with a denial follows."""
    norms = sentence.norms
    return "but" in norms[first : first + 3] and any(
        negator_at(sentence, at, negation) for at in range(first, len(norms))
    )
