"""A sheet as plain text in columns and as Markdown."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from queries.knowledge import Known
from queries.sheets import Line, Sheet
from queries.wordings import Numbering, sentence

#: So many facts of a cell are shown unless all are asked for.
SHOWN = 8

#: What a cell says of which nothing is known, and what the lines about a pair say.
UNKNOWN = "unknown"
NOT_SAID = "unknown: no source that was read says anything"

_WIDTHS = {1: (20, 78), 2: (18, 40)}  # of the heading and of each column, by the number of things
COMMON = "= stands for both. "
LEGEND = (
    "Unknown: no source that was read speaks of it; that is no 'no'. Inferred: follows from what is "
    "said and the ontology. Expected: said of a class, and of no single member."
)


def cells_of(sheet: Sheet, line: Line, numbering: Numbering, shown: int | None) -> list[list[str]]:
    """Return the facts of each cell in words, at most so many, each with a mark where both have it."""
    found = []
    for cell in line.cells:
        words = [f"{_mark(line, fact)}{sentence(fact, line.told, numbering)}" for fact in cell[:shown]]
        rest = len(cell) - len(words)
        words += [f"… and {rest} more (--all shows them)"] if rest else []
        found.append(words or [NOT_SAID if line in sheet.together else UNKNOWN])
    return found


def as_text(sheet: Sheet, shown: int | None = SHOWN) -> str:
    """Return the sheet as text: a column for each thing, then what is said of the pair, then the sources."""
    numbering = Numbering(sheet.sources())
    lines = [sheet.title, "=" * len(sheet.title), ""]
    if len(sheet.things) > 1:
        lines += [*_columns("", [[label] for _, label in sheet.things]), ""]
    for line in sheet.lines:
        heading = f"{line.heading}\n({line.likeness})" if line.likeness else line.heading
        lines += [*_columns(heading, cells_of(sheet, line, numbering, shown)), ""]
    for line in sheet.together:
        lines += [f"{line.heading}:", *_listed(cells_of(sheet, line, numbering, shown)[0]), ""]
    lines += ["Sources:", *(f"  [{at}] {title}" for at, title in enumerate(numbering.titles, 1)), ""]
    return "\n".join([*lines, *wrap(legend(sheet), 98), ""])


def _listed(words: list[str]) -> Iterator[str]:
    for each in words:
        yield from wrap(each, 98, initial_indent="  ", subsequent_indent="    ")


def _columns(heading: str, cells: list[list[str]]) -> Iterator[str]:
    left, width = _WIDTHS[len(cells)]
    blocks = [[row for part in heading.split("\n") for row in wrap(part, left - 2) or [""]]]
    blocks += [[row for words in cell for row in wrap(words, width - 2, subsequent_indent="    ")] for cell in cells]
    for row in zip_longest(*blocks, fillvalue=""):
        first, *others = row
        yield f"{first:{left}}{''.join(f'{each:{width}}' for each in others)}".rstrip()


def as_markdown(sheet: Sheet, shown: int | None = SHOWN) -> str:
    """Return the sheet as Markdown: a table with a column for each thing, lists for the pair and the sources."""
    numbering = Numbering(sheet.sources())
    heads = ["", *(label for _, label in sheet.things), *(["in common"] if len(sheet.things) > 1 else [])]
    lines = [f"# {_escaped(sheet.title)}", "", _row(heads), _row(["---"] * len(heads))]
    for line in sheet.lines:
        cells = [
            "<br>".join(_escaped(each.strip()) for each in cell) for cell in cells_of(sheet, line, numbering, shown)
        ]
        lines.append(_row([line.heading, *cells, *([line.likeness] if line.likeness else [])]))
    for line in sheet.together:
        told = cells_of(sheet, line, numbering, shown)[0]
        lines += ["", f"## {line.heading}", "", *(f"- {_escaped(each)}" for each in told)]
    lines += ["", "## Sources", "", *(f"{at}. {_escaped(title)}" for at, title in enumerate(numbering.titles, 1))]
    return "\n".join([*lines, "", f"_{legend(sheet)}_", ""])


def legend(sheet: Sheet) -> str:
    """Say what the marks of a sheet mean."""
    return f"{COMMON if len(sheet.things) > 1 else ''}{LEGEND}"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Keep what Markdown would read as markup."""
    for sign in "\\`*_<>|":
        text = text.replace(sign, f"\\{sign}" if sign not in "<>" else {"<": "&lt;", ">": "&gt;"}[sign])
    return text


def _mark(line: Line, fact: Known) -> str:
    if line.likeness is None:
        return ""
    return "= " if (fact.relation, fact.object) in line.shared else "  "
