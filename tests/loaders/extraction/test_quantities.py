"""Doses and times with their units, and what they are the dose or time of."""

from collections.abc import Callable

import pytest

from loaders.extraction.quantities import quantities

WRITTEN = [
    ("10–20 mg", ["10-20 mg"]),
    ("over 200 milligrams", [">200 mg"]),
    ("15 to 45 minutes", ["15-45 min"]),
    ("600 mg to 1,800 mg a day", ["600-1800 mg"]),
    ("up to 2 weeks", ["<=2 weeks"]),
    ("two to three hours", ["2-3 h"]),
    ("0.5 mg, and 25 µg", ["0.5 mg", "25 ug"]),
    ("a gram of patience in the year 1990", []),
    ("5-HT2 receptors at 20%", []),
    ("by the Eighth Joint Committee, nine hours later", ["9 h"]),
]

READ = [
    ("The usual starting dose of sertraline is 50 mg daily.", {"sertraline hasDose 50 mg + [kind=starting]"}),
    ("The maximum dose of ibuprofen is 2,400 mg per day.", {"ibuprofen hasDose 2400 mg + [kind=maximum]"}),
    ("Lithium doses range from 600 mg to 1800 mg a day.", {"lithium hasDose 600-1800 mg + [kind=daily]"}),
    ("Zolpidem takes effect within 15 minutes.", {"zolpidem hasOnset <=15 min +"}),
    ("The effects of methadone last 24 to 36 hours.", {"methadone hasDurationOfAction 24-36 h +"}),
    (
        "Morphine starts working in 20 minutes and lasts 4 hours.",
        {"morphine hasOnset 20 min +", "morphine hasDurationOfAction 4 h +"},
    ),
    ("Diazepam has a half-life of 20 to 50 hours.", set()),
]


@pytest.mark.parametrize(("text", "values"), WRITTEN)
def test_a_quantity_is_a_range_with_a_unit(text: str, values: list[str]) -> None:
    """Words, dashes and bounds become one way of writing."""
    assert [quantity.value for quantity in quantities(text, 0, len(text))] == values


@pytest.mark.parametrize(("text", "read"), READ)
def test_the_words_beside_a_quantity_tell_what_it_measures(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A dose, an onset and a duration are told apart; a half-life is none of them."""
    assert facts(text) == read
