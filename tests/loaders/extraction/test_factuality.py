"""What is asked, doubted or believed by mistake is no fact."""

from collections.abc import Callable

import pytest

NOT_CLAIMED = [
    "Is zolpidem a benzodiazepine?",
    "Many people wonder whether gabapentin is an opioid.",
    "It is a myth that sertraline is an opioid.",
    "Zolpidem is often mistaken for a benzodiazepine.",
    "Zolpidem is mistakenly classed as a benzodiazepine.",
    "Does naloxone cause nausea? Can it treat pain?",
]

GIVEN_UP = [
    (
        "Gabapentin was originally developed to treat spasticity, but it is not used for this.",
        "gabapentin treats spasticity -",
    ),
    ("Pregabalin was once used to treat anxiety, but is no longer recommended.", "pregabalin treats anxiety -"),
]


@pytest.mark.parametrize("text", NOT_CLAIMED)
def test_what_is_not_claimed_is_not_read(facts: Callable[..., set[str]], text: str) -> None:
    """Questions, doubts and mistakes leave no evidence."""
    assert facts(text) == set()


@pytest.mark.parametrize(("text", "read"), GIVEN_UP)
def test_a_use_given_up_is_denied(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """What a drug was made for and is not used for, it does not treat."""
    assert read in facts(text)


def test_a_use_of_the_past_alone_is_left_out(facts: Callable[..., set[str]]) -> None:
    """Without a word on today nothing is claimed either way."""
    assert facts("Phenobarbital was historically used to treat insomnia.") == set()
