"""Lists without bullets, and headings that show by what stands below them, in plain text."""

import pytest

from tests.loaders.test_readers_text import seen

END = "It is sold as a tablet of ten milligrams in most countries of Europe."


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each block below a title and a sentence."""
    return [(kind, words) for kind, _, words in seen(f"Title\n\nIt is a drug.\n\n{text}")[2:]]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("Signs of use:\nEuphoria,\nDrowsiness,\nConfusion\n\n{end}", ["Euphoria,", "Drowsiness,", "Confusion"]),
        ("Signs of use:\nEuphoria\nDrowsiness\n\n{end}", ["Euphoria", "Drowsiness"]),
        ("It may cause:\nnausea;\nvomiting; and\ncramps.\n\n{end}", ["nausea;", "vomiting; and", "cramps."]),
        ("It may cause:\n\nnausea\n\nvomiting\n\n{end}", ["nausea", "vomiting"]),
        (
            "Avoid it with:\n\nAsthma\n\nSleep apnoea\n\nSevere depression",
            ["Asthma", "Sleep apnoea", "Severe depression"],
        ),
        (
            "Avoid it with:\n\nAsthma\nSleep apnoea\nSevere depression\n\n{end}",
            ["Asthma", "Sleep apnoea", "Severe depression"],
        ),
        (
            "Avoid it with:\n\nAsthma: a disease of narrow lungs, above all at night, that comes in fits\n\n"
            "Lack of sleep, if it is long",
            [
                "Asthma: a disease of narrow lungs, above all at night, that comes in fits",
                "Lack of sleep, if it is long",
            ],
        ),
        (
            "Avoid it with:\n\nAsthma\n\nFits\n\nDisease of the liver, heart, or kidneys\n\n{end}",
            ["Asthma", "Fits", "Disease of the liver, heart, or kidneys"],
        ),
    ],
)
def test_short_lines_below_a_colon_are_items(lines: str, items: list[str]) -> None:
    """Whether they stand right below it or each between blank lines; the last may end as a sentence."""
    found = kinds(lines.format(end=END))
    assert [words for kind, words in found if kind == "item"] == items
    assert found[0] == ("paragraph", lines.partition("\n")[0])
    assert found[1 + len(items) :] in ([], [("paragraph", END)])


@pytest.mark.parametrize(
    "lines",
    [
        # prose that is wrapped
        "It was told of the drug by those who had taken it for a time:\nthat it made them sleepy and slow for most "
        "of the day,\nthat the stiffness came back at night, and that they had\nnot slept.",
        # one line is no list
        "It is taken for:\nSpasticity\n\n" + END,
        # labels with short values, and cells
        "Doses:\nLight: 5 mg\nCommon: 10 mg\n\n" + END,
        "Doses:\nlight   5 mg\ncommon   10 mg\n\n" + END,
        # sentences
        "What they said:\nIt made me sleepy.\nIt did not help.\n\n" + END,
    ],
)
def test_other_lines_below_a_colon_are_no_items(lines: str) -> None:
    """Prose, labels with values, cells and sentences stay what they are."""
    assert "item" not in {kind for kind, _ in kinds(lines)}


def test_the_last_short_line_above_prose_heads_it() -> None:
    """Where a list has no bullets, the next heading looks like one more of its items."""
    close = kinds(f"Signs of use:\nEuphoria\nDrowsiness\nLegal status\n{END}")
    alone = kinds(f"Signs of use:\n\nEuphoria\n\nDrowsiness\n\nLegal status\n\n{END}")
    assert [kind for kind, _ in close] == ["paragraph", "item", "item", "heading", "paragraph"]
    assert close == alone


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("title", ["", "# One\n\n## Two\n\n"])
def test_a_few_words_with_a_colon_head_the_prose_below(title: str, between: str) -> None:
    """In a text with marked headings too, below which they rank; the colon is no part of them."""
    found = seen(f"{title}It is a drug.\n\nRisks of using it:{between}{END}\n")
    assert [(kind, words) for kind, _, words in found][-2:] == [("heading", "Risks of using it"), ("paragraph", END)]
    assert found[-2][1] == (3 if title else 1)


@pytest.mark.parametrize("line", ["The side effects are:", "Tell your doctor if you:", "It is used for:", "Note:", ":"])
def test_what_begins_a_sentence_or_is_cut_off_heads_nothing(line: str) -> None:
    """Words that lead in to the rest of a sentence, and those above a few words only."""
    assert kinds(f"{line}\n{END if line != 'Note:' else 'Ask first.'}\n")[0][0] == "paragraph"


def test_a_question_right_above_items_heads_them() -> None:
    """However many words it has."""
    text = "How much of it is taken by adults with stiff muscles, and how?\n- a tablet\n- a capsule\n"
    assert [kind for kind, _ in kinds(text)] == ["heading", "item", "item"]


def test_a_numbered_line_alone_above_bullets_is_a_heading() -> None:
    """The items of another list beside it make it none of them."""
    text = f"1. Key facts\n\n• It is old.\n• It is cheap.\n\n2. Who can take it\n\n{END}"
    assert [kind for kind, _ in kinds(text)] == ["heading", "item", "item", "heading", "paragraph"]


def test_a_short_line_right_above_a_whole_sentence_heads_it() -> None:
    """The sentence need not be long."""
    text = "When you start taking it\nYou might feel sleepy or confused in the first few days."
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph"]


def test_headings_show_where_a_text_has_no_blank_lines() -> None:
    """A few words between whole sentences, and those right above them: each line is a paragraph or a heading."""
    long = "It was made for epilepsy, and is now used for spasticity, in which muscles are stiff all the time. " * 3
    text = f"Title\n{long.strip()}\nMedical uses\nStiff muscles\n{END}\nHistory\n{END}\nmore of it\n{END}\n"
    assert [(kind, level, words) for kind, level, words in seen(text) if kind == "heading"] == [
        ("heading", 1, "Title"),
        ("heading", 2, "Medical uses"),
        ("heading", 2, "Stiff muscles"),
        ("heading", 2, "History"),
    ]
    assert len(seen(text)) == 9


def test_lines_of_a_list_above_prose_are_no_headings_where_blank_lines_part_those() -> None:
    """The text shows how it sets its headings."""
    long = "It was made for epilepsy, and is now used for spasticity, in which muscles are stiff all the time. " * 3
    text = f"Title\n\n{long.strip()}\n\nEffects\n\n{END}\nRage\nExcitement\n{END}\n\nHistory\n\n{END}\n"
    assert [words for kind, _, words in seen(text) if kind == "heading"] == ["Title", "Effects", "History"]
