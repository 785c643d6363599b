"""Why something holds: from a triple down to the sentences, through axioms and rules where it was inferred."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ontology.errors import CallError
from ontology.reasoning import Fact, Proof, Reasoning, reason
from ontology.reasoning.facts import DIFFERENT, SAME, SUBCLASS, TYPE, Object
from ontology.terms import (
    DISP,
    GRAPH_ASSERTED,
    GRAPH_EVIDENCE,
    GRAPH_INFERRED,
    GRAPH_ONTOLOGY,
    PREFIXES,
    is_class,
    predicate_iri,
    shorten,
)
from ontology.values import Literal as Text
from queries.explanation import Explanation, Passage, Standing, Step, Told


class Askable(Protocol):
    """Anything that answers SPARQL: a store of Oxigraph or a graph of ours, here or behind an endpoint."""

    def query(self, text: str, /) -> Any:
        """Answer a query with rows."""


Term: TypeAlias = "str | Text | Literal"

_DECLARED = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())

#: Why something is expected.
INHERITED = "what is said of a class is expected of its members"

_STATEMENTS = """
SELECT ?statement ?verdict ?belief WHERE { GRAPH <%s> {
    ?statement disp:subject %s ; disp:predicate %s ; disp:object %s ; disp:verdict ?verdict ; disp:belief ?belief .
} } ORDER BY ?statement
"""
_EXPECTED = """
SELECT ?statement ?class ?verdict WHERE {
    GRAPH <%s> { %s disp:expectedBy ?statement }
    GRAPH <%s> {
        ?statement disp:predicate %s ; disp:verdict ?verdict .
        { ?statement disp:subject ?class ; disp:object %s } UNION { ?statement disp:object ?class ; disp:subject %s }
    }
} ORDER BY ?verdict ?class ?statement
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


def explain(graph: Askable, subject: str, predicate: str, object: Term) -> Explanation | None:
    """Explain why a triple holds, is denied or is disputed; nothing where no source and no inference covers it.

    Subject and object are IRIs or texts, the predicate an IRI or the short word that tables show.
    """
    return _Explainer(graph).explain(subject, _property(predicate, subject), _object(object))


