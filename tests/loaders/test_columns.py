"""Two columns of print are read one after the other."""

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


def shown(words: str, x: int, y: int) -> str:
    """Return what draws a line."""
    return f"q 1 0 0 1 {x} {y} cm BT /F1 10 Tf ({words}) Tj ET Q"


def by_column() -> list[str]:
    """Return the lines of the left column, then those of the right one."""
    return [
        shown(words, x, 700 - 12 * row) for x, lines in ((72, LEFT), (330, RIGHT)) for row, words in enumerate(lines)
    ]


def test_columns_are_read_one_after_the_other() -> None:
    """Programs that set columns draw them one by one; each sentence is whole, and none goes over into the other."""
    text = read(drawn("\n".join(by_column())), "a.pdf").text
    assert " ".join(text.split()) == " ".join(WORDS.split())
