"""What readers are told to think of beside a drug, or to take less of, interacts with it."""

from collections.abc import Callable

import pytest

READ = [
    ("Do not use it within 24 hours before or after using ergotamine.", {"ergotamine"}),
    (
        "Do not use it if you have taken an antibiotic such as erythromycin in the past week.",
        {"antibiotic", "erythromycin"},
    ),
    ("Do not take it if you have used ketoconazole within the past 7 days.", {"ketoconazole"}),
    ("Do not take eletriptan with propranolol.", {"propranolol"}),
    ("Tell your doctor about all your current medicines, especially lithium or tramadol.", {"lithium", "tramadol"}),
    ("Many drugs can affect eletriptan, especially: warfarin, lithium.", {"warfarin", "lithium"}),
    ("Limit or avoid alcohol intake.", {"alcohol"}),
    ("Alcohol can make you more dizzy.", {"alcohol"}),
    ("Alcohol may increase certain side effects.", {"alcohol"}),
    ("Be sure to mention any of the following: diuretics; and methotrexate.", {"diuretic", "methotrexate"}),
    ("Do not take with rilpivirine.", {"rilpivirine"}),
    ("Alcohol increases the risk of side effects.", {"alcohol"}),
    ("Some medicines interfere with the way it works, including steroids.", {"steroid"}),
    ("You must limit yourself to two alcoholic drinks a day.", {"alcohol"}),
    ("Aspirin can increase the risk of bleeding when used with this medication.", {"aspirin"}),
    ("Taking MAO inhibitors with this medicine may be dangerous.", {"monoamine oxidase inhibitor"}),
    ("Ask your doctor before taking ibuprofen.", {"ibuprofen"}),
    ("Ask your doctor before taking this medicine.", set()),
    ("Do not take it within 14 days after you have used linezolid.", {"linezolid"}),
    ("Talk about all your current medicines.", set()),
    ("It works by blocking the action of adrenaline.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_is_taken_beside_a_drug_calls_for_care(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Advice names it without a word for what the two do to each other."""
    pairs = [fact.split(" interactsWith ") for fact in facts(text, "Eletriptan") if " interactsWith " in fact]
    told = {part for pair in pairs for part in pair}
    assert {fact.partition(" +")[0] for fact in told} - {"eletriptan"} == read