class _Explainer:
    def __init__(self, graph: Askable) -> None:
        self._graph = graph
        self._labels: dict[str, str] = {}

    def explain(self, subject: str, predicate: str, object: Object) -> Explanation | None:
        fact = Fact(subject, predicate, object)
        told = self._told(fact)
        if curated := self._curated(fact):
            return Explanation(fact.sentence(self._name), "holds", (curated,), told)
        if any(each.verdict == "Supported" for each in told) and self._stands(GRAPH_ASSERTED, fact):
            step = Step(fact.sentence(self._name), "asserted", told=told)
            return Explanation(fact.sentence(self._name), "holds", (step,))
        reasoning = reason(self._quads())
        sides = [self._proof(reasoning, fact, negative) for negative in (False, True)]
        steps = tuple(self._step(proof) for proof in sides if proof)
        shown = {each for step in steps for part in step.walk() for each in part.told}
        rest = tuple(each for each in told if each not in shown)
        standing: Standing
        if all(sides):
            standing = "clash"
        elif any(sides):
            standing = "holds" if sides[0] else "denied"
        elif told:
            standing = "disputed" if any(each.verdict == "Disputed" for each in told) else "qualified"
        else:
            return self._expected(fact, reasoning)
        return Explanation(fact.sentence(self._name), standing, steps, rest)

    def _proof(self, reasoning: Reasoning, fact: Fact, negative: bool) -> Proof | None:
        return reasoning.proof(str(fact.subject), fact.predicate, fact.object, negative=negative)

    def _expected(self, fact: Fact, reasoning: Reasoning) -> Explanation | None:
        """Explain what is expected of the subject by what is said of a class that it belongs to."""
        try:
            subject, predicate, value = map(_written, (fact.subject, fact.predicate, fact.object))
        except CallError:
            return None
        other = value if isinstance(fact.object, str) else subject  # a text is the subject of nothing
        parts = (GRAPH_INFERRED, subject, GRAPH_EVIDENCE, predicate, value, other)
        steps = []
        for statement, kind, verdict in self._rows(_EXPECTED % parts):
            negative = verdict.value.endswith("Refuted")
            claim = Fact(kind.value, fact.predicate, fact.object)
            turned = Fact(str(fact.object), fact.predicate, kind.value)
            told = tuple(each for each in self._told(claim) + self._told(turned) if each.statement == statement.value)
            relation = SUBCLASS if is_class(str(fact.subject)) else TYPE
            belongs = self._proof(reasoning, Fact(fact.subject, relation, kind.value), False)
            sentence = Fact(fact.subject, fact.predicate, fact.object, negative).sentence(self._name)
            premises = (self._step(belongs),) if belongs else ()
            steps.append((negative, Step(sentence, "expected", INHERITED, told, premises)))
        if not steps:
            return None
        signs = {negative for negative, _ in steps}
        standing: Standing = "disputed" if len(signs) > 1 else "not expected" if True in signs else "expected"
        return Explanation(fact.sentence(self._name), standing, tuple(step for _, step in steps))

    def _step(self, proof: Proof) -> Step:
        sentence = proof.conclusion.sentence(self._name)
        if proof.axiom is None:
            told = self._told(proof.conclusion)
            return Step(sentence, "asserted" if told else "curated", told=told)
        told = ()
        if claim := proof.axiom.claim:
            told = self._told(Fact(*claim))
        return Step(sentence, "inferred", proof.axiom.text, told, tuple(map(self._step, proof.premises)))

    def _curated(self, fact: Fact) -> Step | None:
        if self._stands(GRAPH_ONTOLOGY, fact):
            return Step(fact.sentence(self._name), "curated")
        return None

    def _stands(self, graph: str, fact: Fact) -> bool:
        """Tell whether the plain triple stands in a graph; an axiom with a blank node does not show here."""
        subject, predicate, value = map(_written, (fact.subject, fact.predicate, fact.object))
        pattern = f"BIND({subject} AS ?s) {subject} {predicate} {value}"
        return any(True for _ in self._rows(f"SELECT ?s WHERE {{ GRAPH <{graph}> {{ {pattern} }} }}"))

    def _told(self, fact: Fact) -> tuple[Told, ...]:
        """Return the statements that carry a fact, whichever their qualifiers and verdict."""
        subject, predicate, value = fact.claim
        if predicate == DIFFERENT:
            predicate = SAME
        if not isinstance(subject, str) or not isinstance(value, (str, Literal)) or subject.startswith("_:"):
            return ()
        parts = (GRAPH_EVIDENCE, *map(_written, (subject, predicate, value)))
        return tuple(
            Told(
                statement.value,
                verdict.value.rpartition("/")[2],
                float(belief.value),
                tuple(self._qualifiers(statement)),
                tuple(sorted(self._passages(statement))),
            )
            for statement, verdict, belief in self._rows(_STATEMENTS % parts)
        )

    def _qualifiers(self, statement: NamedNode) -> Iterator[tuple[str, str]]:
        for key, value in self._rows(_QUALIFIERS % (GRAPH_EVIDENCE, statement)):
            yield key.value.removeprefix(DISP), self._name(value.value) if isinstance(value, NamedNode) else value.value

    def _passages(self, statement: NamedNode) -> Iterator[Passage]:
        rows = self._rows(_PASSAGES % (GRAPH_EVIDENCE, statement))
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

    def _quads(self) -> Iterator[Quad]:
        """Give what the reasoner reads; blank nodes of two graphs stay apart even where an endpoint names them anew."""
        for place, name in enumerate((GRAPH_ONTOLOGY, GRAPH_ASSERTED)):
            for row in self._rows(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"):
                subject, value = (
                    BlankNode(f"g{place}-{term.value}") if isinstance(term, BlankNode) else term
                    for term in (row[0], row[2])
                )
                yield Quad(subject, row[1], value, NamedNode(name))

    def _name(self, iri: str) -> str:
        """Return the English label of an entity or, without one, its prefixed name."""
        if iri not in self._labels and not iri.startswith("_:"):
            found = self._rows(
                f"SELECT DISTINCT ?label WHERE {{ GRAPH <{GRAPH_ONTOLOGY}> {{ {NamedNode(iri)} rdfs:label ?label }} }}"
            )
            labels = sorted(row[0].value for row in found if row[0].language in (None, "en"))
            self._labels[iri] = labels[0] if labels else shorten(iri)
        return self._labels.get(iri, iri)

    def _rows(self, query: str) -> Iterable[tuple[Any, ...]]:
        return [tuple(row) for row in self._graph.query(_DECLARED + query)]


def _property(predicate: str, subject: str) -> str:
    return predicate if ":" in predicate else predicate_iri(predicate, subject)


def _object(object: Term) -> Object:
    return Literal(object.value) if isinstance(object, Text) else object


def _written(term: Object) -> str:
    """Write a term as SPARQL does; what is no IRI is refused."""
    if not isinstance(term, str):
        return str(term)
    try:
        return str(NamedNode(term))
    except ValueError as error:
        raise CallError(f"{term!r} is no IRI; give the entity's IRI, or a name that the graph knows") from error
