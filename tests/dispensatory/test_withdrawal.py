"""Where the sources' facts cannot stand together, the least believed one is withdrawn and said."""

from functools import partial

import pyoxigraph as ox
import pytest

from dispensatory.withdrawal import Settlement, settle
from ontology.assertion import Restrictions
from ontology.reasoning import reason
from ontology.terms import DISP, GRAPH_ONTOLOGY, RDF
from ontology.values import Proposition, Statement, Verdict

ONTOLOGY = """
@prefix disp: <https://w3id.org/dispensatory/> .
@prefix drug: <https://w3id.org/dispensatory/drug/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
disp:Drug a owl:Class .
disp:Acid a owl:Class ; rdfs:subClassOf disp:Drug .
disp:Base a owl:Class ; rdfs:subClassOf disp:Drug ; owl:disjointWith disp:Acid .
disp:StrongAcid a owl:Class ; rdfs:subClassOf disp:Acid .
disp:Salt a owl:Class ; rdfs:subClassOf disp:Drug .
drug:vinegar a owl:NamedIndividual, disp:Drug, disp:Acid .
drug:lye a owl:NamedIndividual, disp:Drug .
"""


def ontology() -> list[ox.Quad]:
    """Return the small ontology as quads."""
    graph = ox.NamedNode(GRAPH_ONTOLOGY)
    found = ox.parse(ONTOLOGY, ox.RdfFormat.TURTLE)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found]


def claim(drug: str, kind: str, belief: float) -> Statement:
    """Return a statement that a drug belongs to a class, supported or refuted as the belief has it."""
    verdict = Verdict.SUPPORTED if belief > 0.5 else Verdict.REFUTED
    evidence = (f"{drug}-{kind}",)
    proposition = Proposition(f"{DISP}drug/{drug}", "isA", f"{DISP}{kind}")
    return Statement(proposition, verdict, belief, evidence if belief > 0.5 else (), () if belief > 0.5 else evidence)


def settled(*statements: Statement) -> Settlement:
    """Settle statements over the small ontology, without rules of the domain."""
    firmness = {each.iri: max(each.belief, 1 - each.belief) for each in statements}
    return settle(statements, firmness, ontology(), Restrictions(), partial(reason, rules=()))


def withdrawn(settlement: Settlement) -> list[Statement]:
    """Return the statements that were withdrawn."""
    return [statement for each in settlement.withdrawn for statement in each.statements]


def test_what_does_not_clash_is_asserted() -> None:
    """Two classes that may share members keep both."""
    settlement = settled(claim("lye", "Base", 0.9), claim("lye", "Salt", 0.8))
    assert withdrawn(settlement) == []
    assert len(settlement.asserted) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_that_clash_the_less_believed_is_withdrawn(order: int) -> None:
    """Membership in disjoint classes cannot stand: the weaker claim goes, whichever came first."""
    strong, weak = claim("lye", "Base", 0.9), claim("lye", "Acid", 0.8)
    settlement = settled(*(strong, weak)[::order])
    assert withdrawn(settlement) == [weak]
    assert [quad.object for quad in settlement.asserted] == [ox.NamedNode(DISP + "Base")]


def test_a_denial_is_as_firm_as_its_belief_is_low() -> None:
    """A firm denial outweighs a weak claim that implies the contrary."""
    denial, weak = claim("lye", "Acid", 0.05), claim("lye", "StrongAcid", 0.8)
    assert withdrawn(settled(denial, weak)) == [weak]


def test_of_equals_a_claim_on_a_whole_class_goes_first() -> None:
    """That all salts are acids gives way to the one salt that is denied to be an acid, where all are believed alike."""
    general = Statement(Proposition(f"{DISP}Salt", "isA", f"{DISP}Acid"), Verdict.SUPPORTED, 0.7, ("salt",), ())
    member, denial = claim("lye", "Salt", 0.7), claim("lye", "Acid", 0.3)
    assert withdrawn(settled(member, denial, general)) == [general]


def test_of_equals_a_denial_goes_before_what_is_affirmed() -> None:
    """Where a drug is both said to be a strong acid and said to be no acid, as firmly, the denial gives way."""
    member, denial = claim("lye", "StrongAcid", 0.7), claim("lye", "Acid", 0.3)
    assert withdrawn(settled(member, denial)) == [denial]


def test_a_claim_against_the_ontology_goes_alone() -> None:
    """What the ontology says by itself is not withdrawn, however firmly a text claims the contrary."""
    against, other = claim("vinegar", "Base", 0.99), claim("lye", "Base", 0.7)
    settlement = settled(against, other)
    assert withdrawn(settlement) == [against]
    assert "disjoint" in settlement.withdrawn[0].clash.message.casefold()


def test_one_withdrawal_solves_every_clash_it_takes_part_in() -> None:
    """A claim that clashes with two others goes, and both of them stay."""
    wrong = claim("lye", "Base", 0.6)
    assert withdrawn(settled(wrong, claim("lye", "Acid", 0.8), claim("lye", "StrongAcid", 0.9))) == [wrong]


def test_what_follows_is_inferred_from_what_stands() -> None:
    """Conclusions are those of the claims that are asserted; nothing follows from the withdrawn."""
    settlement = settled(claim("lye", "Base", 0.9), claim("lye", "StrongAcid", 0.8))
    lye, kind = ox.NamedNode(DISP + "drug/lye"), ox.NamedNode(RDF + "type")
    told = [quad.object for quad in settlement.inferred if (quad.subject, quad.predicate) == (lye, kind)]
    assert ox.NamedNode(DISP + "Base") not in told
    assert ox.NamedNode(DISP + "Acid") not in told


def test_conclusions_are_drawn_from_all_that_stands() -> None:
    """A strong acid is an acid."""
    told = [str(quad.triple) for quad in settled(claim("lye", "StrongAcid", 0.8)).inferred]
    assert f"<{DISP}drug/lye> <{RDF}type> <{DISP}Acid>" in told
