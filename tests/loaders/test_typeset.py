"""Printed lines become marked text by their size, weight and place."""

import pytest

from loaders.readers.typeset import Print, marked

WIDE = "Baclofen relaxes muscles by its action in the spinal cord and"


def page(*lines: str, size: float = 10) -> list[Print]:
    """Return lines of one size, one below the other; a blank one is a gap."""
    return [Print(words, size, False, 700 - 12.0 * place) for place, words in enumerate(lines) if words]


def test_large_and_bold_lines_are_headings_by_their_look() -> None:
    """A heading on two lines is one; the larger the letters, the higher the rank."""
    lines = [
        Print("A leaflet on", 18, True, 700),
        Print("baclofen", 18, True, 680),
        Print("Uses", 10, True, 660),
        *page(WIDE, "is taken by mouth."),
        Print("It is bold at the end.", 10, True, 500),
    ]
    assert marked([lines]) == (
        f"# A leaflet on baclofen\n\n\n## Uses\n\n{WIDE} is taken by mouth.\n\nIt is bold at the end.\n"
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((WIDE, "acts for hours."), f"{WIDE} acts for hours.\n"),
        ((WIDE, "", "Acts."), f"{WIDE}\n\nActs.\n"),
        ((WIDE, "• drowsiness"), f"{WIDE}\n• drowsiness\n"),
        ((WIDE, "1. drowsiness"), f"{WIDE}\n1. drowsiness\n"),
        ((WIDE, "short", "line"), f"{WIDE} short\nline\n"),
        ((f"{WIDE} re-", "laxes"), f"{WIDE} relaxes\n"),
        ((f"{WIDE} non-", "opioid"), f"{WIDE} non-opioid\n"),
        ((f"{WIDE} GABA-", "B"), f"{WIDE} GABA- B\n"),
        (("Drug\tEffect", WIDE), f"Drug\tEffect\n{WIDE}\n"),
    ],
)
def test_lines_are_joined_where_a_paragraph_goes_on(lines: tuple[str, ...], text: str) -> None:
    """A full line goes on, unless a gap, an item or a table follows; a broken word is whole again."""
    assert marked([page(*lines)]) == text


def test_what_most_pages_repeat_is_left_out() -> None:
    """Running titles and page numbers; a line that only two of three share stays where they are in the midst."""
    pages = [page("Running title", f"{WIDE} {word}.", "ii", f"Page {number}") for number, word in enumerate("abc")]
    assert marked(pages) == f"{WIDE} a.\n{WIDE} b.\n{WIDE} c.\n"


def test_nothing_printed_is_nothing() -> None:
    """Empty pages give no line."""
    assert marked([[], []]) == "\n"
