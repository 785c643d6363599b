"""Verdicts become axioms where nothing restricts or contradicts them."""

import pyoxigraph as ox
import pytest

from ontology import files
from ontology.assertion import Restrictions, assertions, fact
from ontology.terms import DISP, GRAPH_ASSERTED, OWL, PREFIXES, RDFS
from ontology.values import Literal, Node, Proposition, Statement, Verdict

MARKS = Restrictions(
    restricting=frozenset({"status", "population"}),
    restricting_denial=frozenset({"jurisdiction", "result"}),
    harmless=frozenset({("status", "approved")}),
    never_asserted=frozenset({"comparedWith"}),
    of_every_member=frozenset({"interactsWith"}),
)


def node(name: str) -> str:
    """Return the IRI of a prefixed name, of a class where there is no prefix."""
    prefix, _, local = name.rpartition(":")
    return (PREFIXES[prefix] if prefix else DISP) + local


def claim(verdict: Verdict, subject: str, predicate: str, value: str | Literal, **qualifiers: str) -> Statement:
    """Return a judged statement."""
    told: tuple[tuple[str, Node], ...] = tuple((key, Literal(text)) for key, text in sorted(qualifiers.items()))
    proposition = Proposition(node(subject), predicate, value if isinstance(value, Literal) else node(value), told)
    return Statement(proposition, verdict, 0.5, (), ())


def yes(subject: str, predicate: str, value: str | Literal, **qualifiers: str) -> Statement:
    """Return a supported statement."""
    return claim(Verdict.SUPPORTED, subject, predicate, value, **qualifiers)


def no(subject: str, predicate: str, value: str | Literal, **qualifiers: str) -> Statement:
    """Return a refuted statement."""
    return claim(Verdict.REFUTED, subject, predicate, value, **qualifiers)


def unsure(subject: str, predicate: str, value: str | Literal, **qualifiers: str) -> Statement:
    """Return a disputed statement."""
    return claim(Verdict.DISPUTED, subject, predicate, value, **qualifiers)


def graph(*statements: Statement) -> ox.Dataset:
    """Return what the statements come to, with blank nodes named canonically."""
    found = ox.Dataset(ox.Quad(*quad.triple) for quad in assertions(statements, MARKS))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def turtle(text: str) -> ox.Dataset:
    """Return a graph written in Turtle, with blank nodes named canonically."""
    prefixes = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
    found = ox.Dataset(ox.parse(prefixes + text, ox.RdfFormat.TURTLE))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


@pytest.mark.parametrize(
    ("statement", "axiom"),
    [
        (yes("drug:a", "isA", "Opioid"), "drug:a a disp:Opioid ."),
        (yes("Opiate", "isA", "Opioid"), "disp:Opiate rdfs:subClassOf disp:Opioid ."),
        (yes("drug:a", "sameAs", "drug:b"), "drug:a owl:sameAs drug:b ."),
        (yes("drug:a", "treats", "condition:c"), "drug:a disp:treats condition:c ."),
        (yes("drug:a", "hasBrandName", Literal('L"é\\')), r'drug:a disp:hasBrandName "L\"é\\" .'),
        (
            yes("drug:a", "actsOn", "Receptor"),
            "drug:a a [ a owl:Restriction ; owl:onProperty disp:actsOn ; owl:someValuesFrom disp:Receptor ] .",
        ),
        (
            yes("Opioid", "interactsWith", "drug:b"),
            """disp:Opioid rdfs:subClassOf
            [ a owl:Restriction ; owl:onProperty disp:interactsWith ; owl:hasValue drug:b ] .""",
        ),
        (
            yes("Opioid", "interactsWith", "Benzo"),
            """disp:Opioid rdfs:subClassOf
            [ a owl:Restriction ; owl:onProperty disp:interactsWith ; owl:someValuesFrom disp:Benzo ] .""",
        ),
        (no("drug:a", "isA", "Opioid"), "drug:a a [ a owl:Class ; owl:complementOf disp:Opioid ] ."),
        (no("Opiate", "isA", "Opioid"), ""),
        (no("drug:a", "sameAs", "drug:b"), "drug:a owl:differentFrom drug:b ."),
        (
            no("drug:a", "treats", "condition:c"),
            """[] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:a ;
            owl:assertionProperty disp:treats ; owl:targetIndividual condition:c .""",
        ),
        (
            no("drug:a", "hasBrandName", Literal("L")),
            """[] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:a ;
            owl:assertionProperty disp:hasBrandName ; owl:targetValue "L" .""",
        ),
        (
            no("drug:a", "actsOn", "Receptor"),
            """drug:a a [ a owl:Class ; owl:complementOf
            [ a owl:Restriction ; owl:onProperty disp:actsOn ; owl:someValuesFrom disp:Receptor ] ] .""",
        ),
        (
            no("Opioid", "interactsWith", "drug:b"),
            """disp:Opioid rdfs:subClassOf [ a owl:Class ; owl:complementOf
            [ a owl:Restriction ; owl:onProperty disp:interactsWith ; owl:hasValue drug:b ] ] .""",
        ),
        (yes("Opioid", "treats", "condition:c"), ""),
        (no("Opioid", "treats", "condition:c"), ""),
        (unsure("drug:a", "treats", "condition:c"), ""),
        (yes("drug:a", "isA", "drug:b"), ""),
        (yes("drug:a", "comparedWith", "drug:b"), ""),
    ],
)
def test_each_kind_of_statement_has_its_axiom(statement: Statement, axiom: str) -> None:
    """What is supported becomes an axiom, what is refuted its negation, what is disputed neither."""
    assert graph(statement) == turtle(axiom)


