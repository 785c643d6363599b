"""Class expressions, lists and restrictions as they stand in a graph: blank nodes in, normal forms out."""

from collections import defaultdict
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from ontology.errors import OntologyError
from ontology.reasoning.expressions import (
    EVERYTHING,
    NOTHING,
    Named,
    OneOf,
    Signed,
    Some,
    Term,
    Value,
    conjunction,
    disjunction,
)
from ontology.terms import OWL, RDF, RDFS, XSD, shorten

#: What is said of each blank node, by predicate.
Nodes: TypeAlias = defaultdict[BlankNode, defaultdict[str, list[Term]]]

_NIL = NamedNode(RDF + "nil")
_DATATYPES = frozenset((RDFS + "Literal", RDF + "langString", RDF + "PlainLiteral"))


class OutsideError(Exception):
    """An axiom uses what the compiler does not know; it is told and passed over."""


class Structures:
    """Reads the class expressions of a graph's blank nodes."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def only(self, node: BlankNode, name: str) -> Term:
        """Return the one value of an OWL property that a blank node must have."""
        found = self._nodes[node].get(OWL + name, ())
        if len(found) != 1:
            raise OntologyError(
                f"an OWL structure has {len(found)} values of owl:{name} where it must have one; mend it"
            )
        return found[0]

    def items(self, head: Term) -> list[Term]:
        """Return the items of an RDF list."""
        items: list[Term] = []
        seen: set[Term] = set()
        while head != _NIL:
            first = self._nodes[head].get(RDF + "first", ()) if isinstance(head, BlankNode) else ()
            rest = self._nodes[head].get(RDF + "rest", ()) if isinstance(head, BlankNode) else ()
            if len(first) != 1 or len(rest) != 1 or head in seen:
                raise OntologyError("an RDF list is broken off, forked or circular; mend the list")
            seen.add(head)
            items.append(first[0])
            head = rest[0]
        return items

    def expressions(self, head: Term) -> list[Signed]:
        """Return the class expressions of an RDF list."""
        return [self.expression(item) for item in self.items(head)]

    def union(self, parts: list[Signed]) -> Signed:
        """Return the union of expressions."""
        return disjunction(tuple(parts))

    def role(self, node: Term) -> str:
        """Return the name of a property."""
        if not isinstance(node, NamedNode):
            raise OutsideError("an anonymous inverse property; give it a name")
        return node.value

    def is_datatype(self, node: Term) -> bool:
        """Tell whether a node names a datatype or describes one."""
        if isinstance(node, NamedNode):
            return node.value.startswith(XSD) or node.value in _DATATYPES
        return isinstance(node, BlankNode) and NamedNode(RDFS + "Datatype") in self._nodes[node].get(RDF + "type", ())

    def expression(self, node: Term) -> Signed:
        """Return the normal form of a class expression."""
        if isinstance(node, Literal):
            raise OntologyError(f"{node} stands where a class must; mend the axiom")
        if self.is_datatype(node):
            raise OutsideError("a datatype in a class expression")
        if isinstance(node, NamedNode):
            return {OWL + "Thing": EVERYTHING, OWL + "Nothing": NOTHING}.get(node.value, Signed(Named(node.value)))
        about = self._nodes[node]
        if OWL + "intersectionOf" in about:
            return conjunction(tuple(self.expressions(self.only(node, "intersectionOf"))))
        if OWL + "unionOf" in about:
            return disjunction(tuple(self.expressions(self.only(node, "unionOf"))))
        if OWL + "complementOf" in about:
            return -self.expression(self.only(node, "complementOf"))
        if OWL + "oneOf" in about:
            return Signed(OneOf(tuple(sorted(self.items(self.only(node, "oneOf")), key=str))))
        if OWL + "onProperty" in about:
            return self._restriction(node, self.role(self.only(node, "onProperty")))
        raise OutsideError(f"a class expression with {', '.join(sorted(map(shorten, about))) or 'nothing'}")

    def _restriction(self, node: BlankNode, role: str) -> Signed:
        about = self._nodes[node]
        if OWL + "someValuesFrom" in about:
            return Signed(Some(role, self.expression(self.only(node, "someValuesFrom"))))
        if OWL + "allValuesFrom" in about:
            return -Signed(Some(role, -self.expression(self.only(node, "allValuesFrom"))))
        if OWL + "hasValue" in about:
            return Signed(Value(role, self.only(node, "hasValue")))
        for name, count, positive in (("minCardinality", "1", True), ("maxCardinality", "0", False)):
            if self._count(node, name) == count:
                return Signed(Some(role, EVERYTHING), positive)
            if self._count(node, f"{name.replace('Card', 'QualifiedCard')}") == count and OWL + "onClass" in about:
                return Signed(Some(role, self.expression(self.only(node, "onClass"))), positive)
        named = sorted(shorten(iri) for iri in about if iri not in (RDF + "type", OWL + "onProperty"))
        raise OutsideError(f"a restriction with {', '.join(named)}")

    def _count(self, node: BlankNode, name: str) -> str:
        values = self._nodes[node].get(OWL + name, ())
        return str(values[0].value) if values else ""
