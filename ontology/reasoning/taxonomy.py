"""What follows about classes: which class lies under which, and which existential under which.

Each class has a prototype, a member of which nothing else is known, and each existential one for the value it speaks
of. Rules about membership alone run over the prototypes, without any fact about individuals, so that what holds of a
prototype holds of every member. Where a prototype cannot exist, its class can have no member.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ontology.reasoning import classes
from ontology.reasoning.axioms import Ontology
from ontology.reasoning.classes import Sides
from ontology.reasoning.datalog import (
    Argument,
    Atom,
    Held,
    Predicate,
    Program,
    Prototype,
    Rule,
    Thing,
    denies,
    live,
    member,
    needed,
)
from ontology.reasoning.engine import Engine
from ontology.reasoning.expressions import EVERYTHING, NOTHING, Named, Signed, Some, Value
from ontology.reasoning.facts import Axiom
from ontology.reasoning.numbering import Numbering


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The classes in order: `engine` holds the proofs, `under` all that each prototype belongs to.

    `wide` are the classes defined by what their members are not; they are no kinds of things.
    """

    engine: Engine
    under: dict[Thing, frozenset[Signed]]
    wide: frozenset[str]
    _above: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def superclasses(self, iri: str) -> tuple[str, ...]:
        """Return the named classes above a named one, without itself."""
        if iri not in self._above:
            holding = self.under.get(Prototype(Signed(Named(iri))), frozenset())
            self._above[iri] = tuple(name for name in classes.named_superclasses(holding) if name != iri)
        return self._above[iri]

    def kinds(self, iri: str) -> tuple[str, ...]:
        """Return the superclasses that are kinds of things."""
        return tuple(name for name in self.superclasses(iri) if name not in self.wide)

    def roots(self, iri: str) -> tuple[str, ...]:
        """Return the topmost kinds above a named class; none where it is topmost itself."""
        return tuple(
            name for name in self.kinds(iri) if all(name in self.superclasses(higher) for higher in self.kinds(name))
        )


def classify(ontology: Ontology, sides: Sides, above: dict[str, frozenset[str]]) -> Taxonomy:
    """Run the rules over the prototypes."""
    rules = [
        *classes.implications(ontology),
        *(rule for _, pair in classes.denials(ontology) for rule in pair),
        *classes.clashes(ontology),
        *classes.conjunctions(sides),
        *existential_domains(ontology, sides, above),
        *_lemmas(sides, above),
        *_ranges(ontology, sides, above),
    ]
    told = ontology.facts
    things: Numbering[Thing] = Numbering()
    facts: defaultdict[Predicate, set[Held]] = defaultdict(set)
    for iri in ontology.classes:
        facts[Predicate("member", Signed(Named(iri)))].add(things.place(Prototype(Signed(Named(iri)))))
    for some in sides.existentials()[0]:
        if some.filler not in (EVERYTHING, NOTHING):
            facts[Predicate("member", some.filler)].add(things.place(prototype(some)))
    named = {told.things.known(item.value) for item in sides.unpacked if isinstance(item, Value)}
    for signed, members in told.types.items():
        if values := members & named:
            facts[Predicate("member", signed)].update(things.place(told.things[value]) for value in sorted(values))
    wanted = needed(rules)
    rules = [rule for rule in rules if not denies(rule.head.predicate) or rule.head.predicate in wanted]
    kept = live(rules, facts)
    engine = Engine(Program(tuple(kept), facts, things))
    under: dict[Thing, set[Signed]] = {}
    for predicate, thing in engine.memberships():
        if predicate.kind == "member" and isinstance(predicate.of, Signed):
            under.setdefault(thing, set()).add(predicate.of)
    wide = (axiom.sup.expression for axiom in ontology.subclasses if axiom.sup.positive and not axiom.sub.positive)
    return Taxonomy(
        engine,
        {thing: frozenset(found) for thing, found in under.items()},
        frozenset(expression.iri for expression in wide if isinstance(expression, Named)),
    )


