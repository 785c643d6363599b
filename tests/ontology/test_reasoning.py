"""What follows from OWL axioms and, beside each case, what does not."""

import pyoxigraph as ox
import pytest

from ontology.reasoning import Reasoning, inferred_quads, reason
from ontology.terms import GRAPH_EVIDENCE, GRAPH_INFERRED, PREFIXES, RDF, shorten

PROLOGUE = "@prefix : <https://w3id.org/dispensatory/> .\n" + "".join(
    f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items()
)
PROPERTIES = """
    :actsOn a owl:ObjectProperty ; rdfs:domain :Drug ; rdfs:range :Receptor .
    :agonistOf a owl:ObjectProperty ; rdfs:subPropertyOf :actsOn .
    :treats a owl:ObjectProperty . :symptomOf a owl:ObjectProperty . :hasSchedule a owl:ObjectProperty .
    :Drug a owl:Class ; owl:disjointWith :Receptor . :Receptor a owl:Class .
    :MuReceptor rdfs:subClassOf :OpioidReceptor . :OpioidReceptor rdfs:subClassOf :Receptor .
    :GABABReceptor rdfs:subClassOf :GABAReceptor . :GABAReceptor rdfs:subClassOf :Receptor .
    :GABAReceptor owl:disjointWith :OpioidReceptor .
    :Opioid owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Drug
        [ a owl:Restriction ; owl:onProperty :agonistOf ; owl:someValuesFrom :OpioidReceptor ] ) ] .
"""


def reasoned(text: str) -> Reasoning:
    """Reason over Turtle in which the empty prefix is that of the model."""
    return reason(ox.parse(PROLOGUE + text, ox.RdfFormat.TURTLE), rules=())


def follows(text: str) -> set[str]:
    """Return what is inferred, each as a sentence without prefixes of classes and properties."""
    facts = reasoned(text).inferred
    return {fact.sentence(lambda iri: shorten(iri).replace("disp:", "")).replace("disp:", "") for fact in facts}


