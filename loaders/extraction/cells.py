"""The way through tables: each cell is a passage about the drug of its column or row; its whole row is the quote."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from loaders.extraction import grades, headings, tables
from loaders.extraction.attributes import is_label, is_route
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.passages import Analyser, Passage, naming
from loaders.extraction.reference import Focus, topic_mentions
from loaders.extraction.segments import LONGEST, pieces
from loaders.extraction.skimming import Skim
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.tokens import tokenize
from ontology.values import Block, Document

#: Of how many drugs, each a row of its own, the cells of a column are compared.
ROWS_COMPARED: Final = 3
#: How many columns of a row are compared with each other.
COLUMNS_COMPARED: Final = 30


Topics: TypeAlias = tuple[Entity, ...]


class Cell(NamedTuple):
    """The span of a cell, and the drugs that its column or row is about."""

    span: tuple[int, int]
    topics: Topics


def flat_table(
    document: Document,
    blocks: Sequence[Block],
    at: int,
    reader: Analyser,
    defined: dict[str, Entity],
    skim: Skim | None,
) -> tuple[tuple[Entity, ...], int] | None:
    """Return the columns of a flattened table whose header is block `at`, and how many blocks it has in all."""
    head = blocks[at]
    if at + 2 >= len(blocks) or head.end - head.start > 120 or ":" in document.text[head.start : head.end]:
        return None
    if document.text[head.end - 1] in ".;?!":
        return None
    if skim and skim.silent(document.text, head.start, head.end, defined):
        return None
    sentence = reader.analyse(document.text, head.start, head.end, defined, None)
    columns = headings.named_in(sentence.mentions)
    if len(columns) < 2 or not sentence.mentions or sentence.mentions[0].first == 0:
        return None
    count = 1
    while at + count < len(blocks) and blocks[at + count].kind == "paragraph":
        line = blocks[at + count]
        if document.text[blocks[at + count - 1].end : line.start].count("\n") > 1:
            break
        count += 1
    return (columns, count) if count > 2 else None


def flat_row(
    document: Document,
    line: Block,
    columns: tuple[Entity, ...],
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
) -> Iterator[Passage]:
    """Yield the cells of a line of a flattened table."""
    sentence = reader.analyse(document.text, line.start, line.end, defined, None)
    label = _row_label(sentence.norms, reader.cues)
    if not label or line.end - line.start > LONGEST:
        return
    width, role = label
    start = sentence.tokens[width].start if width < len(sentence.tokens) else line.end
    cells = tables.cells_of_line(document.text, start, line.end, len(columns))
    found = [Cell(cell, (entity,)) for entity, cell in zip(columns, cells, strict=False)]
    words = document.text[line.start : start].strip()
    for cell in found:
        yield cell_passage(document, cell, found, role, words, reader, defined, focus, (line.start, line.end))


def _row_label(norms: Sequence[str], cues: Cues) -> tuple[int, str] | None:
    """Return how many words a flattened row's label has, and the role it gives."""
    best: tuple[int, str] | None = None
    for table in (cues.rows, cues.roles):
        for words, predicate in table.items():
            for lead in (0, 1, 2):
                width = lead + len(words)
                if tuple(norms[lead:width]) == words and (best is None or width > best[0]):
                    best = (width, predicate)
    return best


def heads(document: Document, table: tables.Table, reader: Analyser, defined: dict[str, Entity]) -> list[Topics]:
    """Return the drugs that the cells of a table's header name."""
    return [headings.named_in(reader.analyse(document.text, *span, defined, None).mentions) for span in table.rows[0]]


def row_passages(
    document: Document,
    block: Block,
    table: tables.Table,
    columns: Sequence[Topics],
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
) -> Iterator[Passage]:
    """Yield the cells of a row: about the drugs that head the columns, else about the one that the row begins with.

    Where neither names a drug, the row may hold attributes of what the page is about. `columns` are the drugs that the
    header names, cell by cell.
    """
    if not block.cells:
        return
    text, header = document.text, table.rows[0]
    for span in header if block.cells == header else block.cells[:1]:
        yield from naming(reader.analyse(text, *span, defined, None), *span)

    def named(span: tuple[int, int]) -> tuple[Entity, ...]:
        return headings.named_in(reader.analyse(text, *span, defined, None).mentions)

    def role(span: tuple[int, int]) -> str:
        return _role(reader.analyse(text, *span, defined, None).norms, reader.cues)

    def often(span: tuple[int, int]) -> str:
        return reader.frequency_of(reader.analyse(text, *span, defined, None))

    row = (block.start, block.end)
    by_column = any(columns[1:]) and not (
        len(header) == 2 and _labels(reader.analyse(text, *header[0], defined, None).norms, reader.cues)
    )
    if not by_column and not named(block.cells[0]):
        if focus.topic:
            yield from _attributes(document, block, table, reader, defined, focus)
    elif block.cells == header:
        return
    elif by_column:
        found = [Cell(cell, topics[:1]) for topics, cell in zip(columns[1:], block.cells[1:], strict=False) if topics]
        said, label = role(block.cells[0]), text[slice(*block.cells[0])]
        for cell in _pieces(text, found):
            passage = cell_passage(document, cell, found, said, label, reader, defined, focus, row)
            passage.frequency = often(block.cells[0])
            yield passage
    else:
        first = named(block.cells[0])
        compared = table.rows[1:] if len(table.rows) <= ROWS_COMPARED + 1 else ()
        owners = [named(other[0])[:1] if other else () for other in compared]
        for place, (head, span) in enumerate(zip(header[1:], block.cells[1:], strict=False), start=1):
            column = [
                Cell(other[place], owner)
                for other, owner in zip(compared, owners, strict=True)
                if owner and len(other) > place
            ]
            said, label = role(head), text[slice(*head)]
            for own in _pieces(text, [Cell(span, first[:1])]):
                passage = cell_passage(document, own, column, said, label, reader, defined, focus, row)
                passage.frequency = often(head)
                yield passage


