"""What a reader of one format gives back: the kept text, its blocks, and what the source says about itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ontology.values import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is kept, its blocks in order, and what the source says about itself."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    license: str = ""
    references: tuple[str, ...] = ()
    publisher: str = ""
    identifier: str = ""
    version: str = ""


def joined(parts: Iterable[Reading]) -> tuple[str, tuple[Block, ...]]:
    """Return the texts of several readings as one, their blocks moved to where they stand in it."""
    texts, blocks, start, tables = list[str](), list[Block](), 0, 0
    for part in parts:
        for block in part.blocks:
            cells = tuple((left + start, right + start) for left, right in block.cells)
            table = block.table + tables if block.cells else -1
            blocks.append(replace(block, start=block.start + start, end=block.end + start, cells=cells, table=table))
        tables += 1 + max((block.table for block in part.blocks), default=-1)
        texts.append(part.text.rstrip("\n") + "\n\n")
        start += len(texts[-1])
    return "".join(texts), tuple(blocks)
