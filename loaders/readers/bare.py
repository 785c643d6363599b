"""Lists without bullets: short lines below one that ends in a colon, each on its own."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.readers.furniture import is_furniture
from loaders.readers.headings import FEW, could_head
from loaders.readers.lines import Line
from loaders.readers.wrapping import Wrapping

#: How many words an item has at most, and how many items make a list.
WORDS, FEWEST = 25, 2
#: What announces a list where no colon does.
FOLLOWING = ("any of the following", "of the following side effects occur", "the following conditions")
#: What ends an item before others, and what no item ends in.
MORE = (",", ";", " and", " or")
ENDS = (".", "!", "?", ":")
#: What shows the cells of a table, and how many words a value has at most: `Light: 5 mg` is read as label and value.
PARTS, VALUE = ("  ", "\t", "|"), 3


def items(text: str, lines: Sequence[Line], wrapping: Wrapping) -> frozenset[int]:
    """Return which lines are items without a bullet: right below what leads them in, or each between blank lines."""
    found = set[int]()
    for index, line in enumerate(lines):
        if line.kind == "text" and (text[line.end - 1] == ":" or _announces(text, line)):
            first = _next(lines, index)
            alone = _blank(lines, index + 1) and _blank(lines, first + 1)
            below = list(_alone(text, lines, first) if alone else _close(text, lines, first))
            close = () if alone else pairwise([lines[at] for at in below])
            filled = [wrapping.full(text, a, b) and not _more(text, a) for a, b in close]
            if len(below) >= FEWEST and sum(filled) * 2 <= len(filled):
                found.update(below)
    return frozenset(found)


def _announces(text: str, line: Line) -> bool:
    """Tell whether a line ends as a sentence that speaks of what follows, and leads in to it all the same."""
    *_, last = re.split(r"(?<=[.!?])\s", text[line.start : line.end])
    return last.endswith(".") and any(words in last for words in FOLLOWING)


def _close(text: str, lines: Sequence[Line], first: int) -> Iterator[int]:
    """Yield the short lines from one on; what stands right above prose may be the heading of it."""
    at = first
    while at < len(lines) and _is_bare(text, lines[at]):
        if _is_text(lines, at + 1) and not _more(text, lines[at]) and not _is_bare(text, lines[at + 1]):
            return
        yield at
        at += 1
    # The last of a list that is punctuated as a sentence ends as one.
    if at > first and _is_text(lines, at) and _more(text, lines[at - 1]) and not _is_text(lines, at + 1):
        line = lines[at]
        if text[line.end - 1] == "." and _is_bare(text, Line("text", line.start, line.end - 1)):
            yield at


def _alone(text: str, lines: Sequence[Line], first: int) -> Iterator[int]:
    """Yield the short lines between blank ones from one on; the last before prose may be the heading of it."""
    at = first
    while at < len(lines) and _is_bare(text, lines[at]) and _blank(lines, at + 1):
        following = _next(lines, at)
        prose = _is_text(lines, following) and not (_is_bare(text, lines[following]) and _blank(lines, following + 1))
        if prose and _may_head(text[lines[at].start : lines[at].end]):
            return
        yield at
        at = following


def _may_head(words: str) -> bool:
    return could_head(words) and "," not in words and len(words.split()) <= FEW


def _is_bare(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    _, colon, value = words.partition(": ")
    return (
        line.kind == "text"
        and not words.endswith(ENDS)
        and words[0].isalnum()
        and len(words.split(maxsplit=WORDS)) <= WORDS
        and not any(part in words for part in PARTS)
        and not (colon and len(value.split(maxsplit=VALUE)) <= VALUE)
        and not is_furniture(words)
    )


def _more(text: str, line: Line) -> bool:
    return text.endswith(MORE, line.start, line.end)


def _is_text(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and lines[at].kind == "text"


def _blank(lines: Sequence[Line], at: int) -> bool:
    return at >= len(lines) or lines[at].kind in ("blank", "skipped")


def _next(lines: Sequence[Line], at: int) -> int:
    at += 1
    while at < len(lines) and _blank(lines, at):
        at += 1
    return at