FACT = ("drug:a", "treats", "condition:c")
PLAIN = "drug:a disp:treats condition:c ."
DENIED = """[] a owl:NegativePropertyAssertion ; owl:sourceIndividual drug:a ;
    owl:assertionProperty disp:treats ; owl:targetIndividual condition:c ."""


@pytest.mark.parametrize(
    ("statements", "axiom"),
    [
        ([yes(*FACT, status="offLabel")], ""),
        ([yes(*FACT, status="approved")], PLAIN),
        ([yes(*FACT, population="children")], ""),
        ([yes(*FACT, jurisdiction="us")], PLAIN),
        ([yes(*FACT), yes(*FACT, jurisdiction="us")], PLAIN),
        ([yes(*FACT), no(*FACT, population="children")], PLAIN),
        ([yes(*FACT), no(*FACT, jurisdiction="uk")], PLAIN),
        ([no(*FACT, jurisdiction="uk")], ""),
        ([no(*FACT, status="offLabel")], ""),
        ([no(*FACT), yes(*FACT, status="investigational")], DENIED),
        ([no(*FACT), yes(*FACT, jurisdiction="us")], ""),
        ([yes(*FACT, jurisdiction="us"), unsure(*FACT)], ""),
        ([yes(*FACT), unsure(*FACT, jurisdiction="us")], PLAIN),
        ([yes(*FACT), unsure(*FACT, status="offLabel")], PLAIN),
    ],
)
def test_qualifiers_decide_what_the_plain_fact_comes_to(statements: list[Statement], axiom: str) -> None:
    """A restricted statement says nothing of the plain fact, and sides that contradict each other leave it open."""
    assert graph(*statements) == turtle(axiom)
    assert graph(*reversed(statements)) == turtle(axiom)


def test_the_same_statements_have_the_same_bytes() -> None:
    """Blank nodes are named by what they say, and the order of the statements does not show."""
    told = [no("drug:a", "actsOn", "Receptor"), no(*FACT), yes("Opioid", "treats", "condition:c")]
    first = [str(quad) for quad in assertions(told, MARKS)]
    assert first == [str(quad) for quad in assertions(reversed(told), MARKS)]
    assert len({quad.graph_name for quad in assertions(told, MARKS)}) == 1
    assert {str(quad.graph_name) for quad in assertions(told, MARKS)} == {f"<{GRAPH_ASSERTED}>"}


def test_a_statement_leads_back_from_its_fact() -> None:
    """The plain fact of a statement is what its axiom says, whichever form the axiom has."""
    assert fact(yes("Opiate", "isA", "Opioid").proposition) == (
        DISP + "Opiate",
        RDFS + "subClassOf",
        DISP + "Opioid",
    )
    assert fact(no("drug:a", "sameAs", "drug:b").proposition)[1] == OWL + "sameAs"


def test_the_ontology_marks_what_restricts() -> None:
    """A use that is only approved is no restriction; a use under trial or for some people is one."""
    marks = Restrictions.of(files.load())
    assert not marks.restricts(yes(*FACT, status="approved").proposition)
    assert marks.restricts(yes(*FACT, status="investigational").proposition)
    assert marks.restricts(yes(*FACT, population="children").proposition)
    assert not marks.restricts(yes(*FACT, jurisdiction="us").proposition)
    assert marks.restricts_denial(yes(*FACT, jurisdiction="us").proposition)
    assert marks.never_asserted == {"comparedWith"}
