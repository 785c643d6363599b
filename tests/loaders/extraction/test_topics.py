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
]

NOT_ABOUT = [
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
