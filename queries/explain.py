"""Why something holds: from a triple down to the sentences, through axioms and rules where it was inferred."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from pyoxigraph import Literal

from ontology.errors import CallError
from ontology.reasoning import Fact, Proof, Reasoning, reason
from ontology.reasoning.facts import SUBCLASS, TYPE, Object
from ontology.terms import (
    GRAPH_ASSERTED,
    GRAPH_EVIDENCE,
    GRAPH_INFERRED,
    GRAPH_ONTOLOGY,
    is_class,
    predicate_iri,
)
from ontology.values import Literal as Text
from queries.explanation import Explanation, Standing, Step
from queries.testimony import Askable, Testimony, written

Term: TypeAlias = "str | Text | Literal"

#: Why something is expected.
INHERITED = "what is said of a class is expected of its members"

_EXPECTED = """
SELECT ?statement ?class ?verdict WHERE {
    GRAPH <%s> { %s disp:expectedBy ?statement }
    GRAPH <%s> {
        ?statement disp:predicate %s ; disp:verdict ?verdict .
        { ?statement disp:subject ?class ; disp:object %s } UNION { ?statement disp:object ?class ; disp:subject %s }
    }
} ORDER BY ?verdict ?class ?statement
"""
_CLASSES = """
SELECT ?statement ?class WHERE { GRAPH <%s> {
    ?statement disp:predicate %s ; disp:object %s ; disp:subject ?class ; disp:verdict disp:Supported .
} } ORDER BY ?class ?statement
"""


def explain(graph: Askable, subject: str, predicate: str, object: Term, limit: int = 1) -> Explanation:
    """Explain why a triple holds, is denied or is disputed or, where nothing covers it, what would have to be known.

    Subject and object are IRIs or texts, the predicate an IRI or the short word that tables show. Of each side, so many
    proofs are given as `limit` says, the smallest first.
    """
    testimony = Testimony(graph)
    found = _Explainer(testimony, limit).explain(subject, _property(predicate, subject), _object(object))
    return replace(found, conflicts=tuple(testimony.conflicts(found)))


class _Explainer:
    def __init__(self, graph: Testimony, limit: int) -> None:
        self._graph, self._limit = graph, limit

    def explain(self, subject: str, predicate: str, object: Object) -> Explanation:
        fact = Fact(subject, predicate, object)
        told = self._graph.told(fact)
        if self._graph.stands(GRAPH_ONTOLOGY, fact):
            step = Step(self._graph.said(fact), "curated")
            return Explanation(self._graph.said(fact), "holds", (step,), told)
        if any(each.verdict == "Supported" for each in told) and self._graph.stands(GRAPH_ASSERTED, fact):
            step = Step(self._graph.said(fact), "asserted", told=told)
            return Explanation(self._graph.said(fact), "holds", (step,))
        reasoning = reason(self._graph.quads())
        goal = (str(fact.subject), fact.predicate, fact.object)
        sides = [reasoning.proofs(*goal, negative=negative, limit=self._limit) for negative in (False, True)]
        steps = tuple(self._step(proof) for side in sides for proof in side)
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
            return self._expected(fact, reasoning) or self._unknown(fact, reasoning)
        return Explanation(self._graph.said(fact), standing, steps, rest)

    def _proof(self, reasoning: Reasoning, fact: Fact, negative: bool) -> Proof | None:
        return reasoning.proof(str(fact.subject), fact.predicate, fact.object, negative=negative)

    def _expected(self, fact: Fact, reasoning: Reasoning) -> Explanation | None:
        """Explain what is expected of the subject by what is said of a class that it belongs to."""
        try:
            subject, predicate, value = map(written, (fact.subject, fact.predicate, fact.object))
        except CallError:
            return None
        other = value if isinstance(fact.object, str) else subject  # a text is the subject of nothing
        parts = (GRAPH_INFERRED, subject, GRAPH_EVIDENCE, predicate, value, other)
        steps = []
        for statement, kind, verdict in self._graph.rows(_EXPECTED % parts):
            negative = verdict.value.endswith("Refuted")
            claim = Fact(kind.value, fact.predicate, fact.object)
            turned = Fact(str(fact.object), fact.predicate, kind.value)
            told = tuple(
                each for each in self._graph.told(claim) + self._graph.told(turned) if each.statement == statement.value
            )
            relation = SUBCLASS if is_class(str(fact.subject)) else TYPE
            belongs = self._proof(reasoning, Fact(fact.subject, relation, kind.value), False)
            sentence = self._graph.said(Fact(fact.subject, fact.predicate, fact.object, negative))
            premises = (self._step(belongs),) if belongs else ()
            steps.append((negative, Step(sentence, "expected", INHERITED, told, premises)))
        if not steps:
            return None
        signs = {negative for negative, _ in steps}
        standing: Standing = "disputed" if len(signs) > 1 else "not expected" if True in signs else "expected"
        return Explanation(self._graph.said(fact), standing, tuple(step for _, step in steps))

    def _unknown(self, fact: Fact, reasoning: Reasoning) -> Explanation:
        """Tell what would have to be known: a source's word, what a rule lacks, or a class of which sources say it."""
        ways = [
            Step(
                self._graph.said(fact),
                "possible",
                self._graph.worded(gap.axiom.text),
                premises=(
                    *(Step(self._graph.said(each), "missing") for each in gap.missing),
                    *(self._known(each, reasoning) for each in gap.known),
                ),
            )
            for gap in reasoning.gaps(str(fact.subject), fact.predicate, fact.object)
        ]
        ways += self._by_class(fact, reasoning)
        return Explanation(self._graph.said(fact), "unknown", (), ways=tuple(ways))

    def _by_class(self, fact: Fact, reasoning: Reasoning) -> Iterator[Step]:
        """Yield the classes of which sources say it: of a member it would be expected."""
        if fact.predicate in (TYPE, SUBCLASS) or not isinstance(fact.object, str):
            return
        relation = SUBCLASS if is_class(str(fact.subject)) else TYPE
        parts = (GRAPH_EVIDENCE, *map(written, (fact.predicate, fact.object)))
        for kind in dict.fromkeys(row[1].value for row in self._graph.rows(_CLASSES % parts)):
            belongs = Fact(fact.subject, relation, kind)
            if not is_class(kind) or self._proof(reasoning, belongs, True):
                continue
            claim = Fact(kind, fact.predicate, fact.object)
            told = tuple(each for each in self._graph.told(claim) if each.verdict == "Supported")
            premises = (
                Step(self._graph.said(belongs), "missing"),
                Step(self._graph.said(claim), "asserted", told=told),
            )
            yield Step(self._graph.said(fact), "possible", INHERITED, premises=premises)

    def _known(self, fact: Fact, reasoning: Reasoning) -> Step:
        proof = self._proof(reasoning, fact, fact.negative)
        return self._step(proof) if proof else Step(self._graph.said(fact), "missing")

    def _step(self, proof: Proof) -> Step:
        sentence = self._graph.said(proof.conclusion)
        if proof.axiom is None:
            told = self._graph.told(proof.conclusion)
            return Step(sentence, "asserted" if told else "curated", told=told)
        told = ()
        if claim := proof.axiom.claim:
            told = self._graph.told(Fact(*claim))
        return Step(
            sentence, "inferred", self._graph.worded(proof.axiom.text), told, tuple(map(self._step, proof.premises))
        )


def _property(predicate: str, subject: str) -> str:
    return predicate if ":" in predicate else predicate_iri(predicate, subject)


def _object(object: Term) -> Object:
    return Literal(object.value) if isinstance(object, Text) else object
