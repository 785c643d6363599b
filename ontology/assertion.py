"""Verdicts into OWL axioms: what the sources bear out is asserted, what they deny is denied, the rest stays open.

Several statements can share subject, predicate and object and differ in their qualifiers. The plain fact is asserted
once, if one of them is supported without a qualifier that restricts it. It is denied once, if one is refuted without a
qualifier that restricts it or its denial. Where both are so, or one that says no more than the plain fact is disputed,
neither is asserted. What is said of a class is no axiom on each of its members: it is expected of them
(`expectation.py`), save where the property is meant of every member.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode, Quad, Store

from ontology.encoding import Term, to_term
from ontology.terms import DISP, GRAPH_ASSERTED, OWL, RDF, RDFS, is_class, predicate_iri
from ontology.values import Literal, Node, Proposition, Statement, Verdict, canonical, digest

#: Subject, property and object of the plain fact that a statement claims.
Fact: TypeAlias = tuple[str, str, Node]

_GRAPH = NamedNode(GRAPH_ASSERTED)
_TYPE = NamedNode(RDF + "type")
_SUBCLASS = NamedNode(RDFS + "subClassOf")


@dataclass(frozen=True, slots=True)
class Restrictions:
    """Which qualifiers make a statement say less than its plain fact, as the ontology marks them."""

    restricting: frozenset[str] = frozenset()
    restricting_denial: frozenset[str] = frozenset()
    harmless: frozenset[tuple[str, str]] = frozenset()  # a key and a value with which the key does not restrict
    never_asserted: frozenset[str] = frozenset()  # predicates whose sense is in their qualifiers
    of_every_member: frozenset[str] = frozenset()  # predicates that, said of a class, are meant of every member

    @classmethod
    def of(cls, store: Store) -> "Restrictions":
        """Read the marks from the ontology graph."""
        return cls(
            frozenset(key for key, value in _marks(store, "restricts") if value == "true"),
            frozenset(key for key, value in _marks(store, "restrictsDenial") if value == "true"),
            frozenset(_marks(store, "doesNotRestrict")),
            frozenset(key for key, value in _marks(store, "neverAsserted") if value == "true"),
            frozenset(key for key, value in _marks(store, "ofEveryMember") if value == "true"),
        )

    def asserts(self, proposition: Proposition) -> bool:
        """Tell whether a proposition can become an axiom at all."""
        predicate = proposition.predicate
        binding = predicate == "isA" or predicate in self.of_every_member or not is_class(proposition.subject)
        return binding and predicate not in self.never_asserted

    def restricts(self, proposition: Proposition) -> bool:
        """Tell whether the proposition says less than its plain fact."""
        return any(self._counts(key, value, self.restricting) for key, value in proposition.qualifiers)

    def restricts_denial(self, proposition: Proposition) -> bool:
        """Tell whether denying the proposition denies less than its plain fact."""
        keys = self.restricting | self.restricting_denial
        return any(self._counts(key, value, keys) for key, value in proposition.qualifiers)

    def _counts(self, key: str, value: Node, keys: frozenset[str]) -> bool:
        plain = value.value if isinstance(value, Literal) else value
        return key in keys and (key, plain) not in self.harmless


def assertions(statements: Iterable[Statement], restrictions: Restrictions) -> Iterator[Quad]:
    """Write the axioms of all statements into the graph of asserted facts, ordered by what they say."""
    groups: defaultdict[Fact, list[Statement]] = defaultdict(list)
    for statement in statements:
        if restrictions.asserts(statement.proposition):
            groups[fact(statement.proposition)].append(statement)
    for key in sorted(groups, key=lambda key: (key[0], key[1], canonical(key[2]))):
        match _standing(groups[key], restrictions):
            case Verdict.SUPPORTED:
                yield from _axiom(*key)
            case Verdict.REFUTED:
                yield from _denial(*key)


def fact(proposition: Proposition) -> Fact:
    """Return the plain fact: what leads back from an axiom to all statements that carry it."""
    return (proposition.subject, predicate_iri(proposition.predicate, proposition.subject), proposition.object)


def _marks(store: Store, mark: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, NamedNode(DISP + mark), None, None):
        if isinstance(quad.subject, NamedNode) and not isinstance(quad.object, BlankNode):
            yield quad.subject.value.removeprefix(DISP), str(getattr(quad.object, "value", quad.object))


def _standing(statements: list[Statement], restrictions: Restrictions) -> Verdict:
    affirmed = denied = False
    for statement in statements:
        if restrictions.restricts(statement.proposition):
            continue
        if statement.verdict is Verdict.SUPPORTED:
            affirmed = True
        elif restrictions.restricts_denial(statement.proposition):
            continue
        elif statement.verdict is Verdict.REFUTED:
            denied = True
        else:
            return Verdict.DISPUTED
    if affirmed == denied:
        return Verdict.DISPUTED
    return Verdict.SUPPORTED if affirmed else Verdict.REFUTED


def _axiom(subject: str, predicate: str, value: Node) -> Iterator[Quad]:
    if predicate in (_TYPE.value, _SUBCLASS.value):
        if is_entity_class(value):
            yield _quad(NamedNode(subject), predicate, to_term(value))
    elif predicate == OWL + "sameAs" or not (is_class(subject) or is_entity_class(value)):
        yield _quad(NamedNode(subject), predicate, to_term(value))
    else:
        restriction = _blank("restriction", subject, predicate, value)
        yield _quad(NamedNode(subject), _membership(subject), restriction)
        yield from _restriction(restriction, predicate, value)


def _denial(subject: str, predicate: str, value: Node) -> Iterator[Quad]:
    individual = NamedNode(subject)
    if predicate == _SUBCLASS.value:
        return  # that not all members belong to the other class is no axiom
    if predicate == _TYPE.value:
        if is_entity_class(value):
            yield from _complement(individual, _blank("complement", subject, predicate, value), to_term(value))
    elif predicate == OWL + "sameAs":
        yield _quad(individual, OWL + "differentFrom", to_term(value))
    elif is_class(subject) or is_entity_class(value):
        restriction = _blank("restriction", subject, predicate, value)
        yield from _complement(individual, _blank("complement", subject, predicate, value), restriction)
        yield from _restriction(restriction, predicate, value)
    else:
        denied = _blank("denial", subject, predicate, value)
        yield _quad(denied, _TYPE.value, NamedNode(OWL + "NegativePropertyAssertion"))
        yield _quad(denied, OWL + "sourceIndividual", individual)
        yield _quad(denied, OWL + "assertionProperty", NamedNode(predicate))
        target = "targetValue" if isinstance(value, Literal) else "targetIndividual"
        yield _quad(denied, OWL + target, to_term(value))


def is_entity_class(node: Node) -> bool:
    """Tell whether the object of a fact is a class; a literal never is."""
    return isinstance(node, str) and is_class(node)


def _restriction(node: BlankNode, predicate: str, value: Node) -> Iterator[Quad]:
    yield _quad(node, _TYPE.value, NamedNode(OWL + "Restriction"))
    yield _quad(node, OWL + "onProperty", NamedNode(predicate))
    yield _quad(node, OWL + ("someValuesFrom" if is_entity_class(value) else "hasValue"), to_term(value))


def _complement(subject: NamedNode, node: BlankNode, denied: Term) -> Iterator[Quad]:
    yield _quad(subject, _membership(subject.value), node)
    yield _quad(node, _TYPE.value, NamedNode(OWL + "Class"))
    yield _quad(node, OWL + "complementOf", denied)


def _membership(subject: str) -> str:
    return _SUBCLASS.value if is_class(subject) else _TYPE.value


def _blank(kind: str, subject: str, predicate: str, value: Node) -> BlankNode:
    """Name a blank node by what it says, so that the same fact has the same bytes in every export."""
    return BlankNode(f"{kind}-{digest(kind, subject, predicate, canonical(value))}")


def _quad(subject: NamedNode | BlankNode, predicate: str, value: Term) -> Quad:
    return Quad(subject, NamedNode(predicate), value, _GRAPH)
