"""HermiT as referee: on the whole ontology and a few facts, its conclusions and ours are the same, both ways."""

import shutil
from importlib.util import find_spec

import pyoxigraph as ox
import pytest

from ontology import files
from ontology.assertion import Restrictions, assertions
from ontology.consistency import dl_classify
from ontology.reasoning import reason
from ontology.terms import DISP, OWL, RDF
from ontology.values import Proposition, Statement, Verdict

pytestmark = pytest.mark.skipif(
    shutil.which("java") is None or find_spec("owlready2") is None, reason="HermiT needs Java and owlready2"
)

CLAIMS = (
    ("+", "drug/morphine", "agonistOf", "target/mu-opioid-receptor"),
    ("+", "drug/morphine", "hasSchedule", "schedule/us-csa-ii"),
    ("+", "drug/baclofen", "agonistOf", "target/gaba-b-receptor"),
    ("+", "drug/baclofen", "treats", "condition/spasticity"),
    ("+", "drug/baclofen", "interactsWith", "Opioid"),
    ("-", "drug/baclofen", "isA", "Opioid"),
    ("-", "drug/baclofen", "actsOn", "OpioidReceptor"),
    ("+", "drug/diazepam", "isA", "Benzodiazepine"),
    ("+", "drug/codeine", "isA", "Opioid"),  # of an opioid without a name, HermiT concludes what the rules do not
    ("+", "Opioid", "hasAdverseEffect", "condition/constipation"),
    ("+", "drug/carisoprodol", "metabolizedTo", "drug/meprobamate"),
    ("+", "drug/meprobamate", "hasSchedule", "schedule/us-csa-iv"),
    ("+", "drug/naloxone", "antagonistOf", "OpioidReceptor"),
)


def told(graph: list[ox.Quad]) -> set[tuple[str, str, str]]:
    """Return the triples of a graph whose ends have names."""
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in graph
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }


def test_hermit_and_the_rules_agree() -> None:
    """Every membership and value that HermiT derives is asserted or inferred here, and the other way round."""
    statements = [
        Statement(
            Proposition(DISP + subject, predicate, DISP + value),
            Verdict.SUPPORTED if sign == "+" else Verdict.REFUTED,
            0.9,
            (),
            (),
        )
        for sign, subject, predicate, value in CLAIMS
    ]
    restrictions = Restrictions(of_every_member=frozenset({"interactsWith"}))
    graph = [*files.quads(), *assertions(statements, restrictions)]
    reasoning = reason(graph, rules=())
    inferred = {
        (str(fact.subject), fact.predicate, fact.object)
        for fact in reasoning.inferred
        if isinstance(fact.object, str) and not fact.negative
    }
    referee = dl_classify(graph, values=True)
    assert referee.consistent
    assert reasoning.clashes == ()
    ours, kind = told(graph) | inferred, RDF + "type"
    individuals = {pair[0] for pair in referee.types}
    memberships = {
        (one, value) for one, role, value in ours if role == kind and one in individuals and not value.startswith(OWL)
    }
    assert memberships == referee.types
    asked = {role for _, role, _ in referee.values}
    assert {DISP + name for name in ("actsOn", "agonistOf", "isTreatedBy", "inJurisdiction")} <= asked
    assert {triple for triple in ours if triple[1] in asked} == referee.values
