"""The frozen values that pass between the layers: Source, Document, Evidence, Statement.

An entity is named by its IRI, a plain string; a text, a year or a quantity is a `Literal`. Everything is hashable,
ordered by its text, and carries an identifier that depends on its content alone, so that the same reading has the
same name in every store.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Literal as OneOf
from typing import TypeAlias

from ontology.terms import DISP

Polarity: TypeAlias = OneOf["+", "-"]
BlockKind: TypeAlias = OneOf["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value that is no entity: a brand name, a year, a quantity such as `10-20 mg`."""

    value: str


#: The subject, object or qualifier of a proposition: an entity's IRI, or a literal.
Node: TypeAlias = str | Literal


def canonical(node: Node) -> str:
    """Return the one text form of a node, which hashes and orderings use."""
    return f'"{node.value}"' if isinstance(node, Literal) else f"<{node}>"


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that name the parts; the same parts have the same name everywhere."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


class Certainty(StrEnum):
    """How firmly a source puts a fact."""

    STATED = "stated"
    HEDGED = "hedged"
    INVESTIGATIONAL = "investigational"


class Verdict(StrEnum):
    """What the evidence of all sources together says of a proposition."""

    SUPPORTED = "Supported"
    REFUTED = "Refuted"
    DISPUTED = "Disputed"


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: named by the SHA-256 of its bytes, so that a copy under another name is the same source."""

    sha256: str
    name: str  # the file's name or the address, never a path of one machine
    media_type: str
    title: str = ""
    date: str = ""  # ISO 8601, as the source itself states it
    license: str = ""
    references: tuple[str, ...] = ()
    publisher: str = ""  # who answers for it: a journal, a manufacturer
    identifier: str = ""  # the name that all its versions share: a DOI, the set id of a label
    version: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the source."""
        return f"{DISP}source/{self.sha256[:16]}"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row; offsets are code points of the document's text.

    `level` is a heading's rank (1 for the title) or a list item's depth (1 for the outermost). A row has the spans of
    its cells and the number of its table, counted from 0 in the document; all other blocks have none.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    table: int = -1


@dataclass(frozen=True, slots=True)
class Document:
    """A source's text as kept, with its blocks in reading order; `text[block.start:block.end]` is a block's text."""

    source: Source
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What can be true or false: subject, predicate (a short word of the model), object and sorted qualifiers."""

    subject: str
    predicate: str
    object: Node
    qualifiers: tuple[tuple[str, Node], ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the statement that holds this proposition."""
        pairs = (f"{key}={canonical(value)}" for key, value in self.qualifiers)
        return f"{DISP}statement/{digest(canonical(self.subject), self.predicate, canonical(self.object), *pairs)}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage of one source that affirms (`+`) or denies (`-`) a proposition.

    `quote` is the passage to the letter, `document.text[start:end]`; `cue` is the phrase that made the reading and
    `module` the part of the extractor that read it.
    """

    proposition: Proposition
    polarity: Polarity
    certainty: Certainty
    source: str  # the source's IRI
    start: int
    end: int
    quote: str
    subject_text: str = ""
    object_text: str = ""
    cue: str = ""
    module: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the evidence: it depends on the source, the offsets, the statement and the stance."""
        return (
            f"{DISP}evidence/{digest(self.source, str(self.start), str(self.end), self.proposition.iri, self.polarity)}"
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition weighed: the verdict, the belief (a probability) and the evidence on each side, by IRI, sorted."""

    proposition: Proposition
    verdict: Verdict
    belief: float
    supports: tuple[str, ...]
    disputes: tuple[str, ...]

    @property
    def iri(self) -> str:
        """The IRI of the statement."""
        return self.proposition.iri
