"""Abuse potential told by an adjective."""

from collections.abc import Callable

import pytest

TOLD = [
    ("Heroin is highly addictive.", {"heroin hasAbusePotential high +"}),
    ("Nicotine is a very addictive drug.", {"nicotine hasAbusePotential high +"}),
    ("Fentanyl is extremely addictive because it acts fast.", {"fentanyl hasAbusePotential high +"}),
    ("Methamphetamine is a highly addictive stimulant.", {"methamphetamine hasAbusePotential high +"}),
    ("Zolpidem can be moderately addictive.", {"zolpidem hasAbusePotential moderate +"}),
    ("Caffeine is mildly addictive.", {"caffeine hasAbusePotential low +"}),
    ("For loperamide the risk of misuse is low.", {"loperamide hasAbusePotential low +"}),
    ("Melatonin is not addictive.", {"melatonin hasAbusePotential none +"}),
    ("Buspirone is non-addictive.", {"buspirone hasAbusePotential none +"}),
    ("Sertraline is not habit-forming.", {"sertraline hasAbusePotential none +"}),
    ("Codeine is not highly addictive.", {"codeine hasAbusePotential high -"}),
    ("Heroin was marketed as a non-addictive cough medicine.", set()),
    ("The plan lowers nicotine to non-addictive levels.", set()),
    ("Zolpidem was promoted as not addictive.", set()),
    ("Is heroin highly addictive?", set()),
    ("People can get addicted to codeine.", set()),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_how_addictive_a_drug_is_grades_its_abuse_potential(
    facts: Callable[..., set[str]], text: str, told: set[str]
) -> None:
    """What sellers claimed, and what is said of another noun, grades nothing."""
    assert {fact for fact in facts(text) if "hasAbusePotential" in fact} == told


FOR = [
    ("Methylphenidate has a high potential for abuse and dependence.", {"misuse +", "dependence +"}),
    (
        "Barbiturates have a high potential for addiction, misuse and dependence.",
        {"addiction +", "misuse +", "dependence +"},
    ),
    ("Bupropion has no potential for abuse or addiction.", {"misuse -", "addiction -"}),
    ("Oxycodone has a high potential for abuse.", set()),
    ("The difference between buspirone and heroin lies in their potential for abuse and addiction.", set()),
]


@pytest.mark.parametrize(("text", "risks"), FOR)
def test_a_potential_for_several_hazards_is_a_risk_of_each(
    facts: Callable[..., set[str]], text: str, risks: set[str]
) -> None:
    """A potential for abuse alone is a grade and no more."""
    assert {fact.split(" hasRisk ")[1] for fact in facts(text) if " hasRisk " in fact} == risks
