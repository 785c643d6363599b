"""Tables in plain characters: columns parted by pipes, or by tabs and wide gaps."""

import re
from collections.abc import Sequence

from loaders.readers.lines import Line
from ontology.values import Block

SEPARATOR = re.compile(r"(?=[^-=]*[-=])[+|:= \t-]+")
PIPE = re.compile(r"(?<!\\)\|")
#: A gap of two spaces parts columns, except after a sentence's end, where some writers leave two.
GAP = re.compile(r"(?<![.!?:\s])(?:[ ]{2,}|[ ]*\t+[ ]*)(?=\S)")


#: A line of more characters is a paragraph in which somebody left two spaces, unless tabs part it.
LONGEST_ROW = 250


def piped(text: str, lines: Sequence[Line], first: int) -> int:
    """Return the line after the piped table that starts at a line, or the same line where none starts there.

    A table is told by its first two lines: a row above a ruling line, or two lines with a pipe or corner at both ends.
    """
    if first + 1 >= len(lines):
        return first
    head, second = lines[first], lines[first + 1]
    ruled = _has_pipe(text, head) and not _is_separator(text, head) and _is_separator(text, second)
    if not ruled and not (_is_boxed(text, head) and _is_boxed(text, second)):
        return first
    end = first + 1
    while end < len(lines) and (_has_pipe(text, lines[end]) or _is_separator(text, lines[end])):
        end += 1
    return end


def gapped(text: str, lines: Sequence[Line], first: int) -> int:
    """Return the line after the table of aligned columns that starts at a line, or the same line where none does."""
    columns, end = _gaps(text, lines[first]), first
    while columns and end < len(lines) and _gaps(text, lines[end]) == columns:
        end += 1
    return end if end - first > 1 else first


def pipe_rows(text: str, lines: Sequence[Line], table: int) -> list[Block]:
    """Return the rows of a piped table; the lines that only draw it are left out."""
    return [
        _row(_pipe_cells(text, line), line, table)
        for line in lines
        if not _is_separator(text, line) and any(map(str.isalnum, text[line.start : line.end]))
    ]


def gap_rows(text: str, lines: Sequence[Line], table: int) -> list[Block]:
    """Return the rows of a table of aligned columns."""
    rows = []
    for line in lines:
        gaps = list(GAP.finditer(text, line.start, line.end))
        starts = [line.start, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), line.end]
        rows.append(_row(list(zip(starts, ends, strict=True)), line, table))
    return rows


def _row(cells: list[tuple[int, int]], line: Line, table: int) -> Block:
    return Block("row", line.start, line.end, cells=tuple(cells), table=table)


def _pipe_cells(text: str, line: Line) -> list[tuple[int, int]]:
    pipes = [pipe.start() for pipe in PIPE.finditer(text, line.start, line.end)]
    starts = [line.start, *(pipe + 1 for pipe in pipes)]
    ends = [*pipes, line.end]
    if pipes and pipes[0] == line.start:
        starts, ends = starts[1:], ends[1:]
    if len(pipes) > 1 and pipes[-1] == line.end - 1:
        starts, ends = starts[:-1], ends[:-1]
    return [_trim(text, start, end) for start, end in zip(starts, ends, strict=True)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return left, max(left, start + len(words.rstrip()))


def _is_boxed(text: str, line: Line) -> bool:
    return line.end - line.start > 2 and text[line.start] in "+|" and text[line.end - 1] in "+|"


def _has_pipe(text: str, line: Line) -> bool:
    if line.kind not in ("text", "item") or text.find("|", line.start, line.end) < 0:
        return False
    return PIPE.search(text, line.start, line.end) is not None


def _is_separator(text: str, line: Line) -> bool:
    parted = text.find("|", line.start, line.end) >= 0 or text.find("+", line.start, line.end) >= 0
    return parted and SEPARATOR.fullmatch(text, line.start, line.end) is not None


def _gaps(text: str, line: Line) -> int:
    tabbed = text.find("\t", line.start, line.end) >= 0
    wide = tabbed or (line.end - line.start <= LONGEST_ROW and text.find("  ", line.start, line.end) >= 0)
    if line.kind != "text" or not wide:  # as nearly all lines, at a tenth of what the pattern takes to find none
        return 0
    return sum(1 for _ in GAP.finditer(text, line.start, line.end))
