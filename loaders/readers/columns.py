"""Columns of print that are drawn line by line across the page are found by the gutter between them, and read in turn.

A gutter is a place where many lines begin anew. Beside a gutter stands running prose; the cells of a table are short,
or the gaps between its rows go through both sides, and it stays as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from loaders.readers.typeset import Print

#: A line as it is drawn, in pieces.
Drawn: TypeAlias = Sequence[Print]

#: How many lines beside each other make columns, and how many of the places where lines begin are tried as a gutter.
FEWEST, TRIED = 4, 6
#: How many columns are looked for: each gutter parts a side once more.
DEEPEST = 3
#: How far lines of one column begin apart, and lines of one height stand apart, in points.
SAME = 1.5
#: Widths of letters in their size, by and large, and the share by which the width of a piece may be wrong.
NARROW, WIDE = frozenset("fijlrtI.,:;'|!()[] -"), frozenset("mwMW@%")
WIDTHS, WRONG = (0.29, 0.53, 0.66, 0.86), 0.1
#: The least gutter and the deepest indentation, in sizes of the letters.
GUTTER, INDENT = 0.7, 3.0
#: What tells prose: words in a line, the share of lines that are as long as most, and of those that go on in the next.
WORDS, LONG, FULL, FLOWING = 3.5, 0.7, 0.6, 0.35
#: How much wider than the usual a gap between rows of a table is, and how many rows it has at most.
WIDER, ROWS = 1.35, 6

SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of one height in the order in which they are drawn, and their pieces from left to right."""

    lines: tuple[Drawn, ...]
    pieces: tuple[Print, ...]

    @classmethod
    def of(cls, lines: Sequence[Drawn]) -> "Row":
        """Return lines of one height as a row."""
        pieces = [piece for line in lines for piece in line if piece.words.strip()]
        return cls(tuple(lines), tuple(sorted(pieces, key=lambda piece: piece.left)))

    @property
    def height(self) -> float:
        """How high the row stands."""
        return self.pieces[0].height

    def side(self, gutter: float, right: bool) -> list[Print]:
        """Return what stands on one side of a gutter, as it is drawn."""
        return [piece for line in self.lines for piece in line if (piece.left >= gutter - SAME) is right]

    def parted(self, gutter: float) -> bool:
        """Tell a row with words on both sides of a gutter, those on the right right behind it."""
        begins = [piece.left for piece in self.pieces if piece.left >= gutter - SAME]
        return 0 < len(begins) < len(self.pieces) and begins[0] <= gutter + SAME

    def crosses(self, gutter: float) -> bool:
        """Tell a row whose words go on from one side of a gutter to the other."""
        before = [piece for piece in self.pieces if piece.left < gutter - SAME]
        after = self.pieces[len(before) :]
        if not before:
            return False
        width = _width(before[-1])
        end = before[-1].left + width * (1 - WRONG)
        if end > gutter or not after:
            return end > gutter
        gap = after[0].left - end
        return gap < GUTTER * after[0].size or after[0].left > gutter + INDENT * after[0].size


def in_order(lines: Sequence[Drawn], depth: int = DEEPEST) -> list[Drawn]:
    """Return the lines of a page column by column where they are drawn across, else as they are drawn."""
    if depth == 0 or len(lines) < FEWEST:
        return list(lines)
    rows = _rows(lines)
    for gutter in _gutters(rows):
        bands = list(_bands(rows, gutter))
        if any(_has_columns(band, gutter) for band in bands) and _drawn_across(lines, gutter):
            return [line for band in bands for line in _read(band, gutter, depth)]
    return list(lines)


def _read(band: Sequence[Row], gutter: float, depth: int) -> Iterator[Drawn]:
    if not _has_columns(band, gutter):
        yield from (line for row in band for line in row.lines)
        return
    for right in (False, True):
        side = [pieces for row in band if (pieces := row.side(gutter, right))]
        yield from in_order(side, depth - 1)


def _rows(lines: Sequence[Drawn]) -> list[Row]:
    """Return the lines from the top of the page to its bottom; those of one height are one row."""
    worded = [line for line in lines if any(piece.words.strip() for piece in line)]
    rows, row = list[Row](), list[Drawn]()
    for line in sorted(worded, key=lambda line: -_height(line)):
        if row and _height(row[0]) - _height(line) >= SAME:
            rows.append(Row.of(row))
            row = []
        row.append(line)
    return [*rows, Row.of(row)] if row else rows


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Return where most rows begin anew, those where more of them do first."""
    begins = Counter(round(piece.left) for row in rows for piece in row.pieces[1:])
    return [float(place) for place, count in begins.most_common(TRIED) if count >= FEWEST // 2]


def _bands(rows: Sequence[Row], gutter: float) -> Iterator[list[Row]]:
    """Yield the rows between those that go across the gutter, and these one by one."""
    band = list[Row]()
    for row in rows:
        if row.crosses(gutter):
            if band:
                yield band
            yield [row]
            band = []
        else:
            band.append(row)
    if band:
        yield band


def _has_columns(band: Sequence[Row], gutter: float) -> bool:
    parted = [row for row in band if row.parted(gutter)]
    if len(parted) < FEWEST or len(parted) * 2 < len(band):
        return False
    gaps = [above.height - below.height for above, below in pairwise(parted)]
    if sum(gap > median(gaps) * WIDER for gap in gaps) * ROWS > len(parted):
        return False
    return all(_is_prose([_words(row.side(gutter, right)) for row in parted]) for right in (False, True))


def _is_prose(lines: Sequence[str]) -> bool:
    """Tell lines that are filled with words and go on in each other from cells."""
    long = sorted(map(len, lines))[len(lines) * 3 // 4] * LONG
    flowing = sum(not SENTENCE_END.search(a[-1:]) and b[:1].islower() for a, b in pairwise(lines))
    return (
        median(len(line.split()) for line in lines) >= WORDS
        and sum(len(line) >= long for line in lines) >= len(lines) * FULL
        and flowing >= (len(lines) - 1) * FLOWING
        and SENTENCE_END.search(" ".join(lines)) is not None
    )


def _drawn_across(lines: Sequence[Drawn], gutter: float) -> bool:
    """Tell whether the page is drawn from one side to the other again and again, not side by side."""
    sides = [piece.left >= gutter - SAME for line in lines for piece in line if piece.words.strip()]
    return sum(a < b for a, b in pairwise(sides)) >= FEWEST


def _words(pieces: Drawn) -> str:
    return " ".join("".join(piece.words for piece in pieces).split())


def _height(line: Drawn) -> float:
    return max(line, key=lambda piece: len(piece.words.strip())).height


def _width(piece: Print) -> float:
    """Return about how wide a piece is printed: fonts differ, and many do not tell."""
    narrow, usual, upper, wide = WIDTHS
    letters = (
        narrow if letter in NARROW else wide if letter in WIDE else upper if letter.isupper() else usual
        for letter in piece.words.strip()
    )
    return piece.size * sum(letters)
