"""The rules of the domain: what they add to OWL, how they are read, and what is wrong with one that cannot be."""

import pyoxigraph as ox
import pytest

from ontology import files
from ontology.errors import OntologyError
from ontology.reasoning import Reasoning, domain, reason
from ontology.terms import GRAPH_ONTOLOGY, OWL, PREFIXES, RDF

PROLOGUE = "@prefix : <https://w3id.org/dispensatory/> .\n" + "".join(
    f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items()
)
INTERACTIONS = """
    :interactsWith a owl:ObjectProperty, owl:SymmetricProperty .
    :Opioid rdfs:subClassOf :Drug . :Benzodiazepine rdfs:subClassOf :Drug . :CNSDepressant rdfs:subClassOf :Drug .
    drug:morphine a :Opioid . drug:diazepam a :Benzodiazepine . drug:lorazepam a :Benzodiazepine .
    drug:caffeine a :Drug .
"""
CLAIM = "[ a owl:Restriction ; owl:onProperty :interactsWith ; owl:someValuesFrom :Benzodiazepine ]"


def interactions(text: str) -> set[str]:
    """Return the inferred interactions, each as its two drugs."""
    inferred = reason(ox.parse(PROLOGUE + INTERACTIONS + text, ox.RdfFormat.TURTLE)).inferred
    pairs = [str(fact).replace("drug:", "").split(" disp:interactsWith ") for fact in inferred]
    return {f"{pair[0]} + {pair[1]}" for pair in pairs if len(pair) == 2 and "some" not in pair[1]}


def test_an_interaction_of_classes_holds_between_their_members() -> None:
    """What is claimed of opioids and benzodiazepines holds of each opioid with each benzodiazepine, both ways."""
    assert interactions(f":Opioid rdfs:subClassOf {CLAIM} .") == {
        "diazepam + morphine",
        "lorazepam + morphine",
        "morphine + diazepam",
        "morphine + lorazepam",
    }


def test_an_interaction_of_a_drug_with_a_class_holds_with_its_members() -> None:
    """What is claimed of one drug stays with that drug."""
    assert interactions(f"drug:caffeine a {CLAIM} .") == {
        "caffeine + diazepam",
        "caffeine + lorazepam",
        "diazepam + caffeine",
        "lorazepam + caffeine",
    }


def test_an_interaction_with_one_member_is_none_with_the_class() -> None:
    """That caffeine interacts with diazepam says nothing of lorazepam, though the class is spoken of elsewhere."""
    found = interactions(f":Opioid rdfs:subClassOf {CLAIM} . drug:caffeine :interactsWith drug:diazepam .")
    assert "caffeine + lorazepam" not in found
    assert "diazepam + caffeine" in found


def test_a_combination_interacts_as_its_ingredients_do() -> None:
    """What one ingredient must not be taken with, neither must the product; its ingredients gain nothing by it."""
    text = """:hasIngredient a owl:ObjectProperty . drug:mixed a :Drug ; :hasIngredient drug:morphine, drug:caffeine .
        drug:morphine :interactsWith drug:alcohol . drug:alcohol a :Drug ."""
    assert interactions(text) == {"alcohol + mixed", "alcohol + morphine", "mixed + alcohol"}


def test_two_depressants_interact_and_none_with_itself() -> None:
    """Both must slow the central nervous system."""
    text = "drug:baclofen a :CNSDepressant . drug:alcohol a :CNSDepressant ."
    assert interactions(text) == {"alcohol + baclofen", "baclofen + alcohol"}


def test_a_proof_names_the_rule_and_the_claim() -> None:
    """The name of the rule stands where an axiom would, and the claim of the class is told with it."""
    text = PROLOGUE + INTERACTIONS + f":Opioid rdfs:subClassOf {CLAIM} ."
    drug, disp = PREFIXES["drug"], PREFIXES["disp"]
    proof = reason(ox.parse(text, ox.RdfFormat.TURTLE)).proof(
        drug + "morphine", disp + "interactsWith", drug + "diazepam"
    )
    assert str(proof).splitlines() == [
        "drug:morphine disp:interactsWith drug:diazepam"
        "  [an interaction claimed with a class holds with each of its members]",
        "  drug:morphine disp:interactsWith some disp:Benzodiazepine"
        "  [disp:Opioid SubClassOf disp:interactsWith some disp:Benzodiazepine]",
        "    drug:morphine is a disp:Opioid",
        "  drug:diazepam is a disp:Benzodiazepine",
    ]
    assert proof is not None
    assert (disp + "Opioid", disp + "interactsWith", disp + "Benzodiazepine") in [a.claim for a in proof.axioms()]


