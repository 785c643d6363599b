"""What a reader of one format gives back: the kept text, its blocks, and what the source says about itself."""

from dataclasses import dataclass

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
