"""Of two readings of one pair the more exact one stands: a withdrawal symptom is no side effect besides."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from loaders.extraction.readings import Reading
from ontology.lexicon import Entity
from ontology.values import Literal

#: A subject and an object.
Pair: TypeAlias = tuple[Entity, Entity | Literal]

#: Properties that a comparison must not be taken for: "a lower abuse potential" is no low one.
_COMPARABLE: Final = frozenset({"hasRisk", "hasAbusePotential"})

#: Of two readings of one pair, the first named gives way to any of the others.
_GENERAL: Final = {
    "actsOn": frozenset(
        {
            "agonistOf",
            "partialAgonistOf",
            "antagonistOf",
            "inverseAgonistOf",
            "positiveModulatorOf",
            "negativeModulatorOf",
            "inhibitorOf",
        }
    ),
    "antagonistOf": frozenset({"inhibitorOf"}),  # an enzyme that is blocked has no agonist
    "hasAdverseEffect": frozenset({"hasWithdrawalSymptom", "hasOverdoseEffect"}),
    "hasEffect": frozenset({"hasAdverseEffect"}),
    "treats": frozenset({"hasAdverseEffect", "hasPrecaution"}),
    "hasRisk": frozenset({"hasAdverseEffect"}),
}


def specific(readings: Iterable[Reading]) -> list[Reading]:
    """Drop readings that a more specific one of the same pair, in the same sentence, makes needless."""
    heard = list(dict.fromkeys(readings))
    said = predicates_by_pair(heard)
    return [reading for reading in heard if not needless(reading, said)]


def predicates_by_pair(readings: Iterable[Reading]) -> dict[Pair, set[str]]:
    """Return what is said of each pair of subject and object."""
    pairs: dict[Pair, set[str]] = {}
    for reading in readings:
        pairs.setdefault((reading.subject, reading.object), set()).add(reading.predicate)
    return pairs


def needless(reading: Reading, said: Mapping[Pair, set[str]]) -> str:
    """Return the property that says the same more exactly, `comparedWith` for a comparative, or nothing."""
    if reading.predicate in _COMPARABLE and reading.compared:
        return "comparedWith"
    better = _GENERAL.get(reading.predicate)
    return min(better & said[(reading.subject, reading.object)], default="") if better else ""
