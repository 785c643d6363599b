"""What a page becomes: its main text with headings, items and rows, without what stands around it."""

from pathlib import Path

import pytest

from loaders.readers import read

PAGE = Path(__file__).parent / "resources" / "page.html"


def seen(page: str) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each block; the cells of a row are parted by ` / `."""
    document = read(page.encode(), "a.html")
    return [
        (
            block.kind,
            block.level,
            " / ".join(document.text[a:b] for a, b in block.cells) or document.text[block.start : block.end],
        )
        for block in document.blocks
    ]


def test_a_whole_page_is_read() -> None:
    """Navigation, notices and hidden parts are gone; lists, definitions and tables keep their shape."""
    assert seen(PAGE.read_text(encoding="utf-8")) == [
        ("heading", 1, "Baclofen"),
        ("paragraph", 0, "Baclofen is a GABAB agonist & a muscle relaxant. Dose 10^3 mg."),
        ("heading", 2, "Side effects"),
        ("item", 1, "Drowsiness"),
        ("item", 2, "rare: coma"),
        ("item", 1, "Nausea"),
        ("paragraph", 0, "Take with food."),
        ("item", 1, "Route: oral"),
        ("heading", 2, "What is it?"),
        ("item", 1, "A drug."),
        ("item", 1, "Lone"),
        ("paragraph", 0, "Comparison"),
        ("row", 0, "Feature / Baclofen / Soma"),
        ("row", 0, "Use / muscles / muscles"),
        ("row", 0, "Use / spasticity / acute; pain"),
        ("paragraph", 0, "Baclofen"),
        ("item", 1, "Trade names: Lioresal; Gablofen"),
        ("item", 1, "Routes: oral"),
        ("paragraph", 0, "loose text"),
        ("paragraph", 0, "second line"),
        ("heading", 2, "Is it safe?"),
        ("paragraph", 0, "Yes, mostly."),
        ("paragraph", 0, "Unclosed broken"),
        ("paragraph", 0, "Another"),
    ]


def test_a_page_tells_what_it_is() -> None:
    """Date, licence and references come from the head, the title from the heading."""
    source = read(PAGE.read_bytes(), PAGE.name).source
    assert (source.title, source.date, source.license, source.references) == (
        "Baclofen",
        "2024-03-02",
        "https://x/cc",
        ("FDA label",),
    )


@pytest.mark.parametrize(
    "part",
    [
        "<nav>Home</nav>",
        "<footer>Rights</footer>",
        "<div class='cookie-banner'>Cookies</div>",
        "<div id=sidebar>More</div>",
        "<p hidden>Gone</p>",
        "<p style='display: none'>Gone</p>",
        "<div aria-hidden=true>Gone</div>",
        "<ul><li><a href=a>A</a><li><a href=b>B</a><li><a href=c>C</a></ul>",
        "<button>Press</button>",
        "<p>Skip to content</p>",
    ],
)
def test_what_stands_around_the_text_is_left_out(part: str) -> None:
    """Each of these leaves only the sentence."""
    assert seen(f"<body>{part}<p>It is a drug.</p></body>") == [("paragraph", 0, "It is a drug.")]


def test_a_wrapper_named_for_a_bar_is_read() -> None:
    """A class that names a sidebar on the wrapper of everything removes nothing."""
    page = "<body class=has-menu><div class=with-sidebar><h1>X</h1><p>It is a drug.</p></div></body>"
    assert seen(page) == [("heading", 1, "X"), ("paragraph", 0, "It is a drug.")]


def test_linked_items_in_the_main_part_are_read() -> None:
    """A list of links is navigation outside the main part only."""
    page = "<main><p>It treats:</p><ul><li><a href=a>Pain</a><li><a href=b>Cough</a><li><a href=c>Colds</a></ul></main>"
    assert [words for _, _, words in seen(page)] == ["It treats:", "Pain", "Cough", "Colds"]


def test_a_term_at_the_end_is_not_lost() -> None:
    """A definition list may end in a term that nothing defines."""
    assert seen("<dl><dt>Route</dt><dd>oral</dd><dt>Dose</dt></dl>") == [
        ("item", 1, "Route: oral"),
        ("item", 1, "Dose"),
    ]


def test_a_table_for_layout_is_no_table() -> None:
    """A table that holds tables or headings only places them."""
    page = "<table><tr><td><h2>Uses</h2><p>Pain.</p></td><td><p>Side.</p></td></tr><tr><td>a<td>b</table>"
    assert [kind for kind, _, _ in seen(page)] == ["heading", "paragraph", "paragraph", "paragraph", "paragraph"]


def test_a_span_beyond_reason_is_capped() -> None:
    """A cell that claims 99999 rows and columns reaches only where the table does."""
    page = "<table><tr><th>A<th>B<tr><td rowspan=99999>x<td colspan=99999>y<tr><td>z</table>"
    rows = [words for kind, _, words in seen(page) if kind == "row"]
    assert (rows[0], rows[1].count("y"), rows[2]) == ("A / B", 50, "x / z")
