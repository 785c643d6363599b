"""Headings that a page does not mark, and lines that only look like headings."""

from collections.abc import Callable

import pytest

CAPTIONS = [
    (
        "Naproxen\n\nContraindications\n\nPatients with active stomach ulcers, severe heart failure or advanced kidney "
        "disease, and those in late pregnancy.\n\nAdverse reactions\n\nNausea, heartburn, headache, dizziness, rash, "
        "itching, tinnitus and oedema.",
        {"naproxen hasPrecaution stomach ulcer +", "naproxen hasAdverseEffect tinnitus +"},
    ),
    (
        "# Lisinopril\nLisinopril lowers blood pressure.\nCommon side effects\n- Cough\n- Dizziness",
        {"lisinopril hasAdverseEffect cough +"},
    ),
    (
        "# Lisinopril\n\n## Side effectsWhat to do\n\nDizziness, headache",
        {"lisinopril hasAdverseEffect dizziness +", "lisinopril hasAdverseEffect headache +"},
    ),
    (
        "Lisinopril\n\n1. What it is for\n2. How to take it\n3. Possible side effects\n\n1. What it is for\n\n"
        "Lisinopril is used to treat hypertension.\n\n2. How to take it\n\nTake one tablet a day.\n\n"
        "3. Possible side effects\n\nCommon (may affect up to 1 in 10 people)\n- Cough\n- Dizziness",
        {"lisinopril hasAdverseEffect cough +", "lisinopril hasAdverseEffect dizziness +"},
    ),
    (
        "# What is it for?\n\nLisinopril is used to treat gout.\n\n# What other effects may it cause?\n\n- Cough",
        {"lisinopril hasAdverseEffect cough +"},
    ),
    (
        "# Buprenorphine\nIndications\n- Severe pain\nContraindications\nAbsolute:\n- Respiratory depression",
        {"buprenorphine treats severe pain +", "buprenorphine hasPrecaution respiratory depression +"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAPTIONS)
def test_a_line_of_heading_words_is_a_heading(facts: Callable[..., set[str]], text: str, expected: set[str]) -> None:
    """What stands below it has the role that it gives, however the page prints it."""
    found = facts(text)
    assert {fact for fact in expected if not any(each.startswith(fact) for each in found)} == set()


def test_a_line_that_looks_like_a_heading_stays_in_its_list(facts: Callable[..., set[str]]) -> None:
    """One right above a real heading, below side effects, is the last of them."""
    text = "# Lisinopril\n\n## Side effects\n\nCough\n\n## Headache\n\n## Storage\n\nKeep it dry."
    assert any(each.startswith("lisinopril hasAdverseEffect headache +") for each in facts(text))
