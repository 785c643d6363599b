"""Differences: what a page says is not the same in two drugs."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Gabapentin and tizanidine have different mechanisms of action.",
        {"gabapentin comparedWith tizanidine - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "The side effects of ibuprofen differ from those of paracetamol.",
        {"ibuprofen comparedWith paracetamol - [aspect=side effect, direction=similar]"},
    ),
    (
        "Warfarin and rivaroxaban have different onset times.",
        {"warfarin comparedWith rivaroxaban - [aspect=onset, direction=similar]"},
    ),
    (
        "The half-life of citalopram differs from that of fluoxetine.",
        {"citalopram comparedWith fluoxetine - [aspect=half-life, direction=similar]"},
    ),
    (
        "Levothyroxine and liothyronine have different durations of action.",
        {"levothyroxine comparedWith liothyronine - [aspect=duration, direction=similar]"},
    ),
    (
        "Bupropion has a different mechanism of action from amitriptyline.",
        {"bupropion comparedWith amitriptyline - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "The chemical structure of tramadol is different from that of morphine.",
        {"tramadol comparedWith morphine - [aspect=chemical structure, direction=similar]"},
    ),
    (
        "There is no difference in efficacy between citalopram and fluoxetine.",
        {"citalopram comparedWith fluoxetine + [aspect=efficacy, direction=similar]"},
    ),
    (
        "Loratadine and cetirizine do not have different side effects.",
        {"loratadine comparedWith cetirizine + [aspect=side effect, direction=similar]"},
    ),
    (
        "The half-life of enalapril does not differ from that of ramipril.",
        {"enalapril comparedWith ramipril + [aspect=half-life, direction=similar]"},
    ),
    (
        "Amlodipine differs from verapamil in its mechanism of action.",
        {"amlodipine comparedWith verapamil - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "Apixaban and rivaroxaban differ in their half-lives.",
        {"apixaban comparedWith rivaroxaban - [aspect=half-life, direction=similar]"},
    ),
    ("Ramipril is sold under different names in countries of the south.", set()),
    ("Patients clear lithium at different rates.", set()),
    ("Amlodipine is available in different strengths.", set()),
    ("The effects of caffeine differ from person to person.", set()),
    ("Furosemide differs from spironolactone.", set()),
    ("Zolpidem is used at different times of the day.", set()),
    ("Different doses of sertraline were given.", set()),
    (
        "Buspirone works differently than lorazepam.",
        {"buspirone comparedWith lorazepam - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "Methocarbamol works differently from opioids.",
        {"methocarbamol comparedWith opioid - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "Naltrexone and methadone both curb craving, but they do it in different ways.",
        {"naltrexone comparedWith methadone - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "Celecoxib functions differently from opioid drugs.",
        {"celecoxib comparedWith opioid - [aspect=mechanism of action, direction=similar]"},
    ),
    (
        "The main distinction between ibuprofen and codeine lies in their classification and side effects.",
        {
            "ibuprofen comparedWith codeine - [aspect=drug class, direction=similar]",
            "ibuprofen comparedWith codeine - [aspect=side effect, direction=similar]",
        },
    ),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_difference_denies_likeness_in_an_aspect(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A difference has two sides and an aspect; without both it is none."""
    assert {fact for fact in facts(text) if "comparedWith" in fact} == read


def test_both_drugs_of_a_page_differ(facts: Callable[..., set[str]]) -> None:
    """A word for both stands for the two of the title."""
    found = facts("Both drugs have different chemical structures.", "Zolpidem vs diazepam")
    assert found == {"zolpidem comparedWith diazepam - [aspect=chemical structure, direction=similar]"}
