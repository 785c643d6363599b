"""What is said of the special bears out the general, what is denied of the general is denied of the special."""

import pytest

from ontology import files
from ontology.subsumption import Subsumption
from ontology.terms import DISP
from ontology.values import Literal, Node, Proposition


@pytest.fixture(scope="module")
def subsumption() -> Subsumption:
    """Read the steps of the ontology that ships."""
    return Subsumption.of(files.load())


def said(predicate: str, value: str, **qualifiers: str) -> Proposition:
    """Return a proposition on baclofen; values are entities where they have a slash, classes where capitalized."""
    pairs = tuple((key, _node(text)) for key, text in sorted(qualifiers.items()))
    return Proposition(f"{DISP}drug/baclofen", predicate, _node(value), pairs)


def _node(text: str) -> Node:
    return DISP + text if "/" in text or text[:1].isupper() else Literal(text)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (said("agonistOf", "target/gaba-b-receptor"), said("actsOn", "target/gaba-b-receptor")),
        (said("partialAgonistOf", "target/mu-opioid-receptor"), said("actsOn", "OpioidReceptor")),
        (said("isA", "Opiate"), said("isA", "Opioid")),
        (said("treats", "condition/spasticity-of-spinal-origin"), said("treats", "condition/spasticity")),
        (said("hasRisk", "condition/physical-dependence"), said("hasRisk", "condition/dependence")),
        (said("interactsWith", "Opioid", result="condition/sedation"), said("interactsWith", "Opioid")),
        (said("hasAdverseEffect", "condition/nausea", frequency="rare"), said("hasAdverseEffect", "condition/nausea")),
        (
            said("treats", "condition/spasticity-of-spinal-origin", status="approved"),
            said("treats", "condition/spasticity"),
        ),
    ],
)
def test_the_special_entails_the_general(subsumption: Subsumption, narrow: Proposition, wide: Proposition) -> None:
    """By property, by object and by leaving out what elaborates; never the other way round."""
    assert subsumption.entails(narrow, wide)
    assert not subsumption.entails(wide, narrow)
    assert subsumption.wider([narrow, wide]) == {narrow: (wide,)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("treats", "condition/spasticity", population="population/child"), said("treats", "condition/spasticity")),
        (said("hasEffect", "condition/sedation", dose="high"), said("hasEffect", "condition/sedation")),
        (said("isA", "ControlledSubstance", jurisdiction="jurisdiction/us"), said("isA", "ControlledSubstance")),
        (said("hasEffect", "condition/sedation", route="route/oral"), said("hasEffect", "condition/sedation")),
        (said("hasEffect", "condition/sedation", period="chronic use"), said("hasEffect", "condition/sedation")),
        (said("treats", "condition/pain", status="investigational"), said("treats", "condition/pain")),
        (said("interactsWith", "Opioid"), said("interactsWith", "CNSDepressant")),
        (said("treats", "condition/sedation"), said("hasEffect", "condition/sedation")),
        (
            said("comparedWith", "Opioid", aspect="aspect/sedation", direction="higher"),
            said("comparedWith", "Opioid", aspect="aspect/sedation"),
        ),
    ],
)
def test_what_only_narrows_says_nothing_of_the_other(
    subsumption: Subsumption, one: Proposition, other: Proposition
) -> None:
    """A fact told for some people, doses, places, routes or times stands beside the one told of none."""
    assert not subsumption.entails(one, other)
    assert not subsumption.entails(other, one)


def test_two_drugs_have_nothing_to_do_with_each_other(subsumption: Subsumption) -> None:
    """What is said of one drug bears on no other."""
    mine = said("isA", "Opiate")
    assert not subsumption.entails(mine, Proposition(f"{DISP}drug/codeine", "isA", f"{DISP}Opioid"))
