"""A fact is explained from itself down to the sentences, whichever way the sources and the ontology bear on it."""

import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from ontology.assertion import Restrictions, assertions
from ontology.encoding import decode_statements
from ontology.errors import CallError
from ontology.terms import DISP, PREFIXES
from ontology.values import Literal
from queries.explain import explain
from queries.explanation import Explanation
from queries.graph import LocalGraph
from queries.pictures import as_mermaid, as_svg
from queries.renderings import as_dot, as_json, as_text, as_turtle

GRAPH = """
graph:ontology {
    disp:Drug a owl:Class ; rdfs:label "drug" .
    disp:Opioid a owl:Class ; rdfs:subClassOf disp:Drug ; rdfs:label "opioid" .
    disp:Opiate a owl:Class ; rdfs:subClassOf disp:Opioid ; rdfs:label "opiate" .
    disp:hasEffect a owl:ObjectProperty ; rdfs:label "has effect" .
    disp:treats a owl:ObjectProperty ; rdfs:label "treats" .
    drug:morphine a disp:Drug ; rdfs:label "morphine" .
    drug:baclofen a disp:Drug ; rdfs:label "baclofen" .
    condition:euphoria rdfs:label "euphoria"@en , "euphorie"@fr .
    drug:codeine rdfs:label "codeine" . drug:naltrexone rdfs:label "naltrexone" . drug:heroin rdfs:label "heroin" .
    disp:SemisyntheticOpioid a owl:Class ; rdfs:subClassOf disp:Opioid ; rdfs:label "semisynthetic opioid" .
    disp:hasAbusePotential a owl:ObjectProperty .
}
graph:evidence {
    source:page a disp:Source ; dcterms:title "A page" . source:note a disp:Source ; disp:fileName "note.txt" .
    statement:1 a disp:Statement ; disp:subject drug:morphine ; disp:predicate rdf:type ; disp:object disp:Opiate ;
        disp:verdict disp:Supported ; disp:belief 0.98 .
    evidence:1 disp:supports statement:1 ; disp:certainty disp:Stated ; disp:quote "Morphine is an \\"opiate\\"." ;
        oa:start 3 ; oa:end 27 ; prov:wasDerivedFrom source:page .
    statement:2 a disp:Statement ; disp:subject disp:Opioid ; disp:predicate disp:hasEffect ;
        disp:object condition:euphoria ; disp:verdict disp:Supported ; disp:belief 0.9 .
    evidence:2 disp:supports statement:2 ; disp:certainty disp:Hedged ; disp:quote "Opioids may cause euphoria." ;
        oa:start 0 ; oa:end 27 ; prov:wasDerivedFrom source:note .
    statement:3 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate rdf:type ; disp:object disp:Opioid ;
        disp:verdict disp:Refuted ; disp:belief 0.02 .
    evidence:3 disp:disputes statement:3 ; disp:certainty disp:Stated ; disp:quote "Baclofen is no opioid." ;
        oa:start 5 ; oa:end 27 ; prov:wasDerivedFrom source:page .
    statement:4 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate disp:hasEffect ;
        disp:object condition:euphoria ; disp:verdict disp:Disputed ; disp:belief 0.4 .
    evidence:4 disp:supports statement:4 ; disp:certainty disp:Stated ; disp:quote "It makes euphoric." ;
        oa:start 30 ; oa:end 48 ; prov:wasDerivedFrom source:page .
    evidence:5 disp:disputes statement:4 ; disp:certainty disp:Stated ; disp:quote "It does not." ;
        oa:start 9 ; oa:end 21 ; prov:wasDerivedFrom source:note .
    statement:5 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate disp:treats ;
        disp:object "hiccups" ; disp:status "investigational" ; disp:verdict disp:Supported ; disp:belief 0.6 .
    evidence:6 disp:supports statement:5 ; disp:certainty disp:Investigational ;
        disp:quote "It is studied in hiccups." ; oa:start 50 ; oa:end 75 ; prov:wasDerivedFrom source:page .
    statement:6 a disp:Statement ; disp:subject drug:naltrexone ; disp:predicate rdf:type ; disp:object disp:Opioid ;
        disp:verdict disp:Refuted ; disp:belief 0.02 .
    statement:7 a disp:Statement ; disp:subject drug:heroin ; disp:predicate rdf:type ; disp:object disp:Opiate ;
        disp:verdict disp:Supported ; disp:belief 0.9 .
    statement:10 a disp:Statement ; disp:subject drug:heroin ; disp:predicate rdf:type ;
        disp:object disp:SemisyntheticOpioid ; disp:verdict disp:Supported ; disp:belief 0.9 .
    statement:8 a disp:Statement ; disp:subject drug:codeine ; disp:predicate disp:hasAbusePotential ;
        disp:object level:high ; disp:verdict disp:Supported ; disp:belief 0.6 .
    statement:9 a disp:Statement ; disp:subject drug:codeine ; disp:predicate disp:hasAbusePotential ;
        disp:object level:low ; disp:verdict disp:Supported ; disp:belief 0.6 .
    evidence:9 disp:supports statement:9 ; disp:certainty disp:Stated ; disp:quote "Low potential." ; oa:start 1 ;
        oa:end 15 ; prov:wasDerivedFrom source:note .
    dispute:1 a disp:Dispute ; disp:disputeKind "two values of what can have one" ; disp:reason "high or low" ;
        disp:concerns statement:8 , statement:9 ; disp:drawsOn evidence:9 .
}
graph:inferred {
    drug:morphine disp:expectedBy statement:2 . disp:Opiate disp:expectedBy statement:2 .
}
"""

