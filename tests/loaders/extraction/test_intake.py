"""A drug inside the name of its use is meant where another is taken beside it."""

from collections.abc import Callable

import pytest

BESIDE = [
    "You should not drink alcohol while taking clozapine.",
    "Do not drink alcohol with clozapine.",
    "People who drink alcohol when taking clozapine may faint.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_what_is_drunk_beside_a_medicine_interacts(facts: Callable[..., set[str]], text: str) -> None:
    """The words for drinking and what is drunk are no state then."""
    read = facts(text, "Clozapine")
    assert any(fact.startswith("clozapine interactsWith alcohol +") for fact in read)
    assert not any("alcohol consumption" in fact for fact in read)


def test_a_habit_stays_one(facts: Callable[..., set[str]]) -> None:
    """Where nothing is taken beside it, drinking is what somebody does."""
    assert facts("Many people drink alcohol.", "Clozapine") == set()
