"""Two columns of print are read one after the other, however they are drawn; a table is read by its rows."""

from collections.abc import Callable, Iterator

import pytest

from loaders.readers import read
from tests.loaders.test_readers_contract import drawn

LEFT = (
    "Baclofen is a muscle relaxant that acts on the",
    "spinal cord. It is used to treat spasticity in",
    "people with multiple sclerosis and injuries of",
    "the cord. It is taken by mouth three times a day",
    "and may be given by",
    "a pump.",
)
RIGHT = (
    "Baclofen may cause drowsiness, dizziness, nausea",
    "and weakness. These effects are most common at",
    "the start of treatment and lessen with time and",
    "lower doses. It should not be stopped at once,",
    "since seizures follow.",
)
WORDS = f"{' '.join(LEFT)}\n{' '.join(RIGHT)}\n"


#: What is drawn where: words, from the left, from below, size of the letters.
Placed = tuple[str, float, float, float]


def by_column() -> list[Placed]:
    """Return the lines of the left column, then those of the right one."""
    return [
        (words, x, 700 - 12 * row, 10) for x, lines in ((72, LEFT), (330, RIGHT)) for row, words in enumerate(lines)
    ]


def across(*columns: tuple[float, tuple[str, ...]], top: float = 700) -> list[Placed]:
    """Return the first lines of all columns, then the second ones."""
    lines = [(words, x, top - 12 * row, 10.0) for x, lines in columns for row, words in enumerate(lines)]
    return sorted(lines, key=lambda line: -line[2])


def apart(lines: list[Placed]) -> str:
    """Return what draws each line on its own."""
    return "\n".join(f"q 1 0 0 1 {x} {y} cm BT /F1 {size} Tf ({words}) Tj ET Q" for words, x, y, size in lines)


def placed(lines: list[Placed]) -> str:
    """Return what draws all in one text, each line at its place."""
    return "BT\n" + "\n".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj" for words, x, y, size in lines) + "\nET"


def moved(lines: list[Placed]) -> str:
    """Return what draws all in one text, each line a move away from the last."""
    out, at = ["BT /F1 10 Tf"], (0.0, 0.0)
    for words, x, y, _ in lines:
        out.append(f"{x - at[0]} {y - at[1]} Td ({words}) Tj")
        at = (x, y)
    return "\n".join([*out, "ET"])


def worded(lines: list[Placed]) -> str:
    """Return what draws each word at a place of its own, as wide as Helvetica is."""

    def words_of(line: Placed) -> Iterator[Placed]:
        words, x, y, size = line
        for word in words.split():
            yield word, round(x, 1), y, size
            x += size * (
                sum({"m": 0.84, "w": 0.73}.get(letter, 0.23 if letter in "ijl" else 0.57) for letter in word) + 0.28
            )

    return placed([word for line in lines for word in words_of(line)])


def text_of(drawing: str) -> str:
    """Return the text of a page."""
    return read(drawn(drawing), "a.pdf").text


EVERY_WAY = pytest.mark.parametrize("draw", [apart, placed, moved, worded])
Draw = Callable[[list[Placed]], str]


@EVERY_WAY
def test_columns_are_read_one_after_the_other(draw: Draw) -> None:
    """Programs that set columns draw them one by one; each sentence is whole, and none goes over into the other."""
    assert text_of(draw(by_column())).split() == WORDS.split()


@EVERY_WAY
def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other(draw: Draw) -> None:
    """The gutter shows where each line begins anew."""
    assert text_of(draw(across((72, LEFT), (330, RIGHT)))).split() == WORDS.split()


@EVERY_WAY
def test_what_goes_across_the_columns_stays_where_it_is(draw: Draw) -> None:
    """A title comes first; a line across parts what is above from what is below it."""
    title = (
        "What patients should know of baclofen and other drugs against spasticity of the muscles",
        72.0,
        730.0,
        12.0,
    )
    across_all = (
        "This leaflet was last looked through by the nurses and doctors of the clinic in the town",
        72.0,
        610.0,
        10.0,
    )
    lines = [title, *across((72, LEFT), (330, RIGHT)), across_all, *across((72, LEFT), (330, RIGHT), top=590)]
    assert text_of(draw(lines)).replace("#", "").split() == f"{title[0]} {WORDS} {across_all[0]} {WORDS}".split()