EXPLANATIONS = {
    ("drug/morphine", "isA", "Opiate"): """\
morphine is an opiate: yes
morphine is an opiate [from sources]
   supported, belief 0.98
     supports: "Morphine is an "opiate"." (A page, 3-27, stated)
""",
    ("drug/morphine", "isA", "Drug"): """\
morphine is a drug: yes
morphine is a drug [from the ontology]
""",
    ("drug/morphine", "hasEffect", "condition/euphoria"): """\
morphine has effect euphoria: expected: sources say it of a class that it belongs to, and nothing of it by itself
morphine has effect euphoria [expected: what is said of a class is expected of its members]
│  supported, belief 0.90
│    supports: "Opioids may cause euphoria." (note.txt, 0-27, hedged)
└─ morphine is an opioid [inferred: opiate SubClassOf opioid]
   └─ morphine is an opiate [from sources]
         supported, belief 0.98
           supports: "Morphine is an "opiate"." (A page, 3-27, stated)
""",
    ("drug/baclofen", "isA", "Opiate"): """\
baclofen is an opiate: no
baclofen is not an opiate [inferred: opiate SubClassOf opioid]
└─ baclofen is not an opioid [from sources]
      refuted, belief 0.02
        disputes: "Baclofen is no opioid." (A page, 5-27, stated)
""",
    ("drug/baclofen", "hasEffect", "condition/euphoria"): """\
baclofen has effect euphoria: disputed: sources stand on either side
said as well: disputed, belief 0.40
  supports: "It makes euphoric." (A page, 30-48, stated)
  disputes: "It does not." (note.txt, 9-21, stated)
""",
    ("Opiate", "hasEffect", "condition/euphoria"): """\
opiate has effect euphoria: expected: sources say it of a class that it belongs to, and nothing of it by itself
opiate has effect euphoria [expected: what is said of a class is expected of its members]
│  supported, belief 0.90
│    supports: "Opioids may cause euphoria." (note.txt, 0-27, hedged)
└─ opiate is a kind of opioid [inferred: opiate SubClassOf opioid]
""",
}


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """Return the small graph with the axioms that its statements come to."""
    store = ox.Store()
    prefixes = {**PREFIXES, "graph": DISP + "graph/"}
    store.load("".join(f"@prefix {name}: <{base}> .\n" for name, base in prefixes.items()) + GRAPH, ox.RdfFormat.TRIG)
    store.extend(assertions(decode_statements(store), Restrictions(restricting=frozenset({"status"}))))
    return store


