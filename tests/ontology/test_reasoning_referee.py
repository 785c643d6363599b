"""HermiT as referee: on the whole ontology and a few facts, its memberships and ours are the same."""

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


def test_hermit_and_the_rules_agree_on_who_belongs_where() -> None:
    """Every membership that HermiT derives is asserted or inferred here, and the other way round."""
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
    graph = [*files.quads(), *assertions(statements, Restrictions())]
    reasoning = reason(graph, rules=())
    kind = RDF + "type"
    told = {
        (quad.subject.value, quad.object.value)
        for quad in graph
        if quad.predicate.value == kind
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode)
        and not quad.object.value.startswith(OWL)
    }
    inferred = {
        (fact.subject, fact.object)
        for fact in reasoning.inferred
        if fact.predicate == kind and isinstance(fact.object, str) and not fact.negative
    }
    referee = dl_classify(graph)
    assert referee.consistent
    assert reasoning.clashes == ()
    individuals = {pair[0] for pair in referee.types}
    assert {pair for pair in told | inferred if pair[0] in individuals} == referee.types
