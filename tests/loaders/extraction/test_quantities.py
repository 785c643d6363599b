"""Quantities in all the ways in which texts write them."""

from time import perf_counter

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
    ("start with 5 mg or 10 mg", ["5 mg", "10 mg"]),
    ("10 or 20 mg", ["10 mg", "20 mg"]),
    ("between 10 and 20 mg", ["10-20 mg"]),
    ("one or two hours", ["1-2 h"]),
    ("not exceeding 60 mg", ["<=60 mg"]),
    ("should not exceed 4,000 mg daily", ["<=4000 mg"]),
    ("no more than 400 mg a day", ["<=400 mg"]),
    ("25 mg or more", [">=25 mg"]),
    ("150mg+", [">=150 mg"]),
    (">450 mg", [">450 mg"]),
    ("0.5–1 mg/kg twice", ["0.5-1 mg/kg"]),
    ("2 mg per kilogram", ["2 mg/kg"]),
    ("50 mg/ml", []),
    ("half an hour", ["30 min"]),
    ("10 mg h", []),
    ("In 2010, 50 mg", ["50 mg"]),
    ("15 minutes to one hour", ["15-60 min"]),
    ("up to 36 hours, and one year later", ["<=36 h", "1 year"]),
    ("10 mg, 3", ["10 mg"]),
    ("5, 10 and 20 mg", ["5 mg", "10 mg", "20 mg"]),
    ("cut from 10 mg to 5 mg", ["10 mg", "5 mg"]),
    ("0.5 mg or 50 µg", ["0.5 mg", "50 ug"]),
    ("a few hours", ["few hours"]),
    ("several days", ["several days"]),
    ("a second-line drug", []),
    ("4,000 IU", ["4000 [IU]"]),
    ("a glucuronide such as M-6-G", []),
    ("children aged 6 years", []),
    ("an hour or two", ["1-2 h"]),
]


@pytest.mark.parametrize(("text", "values"), WRITTEN)
def test_a_quantity_is_a_range_with_a_unit(text: str, values: list[str]) -> None:
    """Words, dashes and bounds become one way of writing; either of two is no range."""
    assert [quantity.value for quantity in quantities(text, 0, len(text))] == values


@pytest.mark.parametrize("unit", ["1, ", "5 ", "up to a maximum of ", "5" + " " * 40_000, "half an "])
def test_a_long_row_of_numbers_or_blanks_takes_no_long_time(unit: str) -> None:
    """The time grows with the length of the text and not with its square."""
    text = unit * (60_000 // len(unit)) + " mg"
    start = perf_counter()
    list(quantities(text, 0, len(text)))
    assert perf_counter() - start < 3  # seconds; a square would take minutes


@pytest.mark.parametrize(
    ("text", "value"), [("50-100ug", "50-100 ug"), (".25 – 1 g", "0.25-1 g"), ("3 – 5+ g", "3-5 g")]
)
def test_harm_reduction_pages_write_amounts_in_their_own_way(text: str, value: str) -> None:
    """Micrograms with a plain u, decimals without a zero, and a plus before the unit."""
    assert [each.value for each in quantities(text, 0, len(text))] == [value]
