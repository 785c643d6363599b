"""Harm to a part of the body, told by a verb, is damage to it."""

from collections.abc import Callable

import pytest

READ = [
    ("An overdose of paracetamol can damage the liver.", {"paracetamol hasAdverseEffect liver damage +"}),
    ("Amiodarone may harm the lungs.", {"amiodarone hasAdverseEffect lung damage +"}),
    ("Taking too much methotrexate can injure the liver.", {"methotrexate hasAdverseEffect liver damage +"}),
    ("Ethambutol is not toxic to the kidneys.", {"ethambutol hasAdverseEffect kidney damage -"}),
    ("It damages the liver.", {"lithium hasAdverseEffect liver damage +"}),
    ("Chronic use damages the kidneys and the heart.", {"lithium hasAdverseEffect kidney damage +"}),
    ("It can harm the brain.", {"lithium hasAdverseEffect brain damage +"}),
    ("Lithium is toxic to the liver.", {"lithium hasAdverseEffect liver damage +"}),
    ("It does not damage the kidneys.", {"lithium hasAdverseEffect kidney damage -"}),
    (
        "There is no evidence that taking it every night for a year or two noticeably damages the liver.",
        {"lithium hasAdverseEffect liver damage -"},
    ),
]

UNREAD = [
    "It acts on the liver.",
    "The liver is not involved.",
    "Doctors may harm the patient.",
    "Diabetes can seriously damage the kidneys.",
    "Losartan slows damage to the kidneys.",
    "Metformin is safe for the liver.",
    "It protects the kidneys.",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_verb_of_harm_tells_of_damage(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The part of the body gives the damage its name, known to the ontology or not; a denial stays one."""
    found = facts(text, "Lithium")
    assert all(any(fact.startswith(wanted) for fact in found) for wanted in read), found


@pytest.mark.parametrize("text", UNREAD)
def test_other_verbs_do_no_damage(facts: Callable[..., set[str]], text: str) -> None:
    """Acting on an organ, or sparing it, is no harm to it."""
    assert [fact for fact in facts(text, "Lithium") if "damage" in fact] == []


def test_damage_to_a_list_of_organs_is_named_for_each(facts: Callable[..., set[str]]) -> None:
    """A noun for harm reaches over the whole list."""
    found = facts("Side effects include damage to the liver and kidneys.", "Lithium")
    assert {"lithium hasAdverseEffect liver damage +", "lithium hasAdverseEffect kidney damage +"} <= found