def explained(store: ox.Store, subject: str, predicate: str, value: str) -> Explanation:
    """Explain a triple that something can be said of."""
    return explain(store, DISP + subject, predicate, DISP + value)


@pytest.mark.parametrize(("triple", "text"), EXPLANATIONS.items(), ids=" ".join)
def test_an_explanation_reads_as_a_tree(store: ox.Store, triple: tuple[str, str, str], text: str) -> None:
    """Asserted, curated, inferred, denied and disputed facts each lead down to what they rest on."""
    assert as_text(explained(store, *triple)) == text


def test_what_is_said_with_a_reservation_is_told_as_such(store: ox.Store) -> None:
    """A use under trial is no plain fact, and its qualifier and passage are shown; a text can be the object."""
    found = explain(store, DISP + "drug/baclofen", "treats", Literal("hiccups"))
    assert (found.standing, found.steps) == ("qualified", ())
    assert [str(told) for told in found.told] == ["supported, belief 0.60, status investigational"]
    assert [passage.quote for passage in found.passages()] == ["It is studied in hiccups."]


def test_what_nothing_covers_is_unknown_and_tells_what_would_have_to_be_known(store: ox.Store) -> None:
    """A rule that could yield it shows its missing premise, a class of which it is said the membership; it is no no."""
    assert as_text(explained(store, "drug/codeine", "isA", "Opioid")) == (
        "codeine is an opioid: unknown: no source says so or denies it, and nothing follows from what the sources say\n"
        "It would be known if a source said so or denied it\n"
        "or, by what the ontology says, if what is missing were known:\n"
        "- opiate SubClassOf opioid\n"
        "    codeine is an opiate [missing]\n"
        "- semisynthetic opioid SubClassOf opioid\n"
        "    codeine is a semisynthetic opioid [missing]\n"
    )
    (way,) = explained(store, "drug/codeine", "hasEffect", "condition/euphoria").ways
    assert (way.conclusion, [each.conclusion for each in way.premises if each.origin == "missing"]) == (
        "codeine has effect euphoria",
        ["codeine is an opioid"],
    )
    assert explained(store, "drug/morphine", "treats", "condition/euphoria").standing == "unknown"


def test_a_way_through_something_denied_is_closed(store: ox.Store) -> None:
    """What is known not to be an opioid is no way to an opioid's effect."""
    assert explained(store, "drug/naltrexone", "hasEffect", "condition/euphoria").ways == ()


def test_the_smallest_proofs_come_first(store: ox.Store) -> None:
    """Of several proofs the shortest is given, and as many as are asked for."""
    found = explain(store, DISP + "drug/heroin", "isA", DISP + "Opioid", 5)
    assert [(root.axiom, [step.conclusion for step in root.premises]) for root in found.steps] == [
        ("opiate SubClassOf opioid", ["heroin is an opiate"]),
        ("semisynthetic opioid SubClassOf opioid", ["heroin is a semisynthetic opioid"]),
    ]
    assert explain(store, DISP + "drug/heroin", "isA", DISP + "Opioid").steps == found.steps[:1]


def test_a_dispute_shows_what_else_it_concerns(store: ox.Store) -> None:
    """Of two values of what can have one, the other is shown with its passage, and the headline says so."""
    text = as_text(explained(store, "drug/codeine", "hasAbusePotential", "level/high"))
    assert text.splitlines()[0] == "codeine disp:hasAbusePotential level:high: yes, but in dispute"
    assert "in dispute (two values of what can have one): high or low" in text
    assert 'supports: "Low potential." (note.txt, 1-15, stated)' in text


