"""What a page is about where no heading at its top names it."""

from collections.abc import Callable

import pytest

TOPICS = [
    (
        "The risks of naloxone outweigh its use here.\n\nDonepezil inhibits acetylcholinesterase. Donepezil is taken "
        "by mouth.\n\nIts common side effects include nausea. Donepezil should be taken at bedtime.",
        "donepezil hasAdverseEffect nausea + [frequency=common]",
    ),
    (
        "# Search results\n\nPrimidone\n\n## Definition\n\nPrimidone is a barbiturate.\n\n## Purpose\n\nPrimidone acts "
        "slowly. The drug is used to treat epilepsy.",
        "primidone treats epilepsy +",
    ),
    (
        "# Terbinafine\n\nTerbinafine kills fungi. This antifungal agent is approved to treat ringworm.",
        "terbinafine treats ringworm +",
    ),
    ("Naproxen eases pain. Common side effects include heartburn.", "naproxen hasAdverseEffect heartburn +"),
    (
        "Health Service (US). Facing Drugs: A Report on Alcohol and Health [Internet]. Washington; 2016.\n\n"
        "Zaleplon is a hypnotic. Common side effects include headache.",
        "zaleplon hasAdverseEffect headache + [frequency=common]",
    ),
]

TOLD = [
    (
        "# What is it for?\n\nRisperidone is used to treat schizophrenia.\n\n# What might you notice?\n\nCommon side "
        "effects include drowsiness.",
        "risperidone hasAdverseEffect drowsiness +",
    ),
    (
        "# Zelupar\n\n## Who should not take it?\n\nDo not take this drug if you are allergic to naproxen or similar "
        "drugs such as ibuprofen.\n\n## Side effects\n\n- heartburn",
        "naproxen hasAdverseEffect heartburn +",
    ),
    (
        "# Before you take it\n\nTell your doctor if you have had:\n\n- gout\n- an unusual or allergic reaction to "
        "allopurinol, other medicines, foods or dyes\n\n# What may interact with this medicine?\n\n- warfarin",
        "allopurinol interactsWith warfarin +",
    ),
]

TWO = [
    "Donepezil and galantamine are used for dementia.\n\nSide effects:\n\n- nausea\n- cramps",
    "# Donepezil or galantamine\n\nDonepezil and galantamine are for dementia.\n\n## Side effects\n\n- nausea",
    "Donepezil & galantamine are much alike.\n\nThis medicine may cause nausea.",
]

NOT_ABOUT = [
    ("Concomitant use with nitrates and nicorandil.\n\nCommon side effects include headache.", "nicorandil"),
    (
        "# Penicillins\n\nAmoxicillin is common. Amoxicillin may be taken with food. Do not take it if you are "
        "allergic to ampicillin.\n\nCommon side effects include headache.",
        "ampicillin",
    ),
    ("# How to sleep\n\nPeople may take zolpidem.\n\nCommon side effects include headache.", "zolpidem"),
    (
        "# A comparison\n\nZolpidem and zopiclone help sleep. Zolpidem or zopiclone? Zolpidem like zopiclone acts "
        "fast.\n\nCommon side effects include headache.",
        "zolpidem",
    ),
]


@pytest.mark.parametrize(("text", "fact"), TOPICS)
def test_a_page_is_about_what_it_names_most(facts: Callable[..., set[str]], text: str, fact: str) -> None:
    """A drug that is named far more often than all others is the topic, and else the one that is named first."""
    assert any(each.startswith(fact) for each in facts(text))


@pytest.mark.parametrize(("text", "drug"), NOT_ABOUT)
def test_a_drug_named_in_passing_is_no_topic(facts: Callable[..., set[str]], text: str, drug: str) -> None:
    """Below a title that names none, a drug must stand out to be what the page is about."""
    assert not any(each.startswith(f"{drug} hasAdverseEffect") for each in facts(text))


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_one_sentence_may_tell_the_topic(facts: Callable[..., set[str]], text: str, fact: str) -> None:
    """Headings without a name leave it to the drug that sentences begin with, or that readers may be allergic to."""
    assert any(each.startswith(fact) for each in facts(text))


@pytest.mark.parametrize("text", TWO)
def test_a_page_may_treat_two_drugs_as_one(facts: Callable[..., set[str]], text: str) -> None:
    """What such a page says without a name it says of both."""
    found = facts(text)
    for drug in ("donepezil", "galantamine"):
        assert any(each.startswith(f"{drug} hasAdverseEffect nausea +") for each in found)


def test_a_page_named_for_a_disease_may_go_on_with_a_drug(facts: Callable[..., set[str]]) -> None:
    """Where its first sentence says what a drug is, what follows is said of that."""
    found = facts("# Gout\n\nAllopurinol is used to treat gout.\n\nCommon side effects include rash and nausea.")
    assert any(each.startswith("allopurinol hasAdverseEffect skin rash +") for each in found)
