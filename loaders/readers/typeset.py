"""Printed lines become marked text: large or bold lines are headings, gaps part paragraphs, repeated lines go."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.readers.headings import WORDS

#: How many lines at the top and the bottom of a page may be the same on others.
EDGE = 2
#: How much larger than most of the text a heading is, and how much wider than a line the gap before a paragraph.
LARGER, GAP = 1.12, 1.6

NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
#: A word broken at the end of a line; after these parts of compounds the hyphen belongs to the word.
BROKEN_WORD = re.compile(r"[a-z]-$")
COMPOUND = re.compile(r"\b(?:non|anti|self|well|long|short|high|low|post|pre|co)-$", re.IGNORECASE)
#: What a new item of a list begins with, and how full a line is that goes on in the next.
ITEM = re.compile(r"[•‣◦▪●○–*-]\s|\(?(?:\d{1,3}|[a-z])[.)]\s")
FULL = 0.7
#: What parts the cells of a table, whose words stand on one height.
CELLS = "\t"


@dataclass(frozen=True, slots=True)
class Print:
    """A line as it is printed: its words, the size and weight of its letters, and where on the page it begins."""

    words: str
    size: float
    bold: bool
    height: float
    left: float = 0.0


def marked(pages: Sequence[Sequence[Print]]) -> str:
    """Return the lines of all pages as Markdown without what each page repeats."""
    repeated = _repeated(pages)
    kept = [[line for line in page if _masked(line.words) not in repeated] for page in pages]
    sizes = Counter[float]()
    for page in kept:
        for line in page:
            sizes[line.size] += len(line.words)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    looks = {_look(line) for page in kept for line in page if _heads(line, usual)}
    ranks = {look: min(rank, 6) for rank, look in enumerate(sorted(looks, reverse=True), 1)}
    return "\n".join(line for page in kept for line in _lines(page, usual, ranks)).strip("\n") + "\n"


def _lines(page: Sequence[Print], usual: float, ranks: dict[tuple[float, bool], int]) -> Iterator[str]:
    """Yield paragraphs and items as one line each, and headings with their marks."""
    lengths = sorted(len(line.words) for line in page if line.size == usual)
    full = lengths[len(lengths) * 9 // 10] * FULL if lengths else 0.0
    heading, text, before = list[Print](), list[str](), None
    for line in page:
        if _heads(line, usual):
            if text:
                yield _joined(text)
            text = []
            if heading and _look(heading[-1]) != _look(line):
                yield from _heading(heading, ranks)
                heading = []
            heading.append(line)
        elif heading or before is None:
            yield from _heading(heading, ranks)
            heading, text = [], [line.words]
        elif _goes_on(before, line, full):
            text.append(line.words)
        else:
            yield _joined(text)
            if _apart(before, line):
                yield ""
            text = [line.words]
        before = line
    if text:
        yield _joined(text)
    yield from _heading(heading, ranks)


def _goes_on(line: Print, following: Print, full: float) -> bool:
    """Tell a line that is as wide as the column, or breaks off in a word, before one that begins nothing new."""
    if ITEM.match(following.words) or (_apart(line, following) and line.words.endswith((".", "!", "?", ":"))):
        return False
    if CELLS in line.words or CELLS in following.words:
        return False
    broken = line.words.endswith("-") and following.words[0].islower()
    return broken or (len(line.words) >= full and not _apart(line, following))


def _apart(line: Print, following: Print) -> bool:
    """Tell two lines with a gap between them; one that stands higher is in the next column."""
    rows = CELLS in line.words and CELLS in following.words
    return not rows and line.height - following.height > GAP * max(line.size, following.size)


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one, with the words whole that break off at the end of one."""
    parts = list(lines[:1])
    for above, words in pairwise(lines):
        if not BROKEN_WORD.search(above) or not words[0].islower():
            parts.append(" ")
        elif not COMPOUND.search(above):
            parts[-1] = parts[-1][:-1]
        parts.append(words)
    return "".join(parts)


def _heading(lines: Sequence[Print], ranks: dict[tuple[float, bool], int]) -> Iterator[str]:
    """Yield the lines of one heading as one, with its mark."""
    if lines:
        yield f"\n{'#' * ranks[_look(lines[0])]} {' '.join(line.words for line in lines)}\n"


def _heads(line: Print, usual: float) -> bool:
    """Tell a heading by its print: short, and larger or bolder than the text."""
    words = line.words.split()
    if CELLS in line.words:
        return False
    short = 0 < len(words) <= WORDS and not line.words.endswith((".", ",", ";", "!"))
    large = line.size >= usual * LARGER or (line.bold and line.size >= usual)
    return short and large and any(map(str.isalpha, line.words)) and line.words[0] not in "•-–*"


def _look(line: Print) -> tuple[float, bool]:
    return (line.size, line.bold)


def _repeated(pages: Sequence[Sequence[Print]]) -> set[str]:
    """Return the first and last lines that most pages share but for numbers: running titles, page numbers."""
    if len(pages) < 3:
        return set()
    seen = Counter[str]()
    for page in pages:
        lines = [_masked(line.words) for line in page]
        seen.update({*lines[:EDGE], *lines[-EDGE:]})
    return {line for line, count in seen.items() if count * 2 > len(pages)}


def _masked(words: str) -> str:
    return NUMBERS.sub("#", words)
