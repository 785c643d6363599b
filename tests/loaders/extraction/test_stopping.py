"""To leave a drug at once, or by oneself, calls for care, whatever stands between the words."""

from collections.abc import Callable

import pytest

SUDDEN = "abrupt discontinuation"
ALONE = "discontinuation without medical advice"

READ = [
    ("Do not stop taking paroxetine suddenly.", {SUDDEN}),
    ("Never stop it all at once.", {SUDDEN}),
    ("Stopping paroxetine abruptly can cause dizziness.", {SUDDEN}),
    ("If you stop taking paroxetine suddenly, you may feel sick.", {SUDDEN}),
    ("Don't stop using it without talking to your doctor.", {ALONE}),
    ("Do not stop taking it unless your healthcare provider tells you to.", {ALONE}),
    ("You can stop it suddenly.", set()),
    ("Stop taking it if a rash appears.", set()),
    ("Do not stop taking it too early.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_the_way_of_stopping_that_a_text_warns_of_is_a_precaution(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """What is allowed, or left when something happens, is none."""
    told = {fact for fact in facts(text, "Paroxetine") if " hasPrecaution " in fact}
    assert told == {f"paroxetine hasPrecaution {each} +" for each in read}
