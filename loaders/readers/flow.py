"""A tree of elements becomes a run of blocks: what a browser would set on a line of its own is a block of its own."""

import re

from selectolax.lexbor import LexborNode

from loaders.readers import grids, pages
from loaders.readers.decoding import clean
from loaders.readers.furniture import is_furniture
from ontology.values import Block, BlockKind

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = {"ul", "ol", "menu", "dir"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "details", "div", "dl", "fieldset"),
    *("figcaption", "figure", "form", "header", "hgroup", "hr", "main", "p", "pre", "section", "table", "tbody", "td"),
    *("tfoot", "th", "thead", "tr", "summary", "dt", "dd", "li"),
    *HEADINGS,
    *LISTS,
}
CONTROLS = {"button", "label", "legend", "option"}
BOLD = {"b", "strong"}
BULLETS = re.compile("[•●▪◦‣]")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class Flow:
    """The text that grows while elements are entered and left, with the blocks found so far."""

    def __init__(self, inside: bool = False) -> None:
        self.inside = inside  # the main part of the page: what stands in it is less likely furniture
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.length = 0
        self.tables = 0
        self.buffer: list[str] = []
        self.bold = 0  # open elements of bold print
        self.plain = False  # whether the buffer holds words that are not bold
        self.heading = 0  # the level of the heading that is open
        self.rank = 0  # the level of the last heading
        self.items: list[bool] = []  # the open list items; True until its first block is written
        self.lists = 0
        self.term = ""

    def text(self) -> str:
        """Return the kept text, one block a line."""
        return "".join(self.parts)

    def read(self, root: LexborNode) -> None:
        """Add the blocks of an element and all that it holds, in order and without recursion."""
        node: LexborNode | None = root
        while node is not None:
            child = node.child if self._enter(node) else None
            if child is not None:
                node = child
                continue
            while node is not None:
                self._leave(node)
                if node.mem_id == root.mem_id:
                    node = None
                elif node.next is not None:
                    node = node.next
                    break
                else:
                    node = node.parent
        self._write_term()
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        """Take in an element's start or a text; tell whether what it holds is to be read."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
            return False
        if tag.startswith("-") or (tag in CONTROLS and not self.heading) or pages.is_left_out(node, self.inside):
            return False
        if tag == "sup":
            return self._raise(node)
        if tag == "br":
            if self.heading:
                self._add(" ")
            else:
                self._flush()
        elif tag in BLOCKS:
            self._flush_before(tag)
            return self._open(node, tag)
        elif tag in BOLD:
            self.bold += 1
        return True

    def _open(self, node: LexborNode, tag: str) -> bool:
        if tag in HEADINGS or tag == "summary":
            self.heading = HEADINGS.get(tag, min(self.rank + 1, 6))
        elif tag in LISTS or tag == "dl":
            self.lists += 1
        elif tag in ("li", "dt") or (tag == "dd" and not self.term):
            self.items.append(True)
        elif tag == "dd":
            self.items.append(True)
            self.buffer, self.plain, self.term = [self.term, ": "], True, ""
        elif tag == "table" and grids.is_data(node):
            self._table(node)
            return False
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BOLD:
            self.bold = max(0, self.bold - 1)
        if tag not in BLOCKS:
            return
        if tag == "dt":
            self._close_term()
        else:
            self._flush()
        if tag in HEADINGS or tag == "summary":
            self.heading, self.rank = 0, HEADINGS.get(tag, self.rank)
        elif tag in LISTS or tag == "dl":
            self._write_term()
            self.lists = max(0, self.lists - 1)
        if tag in ("li", "dt", "dd") and self.items:
            self.items.pop()

    def _close_term(self) -> None:
        """Hold a term back for its definition; a question is the heading of its answer."""
        words = self._take()
        if words.endswith("?"):
            self._emit("heading", words, min(self.rank + 1, 6))
        elif words:
            self.term = words

    def _flush_before(self, tag: str) -> None:
        if tag != "dd":
            self._write_term()
        self._flush()

    def _write_term(self) -> None:
        """Write a term that no definition followed."""
        if self.term:
            self._emit("item", self.term, max(1, self.lists))
        self.term = ""

    def _add(self, words: str) -> None:
        if words:
            self.buffer.append(words)
            self.plain = self.plain or (not self.bold and any(map(str.isalnum, words)))

    def _raise(self, node: LexborNode) -> bool:
        """Take in a raised text: footnote marks are dropped, a raised number after a number is a power."""
        words = node.text().strip()
        if pages.is_footnote(node):
            return False
        if words[:1].isdigit() and self.buffer and self.buffer[-1][-1:].isdigit():
            self.buffer.append("^")
        return True

    def _take(self) -> str:
        words = " ".join(clean(INVISIBLE.sub("", "".join(self.buffer))).split())
        self.buffer = []
        return words

    def _flush(self) -> None:
        """Write the buffer as a block of the kind that the open elements say; bullets in it part items."""
        bold, words = not self.plain, self._take()
        self.plain = False
        if self.heading or BULLETS.search(words) is None:
            self._write_block(words, bold)
            return
        first, *items = BULLETS.split(words)
        self._write_block(first.strip(), bold)
        for item in items:
            self._emit("item", item.strip(), max(1, self.lists))

    def _write_block(self, words: str, bold: bool) -> None:
        if not words or is_furniture(words):
            return
        if self.heading:
            self._emit("heading", words, self.heading)
        elif self.items and self.items[-1]:
            self.items[-1] = False
            self._emit("item", words, max(1, self.lists))
        elif bold and len(words) <= 120 and not words.endswith((".", "!", ",", ";")):
            self._emit("heading", words.rstrip(": "), min(self.rank + 1, 6))
        else:
            self._emit("paragraph", words)

    def _emit(self, kind: BlockKind, words: str, level: int = 0) -> None:
        if not any(map(str.isalnum, words)):
            return
        start = self._write(words)
        self.blocks.append(Block(kind, start, start + len(words), level))

    def _write(self, words: str) -> int:
        start = self.length
        self.parts.extend((words, "\n"))
        self.length += len(words) + 1
        return start

    def _table(self, node: LexborNode) -> None:
        grid = grids.read(node)
        for words in grid.captions:
            self._emit("paragraph", words)
        for words in grid.pairs:
            self._emit("item", words, max(1, self.lists))
        for row in grid.rows:
            words, spans = grids.line(row)
            start = self._write(words)
            cells = tuple((start + left, start + right) for left, right in spans)
            self.blocks.append(Block("row", start, start + len(words), cells=cells, table=self.tables))
        self.tables += bool(grid.rows)
