"""Conclusions as quads of the inferred graph; blank nodes are named by what they say."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ontology.reasoning.expressions import Named, Signed, Some
from ontology.reasoning.facts import SUBCLASS, TYPE, Fact
from ontology.reasoning.reasoner import Reasoning
from ontology.terms import GRAPH_INFERRED, OWL
from ontology.values import digest

_GRAPH = NamedNode(GRAPH_INFERRED)
_A = NamedNode(TYPE)


def inferred_quads(reasoning: Reasoning) -> Iterator[Quad]:
    """Write what was inferred into the inferred graph."""
    return fact_quads(reasoning.inferred)


def fact_quads(facts: Iterable[Fact]) -> Iterator[Quad]:
    """Write facts as OWL."""
    for fact in facts:
        subject = NamedNode(str(fact.subject))
        if fact.predicate in (TYPE, SUBCLASS):
            yield from _membership(fact, subject)
        elif fact.negative:
            yield from _denial(fact, subject)
        else:
            yield Quad(subject, NamedNode(fact.predicate), _term(fact.object), _GRAPH)


def _membership(fact: Fact, subject: NamedNode) -> Iterator[Quad]:
    target = _term(fact.object) if isinstance(fact.object, str) else _blank("restriction", fact)
    if fact.negative:
        complement = _blank("complement", fact)
        yield Quad(subject, NamedNode(fact.predicate), complement, _GRAPH)
        yield _owl(complement, None, NamedNode(OWL + "Class"))
        yield _owl(complement, "complementOf", target)
    else:
        yield Quad(subject, NamedNode(fact.predicate), target, _GRAPH)
    if isinstance(fact.object, Signed) and isinstance(target, BlankNode):
        match fact.object.expression:
            case Some(role, Signed(Named(iri), True)):
                yield _owl(target, None, NamedNode(OWL + "Restriction"))
                yield _owl(target, "onProperty", NamedNode(role))
                yield _owl(target, "someValuesFrom", NamedNode(iri))


def _denial(fact: Fact, subject: NamedNode) -> Iterator[Quad]:
    denied = _blank("denial", fact)
    target = "targetValue" if isinstance(fact.object, Literal) else "targetIndividual"
    yield _owl(denied, None, NamedNode(OWL + "NegativePropertyAssertion"))
    yield _owl(denied, "sourceIndividual", subject)
    yield _owl(denied, "assertionProperty", NamedNode(fact.predicate))
    yield _owl(denied, target, _term(fact.object))


def _owl(subject: BlankNode, name: str | None, value: NamedNode | BlankNode | Literal) -> Quad:
    return Quad(subject, NamedNode(OWL + name) if name else _A, value, _GRAPH)


def _blank(kind: str, fact: Fact) -> BlankNode:
    return BlankNode(f"{kind}-{digest('inferred', kind, str(fact.subject), fact.predicate, str(fact.object))}")


def _term(object: object) -> NamedNode | BlankNode | Literal:
    if isinstance(object, Literal):
        return object
    name = str(object)
    return BlankNode(name[2:]) if name.startswith("_:") else NamedNode(name)
