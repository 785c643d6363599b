"""What is said of a class is expected of its members, until something nearer says otherwise."""

import pyoxigraph as ox

from ontology.expectation import Kinship, expectations
from ontology.subsumption import Subsumption
from ontology.terms import DISP, GRAPH_INFERRED, PREFIXES
from ontology.values import Literal, Node, Proposition, Statement, Verdict

ONTOLOGY = """
    disp:agonistOf rdfs:subPropertyOf disp:actsOn .
    disp:Opiate rdfs:subClassOf disp:Opioid .
    drug:morphine a disp:Opiate, disp:Opioid . drug:tramadol a disp:Opioid . drug:baclofen a disp:Drug .
    condition:chronic-pain skos:broader condition:pain .
"""
YES, NO, UNSURE = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.DISPUTED


def graph() -> ox.Store:
    """Return the small ontology."""
    store = ox.Store()
    prologue = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())
    store.load((prologue + ONTOLOGY).encode(), ox.RdfFormat.TURTLE)
    return store


def said(verdict: Verdict, subject: str, predicate: str, value: str, **qualifiers: str) -> Statement:
    """Return a judged statement; names are classes where they are capitalized."""
    pairs: tuple[tuple[str, Node], ...] = tuple((key, Literal(text)) for key, text in sorted(qualifiers.items()))
    return Statement(Proposition(DISP + subject, predicate, DISP + value, pairs), verdict, 0.9, (), ())


def expected(*statements: Statement, symmetric: frozenset[str] = frozenset()) -> set[tuple[str, str]]:
    """Return who expects what, as the member and the verdict of the statement on its class."""
    store = graph()
    names = {statement.iri: f"{statement.verdict} {statement.proposition.predicate}" for statement in statements}
    found = expectations(
        statements, Kinship.of(store), Subsumption.of(store), frozenset({"hasBrandName", "extent"}), symmetric
    )
    pairs = set()
    for quad in found:
        assert quad.predicate.value == DISP + "expectedBy"
        assert quad.graph_name == ox.NamedNode(GRAPH_INFERRED)
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode)
        pairs.add((quad.subject.value.rpartition("/")[2], names[quad.object.value]))
    return pairs


CONSTIPATION = said(YES, "Opioid", "hasAdverseEffect", "condition/constipation")


def test_each_member_expects_what_is_said_of_its_class() -> None:
    """Drugs and narrower classes alike; who does not belong to it expects nothing."""
    assert expected(CONSTIPATION) == {(who, "Supported hasAdverseEffect") for who in ("morphine", "tramadol", "Opiate")}


def test_a_denial_is_expected_as_a_denial() -> None:
    """What the class is denied to do, its members are not expected to."""
    assert ("morphine", "Refuted treats") in expected(said(NO, "Opioid", "treats", "condition/spasticity"))


def test_a_denial_for_the_member_wins() -> None:
    """It takes the expectation from that member and from no other; so does a dispute about it."""
    for verdict in (NO, UNSURE):
        own = said(verdict, "drug/tramadol", "hasAdverseEffect", "condition/constipation")
        assert {who for who, _ in expected(CONSTIPATION, own)} == {"morphine", "Opiate"}


def test_a_nearer_class_wins() -> None:
    """What is denied of opiates is not expected of morphine, though opioids are said to do it."""
    nearer = said(NO, "Opiate", "hasAdverseEffect", "condition/constipation")
    found = expected(CONSTIPATION, nearer)
    assert ("morphine", "Refuted hasAdverseEffect") in found
    assert {who for who, what in found if what.startswith("Supported")} == {"tramadol"}


def test_a_denial_of_the_general_wins_over_the_special() -> None:
    """Who treats no pain is not expected to treat chronic pain; who treats no chronic pain may yet treat pain."""
    special = said(YES, "Opioid", "treats", "condition/chronic-pain")
    general = said(YES, "Opioid", "treats", "condition/pain")
    assert "tramadol" not in {
        who for who, _ in expected(special, said(NO, "drug/tramadol", "treats", "condition/pain"))
    }
    own = said(NO, "drug/tramadol", "treats", "condition/chronic-pain")
    assert "tramadol" in {who for who, _ in expected(general, own)}


def test_a_denial_with_a_reservation_denies_less() -> None:
    """That tramadol does not do so in children leaves what is expected of it in general."""
    own = said(NO, "drug/tramadol", "hasAdverseEffect", "condition/constipation", population="children")
    assert "tramadol" in {who for who, _ in expected(CONSTIPATION, own)}


def test_what_is_said_of_the_member_needs_no_expectation() -> None:
    """A drug of which sources say so itself, or say more, expects it by no class."""
    own = said(YES, "drug/morphine", "agonistOf", "target/mu")
    assert {who for who, _ in expected(said(YES, "Opioid", "actsOn", "target/mu"), own)} == {"tramadol", "Opiate"}


def test_some_things_are_not_inherited() -> None:
    """Membership is an axiom; a disputed fact, what some members do, and a name are expected of none."""
    assert not expected(
        said(YES, "Opioid", "isA", "Drug"),
        said(UNSURE, "Opioid", "treats", "condition/pain"),
        said(YES, "Opioid", "hasSchedule", "schedule/us-csa-ii", extent="some"),
        said(YES, "Opioid", "hasBrandName", "x"),
    )


def test_a_symmetric_fact_is_inherited_on_either_side() -> None:
    """Alcohol interacts with opioids: so with tramadol, save where that pair is denied, whichever stands first."""
    claim = said(YES, "drug/alcohol", "interactsWith", "Opioid")
    denial = said(NO, "drug/alcohol", "interactsWith", "drug/tramadol")
    symmetric = frozenset({"interactsWith"})
    assert {who for who, _ in expected(claim, symmetric=symmetric)} == {"morphine", "tramadol", "Opiate"}
    assert {who for who, _ in expected(claim, denial, symmetric=symmetric)} == {"morphine", "Opiate"}
    assert not expected(claim)
