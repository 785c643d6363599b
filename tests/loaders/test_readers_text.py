"""What lines become in plain text and Markdown: headings, paragraphs, items with depth, rows with cells."""

from loaders.readers import read

Seen = tuple[str, int, str]


def seen(text: str, name: str = "a.txt") -> list[Seen]:
    """Return kind, level and words of each block; the cells of a row are parted by ` / `."""
    document = read(text.encode(), name)
    return [
        (
            block.kind,
            block.level,
            " / ".join(document.text[a:b] for a, b in block.cells) or document.text[block.start : block.end],
        )
        for block in document.blocks
    ]


def test_a_short_line_alone_is_a_heading_and_the_first_is_the_title() -> None:
    """Plain text has headings without marks; sentences, introductions and bylines are none."""
    text = "What Is It?\n\nA drug.\n\nKey Uses\n\nUses are:\n\n  • Pain\n\n  • Cough\n\nJane Doe | MD\n\nIt is sold.\n"
    assert seen(text) == [
        ("heading", 1, "What Is It?"),
        ("paragraph", 0, "A drug."),
        ("heading", 2, "Key Uses"),
        ("paragraph", 0, "Uses are:"),
        ("item", 1, "Pain"),
        ("item", 1, "Cough"),
        ("paragraph", 0, "Jane Doe | MD"),
        ("paragraph", 0, "It is sold."),
    ]


def test_many_short_lines_in_a_row_are_a_list_without_bullets() -> None:
    """Only the first of them heads the others."""
    words = ["Conditions", "Spasticity", "Dystonia", "Hiccups", "Tetanus", "It is used for these."]
    assert [kind for kind, _, _ in seen("\n\n".join(words))] == ["heading", *["paragraph"] * 5]


def test_page_furniture_is_no_block_and_no_title() -> None:
    """Jump links and reading times are left out."""
    text = "Skip to content\n\nIs It Safe?\n\n4 min read\n\nMostly, it is.\n"
    assert seen(text) == [("heading", 1, "Is It Safe?"), ("paragraph", 0, "Mostly, it is.")]


def test_a_heading_glued_to_a_caption_is_parted_from_it() -> None:
    """Text copied from a page may run a caption into the next heading."""
    assert seen("A first sentence.\n\nPills on a table.Side Effects\n\nIt tires.")[1:] == [
        ("paragraph", 0, "Pills on a table."),
        ("heading", 2, "Side Effects"),
        ("paragraph", 0, "It tires."),
    ]


def test_wrapped_prose_is_one_paragraph() -> None:
    """Lines broken where the width ends belong together; a blank line parts paragraphs."""
    lines = (
        "The drug acts on receptors in the spinal cord and relaxes the",
        "muscles that were stiff before it was given, for some",
        "hours.",
    )
    first = "\n".join(lines)
    assert seen(f"{first}\n\nAnother paragraph.") == [("paragraph", 0, first), ("paragraph", 0, "Another paragraph.")]


def test_prose_in_a_narrow_column_is_one_paragraph() -> None:
    """Where nearly all lines are as wide as the column, however narrow; none of them is a heading."""
    column = [
        "It was sold in France until",
        "Monday, and is now given to",
        "nobody, though some people in",
        "Paris still have a box of it.",
        "They say that it works as it",
        "did, and that they sleep well.",
    ]
    first = "\n".join(column)
    assert seen("\n\n".join([first] * 3)) == [("paragraph", 0, first)] * 3
    few = "Feature Alpha\nMechanism Agonist here"
    assert [words for _, _, words in seen(f"{few}\n\n{first}")][:2] == few.split("\n")


def test_a_flattened_table_keeps_its_lines() -> None:
    """Short lines that are no prose stay apart, whatever their length."""
    lines = [
        "Feature Alpha Beta",
        "Mechanism Receptor agonist here Blocks a channel",
        "Controlled No Yes (Schedule IV)",
    ]
    assert seen("Intro words stand here.\n\n" + "\n".join(lines))[1:] == [("paragraph", 0, line) for line in lines]


def test_marks_count_in_plain_text_too() -> None:
    """Number signs, underlines and wiki marks are headings with their rank."""
    assert seen("# One\n\nTwo\n---\nWords.\n== Three ==\n### Four ###\nmore") == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("paragraph", 0, "Words."),
        ("heading", 2, "Three"),
        ("heading", 3, "Four"),
        ("paragraph", 0, "more"),
    ]


def test_depth_comes_from_indentation_or_from_another_marker() -> None:
    """An indented bullet is deeper, and so is another bullet at the same place; a known one goes back."""
    assert seen("- a\n  - b\n    1. c\n- d\n\ntext\n\n* e\n\n+ f\n\n* g", "a.md") == [
        ("item", 1, "a"),
        ("item", 2, "b"),
        ("item", 3, "c"),
        ("item", 1, "d"),
        ("paragraph", 0, "text"),
        ("item", 1, "e"),
        ("item", 2, "f"),
        ("item", 1, "g"),
    ]


def test_an_indented_line_continues_its_item() -> None:
    """An item is as long as its indented lines."""
    assert seen("- one\n  goes on\n- two", "a.md") == [("item", 1, "one\n  goes on"), ("item", 1, "two")]


def test_a_number_inside_prose_starts_no_list() -> None:
    """A line of a paragraph may begin with a number and a stop."""
    assert seen("It was given in the year 1962, and again to patients of the age of\n20. Most of them slept.") == [
        ("paragraph", 0, "It was given in the year 1962, and again to patients of the age of\n20. Most of them slept.")
    ]


