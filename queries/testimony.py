"""What a graph tells of a fact: the statements that carry it, their passages and disputes, and words for it all."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ontology.errors import CallError
from ontology.reasoning import Fact
from ontology.reasoning.facts import DIFFERENT, SAME, Object
from ontology.reasoning.gaps import SOMETHING
from ontology.terms import (
    DISP,
    ENTITY_PREFIXES,
    GRAPH_ASSERTED,
    GRAPH_EVIDENCE,
    GRAPH_ONTOLOGY,
    PREFIXES,
    shorten,
)
from queries.explanation import Conflict, Explanation, Passage, Told
from queries.graph import LocalGraph


class Askable(Protocol):
    """Anything that answers SPARQL: a store of Oxigraph or a graph of ours, here or behind an endpoint."""

    def query(self, text: str, /) -> Any:
        """Answer a query with rows."""


_DECLARED = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())

#: A prefixed name of an entity or class, as axioms are written.
_NAME = re.compile(rf"\b({'|'.join(('disp', *ENTITY_PREFIXES))}):([A-Za-z][\w-]*)")

_STATEMENTS = """
SELECT ?statement ?verdict ?belief WHERE { GRAPH <%s> {
    ?statement disp:subject %s ; disp:predicate %s ; disp:object %s ; disp:verdict ?verdict ; disp:belief ?belief .
} } ORDER BY ?statement
"""
_PASSAGES = """
SELECT ?evidence ?stance ?quote ?start ?end ?certainty ?source ?title ?name WHERE { GRAPH <%s> {
    VALUES ?stance { disp:supports disp:disputes }
    ?evidence ?stance %s ; disp:quote ?quote ; oa:start ?start ; oa:end ?end ; prov:wasDerivedFrom ?source .
    OPTIONAL { ?evidence disp:certainty ?certainty }
    OPTIONAL { ?source dcterms:title ?title }
    OPTIONAL { ?source disp:fileName ?name }
} }
"""
_QUALIFIERS = """
SELECT ?key ?value WHERE { GRAPH <%s> { %s ?key ?value }
    FILTER(?key NOT IN (rdf:type, disp:subject, disp:predicate, disp:object, disp:verdict, disp:belief))
} ORDER BY ?key ?value
"""
_CONFLICTS = """
SELECT DISTINCT ?dispute ?kind ?reason ?other ?subject ?predicate ?object WHERE { GRAPH <%s> {
    ?dispute disp:concerns %s ; disp:disputeKind ?kind ; disp:reason ?reason .
    OPTIONAL {
        { ?dispute disp:concerns ?other } UNION { ?dispute disp:drawsOn/(disp:supports|disp:disputes) ?other }
        ?other disp:subject ?subject ; disp:predicate ?predicate ; disp:object ?object .
        FILTER (?other != %s)
    }
} } ORDER BY ?kind ?dispute ?other
"""


class Testimony:
    """A graph, asked for what it tells of facts."""

    def __init__(self, graph: Askable) -> None:
        """Take the graph."""
        self._graph = graph
        self._labels: dict[str, str] = {}

    def conflicts(self, explanation: Explanation) -> Iterator[Conflict]:
        """Yield the disputes that the statements about a fact are part of, with what else they concern."""
        told = (*explanation.told, *(each for step in explanation.steps for each in step.told))
        found: dict[tuple[str, str, str], dict[tuple[str, Told], None]] = {}
        for statement in dict.fromkeys(NamedNode(each.statement) for each in told):
            for dispute, kind, why, other, *claim in self.rows(_CONFLICTS % (GRAPH_EVIDENCE, statement, statement)):
                others = found.setdefault((dispute.value, kind.value, why.value), {})
                if other is not None:
                    subject, predicate, value = claim
                    fact = Fact(subject.value, predicate.value, value.value if isinstance(value, NamedNode) else value)
                    said = next(each for each in self.told(fact) if each.statement == other.value)
                    others[self.said(fact), said] = None
        for (_, kind, why), others in found.items():
            yield Conflict(kind, why, tuple(others))

    def stands(self, graph: str, fact: Fact) -> bool:
        """Tell whether the plain triple stands in a graph; an axiom with a blank node does not show here."""
        subject, predicate, value = map(written, (fact.subject, fact.predicate, fact.object))
        pattern = f"BIND({subject} AS ?s) {subject} {predicate} {value}"
        return any(True for _ in self.rows(f"SELECT ?s WHERE {{ GRAPH <{graph}> {{ {pattern} }} }}"))

    def told(self, fact: Fact) -> tuple[Told, ...]:
        """Return the statements that carry a fact, whichever their qualifiers and verdict."""
        subject, predicate, value = fact.claim
        if predicate == DIFFERENT:
            predicate = SAME
        if not isinstance(subject, str) or not isinstance(value, (str, Literal)) or subject.startswith("_:"):
            return ()
        parts = (GRAPH_EVIDENCE, *map(written, (subject, predicate, value)))
        return tuple(
            Told(
                statement.value,
                verdict.value.rpartition("/")[2],
                float(belief.value),
                tuple(self._qualifiers(statement)),
                tuple(sorted(self._passages(statement))),
            )
            for statement, verdict, belief in self.rows(_STATEMENTS % parts)
        )

    def _qualifiers(self, statement: NamedNode) -> Iterator[tuple[str, str]]:
        for key, value in self.rows(_QUALIFIERS % (GRAPH_EVIDENCE, statement)):
            yield key.value.removeprefix(DISP), self._name(value.value) if isinstance(value, NamedNode) else value.value

    def _passages(self, statement: NamedNode) -> Iterator[Passage]:
        rows = self.rows(_PASSAGES % (GRAPH_EVIDENCE, statement))
        for evidence, stance, quote, start, end, certainty, source, title, name in rows:
            yield Passage(
                title.value if title else name.value if name else shorten(source.value),
                int(start.value),
                int(end.value),
                "supports" if stance.value.endswith("supports") else "disputes",
                quote.value,
                certainty.value.removeprefix(DISP).lower() if certainty else "stated",
                evidence.value,
                source.value,
            )

    def quads(self) -> Iterator[Quad]:
        """Give what the reasoner reads; blank nodes of two graphs stay apart even where an endpoint names them anew."""
        if isinstance(self._graph, LocalGraph):
            for name in (GRAPH_ONTOLOGY, GRAPH_ASSERTED):
                yield from self._graph.store.quads_for_pattern(None, None, None, NamedNode(name))
            return
        for place, name in enumerate((GRAPH_ONTOLOGY, GRAPH_ASSERTED)):
            for row in self.rows(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"):
                subject, value = (
                    BlankNode(f"g{place}-{term.value}") if isinstance(term, BlankNode) else term
                    for term in (row[0], row[2])
                )
                yield Quad(subject, row[1], value, NamedNode(name))

    def said(self, fact: Fact) -> str:
        """Say a fact with the labels of what it is about."""
        return self.worded(fact.sentence(self._name))

    def worded(self, text: str) -> str:
        """Put labels in the place of the prefixed names in an axiom or an expression."""
        return _NAME.sub(lambda match: self._name(PREFIXES[match[1]] + match[2]), text)

    def _name(self, iri: str) -> str:
        """Return the English label of an entity or, without one, its prefixed name."""
        if iri == SOMETHING:
            return "something"
        if iri not in self._labels and not iri.startswith("_:"):
            found = self.rows(
                f"SELECT DISTINCT ?label WHERE {{ GRAPH <{GRAPH_ONTOLOGY}> {{ {NamedNode(iri)} rdfs:label ?label }} }}"
            )
            labels = sorted(row[0].value for row in found if row[0].language in (None, "en"))
            self._labels[iri] = labels[0] if labels else shorten(iri)
        return self._labels.get(iri, iri)

    def rows(self, query: str) -> Iterable[tuple[Any, ...]]:
        """Answer a SELECT query that declares no prefixes."""
        return [tuple(row) for row in self._graph.query(_DECLARED + query)]


def written(term: Object) -> str:
    """Write a term as SPARQL does; what is no IRI is refused."""
    if not isinstance(term, str):
        return str(term)
    try:
        return str(NamedNode(term))
    except ValueError as error:
        raise CallError(f"{term!r} is no IRI; give the entity's IRI, or a name that the graph knows") from error
