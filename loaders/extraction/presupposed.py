"""What a comparison takes for granted: whoever is "less sedating than X" says that X sedates.

Degrees of an effect are compared between those that have it. So the one that has more has the effect, and both have it
where they are alike; what has less may have none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, allowed, routed
from loaders.extraction.sections import for_another_reason
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity

CONDITION: Final = frozenset({"Condition"})
COMPARISON: Final = "comparedWith"


def read(sentence: Sentence, found: Sequence[Reading], cues: Cues) -> Iterator[Reading]:
    """Yield the effects that the comparisons of a sentence presuppose, as their kind calls for: effect or risk."""
    for reading in found:
        if reading.predicate != COMPARISON or reading.denied:
            continue
        yield from _uses(reading, found)
        told = dict(reading.qualifiers)
        compared = _condition(sentence, told.get("aspect", ""), cues)
        if compared is None or not isinstance(reading.object, Entity):
            continue
        condition, mention = compared
        direction = told.get("direction")
        sides = [] if direction == "higher" else [(reading.object, reading.object_mention)]
        if direction != "lower":
            sides.append((reading.subject, reading.subject_mention))
        predicate = routed("hasAdverseEffect", condition, cues)
        for subject, place in sides:
            if allowed(predicate, condition, cues):
                yield replace(
                    reading,
                    subject=subject,
                    subject_mention=place,
                    predicate=predicate,
                    object=condition,
                    object_mention=mention,
                    module="presupposed",
                    qualifiers=(),
                )


def _uses(comparison: Reading, found: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the use for which a drug is compared with another: "is more effective than X in treating Y"."""
    other = comparison.object
    if not isinstance(other, Entity) or not comparison.at < comparison.object_mention.first:
        return
    for use in found:
        alike = use.predicate == "treats" and not use.denied and use.subject.iri == comparison.subject.iri
        if (
            alike
            and use.at >= comparison.object_mention.last
            and "efficacy" in dict(comparison.qualifiers).get("aspect", "")
        ):
            yield replace(use, subject=other, subject_mention=comparison.object_mention, module="presupposed")


def _condition(sentence: Sentence, aspect: str, cues: Cues) -> tuple[Entity, Mention] | None:
    """Return the condition that the words for an aspect name as well, or that is compared itself."""
    named = [m for m in (*sentence.mentions, *sentence.nested) if any(entity.iri == aspect for entity in m.candidates)]
    if any(for_another_reason(sentence, mention, cues) for mention in named):
        return None  # "more effective against pain"
    return next(((entity, mention) for mention in named for entity in mention.meant(CONDITION)), None)
