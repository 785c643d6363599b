"""Two values of what can have one are found; two values of what can have several are not."""

import pytest

from ontology import files
from ontology.exclusion import Exclusion
from ontology.terms import DISP
from ontology.values import Literal, Node, Proposition


@pytest.fixture(scope="module")
def exclusion() -> Exclusion:
    """Read the marks of the ontology that ships."""
    return Exclusion.of(files.load())


def said(subject: str, predicate: str, value: str, **qualifiers: str) -> Proposition:
    """Return a proposition; values are entities where they have a slash, classes where capitalized, else texts."""
    return Proposition(
        DISP + subject, predicate, _node(value), tuple((key, _node(text)) for key, text in sorted(qualifiers.items()))
    )


def _node(text: str) -> Node:
    return DISP + text if "/" in text or text[:1].isupper() else Literal(text)


BACLOFEN, DIAZEPAM = "drug/baclofen", "drug/diazepam"


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            said(BACLOFEN, "hasAbusePotential", "level/high"),
            said(BACLOFEN, "hasAbusePotential", "level/low"),
            {DISP + "level/high", DISP + "level/low"},
        ),
        (
            said(BACLOFEN, "hasSchedule", "schedule/us-csa-iii"),
            said(BACLOFEN, "hasSchedule", "schedule/us-csa-iv"),
            {DISP + "schedule/us-csa-iii", DISP + "schedule/us-csa-iv"},
        ),
        (
            said(BACLOFEN, "comparedWith", DIAZEPAM, aspect="aspect/sedation", direction="higher"),
            said(DIAZEPAM, "comparedWith", BACLOFEN, aspect="aspect/sedation", direction="higher"),
            {"higher", "lower"},
        ),
        (
            said(BACLOFEN, "hasMilestone", "1962", event="event/synthesized"),
            said(BACLOFEN, "hasMilestone", "1972", event="event/synthesized"),
            {"1962", "1972"},
        ),
        (
            said("Opioid", "interactsWith", BACLOFEN, result="condition/analgesia"),
            said("Opioid", "interactsWith", BACLOFEN, result="condition/coma"),
            {"sought", "warned of"},
        ),
    ],
)
def test_two_values_of_what_can_have_one(
    exclusion: Exclusion, one: Proposition, other: Proposition, values: set[str]
) -> None:
    """Grades, schedules of one law, directions, years of what happens once, and combinations sought and warned of."""
    (group,) = exclusion.conflicts([one, other])
    assert {value for value, _ in group} == values
    assert {what for _, what in group} == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(BACLOFEN, "hasAbusePotential", "level/high"), said(DIAZEPAM, "hasAbusePotential", "level/low")),
        (said(BACLOFEN, "treats", "condition/pain"), said(BACLOFEN, "treats", "condition/spasticity")),
        (
            said(BACLOFEN, "hasSchedule", "schedule/us-csa-iii"),
            said(BACLOFEN, "hasSchedule", "schedule/un-1971-iv"),
        ),
        (
            said(BACLOFEN, "hasSchedule", "schedule/us-csa-iii", validTo="2014"),
            said(BACLOFEN, "hasSchedule", "schedule/us-csa-ii"),
        ),
        (
            said(BACLOFEN, "comparedWith", DIAZEPAM, aspect="aspect/sedation", direction="higher"),
            said(BACLOFEN, "comparedWith", DIAZEPAM, aspect="aspect/potency", direction="lower"),
        ),
        (
            said(BACLOFEN, "comparedWith", DIAZEPAM, aspect="aspect/sedation", direction="higher"),
            said(DIAZEPAM, "comparedWith", BACLOFEN, aspect="aspect/sedation", direction="lower"),
        ),
        (
            said(BACLOFEN, "hasMilestone", "1977", event="event/approved"),
            said(BACLOFEN, "hasMilestone", "1992", event="event/approved"),
        ),
        (
            said("Opioid", "interactsWith", BACLOFEN, result="condition/sedation"),
            said("Opioid", "interactsWith", BACLOFEN, result="condition/coma"),
        ),
    ],
)
def test_two_values_that_go_together(exclusion: Exclusion, one: Proposition, other: Proposition) -> None:
    """Other drugs, laws, aspects and times, the same comparison turned round, and what may happen twice."""
    assert exclusion.conflicts([one, other]) == []