@pytest.mark.parametrize(
    ("graph", "inferred"),
    [
        pytest.param(
            ":Opiate rdfs:subClassOf :Opioid . :Opioid rdfs:subClassOf :Drug . drug:x a :Opiate .",
            {"drug:x is a Drug", "drug:x is an Opioid"},
            id="a member belongs to all classes above",
        ),
        pytest.param(
            ":Opiate rdfs:subClassOf :Opioid . drug:x a :Opioid .", set(), id="and to none of the classes below"
        ),
        pytest.param(
            """:treats a owl:ObjectProperty . :isTreatedBy a owl:ObjectProperty ; owl:inverseOf :treats .
            drug:x :treats :c .""",
            {"c isTreatedBy drug:x"},
            id="inverse",
        ),
        pytest.param(
            ":like a owl:ObjectProperty, owl:SymmetricProperty . drug:x :like drug:y .",
            {"drug:y like drug:x"},
            id="symmetric",
        ),
        pytest.param(
            ":agonistOf a owl:ObjectProperty ; rdfs:subPropertyOf :actsOn . drug:x :agonistOf :r . drug:y :actsOn :r .",
            {"drug:x actsOn r"},
            id="sub-property",
        ),
        pytest.param(
            ":partOf a owl:ObjectProperty, owl:TransitiveProperty . :a :partOf :b . :b :partOf :c . :c :partOf :d .",
            {"a partOf c", "a partOf d", "b partOf d"},
            id="transitive",
        ),
        pytest.param(
            """:treats a owl:ObjectProperty . :symptomOf a owl:ObjectProperty .
            :usedIn a owl:ObjectProperty ; owl:propertyChainAxiom ( :treats :symptomOf ) .
            drug:x :treats :s . :s :symptomOf :d .""",
            {"drug:x usedIn d"},
            id="chain",
        ),
        pytest.param(
            ":actsOn a owl:ObjectProperty ; rdfs:domain :Drug ; rdfs:range :Receptor . drug:x :actsOn :r .",
            {"drug:x is a Drug", "r is a Receptor"},
            id="domain and range",
        ),
        pytest.param(
            """:p a owl:ObjectProperty ; rdfs:domain [ a owl:Class ; owl:unionOf ( :Drug :Mediator ) ] .
            drug:x :p :y .""",
            set(),
            id="a domain of two classes decides for neither",
        ),
        pytest.param(
            """:hasSchedule a owl:ObjectProperty . :TwoDrug owl:equivalentClass
            [ a owl:Restriction ; owl:onProperty :hasSchedule ; owl:hasValue :two ] .
            drug:x :hasSchedule :two . drug:y a :TwoDrug . drug:z :hasSchedule :three .""",
            {"drug:x is a TwoDrug", "drug:y hasSchedule two"},
            id="hasValue, both ways",
        ),
        pytest.param(
            ":D owl:equivalentClass [ a owl:Class ; owl:unionOf ( :A :B ) ] . drug:x a :A . drug:y a :D .",
            {"A is a kind of D", "B is a kind of D", "drug:x is a D"},
            id="union",
        ),
        pytest.param(
            """:p a owl:ObjectProperty . :n a owl:DatatypeProperty .
            drug:x owl:sameAs drug:y . drug:x a :A ; :p :o ; :n "é\\"\\\\" . :s :p drug:x .""",
            {
                "drug:y is the same as drug:x",
                "drug:y is an A",
                "drug:y p o",
                "s p drug:y",
                r'drug:y n "é\"\\"',
            },
            id="what is the same has the same properties, literals to the letter",
        ),
        pytest.param(
            """:p a owl:ObjectProperty . :Only rdfs:subClassOf
            [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .
            drug:x a :Only ; :p :y . drug:z :p :w .""",
            {"y is a B"},
            id="allValuesFrom",
        ),
        pytest.param(
            """:p a owl:ObjectProperty, owl:FunctionalProperty . drug:x :p :y , :z .""",
            {"y is the same as z", "z is the same as y"},
            id="functional",
        ),
        pytest.param(
            """:A rdfs:subClassOf :K . :B rdfs:subClassOf :K ; owl:disjointWith :A . drug:x a :A .""",
            {"drug:x is a K", "drug:x is not a B"},
            id="disjoint classes under one kind",
        ),
        pytest.param(
            ":A owl:disjointWith :B . :C rdfs:subClassOf :B . drug:x a :A .",
            set(),
            id="that something is nothing of quite another kind is not told",
        ),
        pytest.param(
            """:q a owl:ObjectProperty . :p a owl:ObjectProperty ; rdfs:subPropertyOf :q .
            [] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:x ; owl:assertionProperty :q ;
            owl:targetIndividual :y .""",
            {"drug:x not p y"},
            id="a denial goes down to what implies the denied",
        ),
        pytest.param(
            ":A rdfs:subClassOf :B . :B rdfs:subClassOf :K . drug:x a :K , [ a owl:Class ; owl:complementOf :B ] .",
            {"drug:x is not an A"},
            id="what does not belong to a class belongs to none below it",
        ),
        pytest.param(
            "drug:x a :A ; rdfs:label 'x' ; :p :y . :p a owl:AnnotationProperty ; rdfs:subPropertyOf :q .",
            set(),
            id="annotations have no consequences",
        ),
    ],
)
def test_what_follows_is_just_this(graph: str, inferred: set[str]) -> None:
    """Everything that follows is there, and nothing else."""
    assert follows(graph) == inferred


def test_an_existential_on_the_left_classifies() -> None:
    """An agonist at an opioid receptor is an opioid; one at another receptor is not."""
    found = follows(
        PROPERTIES + "drug:x a :Drug ; :agonistOf :mu . :mu a :MuReceptor . drug:y a :Drug ; :agonistOf :r ."
    )
    assert "drug:x is an Opioid" in found
    assert "drug:y is an Opioid" not in found


