"""The box of data beside an encyclopedia's article, in plain text."""

from loaders.readers import read

BOX = """Lorazepam

From an encyclopedia

Clinical data
Trade namesAtivan, Orfidal, others
AHFS/Drugs.comMonograph
Routes of
administration
By mouth, intramuscular
Drug classBenzodiazepine
Legal status
Legal status
  • AU: S4 (Prescription only)
  • US: Schedule IV
Pharmacokinetic data
Onset of action1 to 5 min

Lorazepam is a benzodiazepine medication. Source of the text: a page.
"""


def rows(text: str) -> list[tuple[str, ...]]:
    """Return the cells of the rows of a plain text, blanks folded."""
    document = read(text.encode(), "page.txt")
    return [
        tuple(" ".join(document.text[start:end].split()) for start, end in block.cells)
        for block in document.blocks
        if block.kind == "row"
    ]


def test_labels_and_values_are_the_cells_of_rows() -> None:
    """A value is glued to its label, or stands below it in a line or a list."""
    assert rows(BOX) == [
        ("Clinical data",),
        ("Trade names", "Ativan, Orfidal, others"),
        ("Routes of administration", "By mouth, intramuscular"),
        ("Drug class", "Benzodiazepine"),
        ("Legal status Legal status", "AU: S4 (Prescription only) • US: Schedule IV"),
        ("Pharmacokinetic data",),
        ("Onset of action", "1 to 5 min"),
    ]


def test_a_label_alone_makes_no_box() -> None:
    """Without the titles of a box and several labels, such lines are prose or headings."""
    assert rows("Legal status\n\nLorazepam is controlled.\n\nMetabolism\n\nIt is metabolized by the liver.\n") == []
    assert rows("Clinical data\n\nClinical data of many patients were read.\n\nMetabolism of drugs differs.\n") == []


def test_a_label_without_a_value_is_no_row() -> None:
    """Not even where the text ends with its colon."""
    text = "Clinical data\nTrade namesAdvil\nRoutes of administration: oral\nMetabolism:"
    assert text[-11:] not in [
        text[each.start : each.end] for each in read(text.encode(), "a.txt").blocks if each.kind == "row"
    ]
