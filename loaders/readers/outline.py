"""Lines become blocks: headings, paragraphs, list items with their depth, and table rows, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.readers import bare, headings, infobox, joined, rows
from loaders.readers.furniture import is_furniture
from loaders.readers.lines import Line, lines
from loaders.readers.wrapping import Wrapping
from ontology.values import Block

#: A line longer than this above an underline is a paragraph above a rule.
LONGEST_HEADING = 160

#: Deeper lists are told apart no more, since each item looks at all around it.
DEEPEST = 100


def blocks(text: str, offset: int, plain: bool) -> tuple[Block, ...]:
    """Return the blocks of a text from an offset on; plain text has tables of wide gaps besides what Markdown has."""
    outline = _Outline(text, joined.parted(text, list(lines(text, offset))), plain)
    return tuple(block for block in outline.read() if any(map(str.isalnum, text[block.start : block.end])))


class _Outline:
    """One pass over the lines; it remembers the list that it stands in and the rank of the last heading."""

    def __init__(self, text: str, found: list[Line], plain: bool) -> None:
        self.text, self.lines, self.plain = text, found, plain
        self.wrapping = Wrapping.of(text, found)
        self.blocks: list[Block] = []
        self.tables = 0
        self.rank = 0  # of the last heading whose mark gives it one
        self.depths: list[tuple[int, str]] = []  # indentation and marker of the items around this line
        self.unmarked = sum(self._is_marked(index) for index in range(len(found))) < 2
        self.numbered = self.unmarked and headings.number_sections(text, found)
        self.bare = bare.items(text, found, self.wrapping)
        self.box = infobox.Infobox(text, found)
        self.lone = [self._is_lone(index) for index in range(len(found))] if self.unmarked else []
        # Where blank lines part no headings from paragraphs, each line is one or the other.
        self.close = self.unmarked and not self.wrapping.width and sum(self.lone) < 2

    def read(self) -> list[Block]:
        """Return the blocks of all lines."""
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            boxed, end = self.box.rows(index, self.tables)
            if boxed:
                self._table(boxed)
                index = end
                continue
            end = rows.piped(self.text, self.lines, index)
            if end > index:
                self._table(rows.pipe_rows(self.text, self.lines[index:end], self.tables))
            elif self.plain and (end := rows.gapped(self.text, self.lines, index)) > index:
                self._table(rows.gap_rows(self.text, self.lines[index:end], self.tables))
            elif line.kind == "heading" and line.marker == joined.ASKED:
                self.depths = []
                self.blocks.append(Block("heading", line.start, line.end, level=max(2, self.rank + 1)))
                end = index + 1
            elif line.kind == "heading":
                self._heading(line.start, line.end, line.level)
                end = index + 1
            elif line.kind == "item":
                end = self._item(index)
            elif index in self.bare:
                self.blocks.append(Block("item", line.start, line.end, level=self._depth(line)))
                end = index + 1
            elif line.kind == "text":
                end = self._run(index)
            else:
                end = index + 1
            index = end
        return self.blocks

    def _table(self, found: list[Block]) -> None:
        self.depths = []
        self.blocks.extend(found)
        self.tables += 1

    def _heading(self, start: int, end: int, level: int) -> None:
        self.depths = []
        self.rank = level or self.rank
        self.blocks.append(Block("heading", start, end, level=level or self.rank + 1))

    def _item(self, index: int) -> int:
        line, end = self.lines[index], index + 1
        if self.unmarked and line.marker == "1" and (self.numbered or self._heads_alone(index)):
            self._heading(line.start, line.end, 2)
            return end
        last = line
        while end < len(self.lines) and self.lines[end].kind == "text":
            following = self.lines[end]
            if not (self.wrapping.continues(self.text, last, following) or following.indent > line.indent):
                break
            last, end = following, end + 1
        self.blocks.append(Block("item", line.start, last.end, level=self._depth(line)))
        return end

    def _depth(self, line: Line) -> int:
        """Return an item's depth by indentation; at the same one, a new marker goes deeper and a known one back."""
        around = [at for at in self.depths if at[0] <= line.indent]
        same = [place for place, at in enumerate(around) if at[0] == line.indent]
        known = [place for place in same if around[place][1] == line.marker]
        around = around[: known[0]] if known else around[:DEEPEST]
        self.depths = [*around, (line.indent, line.marker)]
        return len(self.depths)

    def _run(self, first: int) -> int:
        end = first + 1
        while end < len(self.lines) and self.lines[end].kind == "text" and not self._starts_other(end):
            end += 1
        run = self.lines[first:end]
        if run[0].indent == 0 or not self.depths:
            self.depths = []
        if end < len(self.lines) and self.lines[end].kind == "underline" and self._underlined(run[-1]):
            self._paragraphs(run[:-1])
            self._heading(run[-1].start, run[-1].end, self.lines[end].level)
            return end + 1
        caption = headings.caption_end(self._words(run[0])) if self.unmarked and len(run) == 1 else 0
        if caption and self._blank(first - 1) and self._blank(end):
            self._paragraphs([replace(run[0], end=run[0].start + caption)])
            self._heading(run[0].start + caption, run[0].end, 2)
            return end
        level = self._unmarked_level(first, run)
        if self._labels(run, end):
            self._heading(run[0].start, run[0].end - 1, 0)
            run = run[1:]
        elif level:
            self._heading(run[0].start, run[0].end, level)
            run = run[1:]
        self._paragraphs(run)
        return end

    def _paragraphs(self, run: Sequence[Line]) -> None:
        if not run:
            return
        heads = headings.heading_lines(list(map(self._words, run))) if self.close else set()
        for place, (start, end) in enumerate(self.wrapping.paragraphs(self.text, run)):
            if place in heads or self.text[start:end].strip(" :").casefold() in headings.BACK_MATTER:
                self._heading(start, end, 2 if self.blocks else 1)
            elif not is_furniture(self.text[start:end]):
                self.blocks.append(Block("paragraph", start, end))

    def _unmarked_level(self, first: int, run: Sequence[Line]) -> int:
        """Return the rank of a run's first line as a heading without a mark, or 0 where it is none."""
        line = self._words(run[0])
        if len(run) == 1 or len(line) < 120:
            section = headings.section_level(line)
            if section:
                return section
        if not self.unmarked:
            return 0
        if len(run) == 1:
            heads = self._heads_alone(first) or self._heads_items(first)
        else:
            heads = not self.wrapping.full(self.text, *run[:2]) and headings.leads_prose(
                line, self.text[run[1].start : self._first_end(run[1:])]
            )
        if not heads:
            return 0
        return 1 if not self.blocks else 2

    def _labels(self, run: Sequence[Line], end: int) -> bool:
        """Tell a first line with a colon that heads what stands below it, right there or after a blank line."""
        if not self._words(run[0]).endswith(":"):
            return False
        at = self._next(end - 1, 1) if len(run) == 1 else None
        if len(run) == 1 and (at is None or self.lines[at].kind != "text" or at in self.bare):
            return False
        below = run[1:] or [self.lines[at or 0]]
        return headings.labels_prose(self._words(run[0]), self.text[below[0].start : self._first_end(below)])

    def _first_end(self, run: Sequence[Line]) -> int:
        return self.wrapping.paragraphs(self.text, run)[0][1]

    def _heads_alone(self, index: int) -> bool:
        """Tell whether a line with blank ones around it heads what follows, and is not one of many such lines."""
        if not headings.could_head(self._words(self.lines[index])) or not self._blank(index - 1):
            return False
        after = self._next(index, 1)
        if not self._blank(index + 1) or after is None:
            return False
        if self.lines[index].kind == "item":
            before = self._next(index, -1)
            return all(at is None or self.lines[at].marker != "1" for at in (before, after))
        return not self._amid_lone_lines(index)

    def _heads_items(self, index: int) -> bool:
        """Tell whether a line of a few words stands right above the items of a list, with a blank line over it."""
        line = self._words(self.lines[index])
        few = len(line.split(maxsplit=headings.FEW)) <= headings.FEW or line.endswith("?")
        few = few and ":" not in line and headings.could_head(line)
        few = few and line.split()[-1] not in headings.LEADING
        after = index + 1
        return few and self._blank(index - 1) and after < len(self.lines) and self.lines[after].kind == "item"

    def _amid_lone_lines(self, index: int) -> bool:
        """Tell a line that stands after the first in a long row of short lines, which is a list without bullets."""
        before, after = 0, 0
        at = self._next(index, -1)
        while at is not None and self.lone[at] and before <= headings.ROW_OF_LINES:
            before, at = before + 1, self._next(at, -1)
        at = self._next(index, 1)
        while at is not None and self.lone[at] and after <= headings.ROW_OF_LINES:
            after, at = after + 1, self._next(at, 1)
        return before > 0 and before + after >= headings.ROW_OF_LINES

    def _next(self, index: int, step: int) -> int | None:
        index += step
        while 0 <= index < len(self.lines) and self._blank(index):
            index += step
        return index if 0 <= index < len(self.lines) else None

    def _is_lone(self, index: int) -> bool:
        line = self.lines[index]
        lone = line.kind == "text" and self._blank(index - 1) and self._blank(index + 1)
        return lone and headings.could_head(self._words(line)) and not self._words(line).endswith("?")

    def _is_marked(self, index: int) -> bool:
        line = self.lines[index]
        if line.kind == "underline":
            return index > 0 and self.lines[index - 1].kind == "text" and self._underlined(self.lines[index - 1])
        return line.kind == "heading" and line.marker != joined.ASKED

    def _underlined(self, line: Line) -> bool:
        return line.end - line.start <= LONGEST_HEADING and not self._words(line).endswith((".", ",", ";"))

    def _starts_other(self, index: int) -> bool:
        """Tell a line of text that begins a table, or is an item without a bullet."""
        return (
            index in self.bare
            or self.box.row(index, 0) is not None
            or rows.piped(self.text, self.lines, index) > index
            or (self.plain and rows.gapped(self.text, self.lines, index) > index)
        )

    def _blank(self, index: int) -> bool:
        return not 0 <= index < len(self.lines) or self.lines[index].kind in ("blank", "skipped")

    def _words(self, line: Line) -> str:
        return self.text[line.start : line.end]
