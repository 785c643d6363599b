"""Doses: which amounts are doses, of which drug and of what kind."""

from collections.abc import Callable

import pytest

#: Sentences on a page about ibuprofen.
READ = [
    ("The usual starting dose of sertraline is 50 mg daily.", {"sertraline hasDose 50 mg + [kind=starting]"}),
    ("The maximum dose of ibuprofen is 2,400 mg per day.", {"ibuprofen hasDose 2400 mg + [kind=maximum]"}),
    ("Lithium doses range from 600 mg to 1800 mg a day.", {"lithium hasDose 600-1800 mg + [kind=daily]"}),
    (
        "Adults: 200 mg or 400 mg three times a day.",
        {"ibuprofen hasDose 200 mg +", "ibuprofen hasDose 400 mg +"},
    ),
    ("The usual dose is one 200 mg tablet twice a day.", {"ibuprofen hasDose 200 mg + [kind=usual]"}),
    ("A single dose should not exceed 800 mg.", {"ibuprofen hasDose <=800 mg + [kind=single]"}),
    ("Most people start with 200 mg.", {"ibuprofen hasDose 200 mg +"}),
    ("Children get doses of 5 mg/kg.", {"ibuprofen hasDose 5 mg/kg +"}),
    ("Daily doses of 20 mg of citalopram were as good.", {"citalopram hasDose 20 mg + [kind=daily]"}),
    ("Doses of opioids were lower with 400 mg a day.", {"ibuprofen hasDose 400 mg + [kind=daily]"}),
    ("400 mg is a strong dose.", {"ibuprofen hasDose 400 mg + [kind=strong]"}),
    ("Light: 200 mg", {"ibuprofen hasDose 200 mg + [kind=light]"}),
    (
        "Common 200-400 mg, strong 600-800 mg",
        {"ibuprofen hasDose 200-400 mg + [kind=common]", "ibuprofen hasDose 600-800 mg + [kind=strong]"},
    ),
    ("Usual oral dose: 400 mg", {"ibuprofen hasDose 400 mg + [kind=usual]"}),
    (
        "It is sold as capsules containing 200 or 400 mg.",
        {
            "ibuprofen hasDose 200 mg + [kind=strength]",
            "ibuprofen hasDose 400 mg + [kind=strength]",
        },
    ),
    ("Each tablet contains 200 mg.", {"ibuprofen hasDose 200 mg + [kind=strength]"}),
    (
        "It is available as 200 mg and 400 mg tablets.",
        {"ibuprofen hasDose 200 mg + [kind=strength]", "ibuprofen hasDose 400 mg + [kind=strength]"},
    ),
    (
        "It is available in 200, 400 and 600 mg tablets.",
        {f"ibuprofen hasDose {mg} mg + [kind=strength]" for mg in (200, 400, 600)},
    ),
    (
        "The maximum dose was cut from 1200 mg to 800 mg.",
        {"ibuprofen hasDose 1200 mg + [kind=maximum]", "ibuprofen hasDose 800 mg +"},
    ),
    # no dose of the drug
    ("Plasma levels rise by 20 mg a day.", set()),
    ("Rats died of doses of 600 mg.", set()),
    ("The stone weighed 400 mg.", set()),
    ("Sample size: 400 mg", set()),
    ("It is available as a suspension at 100 mg per 5 ml of liquid.", {"ibuprofen hasDose 100 mg + [kind=strength]"}),
    (
        "For gout during treatment with allopurinol, the typical dose is 400 mg.",
        {"ibuprofen hasDose 400 mg + [kind=typical]"},
    ),
]

LISTED = """
## Dosage

- Threshold: 50 mg
- Light: 75–100 mg
- Heavy: 200 mg+
- Colour: 20 mg
"""


@pytest.mark.parametrize(("text", "read"), READ)
def test_words_and_labels_tell_a_dose_from_other_amounts(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """The dose is that of the drug beside it, else of the drug that the clause or the page is about."""
    assert {fact for fact in facts(text, "Ibuprofen") if "hasDose " in fact} == read


def test_a_list_of_labelled_amounts_gives_the_doses_of_the_page(facts: Callable[..., set[str]]) -> None:
    """The label tells the kind; under a heading on dosage each amount is a dose."""
    assert facts(LISTED, "MDMA") == {
        "MDMA hasDose 50 mg + [kind=threshold]",
        "MDMA hasDose 75-100 mg + [kind=light]",
        "MDMA hasDose >=200 mg + [kind=heavy]",
        "MDMA hasDose 20 mg +",
    }


def test_common_is_a_kind_of_dose_before_an_amount(facts: Callable[..., set[str]]) -> None:
    """Before a list of side effects the same word would tell how often they are."""
    found = facts("## Dose\n\nLight: 10 - 20 mg\n\nCommon: 20 - 40 mg", "Mephedrone")
    assert "mephedrone hasDose 20-40 mg + [kind=common]" in found, found
