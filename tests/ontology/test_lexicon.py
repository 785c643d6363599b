"""The names of things: labels, synonyms, brands, ambiguous forms and their plurals."""

import pytest
from pyoxigraph import RdfFormat, Store

from ontology.lexicon import Lexicon, plural
from ontology.tokens import normal_form

GRAPH = """
@prefix disp: <https://w3id.org/dispensatory/> .
@prefix drug: <https://w3id.org/dispensatory/drug/> .
@prefix condition: <https://w3id.org/dispensatory/condition/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

disp:Drug a owl:Class ; rdfs:label "drug"@en .
disp:Sedative a owl:Class ; rdfs:label "sedative"@en ; rdfs:subClassOf disp:Drug .
disp:Hypnotic a owl:Class ; rdfs:label "hypnotic"@en ; rdfs:subClassOf disp:Sedative ;
    skos:altLabel "sleeping pill"@en .
disp:Condition a owl:Class ; rdfs:label "condition"@en .
disp:Disease a owl:Class ; rdfs:label "disease"@en ; rdfs:subClassOf disp:Condition .
drug:zolpidem a disp:Drug ; rdfs:label "zolpidem"@en ; disp:hasBrandName "Ambien" .
drug:morphine a disp:Drug ; rdfs:label "morphine"@en ; disp:ambiguousLabel "MS" .
drug:morphine-sulfate a disp:Salt ; rdfs:label "morphine sulfate"@en ; disp:saltOf drug:morphine ;
    disp:hasBrandName "MS Contin" ; disp:abbreviation "MSO4" .
condition:multiple-sclerosis a disp:Disease ; rdfs:label "multiple sclerosis"@en ; disp:ambiguousLabel "MS" .
condition:risk-of-falls a disp:Condition ; rdfs:label "risk of falls"@en .
condition:liver-disease a disp:Disease ; rdfs:label "liver disease"@en ; skos:altLabel "liver problem"@en .
"""

PLURALS = [("drug", "drugs"), ("abscess", "abscesses"), ("allergy", "allergies"), ("boy", "boys"), ("rash", "rashes")]

NAMED = [
    ("Zolpidem", ["zolpidem label"]),
    ("AMBIEN", ["zolpidem brand"]),
    ("sleeping pills", ["hypnotic synonym"]),
    ("sedatives", ["sedative label"]),
    ("risks of falls", ["risk of falls label"]),
    ("risk of fallses", []),
    ("liver problems", ["liver disease synonym"]),
    ("problems with your liver", ["liver disease synonym"]),
    ("a problem with the liver", []),
    ("problem with the liver", ["liver disease synonym"]),
    ("disease with your liver", []),
    ("morphine sulfate", ["morphine synonym"]),
    ("MS Contin", ["morphine brand"]),
    ("MSO4", ["morphine synonym"]),
    ("MS", ["multiple sclerosis ambiguous", "morphine ambiguous"]),
    ("Ambiens", []),
    ("drug", []),
    ("zolpi", []),
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return the lexicon of the small graph."""
    store = Store()
    store.load(GRAPH.encode(), RdfFormat.TURTLE)
    return Lexicon.of(store)


@pytest.mark.parametrize(("word", "several"), PLURALS)
def test_a_plural_is_the_regular_one(word: str, several: str) -> None:
    """English spelling decides the ending."""
    assert plural(word) == several


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_a_form_names_what_the_graph_says(lexicon: Lexicon, text: str, named: list[str]) -> None:
    """Brands have no plural, and the top classes are no names of anything in particular."""
    assert [f"{form.entity.label} {form.mark}" for form in lexicon.lookup(normal_form(text))] == named


def test_an_entity_has_the_kinds_of_all_classes_above(lexicon: Lexicon) -> None:
    """A class of drugs is told apart from a drug."""
    kinds = {entity.label: entity.kinds for entity in lexicon.entities.values()}
    assert kinds["zolpidem"] == {"Drug"}
    assert kinds["multiple sclerosis"] == {"Disease", "Condition"}
    assert kinds["hypnotic"] == {"Hypnotic", "Sedative", "DrugClass"}
