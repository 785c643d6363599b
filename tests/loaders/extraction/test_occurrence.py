"""What is said to happen has the role of the heading above it."""

from collections.abc import Callable

import pytest

READ = [
    (
        "## Overdose\n\nComa and respiratory depression may occur.",
        {"zolpidem hasOverdoseEffect coma +", "zolpidem hasOverdoseEffect respiratory depression +"},
    ),
    ("## Withdrawal\n\nSeizures have been reported.", {"zolpidem hasWithdrawalSymptom seizure +"}),
    ("## Side effects\n\nTremor does not occur.", set()),
    ("## Chemistry\n\nSeizures have been reported.", set()),
    ("Coma may occur.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_happens_is_read_under_a_heading_only(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Without a heading that tells as what, an event is no fact about the drug."""
    assert facts(text, "Zolpidem") == read


def test_each_sentence_of_a_section_is_read_by_itself(facts: Callable[..., set[str]]) -> None:
    """Two sentences tell two side effects."""
    text = "## Side effects\n\nDizziness can occur. Confusion has been reported."
    assert facts(text, "Zolpidem") == {"zolpidem hasAdverseEffect dizziness +", "zolpidem hasAdverseEffect confusion +"}
