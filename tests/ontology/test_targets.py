"""The targets of drugs: enough of them, in families, under names that texts use."""

from collections import defaultdict
from functools import cache

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from ontology.files import load, quads
from ontology.lexicon import Lexicon
from ontology.terms import DISP, RDF, RDFS
from ontology.tokens import normal_form

TARGET = DISP + "target/"


@cache
def triples() -> tuple[Triple, ...]:
    """Read what the ontology says of targets, once a run."""
    found = (quad.triple for quad in quads() if isinstance(quad.subject, NamedNode))
    return tuple(triple for triple in found if triple.subject.value.startswith(TARGET))  # type: ignore[union-attr]


def values(predicate: str) -> dict[str, set[str]]:
    """Return the values of a property by the local name of the target."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for triple in triples():
        if triple.predicate.value == predicate and isinstance(triple.object, NamedNode | Literal):
            assert isinstance(triple.subject, NamedNode)
            found[triple.subject.value.removeprefix(TARGET)].add(triple.object.value)
    return found


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once a run."""
    return Lexicon.of(load())


def test_there_are_enough_targets_and_each_has_a_kind() -> None:
    """At least two hundred targets are named, receptors, transporters, channels and enzymes among them."""
    kinds = values(RDF + "type")
    assert len(kinds) >= 300
    assert set(kinds) == set(values(RDFS + "label"))
    for kind, least in (("IonChannel", 70), ("Transporter", 30), ("Enzyme", 60), ("CytochromeP450", 10)):
        assert sum(DISP + kind in found for found in kinds.values()) >= least, kind


def test_subtypes_lead_to_general_targets_and_make_no_circle() -> None:
    """What a target is a subtype or part of is a target, and never the target itself."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for relation in ("subtypeOf", "partOf", "bindingSiteOf"):
        for target, wider in values(DISP + relation).items():
            above[target] |= {iri.removeprefix(TARGET) for iri in wider}
    assert {wider for found in above.values() for wider in found} <= set(values(RDF + "type"))
    for start in above:
        reached, frontier = set[str](), {start}
        while frontier:
            frontier = {wider for node in frontier for wider in above.get(node, ())} - reached
            reached |= frontier
        assert start not in reached


def test_a_subtype_is_of_the_families_of_the_general_target() -> None:
    """Whoever activates a subtype activates a member of the same family."""
    kinds = values(RDF + "type")
    for target, wider in values(DISP + "subtypeOf").items():
        for iri in wider:
            assert kinds[iri.removeprefix(TARGET)] <= kinds[target], target


@pytest.mark.parametrize(
    ("form", "target"),
    [
        ("serotonin 2A receptor", "5-ht2a-receptor"),
        ("5-HT2A", "5-ht2a-receptor"),
        ("α1A-adrenoceptor", "alpha-1a-adrenergic-receptor"),
        ("μ-opioid receptor", "mu-opioid-receptor"),
        ("GABA-A", "gaba-a-receptor"),
        ("NR2B", "nmda-glun2b-receptor"),
        ("mGluR5", "mglu5-receptor"),
        ("σ2 receptor", "sigma-2-receptor"),
        ("substance P receptor", "nk1-receptor"),
        ("SERT", "serotonin-transporter"),
        ("GlyT1", "glyt1"),
        ("Nav1.7", "nav1-7"),
        ("KCNQ2", "kv7-2"),
        ("pseudocholinesterase", "butyrylcholinesterase"),
        ("cytochrome P450 2C8", "cyp2c8"),
        ("PDE5", "pde5"),
        ("cell membrane receptor", None),
    ],
)
def test_a_name_leads_to_its_target(form: str, target: str | None) -> None:
    """Names that texts use lead to one target, and others to none."""
    found = {named.entity.iri for named in lexicon().lookup(normal_form(form)) if named.mark != "ambiguous"}
    assert found == ({TARGET + target} if target else set())
