"""What the circumstances named in a sentence make of an effect: on stopping, in overdose, in combination.

"Can cause seizures" is an adverse effect; "stopping it abruptly can cause seizures" is a withdrawal symptom, "more than
200 mg can cause seizures" an effect of overdose, and "with alcohol it can cause sedation" the result of an interaction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.extraction.clauses import ABOUT
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

#: The properties that circumstances can turn into others.
EFFECTS = frozenset({"hasAdverseEffect", "hasEffect", "hasOverdoseEffect", "hasWithdrawalSymptom"})
INTERACTION = "interactsWith"


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The phrases that tell of stopping, of too much, and of taking together; and the kinds that stay what they are."""

    withdrawal: frozenset[tuple[str, ...]]
    overdose: frozenset[tuple[str, ...]]
    combination: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, cues: Cues) -> "ContextWords":
        """Read the classes from the cues."""
        return cls(cues.words("WithdrawalContext"), cues.words("OverdoseContext"), cues.words("CombinationContext"))


def apply(sentence: Sentence, readings: Iterable[Reading], section_role: str, words: ContextWords) -> Iterator[Reading]:
    """Yield the readings as their circumstances make them; those of a combination become results of interactions."""
    heard = list(readings)
    combined = in_tokens(sentence, 0, len(sentence.tokens), words.combination) >= 0 and len(_drugs(sentence)) > 1
    interactions = [reading for reading in heard if reading.predicate == INTERACTION]
    for reading in heard:
        if reading.predicate == INTERACTION:
            yield from _with_results(sentence, reading)
        elif reading.predicate in EFFECTS and reading.module == "phrases":
            if interactions or combined:
                continue
            yield replace(reading, predicate=_turned(sentence, reading, section_role, words))
        else:
            yield reading


def _drugs(sentence: Sentence) -> set[str]:
    return {entity.iri for mention in sentence.mentions for entity in mention.meant(ABOUT)} | {
        entity.iri for mention in sentence.topic for entity in mention.candidates
    }


def _turned(sentence: Sentence, reading: Reading, section_role: str, words: ContextWords) -> str:
    clause = sentence.clause_at(reading.at)
    first = 0 if clause.kind != "sub" else clause.first
    last = max(reading.object_mention.last, clause.last)
    if in_tokens(sentence, first, last, words.withdrawal) >= 0:
        return "hasWithdrawalSymptom"
    if in_tokens(sentence, first, last, words.overdose) >= 0:
        return "hasOverdoseEffect"
    if section_role in ("hasWithdrawalSymptom", "hasOverdoseEffect") and reading.predicate == "hasAdverseEffect":
        return section_role
    return reading.predicate


def _with_results(sentence: Sentence, reading: Reading) -> Iterator[Reading]:
    """Yield an interaction once for each condition that the sentence names as its result."""
    after = max(reading.object_mention.last, reading.subject_mention.last, reading.at)
    results = [
        entity.iri
        for mention in sentence.mentions
        if mention.first >= after
        for entity in mention.meant(frozenset({"Condition"}))
    ]
    if not results:
        results = [
            entity.iri
            for mention in sentence.mentions
            for entity in mention.meant(frozenset({"Condition"}))
            if mention.last <= min(reading.object_mention.first, reading.at)
            and mention.first > reading.subject_mention.last
        ]
    for result in dict.fromkeys(results):
        yield replace(reading, qualifiers=(*reading.qualifiers, ("result", result)))
    if not results:
        yield reading
