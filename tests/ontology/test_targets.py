"""The targets of drugs: enough of them, in families, under names that texts use, linked to what the Guide so names."""

import csv
import gzip
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from ontology.files import load, quads
from ontology.lexicon import Lexicon
from ontology.terms import DISP, RDF, RDFS, SKOS
from ontology.tokens import normal_form

GUIDE = Path(__file__).parents[2].parent / "shared" / "data" / "gtopdb" / "targets_and_families_2025.3.csv.gz"
TARGET = DISP + "target/"
GTOPDB = "https://www.guidetopharmacology.org/GRAC/ObjectDisplayForward?objectId="
UNIPROT = "http://purl.uniprot.org/uniprot/"


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
def guide() -> dict[str, list[dict[str, str]]]:
    """Read the Guide's table by target, or skip the test where the table is not there."""
    if not GUIDE.exists():
        pytest.skip("the Guide's table is not at hand")
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(GUIDE, "rt", encoding="utf-8") as lines:
        next(lines)
        for row in csv.DictReader(lines):
            rows[row["Target id"]].append(row)
    return rows


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


def test_an_identifier_of_the_guide_is_exact_for_one_target_at_most() -> None:
    """No two targets claim an exact match with the same entry."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for target, matches in values(SKOS + "exactMatch").items():
        for match in matches:
            owners[match].add(target)
    assert {match: targets for match, targets in owners.items() if len(targets) > 1} == {}
    assert sum(match.startswith(GTOPDB) for match in owners) >= 200


def test_links_to_uniprot_are_those_of_the_guide() -> None:
    """The human protein of a target is the one that the Guide gives for the entry that the target is linked to."""
    exact, close = values(SKOS + "exactMatch"), values(SKOS + "closeMatch")
    wrong = {}
    for target in exact.keys() | close.keys():
        links = exact.get(target, set()) | close.get(target, set())
        entries = [link.removeprefix(GTOPDB) for link in links if link.startswith(GTOPDB)]
        proteins = {link.removeprefix(UNIPROT) for link in links if link.startswith(UNIPROT)}
        known = {row["Human SwissProt"].split("|")[0] for entry in entries for row in guide()[entry]} - {""}
        if proteins != known or len(entries) != 1:
            wrong[target] = (proteins, known)
    assert wrong == {}


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
