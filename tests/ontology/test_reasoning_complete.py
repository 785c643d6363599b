"""Every kind of entailment is drawn and every kind of contradiction named, on generated ontologies."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks.ontologies import BASE, ENTAILMENTS, FLAWS, turtle
from ontology.reasoning import Proof, Reasoning, reason
from ontology.terms import RDF, RDFS

OWN = {"a": RDF + "type", "below": RDFS + "subClassOf"}
GENERATOR = Path(__file__).parents[2].parent / "shared" / "bench" / "gen_onto.py"


def reasoned(text: str) -> Reasoning:
    """Reason over Turtle, without rules of the domain."""
    return reason(ox.parse(text, ox.RdfFormat.TURTLE), rules=())


def proof(reasoning: Reasoning, triple: Sequence[str], base: str = BASE) -> Proof | None:
    """Return why a triple holds; its names are those of the generated ontology."""
    subject, predicate, value = triple
    return reasoning.proof(base + subject, OWN.get(predicate, base + predicate), base + value)


@pytest.fixture(scope="module")
def sound() -> Reasoning:
    """Reason over a generated ontology without a flaw."""
    return reasoned(turtle(200))


@pytest.mark.parametrize("kind", ENTAILMENTS)
def test_every_kind_of_entailment_is_drawn(sound: Reasoning, kind: str) -> None:
    """It is inferred, not asserted, and its proof rests on asserted facts or on axioms alone."""
    found = proof(sound, ENTAILMENTS[kind])
    assert found is not None
    assert found.axiom is not None
    assert found.conclusion in sound.inferred


def test_a_sound_ontology_has_no_clash(sound: Reasoning) -> None:
    """Nothing contradicts, no axiom is left out, and what does not follow is not drawn."""
    assert (sound.clashes, sound.left_out) == ((), ())
    assert proof(sound, ("calm", "a", "Alpha")) is None


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_kind_of_contradiction_is_named(sound: Reasoning, flaw: str) -> None:
    """The clash has its kind, both sides have proofs, and what it does not touch is still derived."""
    _, kind, about = FLAWS[flaw]
    reasoning = reasoned(turtle(200, flaw))
    found = [clash for clash in reasoning.clashes if clash.kind == kind and BASE + about in clash.entities]
    assert len(found) == 1
    assert found[0].facts
    touched = {end for clash in reasoning.clashes for fact in clash.facts for end in (fact.subject, fact.object)}
    touched |= {BASE + "brand"} if BASE + "calm" in touched else set()  # one and the same
    facts = {fact for fact in sound.inferred if not touched & {fact.subject, fact.object}}
    assert facts <= set(reasoning.inferred)
    assert len(facts) > 0.5 * len(sound.inferred)


#: The entailments of the shared generator, by the same names as ours.
SHARED = {
    "a class chain": ("rMu", "a", "Receptor"),
    "someValuesFrom on the left": ("morphine", "a", "Opioid"),
    "an intersection": ("fent", "a", "Drug"),
    "an inverse": ("rMu", "hasAgonist", "morphine"),
    "a sub-property": ("morphine", "actsOn", "rMu"),
    "a transitive property": ("s0", "partOf", "s5"),
    "a property chain": ("baclofen", "usedIn", "ms"),
    "a range": ("rUntyped", "a", "Receptor"),
    "hasValue": ("morphine", "a", "ScheduleIIDrug"),
    "a union": ("diazepam", "a", "CNSDepressant"),
    "sameness": ("lioresal", "agonistOf", "rB"),
    "allValuesFrom": ("r9", "a", "GABABReceptor"),
    "someValuesFrom on the right": ("oxy", "a", "Opioid"),
    "subsumption of defined classes": ("MuOpioidAgonistDrug", "below", "Opioid"),
    "no member, by closure and disjointness": ("baclofen", "a", "NonOpioid"),
}
#: The clash that names each of the shared generator's ten contradictions.
SHARED_FLAWS = (
    ("disjoint classes", "bad"),
    ("denied value", "baclofen"),
    ("denied of a class", "bad"),
    ("both directions", "D0"),
    ("two values", "D0"),
    ("same and different", "baclofen"),
    ("denied value", "morphine"),
    ("disjoint classes", "D0"),
    ("disjoint properties", "morphine"),
    ("denied of a class", "bad"),
)


def generated(folder: Path, *flaw: str) -> Reasoning:
    """Reason over what the shared generator makes."""
    place = folder / "onto.nt"
    subprocess.run([sys.executable, str(GENERATOR), "200", str(place), *flaw], check=True)
    return reason(ox.parse(path=place, format=ox.RdfFormat.N_TRIPLES), rules=())


@pytest.mark.skipif(not GENERATOR.exists(), reason="the shared generator is not here")
def test_the_shared_generator_agrees(tmp_path: Path) -> None:
    """All fifteen entailments hold, the wrong one does not, and each of ten contradictions has its name."""
    base = "http://example.org/o#"
    reasoning = generated(tmp_path)
    assert list(SHARED) == list(ENTAILMENTS)
    assert [kind for kind, triple in SHARED.items() if proof(reasoning, triple, base) is None] == []
    assert proof(reasoning, ("baclofen", "a", "Opioid"), base) is None
    assert reasoning.clashes == ()
    for number, (kind, about) in enumerate(SHARED_FLAWS, 1):
        found = generated(tmp_path, str(number)).clashes
        assert [clash for clash in found if clash.kind == kind and base + about in clash.entities], number
