"""Tables of a page: rows of cells, with cells that span rows or columns told again where they reach."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from loaders.readers import pages

#: How far a cell may reach; what pages ask for beyond it is a mistake or an attack.
WIDEST, TALLEST, LONGEST_REPEATED = 50, 200, 300
PARTS = {"p", "br", "li", "div", "dd", "dt", "tr"}
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, and whether it is a heading cell."""

    words: str
    heads: bool
    repeated: bool = False  # the cell before it reaches here, in the same row


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read: captions, then either rows (the first is the header) or pairs of a name and its value."""

    captions: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pairs: tuple[str, ...]


def is_data(table: LexborNode) -> bool:
    """Tell a table of data from one that only lays out a page."""
    if (
        table.attributes.get("role") in ("presentation", "none")
        or table.css_first("table table, h1, h2, h3") is not None
    ):
        return False
    rows = table.css("tr")
    return len(rows) > 1 and any(len(_cells(row)) > 1 for row in rows)


def read(table: LexborNode) -> Grid:
    """Return the rows of a table; where each row has a heading cell of its own and no row heads all, pairs."""
    captions = tuple(words for words in map(words_of, table.css("caption")) if words)
    rows = [row for row in _rows(table) if any(cell.words for cell in row)]
    named = [row for row in rows if len(row) == 2 and row[0].heads and not row[1].heads]
    if named and rows[0] in named and all(row in named or len({cell.words for cell in row}) == 1 for row in rows):
        return Grid(captions, (), tuple(_pair(row) for row in rows))
    if len(rows) > 1 and len({cell.words for cell in rows[0]}) == 1 and len(rows[1]) > 1:
        # A first row of one wide cell names the table; the header comes after it.
        if named and all(row in named or len({cell.words for cell in row}) == 1 for row in rows):
            return Grid((*captions, rows[0][0].words), (), tuple(_pair(row) for row in rows[1:]))
        return Grid((*captions, rows[0][0].words), tuple(rows[1:]), ())
    return Grid(captions, tuple(rows), ())


def line(row: tuple[Cell, ...]) -> tuple[str, list[tuple[int, int]]]:
    """Return a row as one line of text and the spans of its cells in it; a cell over two columns is told once."""
    words, spans = "", list[tuple[int, int]]()
    for cell in row:
        if cell.repeated and spans:
            spans.append(spans[-1])
            continue
        words += BETWEEN if spans else ""
        spans.append((len(words), len(words) + len(cell.words)))
        words += cell.words
    shift = len(words) - len(words.lstrip())
    return words.strip(), [(max(0, a - shift), max(0, min(b - shift, len(words.strip())))) for a, b in spans]


def words_of(node: LexborNode) -> str:
    """Return the words of a cell on one line; its own lines and list items are parted by semicolons."""
    parts, lines = list[str](), list[str]()
    current, entering = node, True
    while True:
        if entering:
            tag = current.tag or ""
            skipped = (
                tag.startswith("-") or pages.is_left_out(current, True) or (tag == "sup" and pages.is_footnote(current))
            )
            if tag == "-text":
                parts.append(current.text_content or "")
            elif tag in PARTS:
                lines.append("".join(parts))
                parts = []
            elif tag == "sup" and not skipped and parts and parts[-1][-1:].isdigit():
                parts.append("^" if current.text().strip()[:1].isdigit() else "")
            if not skipped and current.child is not None:
                current = current.child
                continue
        if (current.tag or "") in PARTS:
            lines.append("".join(parts))
            parts = []
        if current.mem_id == node.mem_id:
            break
        entering = current.next is not None
        following = current.next if entering else current.parent
        current = following if following is not None else node
    cleaned = [" ".join(words.split()) for words in [*lines, "".join(parts)]]
    return "; ".join(words.rstrip(";") for words in cleaned if words)


def _pair(row: tuple[Cell, ...]) -> str:
    if len(row) < 2 or not row[1].words or row[0].words == row[1].words:
        return row[0].words
    return f"{row[0].words.rstrip(':')}: {row[1].words}"


def _rows(table: LexborNode) -> list[tuple[Cell, ...]]:
    found = list[tuple[Cell, ...]]()
    reaching: dict[int, tuple[int, Cell]] = {}  # column → rows still to go, cell
    for row in table.css("tr"):
        cells = list[Cell]()
        for node in _cells(row):
            _fill(cells, reaching)
            cell = Cell(words_of(node), node.tag == "th")
            wide, tall = _span(node, "colspan", WIDEST), _span(node, "rowspan", TALLEST)
            for place in range(wide):
                if tall > 1:
                    reaching[len(cells)] = (tall - 1, Cell(cell.words[:LONGEST_REPEATED], cell.heads, place > 0))
                cells.append(Cell(cell.words, cell.heads, repeated=place > 0))
        _fill(cells, reaching)
        found.append(tuple(cells))
    return found


def _fill(cells: list[Cell], reaching: dict[int, tuple[int, Cell]]) -> None:
    """Add the cells of rows above that reach into this place."""
    while len(cells) in reaching:
        left, cell = reaching.pop(len(cells))
        if left > 1:
            reaching[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _cells(row: LexborNode) -> list[LexborNode]:
    cells, child = list[LexborNode](), row.child
    while child is not None:
        if child.tag in ("td", "th"):
            cells.append(child)
        child = child.next
    return cells


def _span(node: LexborNode, name: str, most: int) -> int:
    value = node.attributes.get(name) or ""
    return min(most, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 6 else 1
