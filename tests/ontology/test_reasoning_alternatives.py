"""Of several proofs the smallest come first, and of what does not follow the missing premises are told."""

import pyoxigraph as ox

from ontology.reasoning import Reasoning, reason
from ontology.terms import DISP, PREFIXES, RDF

PROLOGUE = "@prefix : <https://w3id.org/dispensatory/> .\n" + "".join(
    f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items()
)
GRAPH = """
    :actsOn a owl:ObjectProperty ; rdfs:domain :Drug . :agonistOf a owl:ObjectProperty ; rdfs:subPropertyOf :actsOn .
    :partOf a owl:ObjectProperty , owl:TransitiveProperty . :likes a owl:ObjectProperty , owl:SymmetricProperty .
    :Receptor a owl:Class . :MuReceptor rdfs:subClassOf :Receptor . :Drug a owl:Class ; owl:disjointWith :Receptor .
    :Agonist owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Drug
        [ a owl:Restriction ; owl:onProperty :agonistOf ; owl:someValuesFrom :Receptor ] ) ] .
    :Natural rdfs:subClassOf :Opiate . :Opiate rdfs:subClassOf :Opioid . :Opioid rdfs:subClassOf :Drug .
    drug:morphine a :Natural , :Opioid ; :agonistOf target:mu . target:mu a :MuReceptor .
    drug:a :partOf drug:b . drug:b :partOf drug:c . drug:c :partOf drug:d . drug:a :likes drug:b .
    drug:caffeine a :Drug . drug:naloxone a :Drug , [ owl:complementOf :Opiate ] .
"""
TYPE = RDF + "type"


def reasoned() -> Reasoning:
    """Reason over the small graph."""
    return reason(ox.parse(PROLOGUE + GRAPH, ox.RdfFormat.TURTLE), rules=())


def test_the_smallest_proof_comes_first_and_none_twice() -> None:
    """That morphine is a drug follows from its being an opioid, and otherwise from what it acts on."""
    found = reasoned().proofs(DISP + "drug/morphine", TYPE, DISP + "Drug", limit=5)
    assert str(found[0]).splitlines() == [
        "drug:morphine is a disp:Drug  [disp:Opioid SubClassOf disp:Drug]",
        "  drug:morphine is a disp:Opioid",
    ]
    assert any("disp:actsOn Domain disp:Drug" in str(proof) for proof in found[1:])
    sizes = [len(list(proof.steps())) for proof in found]
    assert sizes == sorted(sizes)
    assert len(found) == len(set(found))


def test_every_conclusion_has_a_proof_that_is_no_larger_than_the_engine_s() -> None:
    """Running the rules backwards misses nothing, and nothing is proved by itself."""
    drawn = reasoned()
    for fact in drawn.inferred:
        told = (str(fact.subject), fact.predicate, fact.object)
        (smallest,) = drawn.proofs(*told, negative=fact.negative, limit=1)
        own = drawn.proof(*told, negative=fact.negative)
        assert own is not None
        assert len(list(smallest.steps())) <= len(list(own.steps()))
        assert smallest.conclusion not in [step.conclusion for step in smallest.steps()][1:]


def test_what_does_not_hold_has_no_proof() -> None:
    """Neither side of an unknown is proved."""
    goal = (DISP + "drug/caffeine", TYPE, DISP + "Opioid")
    assert [reasoned().proofs(*goal, negative=negative, limit=3) for negative in (False, True)] == [(), ()]


def test_a_gap_tells_what_is_missing_and_what_is_known() -> None:
    """Caffeine would be an agonist if it were one of some receptor; that it is a drug is known."""
    (gap,) = reasoned().gaps(DISP + "drug/caffeine", TYPE, DISP + "Agonist")
    assert [str(fact) for fact in gap.missing] == ["drug:caffeine disp:agonistOf some disp:Receptor"]
    assert [str(fact) for fact in gap.known] == ["drug:caffeine is a disp:Drug"]


def test_a_way_through_what_is_known_not_to_hold_is_closed() -> None:
    """What is no opiate could be an opioid in no way that leads through the opiates."""
    assert reasoned().gaps(DISP + "drug/naloxone", TYPE, DISP + "Opioid") == ()
    (gap,) = reasoned().gaps(DISP + "drug/caffeine", TYPE, DISP + "Opioid")
    assert [str(fact) for fact in gap.missing] == ["drug:caffeine is a disp:Opiate"]
