"""Headings and items that a page has run together with the words around them, and headings by number."""

import pytest

from tests.loaders.test_readers_text import seen

PARTED = [
    (
        "baclofen\nWhat is baclofen?Baclofen relaxes muscles. What should I avoid?Avoid wine.",
        [
            ("paragraph", "baclofen"),
            ("heading", "What is baclofen?"),
            ("paragraph", "Baclofen relaxes muscles."),
            ("heading", "What should I avoid?"),
            ("paragraph", "Avoid wine."),
        ],
    ),
    (
        "What helps? - Rest\n- Water\nIt is not for you if you have: - fits;\n- asthma; or\n- gout.",
        [
            ("heading", "What helps?"),
            ("item", "Rest"),
            ("item", "Water"),
            ("paragraph", "It is not for you if you have:"),
            ("item", "fits;"),
            ("item", "asthma; or"),
            ("item", "gout."),
        ],
    ),
    (
        "What is it for?\nFor pain.\nHow is it taken?\nBy mouth.\nWhat can go wrong?\nIt may:\n- itch\n- burn",
        [
            ("heading", "What is it for?"),
            ("paragraph", "For pain."),
            ("heading", "How is it taken?"),
            ("paragraph", "By mouth."),
            ("heading", "What can go wrong?"),
            ("paragraph", "It may:"),
            ("item", "itch"),
            ("item", "burn"),
        ],
    ),
    (
        "1. What it is\nA drug.\n2. How to take it\n- by mouth\n3. How to store it\nIn the dark.",
        [
            ("heading", "What it is"),
            ("paragraph", "A drug."),
            ("heading", "How to take it"),
            ("item", "by mouth"),
            ("heading", "How to store it"),
            ("paragraph", "In the dark."),
        ],
    ),
    (
        "It is for disorders that include\n\n1) gout, 2) fits and 3) asthma. It is old. It is sold in most countries.",
        [
            ("paragraph", "It is for disorders that include"),
            ("item", "gout"),
            ("item", "fits"),
            ("item", "asthma."),
            ("paragraph", "It is old. It is sold in most countries."),
        ],
    ),
    ("• if you take:\no warfarin\no heparin", [("item", "if you take:"), ("item", "warfarin"), ("item", "heparin")]),
]


@pytest.mark.parametrize(("text", "blocks"), PARTED)
def test_what_a_page_has_run_together_is_parted(text: str, blocks: list[tuple[str, str]]) -> None:
    """A question right before its answer heads it; a dash behind a colon is the first of a list that goes on."""
    assert [(kind, words) for kind, _, words in seen(text)] == blocks


@pytest.mark.parametrize(
    "text",
    [
        "It is old. How does it work? It binds to receptors - and stays there.",
        "They say: - well, it tires.\nIt is sold in most countries of Europe.",
        'See "What is it?" for more. It is sold in most countries of Europe.',
        "1. Shake it\n2. Swallow it\nIt is sold in most countries of Europe.",
    ],
)
def test_other_questions_dashes_and_numbers_head_nothing(text: str) -> None:
    """A single question in prose, a dash without a list below it, and steps that follow each other stay as they are."""
    assert "heading" not in {kind for kind, _, _ in seen(text)}


def test_short_lines_that_begin_small_are_a_list_and_no_wrapped_prose() -> None:
    """Prose would have filled its lines."""
    long = (
        "The tablets are white and round, and on one side of each there stands the name of its maker in small letters."
    )
    items = "have ever had an attack of gout in a foot\nare trying to get pregnant now"
    text = f"{long}\n\nTell your doctor if you:\n\n{items}\n\nEnd."
    assert [kind for kind, _, _ in seen(text)].count("item") == 2


def test_a_dash_right_before_a_word_marks_an_item() -> None:
    """Where lines in a row begin so; one alone may be a remark."""
    listed = "It may interact with:\n-warfarin\n-certain medicines for gout like allopurinol, probenecid\n-alcohol"
    assert [kind for kind, _, _ in seen(listed)].count("item") == 3
    assert "item" not in {kind for kind, _, _ in seen("He said so.\n-as ever.\nNo more was heard of it.")}


def test_cases_and_lead_ins_stand_below_headings() -> None:
    """Leaflets head what to do in a case with the case; what is headed may lead in to a list."""
    lines = [
        "It is a drug that relaxes muscles, and it is sold in most countries of Europe as a white tablet of ten "
        "milligrams that has a line to break it along.",
        "If you take more of it than you should",
        "The signs of an overdose are fits and a deep sleep, and a slow breath.",
        "Other medicines and baclofen",
        "Tell your doctor if you are taking any of these medicines:",
        "- warfarin",
        "- heparin",
    ]
    headed = [words for kind, _, words in seen("\n".join(lines)) if kind == "heading"]
    assert headed == ["If you take more of it than you should", "Other medicines and baclofen"]
