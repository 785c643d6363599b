"""Which axioms lie outside OWL 2 RL, and that the page on the profile says so."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from ontology.files import quads
from ontology.reasoning.profile import COMPLEMENT, ENUMERATION, EXISTENTIAL, UNION, outside_rl
from ontology.reasoning.reading import read
from ontology.terms import PREFIXES

PAGE = Path(__file__).parents[2] / "docs" / "profile.md"

AXIOMS = [
    # the right-hand side of an axiom about disp:Opioid, and why it is outside
    ("rdfs:subClassOf disp:Drug", ()),
    ("rdfs:subClassOf {disp:actsOn value target:x}", ()),
    ("rdfs:subClassOf {disp:actsOn some disp:Receptor}", (EXISTENTIAL,)),
    ("rdfs:subClassOf {disp:actsOn only disp:Receptor}", ()),
    ("rdfs:subClassOf [ owl:complementOf disp:Opiate ]", ()),
    ("rdfs:subClassOf [ owl:complementOf {disp:actsOn some disp:Receptor} ]", ()),
    ("rdfs:subClassOf [ owl:unionOf ( disp:Drug disp:Food ) ]", (UNION,)),
    ("rdfs:subClassOf [ owl:oneOf ( drug:a drug:b ) ]", (ENUMERATION,)),
    ("rdfs:subClassOf [ owl:intersectionOf ( disp:Drug {disp:actsOn some disp:Receptor} ) ]", (EXISTENTIAL,)),
    ("owl:equivalentClass [ owl:intersectionOf ( disp:Drug {disp:actsOn value target:x} ) ]", ()),
    ("owl:equivalentClass [ owl:intersectionOf ( disp:Drug {disp:actsOn some disp:Receptor} ) ]", (EXISTENTIAL,)),
    ("owl:equivalentClass [ owl:unionOf ( disp:Drug disp:Food ) ]", (UNION,)),
    ("owl:equivalentClass {disp:actsOn only disp:Receptor}", (COMPLEMENT,)),
    ("owl:disjointWith {disp:actsOn some disp:Receptor}", ()),
    ("owl:disjointWith {disp:actsOn only disp:Receptor}", (COMPLEMENT,)),
]
WORDS = {"some": "owl:someValuesFrom", "only": "owl:allValuesFrom", "value": "owl:hasValue"}


def graph(axiom: str) -> list[Quad]:
    """Read an axiom about opioids, with restrictions in braces."""
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    written = re.sub(
        r"\{(\S+) (some|only|value) ([^}]+)\}",
        lambda m: f"[ a owl:Restriction ; owl:onProperty {m[1]} ; {WORDS[m[2]]} {m[3]} ]",
        axiom,
    )
    declared = "".join(f"disp:{name} a owl:Class . " for name in ("Drug", "Food", "Opioid", "Opiate", "Receptor"))
    text = f"{head}{declared} disp:actsOn a owl:ObjectProperty . disp:Opioid {written} ."
    ontology = next(iter(quads())).graph_name
    return [Quad(q.subject, q.predicate, q.object, ontology) for q in parse(text, RdfFormat.TURTLE)]


@pytest.mark.parametrize(("axiom", "reasons"), AXIOMS)
def test_an_axiom_is_judged_by_both_its_sides(axiom: str, reasons: tuple[str, ...]) -> None:
    """The grammar of OWL 2 RL has existentials on the left, universals on the right, and unions on the left only."""
    found = read(graph(axiom))
    assert found.left_out == ()
    assert tuple(each.reason for each in outside_rl(found)) == reasons


def test_the_page_tells_each_kind_that_the_ontology_uses() -> None:
    """What lies outside is documented, with an axiom that stands in the ontology, and nothing else is."""
    ontology = read(quads())
    rows = re.findall(r"^\| ([^|]+) \| `([^`]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert {reason for reason, _ in rows} == {each.reason for each in outside_rl(ontology)}
    assert [axiom for _, axiom in rows if axiom not in {each.axiom for each in outside_rl(ontology)}] == []


def test_the_compiler_takes_every_axiom() -> None:
    """No axiom of the ontology is left out of the rules."""
    assert read(quads()).left_out == ()
