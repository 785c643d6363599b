"""The reasoner: a graph's quads in, what follows and what clashes out, with a proof for each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ontology.collecting import collected_later
from ontology.reasoning import classes, domain
from ontology.reasoning.axioms import Ontology
from ontology.reasoning.classes import Sides
from ontology.reasoning.compiler import compile_program
from ontology.reasoning.conclusions import clashes, conclusions
from ontology.reasoning.datalog import DIFFERENT as DIFFERENT_ATOM
from ontology.reasoning.datalog import SAME as SAME_ATOM
from ontology.reasoning.datalog import Predicate, Prototype, Thing
from ontology.reasoning.domain import Template
from ontology.reasoning.engine import Engine
from ontology.reasoning.expressions import Named, Signed, Some, Term, Value
from ontology.reasoning.facts import DIFFERENT, SAME, SUBCLASS, TYPE, Clash, Fact, Object, Proof
from ontology.reasoning.gaps import SOMETHING, Gap, gaps, general_rules
from ontology.reasoning.proofs import Prover
from ontology.reasoning.properties import superproperties
from ontology.reasoning.reading import read
from ontology.reasoning.relevance import Relevance
from ontology.reasoning.taxonomy import classify


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What follows from a graph, in one order; `left_out` names the axioms that the compiler does not know."""

    inferred: tuple[Fact, ...]
    clashes: tuple[Clash, ...]
    left_out: tuple[str, ...]
    _ontology: Ontology = field(repr=False)
    _prover: Prover = field(repr=False)
    _relevance: Relevance = field(repr=False)
    _sides: Sides = field(repr=False)
    _templates: tuple[Template, ...] = field(repr=False)

    def gaps(self, subject: str, predicate: str, object: Object) -> tuple[Gap, ...]:
        """Return the ways in which a triple that does not follow could: by which axiom, and what it lacks."""
        rules = general_rules(self._ontology, self._sides, self._templates)
        return gaps(Fact(subject, predicate, object), rules, self._holds)

    def _holds(self, fact: Fact) -> bool | None:
        if SOMETHING in (fact.subject, fact.object):
            return None
        for negative in (False, True):
            if self.proof(str(fact.subject), fact.predicate, fact.object, negative=negative):
                return negative is fact.negative
        return None

    def proof(self, subject: str, predicate: str, object: Object, *, negative: bool = False) -> Proof | None:
        """Return why a triple holds or, where negative, why it is known not to; nothing where neither is so.

        The object of a property can be a class: the triple then says that some member of it is a value.
        """
        atom, row = self._goal(subject, predicate, object, negative)
        thing = row[0]
        return (
            self._prover.prove_of_class(atom, thing) if isinstance(thing, Prototype) else self._prover.prove(atom, row)
        )

    def proofs(
        self, subject: str, predicate: str, object: Object, *, negative: bool = False, limit: int = 1
    ) -> tuple[Proof, ...]:
        """Return the smallest proofs, as `proof` has one; what only a high one leads to has just that."""
        atom, row = self._goal(subject, predicate, object, negative)
        found = self._prover.smallest(atom, row, limit, of_classes=isinstance(row[0], Prototype))
        if found:
            return tuple(found)
        one = self.proof(subject, predicate, object, negative=negative)
        return (one,) if one else ()

    def _goal(
        self, subject: str, predicate: str, object: Object, negative: bool
    ) -> tuple[Predicate, tuple[Thing, ...]]:
        """Return the predicate and the row that say a triple or its denial."""
        if predicate == SUBCLASS or subject in self._ontology.classes:
            whole = self._expression(predicate, object, negative)
            return Predicate("member", whole), (Prototype(Signed(Named(subject))),)
        node = _node(subject)
        if negative:
            self._relevance.consider(node)
        if predicate in (SAME, DIFFERENT):
            other = DIFFERENT if predicate == SAME else SAME
            return SAME_ATOM if (other if negative else predicate) == SAME else DIFFERENT_ATOM, (node, _term(object))
        if predicate == TYPE or self._is_class(object):
            return Predicate("member", self._expression(predicate, object, negative)), (node,)
        return Predicate("value", predicate, not negative), (node, _term(object))

    def _is_class(self, object: Object) -> bool:
        return isinstance(object, Signed) or object in self._ontology.classes

    def _expression(self, predicate: str, object: Object, negative: bool) -> Signed:
        named = object if isinstance(object, Signed) else Signed(Named(object)) if isinstance(object, str) else None
        if predicate in (TYPE, SUBCLASS) and named:
            return -named if negative else named
        if named and self._is_class(object):
            return Signed(Some(predicate, named), not negative)
        return Signed(Value(predicate, _term(object)), not negative)


def reason(quads: Iterable[Quad], rules: Iterable[Template] | None = None) -> Reasoning:
    """Draw all conclusions from the ontology and asserted graphs; contradictions are named and do not stop it.

    `rules` are the rules of the domain, those that ship unless given.
    """
    with collected_later():
        return _reason(quads, domain.load() if rules is None else tuple(rules))


def _reason(quads: Iterable[Quad], templates: tuple[Template, ...]) -> Reasoning:
    ontology = read(quads)
    sides = Sides.of(ontology)
    classes.enumerated(sides, ontology.facts)
    above = superproperties(ontology)
    taxonomy = classify(ontology, sides, above)
    engine = Engine(compile_program(ontology, sides, taxonomy, above, templates))
    relevance = Relevance(engine)
    prover = Prover(engine, taxonomy)
    return Reasoning(
        conclusions(ontology, taxonomy, engine),
        clashes(taxonomy, engine, prover),
        ontology.left_out,
        ontology,
        prover,
        relevance,
        sides,
        templates,
    )


def _node(name: str) -> NamedNode | BlankNode:
    return BlankNode(name[2:]) if name.startswith("_:") else NamedNode(name)


def _term(object: Object) -> Term:
    if isinstance(object, Signed):
        raise TypeError("a class expression is no value of a property")
    return object if isinstance(object, Literal) else _node(object)