def _pieces(text: str, cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells, those that are longer than any sentence in pieces."""
    for cell in cells:
        for piece in pieces(text, *cell.span):
            yield Cell(piece, cell.topics)


def _role(norms: Sequence[str], cues: Cues) -> str:
    """Return the property that a label or the head of a column names."""
    return headings.role_of(norms, cues, row=True) or headings.role_of(norms, cues)


def _labels(norms: Sequence[str], cues: Cues) -> bool:
    """Tell whether a cell says of what others are the values."""
    brands = cues.words("BrandCue").at(norms, 0) == tuple(norms)
    return bool(norms) and (is_label(norms, cues) or brands or bool(_role(norms, cues)))


def _attributes(
    document: Document,
    block: Block,
    table: tables.Table,
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
) -> Iterator[Passage]:
    """Yield the cells of a row that its label or the heads of its columns make attributes of the topic.

    A route that stands over the table, or begins a row of values, is a route of the topic. The first cells are values
    themselves where the head of their column says of what.
    """
    text, header, cues = document.text, table.rows[0], reader.cues
    spans = block.cells
    label = reader.analyse(text, *spans[0], defined, None)
    words, by_row, by_route = text[slice(*spans[0])], _labels(label.norms, cues), is_route(label)
    timed = reader.only_frequency(label)
    values: list[tuple[tuple[int, int], str, str]] = []  # cell, role, head of its column
    for place, span in enumerate(spans[1:], 1):
        head = header[place] if spans != header and place < len(header) else None
        norms = reader.analyse(text, *head, defined, None).norms if head else []
        if by_row or ((by_route or timed or not label.norms) and _labels(norms, cues)):
            values.append((span, _role(label.norms, cues) or _role(norms, cues), text[slice(*head)] if head else ""))
    over = reader.analyse(text, *header[0], defined, None).norms if header and spans != header else []
    if over and label.norms and not (by_row or by_route or timed) and (first := _role(over, cues)):
        values.insert(0, (spans[0], first, text[slice(*header[0])]))  # "Common side effects | What to do"
    if by_route and spans == header:
        below = (reader.analyse(text, *row[0], defined, None).norms for row in table.rows[1:] if row)
        by_route = any(_labels(norms, cues) for norms in below)
    if by_route and (values or spans == header):
        values.insert(0, (spans[0], "hasRoute", ""))
    for span, role, column in values:
        cell, quote = Cell(span, focus.topic[:1]), (block.start, block.end)
        passage = cell_passage(document, cell, (), role, words, reader, defined, focus, quote)
        passage.sentence.column = column
        passage.frequency = reader.frequency_of(label)
        yield passage


def cell_passage(
    document: Document,
    cell: Cell,
    row: Sequence[Cell],
    role: str,
    label: str,
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
    quote: tuple[int, int],
) -> Passage:
    """Return a cell as a passage about its drug; the whole row is its quote, and the cells `row` stand beside it."""
    topics = cell.topics
    own = Focus(page=focus.page, section=topics, recent=topics)
    sentence = reader.analyse(document.text, *cell.span, defined, own)
    sentence.topic = topic_mentions(topics)
    sentence.others = topic_mentions(tuple(entity for entity in focus.page if entity not in topics)[:1])
    sentence.role, sentence.label = role, label
    grade = grades.graded(sentence.norms, reader.cues)
    if grade and (grade[0] or role != "hasAbusePotential"):  # of which the level itself is told
        sentence.beside = tuple(
            (topic_mentions(each.topics)[0], [token.norm for token in tokenize(document.text, *each.span)])
            for each in (row if len(row) <= COLUMNS_COMPARED else ())
            if each.topics != topics
        )
        if role in EFFECTS:  # "Overdose risk | Higher" names no effect
            sentence.role = ""
    return Passage(sentence, *quote, sentence.role, fixed_topic=True)