SCHEDULES = """
    :controlledIn a owl:ObjectProperty . :hasControlledMetabolite a owl:ObjectProperty .
    :hasSchedule a owl:ObjectProperty . :inJurisdiction a owl:ObjectProperty . :metabolizedTo a owl:ObjectProperty .
    :drug a owl:AnnotationProperty . :schedule a owl:AnnotationProperty . :validTo a owl:AnnotationProperty .
    schedule:four a :Schedule ; :inJurisdiction jurisdiction:us . schedule:shop a :SupplyCategory ;
    :inJurisdiction jurisdiction:us .
    scheduling:1 :drug drug:meprobamate ; :schedule schedule:four .
    scheduling:2 :drug drug:caffeine ; :schedule schedule:four ; :validTo "1999" .
    scheduling:3 :drug drug:aspirin ; :schedule schedule:shop .
    drug:carisoprodol :metabolizedTo drug:meprobamate . drug:primidone :metabolizedTo drug:caffeine .
    drug:fentanyl :hasSchedule schedule:four .
"""


def regulation() -> Reasoning:
    """Reason over a few schedulings with the rules that ship."""
    quads = ox.parse(PROLOGUE + SCHEDULES, ox.RdfFormat.TURTLE)
    graph = ox.NamedNode(GRAPH_ONTOLOGY)
    return reason([ox.Quad(each.subject, each.predicate, each.object, graph) for each in quads])


def test_what_the_law_lists_is_controlled_there() -> None:
    """A listing in force and a schedule that a source tells; not what ended, nor what is only sold on prescription."""
    found = {str(fact) for fact in regulation().inferred if "controlledIn" in str(fact)}
    assert found == {
        "drug:meprobamate disp:controlledIn jurisdiction:us",
        "drug:fentanyl disp:controlledIn jurisdiction:us",
    }


def test_a_drug_brings_its_controlled_metabolite_along() -> None:
    """Carisoprodol does, by the record of meprobamate, which the proof shows; what is no longer listed counts not."""
    reasoning = regulation()
    found = {str(fact) for fact in reasoning.inferred if "hasControlledMetabolite" in str(fact)}
    assert found == {"drug:carisoprodol disp:hasControlledMetabolite drug:meprobamate"}
    proof = reasoning.proof(
        PREFIXES["drug"] + "carisoprodol",
        PREFIXES["disp"] + "hasControlledMetabolite",
        PREFIXES["drug"] + "meprobamate",
    )
    assert (
        [str(fact) for fact in proof.facts()]
        == [
            "drug:carisoprodol disp:metabolizedTo drug:meprobamate",
            "scheduling:1 disp:drug drug:meprobamate",
            "scheduling:1 disp:schedule schedule:four",
            "schedule:four is a disp:Schedule",
            "schedule:four disp:inJurisdiction jurisdiction:us",
        ]
        if proof
        else False
    )


def test_the_rules_that_ship_speak_of_what_the_ontology_declares() -> None:
    """Every class and property that a rule names is declared, so that no rule is dead by a slip of the pen."""
    kinds = {OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
    declared = {
        quad.subject.value
        for quad in files.quads()
        if isinstance(quad.subject, ox.NamedNode)
        and quad.predicate.value == RDF + "type"
        and isinstance(quad.object, ox.NamedNode)
        and quad.object.value in kinds
    }
    named = {
        word
        for rule in domain.load()
        for pattern in (rule.head, *rule.body)
        for word in (pattern.name, *pattern.arguments)
        if ":" in word
    }
    assert named
    assert named <= declared


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (":p(?x, ?y) :- :q(?x, ?y) .", "rules/x.rls, line 2: no @prefix declares :"),
        ('#[name("n")] d:p(?x, ?y) :- d:q(?x) .', "rules/x.rls, line 2: ?y stands in the head but not in the body"),
        ("d:p(?x) :- d:q(?x) .", "line 2: the rule has no #[name"),
        ('#[name("n")] d:p(?x) :- d:q(?x)', "line 2: the rule does not end with a full stop"),
        ('#[name("n")] d:p(?x) :- ^d:q(?x) .', "line 2: cannot read '^d:q(?x)'"),
        (
            '#[name("n")] d:p(?x) :- d:q(?x), ~d:r(?x) .',
            "line 2: ~ stands before a record only, not before https://d/r",
        ),
        (
            '#[name("n")] d:p(?x) :- d:q(?y), ~record(?x, d:r, ?y) .',
            "line 2: ?x stands in the head but not in the body",
        ),
        ('#[name("n")] d:p(?x) d:q(?x) .', "line 2: ':-' must stand where"),
        ('#[name("n")] d:p(?x) .', "line 2: a rule needs a head, ':-' and a body"),
        ('#[name("n")] d:p(?x ?x, ?x) :- d:q(?x) .', "line 2: https://d/p with 3 arguments means nothing here"),
    ],
)
def test_a_faulty_rule_is_told_with_its_place(rule: str, fault: str) -> None:
    """The message names file and line and says what to mend."""
    with pytest.raises(OntologyError) as error:
        reason([], domain.parse(f"@prefix d: <https://d/> .\n{rule}\n", "x.rls"))
    assert fault in str(error.value)
    assert "\n" not in str(error.value)