def test_a_piped_table_has_rows_with_cells() -> None:
    """The ruling line is no row, an empty cell stays, and the second table has its own number."""
    text = "| Feature | A |\n|---|:-:|\n| Use | |\n\nx | y\n--|--\n1 | 2 \\| 3\n"
    document = read(text.encode(), "a.md")
    cells = [(block.table, [text[a:b] for a, b in block.cells]) for block in document.blocks]
    assert cells == [(0, ["Feature", "A"]), (0, ["Use", ""]), (1, ["x", "y"]), (1, ["1", "2 \\| 3"])]


def test_columns_of_wide_gaps_are_a_table_in_plain_text_only() -> None:
    """Two lines with the same gaps are rows; two spaces after a sentence are no gap."""
    assert seen("Feature   Alpha   Beta\nUse       pain    cough\n\nIt is.  It was.\nIt has.  It had.") == [
        ("row", 0, "Feature / Alpha / Beta"),
        ("row", 0, "Use / pain / cough"),
        ("paragraph", 0, "It is.  It was."),
        ("paragraph", 0, "It has.  It had."),
    ]
    assert seen("a   b\nc   d", "a.md")[0][0] == "paragraph"


def test_bold_alone_is_a_heading_below_the_last() -> None:
    """A bold line ranks one below the marked heading above it, without its marks."""
    assert seen("## Uses\n\n**In children:**\n\n**Note:** ask first.\n", "a.md") == [
        ("heading", 2, "Uses"),
        ("heading", 3, "In children"),
        ("paragraph", 0, "**Note:** ask first."),
    ]


def test_quotes_are_read_and_code_and_comments_are_not() -> None:
    """A block quote is prose; fences, comments, rules and link definitions are no blocks."""
    text = "> Said so.\n\n```\ncode here\n```\n\n<!-- a\nb -->\n\n***\n\n[x]: https://example.org\n\nEnd.\n"
    assert seen(text, "a.md") == [("paragraph", 0, "Said so."), ("paragraph", 0, "End.")]


def test_section_numbers_give_the_rank() -> None:
    """`4.1` is a heading of rank 2."""
    assert seen("4.1 Therapeutic indications\n\nIt is used for pain.\n\n4.1.2 Children\n\nNone.") == [
        ("heading", 2, "4.1 Therapeutic indications"),
        ("paragraph", 0, "It is used for pain."),
        ("heading", 3, "4.1.2 Children"),
        ("paragraph", 0, "None."),
    ]


def test_front_matter_is_kept_in_the_text_but_in_no_block() -> None:
    """Title, date, licence and references come from it; a date that is none is left out."""
    text = "---\ntitle: On X\ndate: 2026-01-10\nlicence: CC0\nreferences:\n  - One\n  - Two\n---\n\n# Y\n\nWords.\n"
    document = read(text.encode(), "a.md")
    source = document.source
    assert (source.title, source.date, source.license, source.references) == (
        "On X",
        "2026-01-10",
        "CC0",
        ("One", "Two"),
    )
    assert document.text == text
    assert [text[block.start : block.end] for block in document.blocks] == ["Y", "Words."]
    assert read(b"---\ntitle: T\ndate: 2026-13-45\n---\nWords.", "a.md").source.date == ""


def test_the_title_is_the_first_heading_of_rank_one_without_marks() -> None:
    """Link and emphasis marks are no part of a title."""
    assert read(b"## Early\n\n# The *new* [drug](https://example.org)\n\nWords.", "a.md").source.title == "The new drug"


def test_a_few_words_right_above_what_differs_from_them_are_a_heading() -> None:
    """A bullet, a label or a long sentence below shows it; a line that only breaks is none."""
    prose = "Most people notice little for the first half hour, and then everything at once, as it seems."
    text = f"Intro\n\nHow it feels\n{prose}\n\nMixing\n! Lithium: fits.\n\n"
    text += "Dose by mouth\nLight: 5 mg\n\nOf the\nmany drugs one.\n"
    assert [(kind, words) for kind, _, words in seen(text)] == [
        ("heading", "Intro"),
        ("heading", "How it feels"),
        ("paragraph", prose),
        ("heading", "Mixing"),
        ("item", "Lithium: fits."),
        ("heading", "Dose by mouth"),
        ("paragraph", "Light: 5 mg"),
        ("paragraph", "Of the"),
        ("paragraph", "many drugs one."),
    ]


def test_a_star_or_dash_without_a_blank_is_a_bullet_where_it_cannot_be_another_mark() -> None:
    """A second star closes emphasis, and a dash before a small letter or a number is part of the words."""
    assert [kind for kind, _, _ in seen("List:\n*Nausea\n*Tremor\n-Headache\n")] == ["paragraph", *["item"] * 3]
    assert [kind for kind, _, _ in seen("*Nausea* is common.\n\n-5 degrees outside.\n")] == ["paragraph"] * 2


def test_two_spaces_in_paragraphs_make_no_table() -> None:
    """Some pages leave wide gaps in running text, where a pronunciation was."""
    line = "Escitalopram (   ES-ih), sold under several names, is an antidepressant. " + "It is taken by mouth. " * 12
    document = read(f"{line.strip()}\n{line.strip()}\n".encode(), "page.txt")
    assert {block.kind for block in document.blocks} == {"paragraph"}
