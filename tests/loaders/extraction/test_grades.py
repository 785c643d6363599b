"""Cells that grade their drug beside another."""

from collections.abc import Callable

import pytest

#: The label of a row, its two cells, and what they say of codeine (or nothing).
GRADED = [
    ("Overdose risk", "Lower", "Higher", "overdose risk lower"),
    ("Overdose risk", "Lower (ceiling effect)", "Higher (full agonist)", "overdose risk lower"),
    ("Misuse potential", "Usually lower", "Higher", "abuse potential lower"),
    ("Duration of action", "Shorter", "Longer", "duration lower"),
    ("Drug interactions", "More significant", "Fewer", "interaction higher"),
    ("Sedation", "Mild", "Marked", "sedation lower"),
    ("Sedation", "Moderate", "Moderate", "sedation similar"),
    ("Potency", "Low", "Very high", "potency lower"),
    ("Stopping", "Easier to stop", "Slower", "stopping higher"),
    ("Cost", "Cheaper", "Expensive", "price lower"),
    ("Onset", "Slower, within the hour", "Faster", "onset lower"),
    ("Sedation", "Yes", "No", ""),
    ("Sedation", "As with others", "As with others", ""),
    ("Uses", "Pain", "More severe pain and anesthesia in hospital care", ""),
    ("Taste", "Bitter", "Sweet", ""),
    ("Sedation", "Higher", "Higher", ""),
]


def table(label: str, mine: str, theirs: str) -> str:
    """Return a table with two drugs as columns."""
    return f"| Feature | Codeine | Fentanyl |\n|---|---|---|\n| **{label}** | {mine} | {theirs} |\n"


@pytest.mark.parametrize(("label", "mine", "theirs", "told"), GRADED)
def test_a_graded_cell_is_compared_with_the_one_beside_it(
    facts: Callable[..., set[str]], label: str, mine: str, theirs: str, told: str
) -> None:
    """The row's label is the aspect; without a grade, or with the same comparative twice, nothing is compared."""
    found = {fact for fact in facts(table(label, mine, theirs)) if fact.startswith("codeine comparedWith")}
    aspect, _, direction = told.rpartition(" ")
    assert found == ({f"codeine comparedWith fentanyl + [aspect={aspect}, direction={direction}]"} if told else set())


def test_a_grade_is_no_effect(facts: Callable[..., set[str]]) -> None:
    """Although the row's label is that of effects of overdose."""
    assert not {fact for fact in facts(table("Overdose risk", "Higher", "Lower")) if "OverdoseEffect" in fact}


def test_drugs_as_rows_are_compared_by_the_cells_of_a_column(facts: Callable[..., set[str]]) -> None:
    """With more than a few drugs only their levels stand, and no pairs are made."""
    text = "| Drug | Potency | Half-life |\n|---|---|---|\n| Codeine | Low | 3 hours |\n| Fentanyl | High | 7 hours |\n"
    assert "codeine comparedWith fentanyl + [aspect=potency, direction=lower]" in facts(text)
    many = text + "".join(f"| {name} | High | 2 hours |\n" for name in ("Morphine", "Oxycodone", "Methadone"))
    assert not {fact for fact in facts(many) if "comparedWith" in fact}
