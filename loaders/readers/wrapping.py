"""Hard-wrapped prose told from lines that stand for themselves, so that sentences are whole and table rows not lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.readers.lines import Line

#: Prose is wrapped to this width at most; longer lines are whole paragraphs.
WIDEST = 140
NARROWEST = 50
#: In narrower columns as well, where this share of many lines is nearly as wide as the widest.
NARROW_COLUMN, FILLED, MANY = 30, 0.6, 12
ENDS = (".", "!", "?", ":")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width to which a text is wrapped, 0 where each line is a paragraph of its own."""

    width: int
    fills: bool = False  # whether a line that goes on is known by its width

    @classmethod
    def of(cls, text: str, lines: Sequence[Line]) -> "Wrapping":
        """Measure a text: it is wrapped where hardly any line of words is longer than prose is wrapped."""
        widths = [
            line.width
            for line in lines
            if line.kind in ("text", "item")
            and (line.width <= WIDEST or max(map(len, text[line.start : line.end].split())) < line.width // 2)
        ]
        fitting = [width for width in widths if width <= WIDEST]
        wrapped = fitting and (len(widths) - len(fitting)) * 50 <= len(widths)
        width = max(fitting) if wrapped else 0
        filled = sum(each * 4 > width * 3 for each in fitting) > len(fitting) * FILLED
        narrowest = NARROW_COLUMN if filled and len(fitting) >= MANY else NARROWEST
        return cls(width, width >= narrowest)

    def paragraphs(self, text: str, run: Sequence[Line]) -> list[tuple[int, int]]:
        """Return the bounds of the paragraphs that a run of lines without a blank one holds."""
        breaks = [not self.full(text, a, b) and not _flows(text, a, b) for a, b in pairwise(run)]
        if not self.width or sum(breaks) * 10 > len(breaks) * 3:
            breaks = [True] * len(breaks)
        else:
            breaks = [
                apart and text[a.end - 1] in ENDS and not text[b.start].islower()
                for apart, a, b in zip(breaks, run, run[1:], strict=False)
            ]
        starts = [run[0].start, *(b.start for apart, b in zip(breaks, run[1:], strict=True) if apart)]
        ends = [*(a.end for apart, a in zip(breaks, run, strict=False) if apart), run[-1].end]
        return list(zip(starts, ends, strict=True))

    def continues(self, text: str, line: Line, following: Line) -> bool:
        """Tell whether a line goes on in the next: indented under a list item, or broken where the width ended."""
        if line.kind == "item" and following.indent > line.indent:
            return True
        return bool(self.width) and (self.full(text, line, following) or _flows(text, line, following))

    def full(self, text: str, line: Line, following: Line) -> bool:
        """Tell a line that the next one's first word would not have fitted into; a ragged margin is allowed for."""
        word = text[following.start : following.end].split(maxsplit=1)[0]
        return self.fills and (line.width + 1 + len(word)) * 5 > self.width * 4


def _flows(text: str, line: Line, following: Line) -> bool:
    """Tell a sentence that goes on in the next line: no end mark here, a small letter there."""
    return line.width >= 40 and text[following.start].islower() and text[line.end - 1] not in ENDS
