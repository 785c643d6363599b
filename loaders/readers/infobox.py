"""The box of data beside an encyclopedia's article, where a page's plain text has run labels and values together.

`Trade namesAdvil, Motrin` is a row of two cells, and so are `Routes of`, `administration`, `By mouth, rectal` on lines
of their own. A few such labels show that a text has a box; a word that only begins like a label makes none.
"""

import re
from collections.abc import Sequence

from loaders.readers.lines import Line
from ontology.values import Block

#: The labels of a box that may stand on lines of their own, each by its words, and those whose value follows at once.
LABELS = (
    *("Trade names", "Other names", "Routes of administration", "Drug class", "Legal status", "Pregnancy category"),
    *("Pronunciation", "ATC code", "Dependence liability", "Addiction liability", "Source", "Synonyms"),
    *("Bioavailability", "Protein binding", "Metabolism", "Metabolites", "Onset of action", "Duration of action"),
    *("Elimination half-life", "Biological half-life", "Half-life", "Excretion", "CAS Number", "CAS number", "Formula"),
    *("Molar mass", "Mol. mass", "License data", "Pregnancy cat."),
)
#: Lines that head a part of a box.
TITLES = frozenset(
    {"chemical and physical data", "chemical data", "clinical data", "identifiers", "pharmacokinetic data"}
    | {"physical data", "therapeutic considerations", "physical and chemical data"}
)
GLUED = re.compile("(?:" + "|".join(re.escape(label) for label in LABELS) + r")(?=[ \t:]*[^\s:])")
#: How many lines with labels show a box, and how many lines a label and a value may take.
SHOWING = 3
#: Within how many lines from the top a box stands.
TOP = 80
LONGEST_LABEL = 3
LONGEST_VALUE = 8
#: How far apart two rows of a box may stand, and how long a line between them may be.
FAR = 12
LONGEST_LINE = 120


class Infobox:
    """Which lines of a text belong to a box."""

    def __init__(self, text: str, found: Sequence[Line]) -> None:
        """Look for titles and glued labels; fewer than a few are chance."""
        self.text, self.lines = text, found
        top = range(min(len(found), TOP))
        titled = any(self._title(at) for at in top)
        self.shown = (
            titled and sum(self._title(at) or self._glued(at) > 0 or self._alone(at) > 0 for at in top) >= SHOWING
        )

    def rows(self, index: int, table: int) -> tuple[list[Block], int]:
        """Return the rows of the box that begins at a line, and the line after it; no rows where none begins."""
        found: list[Block] = []
        at = index
        while at < len(self.lines):
            if entry := self.row(at, table):
                found.append(entry[0])
                at = entry[1]
            elif not found or not (following := self._next(at)):
                break
            else:
                at = following
        return found, at

    def _next(self, index: int) -> int:
        """Return the next line near that goes on with a box, before any prose; else 0."""
        for at in range(index, min(index + FAR, len(self.lines))):
            line = self.lines[at]
            if self.row(at, 0):
                return at
            if line.end - line.start > LONGEST_LINE or self.text[line.start : line.end].endswith("."):
                break
        return 0

    def row(self, index: int, table: int) -> tuple[Block, int] | None:
        """Return the row that begins at a line, with the line after it; nothing where none does."""
        if not self.shown:
            return None
        line = self.lines[index]
        if self._title(index):
            return Block("row", line.start, line.end, cells=((line.start, line.end),), table=table), index + 1
        if cut := self._glued(index):
            return self._block((line.start, cut), (self._value_from(cut), line.end), table), index + 1
        width = self._alone(index)
        return self._below(index, index + width, table) if width else None

    def _alone(self, index: int) -> int:
        """Return over how many lines a label goes that stands alone, or 0."""
        return next((width for width in range(1, LONGEST_LABEL) if self._words(index, index + width) in LABELS), 0)

    def _below(self, first: int, at: int, table: int) -> tuple[Block, int] | None:
        """Return the row of a label that stands alone, with the lines or items below it as its value."""
        while at < len(self.lines) and self._words(at, at + 1) == self._words(first, at):  # the label said twice
            at += 1
        end = at
        while end < len(self.lines) and end < at + LONGEST_VALUE and self.lines[end].kind == "item":
            end += 1
        end = end if end > at else at + 1
        if end > len(self.lines) or self.lines[at].kind not in ("text", "item") or self._title(at) or self._glued(at):
            return None
        label = (self.lines[first].start, self.lines[at - 1].end)
        return self._block(label, (self.lines[at].start, self.lines[end - 1].end), table), end

    def _block(self, label: tuple[int, int], value: tuple[int, int], table: int) -> Block:
        return Block("row", label[0], value[1], cells=(label, value), table=table)

    def _value_from(self, at: int) -> int:
        while self.text[at] in " \t:":
            at += 1
        return at

    def _glued(self, index: int) -> int:
        """Return where a label ends whose value follows in the same line, or 0."""
        line = self.lines[index]
        match = GLUED.match(self.text, line.start, line.end) if line.kind == "text" else None
        return match.end() if match and line.end - line.start < 200 and self._ends_there(match.end()) else 0

    def _ends_there(self, at: int) -> bool:
        """Tell whether the words go on as a value does: with a capital, a digit or a mark; glued, with anything."""
        following = self.text[self._value_from(at)]
        return not following.islower() or (self.text[at].islower() and self.text[at - 1] == "s")

    def _title(self, index: int) -> bool:
        line = self.lines[index]
        return line.kind in ("text", "heading") and self.text[line.start : line.end].strip().casefold() in TITLES

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[line.start : line.end].strip() for line in self.lines[first:last])
