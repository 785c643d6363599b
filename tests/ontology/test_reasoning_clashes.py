"""Contradictions are named one by one, and reasoning goes on beside them."""

import pyoxigraph as ox
import pytest

from ontology.reasoning import Reasoning, reason
from ontology.terms import PREFIXES

PROLOGUE = "@prefix : <https://w3id.org/dispensatory/> .\n" + "".join(
    f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items()
)


def reasoned(text: str) -> Reasoning:
    """Reason over Turtle in which the empty prefix is that of the model."""
    return reason(ox.parse(PROLOGUE + text, ox.RdfFormat.TURTLE), rules=())


@pytest.mark.parametrize(
    ("graph", "messages"),
    [
        pytest.param(
            ":A1 rdfs:subClassOf :A . :B1 rdfs:subClassOf :B . :A owl:disjointWith :B . drug:x a :A1 , :B1 .",
            ["disjoint classes: drug:x is a A and drug:x is a B; but A DisjointWith B"],
            id="disjoint classes",
        ),
        pytest.param(
            "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) . drug:x a :A , :B . drug:y a :C .",
            ["disjoint classes: drug:x is a A and drug:x is a B; but A DisjointWith B"],
            id="one pair of many disjoint classes",
        ),
        pytest.param(
            ":A rdfs:subClassOf :B . drug:x a :A , [ a owl:Class ; owl:complementOf :B ] .",
            ["denied membership: drug:x is not a B and drug:x is a B; but what is denied cannot hold"],
            id="a membership that was denied",
        ),
        pytest.param(
            """:p a owl:ObjectProperty ; rdfs:subPropertyOf :q . drug:x :p :y .
            [] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:x ; owl:assertionProperty :q ;
            owl:targetIndividual :y .""",
            ["denied value: drug:x not q y and drug:x q y; but what is denied cannot hold"],
            id="a value that was denied",
        ),
        pytest.param(
            """:p a owl:ObjectProperty . drug:x :p :y . :y a :C .
            drug:x a [ a owl:Class ; owl:complementOf
                [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :C ] ] .
            """,
            [
                "denied membership: drug:x not p some C and drug:x p some C; but what is denied cannot hold",
            ],
            id="a value from a class that was denied",
        ),
        pytest.param(
            """:p a owl:ObjectProperty, owl:AsymmetricProperty . :x :p :y . :y :p :x .""",
            ["both directions: x p y and y p x; but p is asymmetric"],
            id="asymmetric",
        ),
        pytest.param(
            """:p a owl:ObjectProperty, owl:IrreflexiveProperty . :x :p :x .""",
            ["related to itself: x p x; but p is irreflexive"],
            id="irreflexive",
        ),
        pytest.param(
            """:p a owl:DatatypeProperty, owl:FunctionalProperty . :x :p 3 , 9 .""",
            ['two values: x p "3"^^xsd:integer and x p "9"^^xsd:integer; but p is functional'],
            id="functional",
        ),
        pytest.param(
            """drug:x owl:sameAs drug:y . drug:y owl:differentFrom drug:x .""",
            [
                "same and different: drug:x differs from drug:y and drug:x is the same as drug:y;"
                " but nothing differs from itself"
            ],
            id="same and different",
        ),
        pytest.param(
            """:p a owl:ObjectProperty ; owl:propertyDisjointWith :q . :q a owl:ObjectProperty . :x :p :y ; :q :y .""",
            ["disjoint properties: x p y and x q y; but p DisjointWith q"],
            id="disjoint properties",
        ),
        pytest.param(
            """:p a owl:ObjectProperty ; rdfs:range :R . :R owl:disjointWith :D . :y a :D . :x :p :y .""",
            ["disjoint classes: y is a D and y is a R; but D DisjointWith R"],
            id="range against class",
        ),
        pytest.param(
            """:Opioid rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :c ] . drug:x a :Opioid .
            [] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:x ; owl:assertionProperty :p ;
            owl:targetIndividual :c .""",
            ["denied value: drug:x not p c and drug:x p c; but what is denied cannot hold"],
            id="what is claimed of a class against what is denied of a member",
        ),
        pytest.param(
            """:NonA owl:equivalentClass [ a owl:Class ; owl:complementOf :A ] . drug:x a :A , :NonA .""",
            ["denied of a class: drug:x is a NonA and drug:x is a A; but NonA EquivalentTo not A"],
            id="a class defined as the complement of another",
        ),
        pytest.param(
            """:A owl:disjointWith :B . :C rdfs:subClassOf :A , :B . :D rdfs:subClassOf :C .""",
            ["class without members: C is a kind of A and C is a kind of B; but A DisjointWith B"],
            id="a class that can have no member, and not those below it",
        ),
        pytest.param(
            ":A rdfs:subClassOf owl:Nothing . drug:x a :A .",
            [
                "class without members: A is a kind of A; but A SubClassOf owl:Nothing",
                "class without members: drug:x is a A; but A SubClassOf owl:Nothing",
            ],
            id="owl:Nothing",
        ),
        pytest.param(":A owl:disjointWith :B . drug:x a :A . drug:y a :B .", [], id="no clash"),
        pytest.param(":p a owl:ObjectProperty, owl:FunctionalProperty . :x :p :y , :z .", [], id="no unique names"),
    ],
)
def test_a_clash_has_its_name(graph: str, messages: list[str]) -> None:
    """Each contradiction is told once, with its kind, both sides and the axiom that they break."""
    found = [clash.message.replace("disp:", "") for clash in reasoned(graph).clashes]
    assert [
        message.replace("<http://www.w3.org/2001/XMLSchema#integer>", "xsd:integer") for message in found
    ] == messages


def test_a_clash_knows_the_facts_it_rests_on() -> None:
    """The facts and the axioms that sources can claim lead back to the statements at fault."""
    disp, drug = PREFIXES["disp"], PREFIXES["drug"]
    (clash,) = reasoned(
        """:Opioid rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :c ] . drug:x a :Opioid .
        [] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:x ; owl:assertionProperty :p ;
        owl:targetIndividual :c ."""
    ).clashes
    assert (clash.kind, clash.entities) == ("denied value", (drug + "x", disp + "c"))
    assert [str(fact) for fact in clash.facts] == ["drug:x not disp:p disp:c", "drug:x is a disp:Opioid"]
    assert (disp + "Opioid", disp + "p", disp + "c") in clash.claims
    assert (drug + "x", disp + "p", disp + "c") in clash.claims


def test_reasoning_goes_on_beside_a_clash() -> None:
    """A contradiction takes away what it is about and nothing else."""
    reasoning = reasoned(
        """:K a owl:Class . :A rdfs:subClassOf :K . :B rdfs:subClassOf :K ; owl:disjointWith :A . drug:x a :A , :B .
        drug:y a :A ."""
    )
    assert [str(fact).replace("disp:", "") for fact in reasoning.inferred] == [
        "drug:x is a K",
        "drug:y is a K",
        "drug:y is not a B",
    ]
    assert [clash.kind for clash in reasoning.clashes] == ["disjoint classes"]


def test_clashes_of_several_individuals_stand_apart() -> None:
    """Two contradictions are two, each with its own facts."""
    reasoning = reasoned(":A owl:disjointWith :B . drug:x a :A , :B . drug:y a :A , :B .")
    assert [clash.entities for clash in reasoning.clashes] == [(PREFIXES["drug"] + "x",), (PREFIXES["drug"] + "y",)]