def prototype(some: Some) -> Prototype:
    """Return the value that an existential speaks of."""
    return Prototype(some.filler, some.property)


def existential_domains(ontology: Ontology, sides: Sides, above: dict[str, frozenset[str]]) -> Iterator[Rule]:
    """Apply domains to what has some value of a property, whether or not the value is known."""
    for role in ontology.roles:
        if role.kind == "domain" and role.expression and role.expression != EVERYTHING:
            for item in sides.unpacked:
                if isinstance(item, (Some, Value)) and role.roles[0] in above.get(item.property, {item.property}):
                    whole = Signed(item)
                    yield Rule(member(role.expression), (member(whole),), role.axiom)
                    yield Rule(member(-whole), (member(-role.expression),), role.axiom)


def inclusions(taxonomy: Taxonomy, sides: Sides, above: dict[str, frozenset[str]]) -> Iterator[Rule]:
    """Write which existential lies under which, as the prototypes show, for use with individuals."""
    for one, other in _comparable(sides, above):
        if isinstance(one, Some):
            value = prototype(one)
            if other.filler == EVERYTHING or other.filler in taxonomy.under.get(value, ()):
                proved = other.filler not in (EVERYTHING, one.filler)
                lemma = (Predicate("member", other.filler), value) if proved else None
                axiom = Axiom(f"{Signed(one)} SubClassOf {Signed(other)}")
                yield Rule(member(Signed(other)), (member(Signed(one)),), axiom, lemma=lemma)
                yield Rule(member(-Signed(one)), (member(-Signed(other)),), axiom, lemma=lemma)


def _comparable(sides: Sides, above: dict[str, frozenset[str]]) -> Iterator[tuple[Some | Value, Some]]:
    _, recognised = sides.existentials()
    for one in sides.unpacked:
        if isinstance(one, (Some, Value)):
            for other in recognised:
                if other != one and other.property in above.get(one.property, {one.property}):
                    yield one, other


def _lemmas(sides: Sides, above: dict[str, frozenset[str]]) -> Iterator[Rule]:
    for one, other in _comparable(sides, above):
        witness: Argument = prototype(one) if isinstance(one, Some) else one.value
        known: tuple[Atom, ...] = () if other.filler == EVERYTHING else (member(other.filler, witness),)
        whole, wider = Signed(one), Signed(other)
        axiom = Axiom(f"{whole} SubClassOf {wider}")
        yield Rule(member(wider), (member(whole), *known), axiom)
        yield Rule(member(-whole), (member(-wider), *known), axiom)
    yield from _value_lemmas(sides, above)


def _value_lemmas(sides: Sides, above: dict[str, frozenset[str]]) -> Iterator[Rule]:
    recognised = {item for item in sides.recognised if isinstance(item, Value)}
    for one in sides.unpacked:
        if isinstance(one, Value):
            for role in sorted(above.get(one.property, frozenset())):
                other = Value(role, one.value)
                if other != one and other in recognised:
                    whole, wider = Signed(one), Signed(other)
                    axiom = Axiom(f"{whole} SubClassOf {wider}")
                    yield Rule(member(wider), (member(whole),), axiom)
                    yield Rule(member(-whole), (member(-wider),), axiom)


def _ranges(ontology: Ontology, sides: Sides, above: dict[str, frozenset[str]]) -> Iterator[Rule]:
    """Tell each existential's value what the range of its property says of it."""
    unpacked, _ = sides.existentials()
    for role in ontology.roles:
        if role.kind == "range" and role.expression and role.expression != EVERYTHING:
            for some in unpacked:
                if role.roles[0] in above.get(some.property, {some.property}) and some.filler != EVERYTHING:
                    witness = prototype(some)
                    yield Rule(member(role.expression, witness), (member(some.filler, witness),), role.axiom)
