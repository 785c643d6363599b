"""Which axioms lie outside OWL 2 RL, the profile that plain rules cover, and why.

The grammar is that of the W3C's "OWL 2 Profiles" (second edition), section 4.2: what may stand on the left of
SubClassOf, and what on the right. An equivalence is looked at as its two halves.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.reasoning.axioms import Ontology
from ontology.reasoning.expressions import EVERYTHING, NOTHING, And, Named, OneOf, Signed, Some, Value

EXISTENTIAL = "an existential on the right"
UNION = "a union on the right"
ENUMERATION = "an enumeration on the right"
COMPLEMENT = "a complement or universal on the left"


@dataclass(frozen=True, slots=True)
class Outside:
    """An axiom that OWL 2 RL does not have, and the reason."""

    axiom: str
    reason: str


def outside_rl(ontology: Ontology) -> tuple[Outside, ...]:
    """Return every axiom outside OWL 2 RL, in the order of the ontology."""
    found: dict[Outside, None] = {}
    for axiom in ontology.subclasses:
        for reason in (*_left(axiom.sub), *_right(axiom.sup)):
            found[Outside(axiom.axiom.text, reason)] = None
    for pair in ontology.disjoints:
        for reason in (*_left(pair.one), *_left(pair.other)):
            found[Outside(pair.axiom.text, reason)] = None
    for role in ontology.roles:
        if role.expression:
            for reason in _right(role.expression):
                found[Outside(role.axiom.text, reason)] = None
    return tuple(found)


def _left(signed: Signed) -> Iterator[str]:
    """Give the reasons why an expression may not stand on the left."""
    match signed.expression:
        case Named() | Value() | OneOf() if signed.positive:
            return
        case And(parts) if signed.positive or signed == NOTHING or all(not part.positive for part in parts):
            for part in parts:
                yield from _left(part if signed.positive else -part)
        case Some(_, filler) if signed.positive:
            if filler != EVERYTHING:
                yield from _left(filler)
        case _:
            yield COMPLEMENT


def _right(signed: Signed) -> Iterator[str]:
    """Give the reasons why an expression may not stand on the right."""
    match signed.expression:
        case Named() | Value() if signed.positive:
            return
        case And(parts) if signed.positive:
            for part in parts:
                yield from _right(part)
        case Some(_, filler):
            if signed.positive:
                yield EXISTENTIAL
            elif any(_left(Signed(signed.expression))):
                yield from _right(-filler)
        case OneOf() if signed.positive:
            yield ENUMERATION
        case And(parts) if any(not part.positive for part in parts):
            yield UNION
        case _:
            yield from _left(-signed)