def test_an_existential_on_the_right_classifies_without_inventing_anyone() -> None:
    """A class whose members all have some mu receptor lies under the opioids, though no receptor is named."""
    found = follows(
        PROPERTIES
        + """:MorphineLike rdfs:subClassOf :Drug, [ a owl:Restriction ; owl:onProperty :agonistOf ;
        owl:someValuesFrom :MuReceptor ] . drug:oxy a :MorphineLike ."""
    )
    assert {fact for fact in found if fact.startswith("drug:oxy")} == {
        "drug:oxy is a Drug",
        "drug:oxy is an Opioid",
        "drug:oxy agonistOf some MuReceptor",
        "drug:oxy agonistOf some OpioidReceptor",
    }
    assert "MorphineLike is a kind of Opioid" in found
    assert not {fact for fact in found if "_:" in fact or "[" in fact}


def test_what_an_existential_says_of_one_drug_counts_for_that_drug() -> None:
    """A drug of which a text says that it acts on some mu receptor is classified as if the receptor were known."""
    found = follows(
        PROPERTIES
        + """drug:x a :Drug , [ a owl:Restriction ; owl:onProperty :agonistOf ; owl:someValuesFrom :MuReceptor ] ."""
    )
    assert "drug:x is an Opioid" in found


def test_defined_classes_lie_under_each_other() -> None:
    """A class defined by a narrower receptor lies under the one defined by the broader, also by a receptor's name."""
    found = follows(
        PROPERTIES
        + """:MuOpioid owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Drug
        [ a owl:Restriction ; owl:onProperty :agonistOf ; owl:someValuesFrom :MuReceptor ] ) ] .
        :mu a :MuReceptor . :Poppy rdfs:subClassOf :Drug,
        [ a owl:Restriction ; owl:onProperty :agonistOf ; owl:hasValue :mu ] .
        """
    )
    assert {fact for fact in found if "is a kind of" in fact} == {
        "MuOpioid is a kind of Drug",
        "MuOpioid is a kind of Opioid",
        "Opioid is a kind of Drug",
        "Poppy is a kind of MuOpioid",
        "Poppy is a kind of Opioid",
    }


CLOSED = (
    PROPERTIES
    + """
    :Selective rdfs:subClassOf :Drug,
        [ a owl:Restriction ; owl:onProperty :agonistOf ; owl:allValuesFrom :GABABReceptor ] .
    :NonOpioid owl:equivalentClass [ a owl:Class ; owl:complementOf :Opioid ] . drug:x a :Selective . drug:y a :Drug .
    """
)


def test_closure_proves_that_something_is_no_member() -> None:
    """Who acts on GABA-B receptors alone is no opioid; who is merely a drug may be one."""
    found = follows(CLOSED)
    assert {fact for fact in found if fact.startswith("drug:x")} == {
        "drug:x is a Drug",
        "drug:x is a NonOpioid",
        "drug:x is not an Opioid",
        "drug:x not agonistOf some OpioidReceptor",
    }
    assert {fact for fact in found if fact.startswith("drug:y")} == set()


def test_a_proof_reads_from_the_conclusion_down_to_what_was_asserted() -> None:
    """Steps inside an expression do not show, and what is owed to the classes does."""
    proof = reasoned(CLOSED).proof(PREFIXES["drug"] + "x", RDF + "type", PREFIXES["disp"] + "NonOpioid")
    assert str(proof).replace("disp:", "").splitlines() == [
        "drug:x is a NonOpioid  [NonOpioid EquivalentTo not Opioid]",
        "  drug:x is not a Opioid  [Opioid EquivalentTo Drug and (agonistOf some OpioidReceptor)]",
        "    drug:x not agonistOf some OpioidReceptor"
        "  [agonistOf some OpioidReceptor SubClassOf agonistOf some not GABABReceptor]",
        "      drug:x is a (agonistOf only GABABReceptor)  [Selective SubClassOf agonistOf only GABABReceptor]",
        "        drug:x is a Selective",
        "      OpioidReceptor is no kind of GABABReceptor  [GABABReceptor SubClassOf GABAReceptor]",
        "        OpioidReceptor is no kind of GABAReceptor  [GABAReceptor DisjointWith OpioidReceptor]",
    ]


