"""Compounds name whose hazard it is: "opioid withdrawal", "a lithium overdose"."""

from collections.abc import Callable

import pytest

READ = [
    ("A lithium overdose is an emergency.", "lithium hasRisk overdose +"),
    ("Cocaine addiction is hard to treat.", "cocaine hasRisk addiction +"),
    ("It is used in alcohol withdrawal.", "alcohol hasRisk withdrawal syndrome +"),
    ("Barbiturate dependence is rare today.", "barbiturate hasRisk dependence + [frequency=rare]"),
    ("Naloxone reverses heroin overdose.", "heroin hasRisk overdose +"),
    ("Treatment of opioid withdrawal takes weeks.", "opioid hasRisk withdrawal syndrome +"),
    ("Ketamine abuse has spread.", "ketamine hasRisk misuse +"),
    ("Nicotine withdrawal begins within hours.", "nicotine hasRisk withdrawal syndrome +"),
    ("Deaths from morphine overdose have fallen.", "morphine hasRisk overdose +"),
    ("Benzodiazepine withdrawal syndrome may last for months.", "benzodiazepine hasRisk withdrawal syndrome +"),
    ("Signs of quetiapine overdose are sedation and a fast pulse.", "quetiapine hasRisk overdose +"),
    ("Amphetamine misuse among students is common.", "amphetamine hasRisk misuse + [frequency=common]"),
    ("Some people misuse quetiapine.", "quetiapine hasRisk misuse +"),
    ("Teenagers have abused loperamide.", "loperamide hasRisk misuse +"),
    ("He became addicted to tramadol.", "tramadol hasRisk addiction +"),
    ("Treatment is long where there is physical dependence on codeine.", "codeine hasRisk physical dependence +"),
]

UNREAD = [
    "Is lithium overdose possible?",  # a question
    "This was not an opioid overdose.",
    "The overdose of the patient was reported.",
    "Cocaine and addiction are two topics.",
    "Lithium levels and overdoses were counted.",
    "He was not addicted to tramadol.",
    "Tell your doctor if you have a history of any alcohol abuse.",
    "Tell your doctor if you have a history of drug or alcohol addiction.",
    "It is a substance of abuse, codeine is another.",
    "Studies have not shown that people who take bupropion are likely to start abusing the drug.",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_hazard_behind_a_drug_is_that_drugs(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """Whatever the sentence is about, its compound says what the use of the drug can come to."""
    assert read in facts(text)


@pytest.mark.parametrize("text", UNREAD)
def test_no_compound_no_risk(facts: Callable[..., set[str]], text: str) -> None:
    """Words that only stand near each other, that are asked or denied, say nothing."""
    assert [fact for fact in facts(text) if " hasRisk " in fact] == []
