"""Adjectives that say what a drug does or risks, behind a copula and before its class."""

from collections.abc import Callable

import pytest

READ = [
    ("Zolpidem is addictive.", {"zolpidem hasRisk addiction +"}),
    (
        "It is sedating and constipating.",
        {"doxepin hasAdverseEffect sedation +", "doxepin hasAdverseEffect constipation +"},
    ),
    ("It is not considered addictive.", {"doxepin hasRisk addiction -"}),
    (
        "It is not addictive and tolerance builds up slowly.",
        {"doxepin hasRisk addiction -", "doxepin hasRisk tolerance +"},
    ),
    (
        "Buspirone is neither sedating nor addictive.",
        {"buspirone hasAdverseEffect sedation -", "buspirone hasRisk addiction -"},
    ),
    ("It is mildly sedating.", {"doxepin hasAdverseEffect sedation +"}),
    ("Quetiapine can be sedating, especially in the elderly.", {"quetiapine hasAdverseEffect sedation +"}),
    ("Trazodone, which is sedating, can cause falls.", {"trazodone hasAdverseEffect sedation +"}),
    ("Paracetamol is hepatotoxic.", {"paracetamol hasAdverseEffect liver damage +"}),
    ("It is thought to be very addictive.", {"doxepin hasRisk addiction +"}),
    ("Loratadine is not sedating.", {"loratadine hasAdverseEffect sedation -"}),
    (
        "Mirtazapine is a sedating antidepressant.",
        {"mirtazapine hasAdverseEffect sedation +", "mirtazapine isA antidepressant +"},
    ),
    ("Ketamine, a hallucinogenic and addictive anaesthetic, is given by doctors.", {"ketamine hasRisk addiction +"}),
    ("Codeine is a constipating painkiller.", {"codeine hasAdverseEffect constipation +"}),
    (
        "It is addictive, sedating and causes nausea.",
        {"doxepin hasRisk addiction +", "doxepin hasAdverseEffect nausea +"},
    ),
]

UNREAD = [
    "The place where doxepin is made is sedating.",
    "It is more sedating than the others.",
    "People on doxepin are sedated before surgery.",
    "Is doxepin sedating?",
    "The smell of doxepin is sedating.",
    "Doxepin tablets dissolve, and the bath is sedating.",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_adjectives_tell_what_a_drug_does(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Each adjective of the list says it of the subject, denied where "not", "neither" or "non-" denies it."""
    found = facts(text, "Doxepin")
    assert read <= found, found


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_not_said_of_the_drug_is_not_read(facts: Callable[..., set[str]], text: str) -> None:
    """Another subject, a comparison or a question claims nothing about the drug itself."""
    assert not {fact for fact in facts(text, "Doxepin") if "sedat" in fact}