def test_a_proof_of_an_asserted_fact_is_the_fact() -> None:
    """What was asserted needs no axiom, even where it would follow; what does not hold has no proof."""
    reasoning = reasoned(":A rdfs:subClassOf :B . drug:x a :A , :B .")
    x, kind = PREFIXES["drug"] + "x", RDF + "type"
    assert str(reasoning.proof(x, kind, PREFIXES["disp"] + "B")) == "drug:x is a disp:B"
    assert reasoning.proof(x, kind, PREFIXES["disp"] + "C") is None
    assert reasoning.proof(PREFIXES["drug"] + "y", kind, PREFIXES["disp"] + "B") is None


def test_every_conclusion_has_a_proof_that_rests_on_asserted_facts() -> None:
    """No inferred fact stands without a derivation, and none is asserted as well."""
    reasoning = reasoned(CLOSED + ":mu a :MuReceptor . drug:z a :Drug ; :agonistOf :mu ; owl:sameAs drug:w .")
    for fact in reasoning.inferred:
        proof = reasoning.proof(str(fact.subject), fact.predicate, fact.object, negative=fact.negative)
        assert proof is not None, fact
        assert proof.axiom is not None
        assert proof.conclusion == fact


def test_the_order_of_the_graph_does_not_show() -> None:
    """The same quads in any order give the same conclusions, proofs and bytes."""
    quads = list(ox.parse(PROLOGUE + CLOSED, ox.RdfFormat.TURTLE))
    one, other = reason(quads, ()), reason(quads[::-1], ())
    assert one.inferred == other.inferred
    assert [str(quad) for quad in inferred_quads(one)] == [str(quad) for quad in inferred_quads(other)]


def test_conclusions_go_into_their_own_graph_as_owl() -> None:
    """A membership is a type, a denial a complement, an unnamed value a restriction."""
    reasoning = reasoned(CLOSED)
    quads = list(inferred_quads(reasoning))
    assert {str(quad.graph_name) for quad in quads} == {f"<{GRAPH_INFERRED}>"}
    store = ox.Store()
    store.extend(quads)
    found = store.query(
        """SELECT ?class { GRAPH ?g { <https://w3id.org/dispensatory/drug/x> a
        [ <http://www.w3.org/2002/07/owl#complementOf> ?class ] } FILTER(isIRI(?class)) }"""
    )
    assert isinstance(found, ox.QuerySolutions)
    assert [str(row[0]) for row in found] == ["<https://w3id.org/dispensatory/Opioid>"]


def test_evidence_has_no_consequences() -> None:
    """Statements and evidence are told of facts, and no conclusion is drawn from their graph."""
    graph = ox.NamedNode(GRAPH_EVIDENCE)
    text = PROLOGUE + ":A rdfs:subClassOf :B . drug:x a :A ."
    quads = [ox.Quad(q.subject, q.predicate, q.object, graph) for q in ox.parse(text, ox.RdfFormat.TURTLE)]
    assert reason(quads, ()).inferred == ()


def test_what_the_compiler_does_not_know_is_said() -> None:
    """An axiom outside its language is passed over by name, and the others hold."""
    reasoning = reasoned(
        """:A rdfs:subClassOf :B, [ a owl:Restriction ; owl:onProperty :p ; owl:minCardinality 2 ] . drug:x a :A ."""
    )
    assert reasoning.left_out == ("disp:A: a restriction with owl:minCardinality",)
    assert [str(fact) for fact in reasoning.inferred] == ["drug:x is a disp:B"]


def test_nothing_follows_from_nothing() -> None:
    """An empty graph has no conclusions and no clashes."""
    assert (reason([], ()).inferred, reason([], ()).clashes) == ((), ())
