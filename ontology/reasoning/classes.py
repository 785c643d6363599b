"""Class axioms into rules: each axiom in its own direction and in that of its contrapositive.

`A SubClassOf B` says that members of A belong to B, and that what is known not to belong to B is known not to belong to
A. An expression needs rules that recognise it where it stands on the left of an axiom, and rules that unpack it where
it stands on the right; `Sides` finds which.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ontology.reasoning.axioms import Disjoint, Facts, Ontology, SubClass
from ontology.reasoning.datalog import SAME, Atom, Predicate, Rule, X, Y, clash, member, value
from ontology.reasoning.expressions import (
    EVERYTHING,
    NOTHING,
    And,
    Expression,
    Named,
    OneOf,
    Signed,
    Some,
    Value,
    text,
)


@dataclass(frozen=True, slots=True)
class Sides:
    """The expressions that must be recognised and those that must be unpacked, each in one order."""

    recognised: tuple[Expression, ...]
    unpacked: tuple[Expression, ...]

    @classmethod
    def of(cls, ontology: Ontology) -> "Sides":
        """Find on which sides of axioms and facts the expressions stand; a denial changes sides."""
        left: dict[Expression, None] = {}
        right: dict[Expression, None] = {}

        def mark(signed: Signed, on_left: bool) -> None:
            on_left = on_left if signed.positive else not on_left
            (left if on_left else right)[signed.expression] = None
            match signed.expression:
                case And(parts):
                    for part in parts:
                        mark(part, on_left)
                case Some(_, filler):
                    mark(filler, on_left)

        for axiom in ontology.subclasses:
            mark(axiom.sub, on_left=True)
            mark(axiom.sup, on_left=False)
        for pair in ontology.disjoints:
            mark(pair.one, on_left=True)
            mark(pair.other, on_left=True)
        for role in ontology.roles:
            if role.expression:
                mark(role.expression, on_left=False)
        for signed in ontology.facts.types:
            mark(signed, on_left=False)
        return cls(_ordered(left), _ordered(right))

    def existentials(self) -> tuple[list[Some], list[Some]]:
        """Return the existentials to unpack and those to recognise."""
        return (
            [item for item in self.unpacked if isinstance(item, Some)],
            [item for item in self.recognised if isinstance(item, Some)],
        )


def _ordered(expressions: Iterable[Expression]) -> tuple[Expression, ...]:
    return tuple(sorted(expressions, key=lambda item: text(Signed(item))))


def implications(ontology: Ontology) -> Iterator[Rule]:
    """Write every axiom between classes that denies nothing in either direction."""
    for axiom in map(_normal, ontology.subclasses):
        trivial = axiom.sup == EVERYTHING or axiom.sub == NOTHING
        if axiom.sup.positive and not trivial:
            yield from _both_ways(axiom)


def denials(ontology: Ontology) -> Iterator[tuple[SubClass | Disjoint, tuple[Rule, Rule]]]:
    """Write every axiom by which the members of one class are not members of another, with its axiom."""
    for axiom in map(_normal, ontology.subclasses):
        if axiom.sub.positive and not axiom.sup.positive and axiom.sup != NOTHING:
            yield axiom, _both_ways(axiom)
    for pair in ontology.disjoints:
        yield pair, _both_ways(SubClass(pair.one, -pair.other, pair.axiom))


def clashes(ontology: Ontology) -> Iterator[Rule]:
    """Name what breaks a class axiom or a denial that was asserted.

    It is enough to look where a denial enters: any other contradiction shows there too, since all that leads from it
    to elsewhere are contrapositives.
    """
    for pair in ontology.disjoints:
        yield clash("disjoint classes", pair.axiom, member(pair.one), member(pair.other))
    for axiom in map(_normal, ontology.subclasses):
        if axiom.sup == NOTHING:
            yield clash("class without members", axiom.axiom, member(axiom.sub))
        elif axiom.sub.positive and not axiom.sup.positive:
            yield clash("denied of a class", axiom.axiom, member(axiom.sub), member(-axiom.sup))


def conjunctions(sides: Sides) -> Iterator[Rule]:
    """Recognise and unpack what joins several expressions; the same for enumerations of individuals."""
    for expression in sides.recognised:
        if isinstance(expression, And) and expression.parts:
            whole, parts = Signed(expression), expression.parts
            yield Rule(member(whole), tuple(map(member, parts)))
            for part in parts:
                others = tuple(member(other) for other in parts if other != part)
                yield Rule(member(-part), (member(-whole), *others), unpacks=len(parts) == 1)
    for expression in sides.unpacked:
        if isinstance(expression, And):
            whole = Signed(expression)
            for part in expression.parts:
                yield Rule(member(part), (member(whole),), unpacks=True)
                yield Rule(member(-whole), (member(-part),))


def existentials(sides: Sides) -> Iterator[Rule]:
    """Recognise what has a value of the kind told, and pass on what is denied of all values."""
    unpacked, recognised = sides.existentials()
    for some in recognised:
        whole = Signed(some)
        kind = () if some.filler == EVERYTHING else (member(some.filler, Y),)
        yield Rule(member(whole), (value(some.property), *kind))
        if kind:
            yield Rule(member(-some.filler, Y), (member(-whole), value(some.property)), unpacks=True)
    for some in unpacked:
        if isinstance(some.filler.expression, OneOf) and some.filler.positive:
            members = some.filler.expression.members
            if len(members) == 1:
                yield Rule(value(some.property, X, members[0]), (member(Signed(some)),), unpacks=True)


def values(sides: Sides) -> Iterator[Rule]:
    """Recognise and unpack what has one value by name."""
    for expression in sides.recognised:
        if isinstance(expression, Value):
            held = (expression.property, X, expression.value)
            yield Rule(member(Signed(expression)), (value(*held),))
            yield Rule(value(*held, positive=False), (member(-Signed(expression)),), unpacks=True)
    for expression in sides.unpacked:
        if isinstance(expression, Value):
            held = (expression.property, X, expression.value)
            yield Rule(value(*held), (member(Signed(expression)),), unpacks=True)
            yield Rule(member(-Signed(expression)), (value(*held, positive=False),))
        elif isinstance(expression, OneOf) and len(expression.members) == 1:
            yield Rule(Atom(SAME, (X, expression.members[0])), (member(Signed(expression)),), unpacks=True)


def claims(ontology: Ontology) -> Iterator[Rule]:
    """Keep apart which existentials are claimed of a class: rules of the domain read them as more than existence."""
    for axiom in ontology.subclasses:
        if axiom.told and axiom.sup.positive and isinstance(axiom.sup.expression, Some):
            yield Rule(Atom(Predicate("claimed", axiom.sup), (X,)), (member(axiom.sub),), axiom.axiom)


def enumerated(sides: Sides, facts: Facts) -> None:
    """Add to the facts that the individuals of an enumeration belong to it."""
    for expression in sides.recognised:
        if isinstance(expression, OneOf):
            facts.types.setdefault(Signed(expression), set()).update(map(facts.things.place, expression.members))


def named_superclasses(holding: Iterable[Signed]) -> list[str]:
    """Pick the names of classes out of what holds of a prototype."""
    return sorted(item.expression.iri for item in holding if isinstance(item.expression, Named) and item.positive)


def _normal(axiom: SubClass) -> SubClass:
    """Turn `not A SubClassOf not B` round."""
    if axiom.sub.positive or axiom.sup.positive:
        return axiom
    return SubClass(-axiom.sup, -axiom.sub, axiom.axiom, axiom.told)


def _both_ways(axiom: SubClass) -> tuple[Rule, Rule]:
    return (
        Rule(member(axiom.sup), (member(axiom.sub),), axiom.axiom),
        Rule(member(-axiom.sub), (member(-axiom.sup),), axiom.axiom),
    )