@pytest.mark.parametrize("triple", EXPLANATIONS, ids=" ".join)
def test_every_picture_shows_every_sentence(store: ox.Store, triple: tuple[str, str, str]) -> None:
    """Mermaid, SVG and JSON hold the conclusion and each passage, and are the same each time."""
    found = explained(store, *triple)
    picture = ElementTree.fromstring(as_svg(found))  # noqa: S314  # it was written here
    drawn = " ".join(picture.itertext())
    record = json.loads(as_json(found))
    assert record["standing"] == found.standing
    for passage in found.passages():
        assert passage.quote in drawn
        assert passage.quote.replace('"', "#34;") in as_mermaid(found)
        assert json.dumps(passage.quote) in as_json(found)
    assert as_svg(found) == as_svg(explained(store, *triple))


def test_a_graph_of_ours_is_explained_as_a_bare_store_is(store: ox.Store) -> None:
    """Whatever answers SPARQL will do, and properties go by short word or IRI."""
    graph = LocalGraph(store)
    for triple in EXPLANATIONS:
        subject, predicate, value = triple[0], triple[1], triple[2]
        assert explain(graph, DISP + subject, predicate, DISP + value) == explained(store, *triple)
    by_iri = explain(graph, DISP + "drug/morphine", DISP + "hasEffect", DISP + "condition/euphoria")
    assert by_iri == explained(store, "drug/morphine", "hasEffect", "condition/euphoria")


def test_the_passages_of_a_proof_are_listed_once(store: ox.Store) -> None:
    """The sentences under an inferred fact are those of its axioms and its facts."""
    found = explained(store, "drug/morphine", "hasEffect", "condition/euphoria")
    assert [passage.quote for passage in found.passages()] == [
        "Opioids may cause euphoria.",
        'Morphine is an "opiate".',
    ]


def test_a_picture_runs_from_sentences_to_the_conclusion(store: ox.Store) -> None:
    """Each step is a box, each passage a note, and what disputes is dashed."""
    assert as_dot(explained(store, "drug/baclofen", "isA", "Opiate")) == (
        "digraph explanation {\n"
        "  rankdir=BT;\n"
        '  step1 [shape=box, style=filled, fillcolor="#fdf3dc",'
        ' label="baclofen is not an opiate\\nopiate SubClassOf opioid"];\n'
        '  step2 [shape=box, style=filled, fillcolor="#e8f1fb", label="baclofen is not an opioid"];\n'
        '  passage3 [shape=note, label="Baclofen is no opioid.\\nA page"];\n'
        '  passage3 -> step2 [style=dashed, label="disputes"];\n'
        "  step2 -> step1;\n"
        "}\n"
    )


def test_a_proof_is_told_in_the_words_of_prov(store: ox.Store) -> None:
    """The Turtle parses, is the same each time, and leads from the conclusion to the sentence."""
    found = explained(store, "drug/morphine", "hasEffect", "condition/euphoria")
    text = as_turtle(found)
    assert text == as_turtle(explained(store, "drug/morphine", "hasEffect", "condition/euphoria"))
    graph = ox.Store()
    graph.load(text, ox.RdfFormat.TURTLE)
    rows = graph.query(
        """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX disp: <https://w3id.org/dispensatory/> SELECT ?quote {
        [] rdfs:label "morphine has effect euphoria" ; prov:wasDerivedFrom* ?statement .
        ?evidence disp:supports ?statement ; disp:quote ?quote } ORDER BY ?quote"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert [row[0].value for row in rows] == ['Morphine is an "opiate".', "Opioids may cause euphoria."]


@pytest.mark.parametrize("name", ["", "not an iri", "a> } INSERT {"])
def test_what_is_no_iri_is_refused(store: ox.Store, name: str) -> None:
    """A name that was not resolved gets one line, and never reaches the query."""
    with pytest.raises(CallError, match="is no IRI"):
        explain(store, name, "isA", DISP + "Opioid")