@EVERY_WAY
def test_three_columns_are_read_in_turn(draw: Draw) -> None:
    """Each gutter parts a side once more."""
    columns = [
        (
            "Baclofen relaxes muscles and",
            "is used in people who have",
            "stiff legs. It is swallowed",
            "with food or milk, and",
            "has few other uses.",
        ),
        (
            "Drowsiness is common when",
            "it is begun, and lessens as",
            "the weeks go by. Less often",
            "people feel sick or have a",
            "dry mouth in the day.",
        ),
        (
            "It should be kept dry and",
            "away from children, in the",
            "box that it came in. What",
            "is left may be taken back",
            "to any pharmacy.",
        ),
    ]
    words = " ".join(" ".join(lines) for lines in columns)
    assert text_of(draw(across((60, columns[0]), (230, columns[1]), (400, columns[2])))).split() == words.split()


TABLES = [
    # short cells
    (
        ("Baclofen", "Tizanidine", "Dantrolene", "Diazepam", "Quinine"),
        ("sedation", "dry mouth", "weakness", "sedation", "tinnitus"),
    ),
    # a name and what is said of it, in lines of many words
    (
        ("Baclofen", "", "Tizanidine", "", "Dantrolene", ""),
        (
            "is an agonist of the receptor that is",
            "called GABA-B, in the spinal cord.",
            "is an agonist of adrenergic receptors",
            "of the second kind, in the cord.",
            "blocks the release of calcium in the",
            "muscle, and not in the cord.",
        ),
    ),
    # phrases of many words
    (
        (
            "spasms of the legs at night",
            "stiffness",
            "pain in the lower back that came of work",
            "hiccups that do not end by themselves",
            "cramps",
        ),
        (
            "taken in the evening with food and milk",
            "taken in the morning",
            "not to be used at all",
            "taken for three days and then stopped",
            "taken in the evening",
        ),
    ),
]


@EVERY_WAY
@pytest.mark.parametrize("columns", TABLES)
def test_a_table_is_read_by_its_rows(draw: Draw, columns: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Cells of one height stand beside each other in the text."""
    lines = [line for line in across((72, columns[0]), (330, columns[1])) if line[0]]
    assert text_of(draw(lines)).split() == " ".join(words for words, *_ in lines).split()


@EVERY_WAY
def test_a_table_of_long_cells_is_read_by_its_rows(draw: Draw) -> None:
    """Between its rows are gaps through both sides, which columns have not."""
    rows = [
        (
            ("Feeling sleepy or dizzy in", "the first days of treatment."),
            ("Do not drive or use tools until", "you know how it affects you."),
        ),
        (
            ("Feeling sick or having pain", "in the stomach after meals."),
            ("Take the tablets with food, and", "drink a glass of milk with it."),
        ),
        (
            ("Seeing or hearing things that", "are not there, or fits."),
            ("Tell a doctor at once, and do", "not stop the tablets by yourself."),
        ),
    ]
    lines = [
        line
        for place, (left, right) in enumerate(rows)
        for line in across((72, left), (330, right), top=700 - 40 * place)
    ]
    assert text_of(draw(lines)).split() == " ".join(words for words, *_ in lines).split()


@EVERY_WAY
def test_one_column_is_read_from_top_to_bottom(draw: Draw) -> None:
    """Lines across the whole page have no gutter, though words may begin at the same place in some of them."""
    lines = [
        (f"{left} {right}", 72.0, 700.0 - 12 * row, 10.0)
        for row, (left, right) in enumerate(zip(LEFT[:5], RIGHT, strict=True))
    ]
    assert text_of(draw(lines)).split() == " ".join(words for words, *_ in lines).split()
