"""The links to other vocabularies: every `ontology/mappings/*.sssom.tsv` (SSSOM) as quads of the graph of links.

Entities and classes of drugs have their links here and nowhere else; what a term of the schema is close to in the
schemas of others is part of the term and stands in Turtle. A file is read here and not by `curies`, whose import
takes a second that every build would pay; the tests hold prefixes and identifiers against the Bioregistry instead.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import NamedNode, Quad

from ontology.errors import OntologyError
from ontology.terms import GRAPH_LINKS, SKOS

#: The columns of a mapping file, in their order; only the label of the object may be empty.
COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "confidence",
)
#: How near an entity is to what it is linked to.
PREDICATES = frozenset(f"skos:{word}Match" for word in ("exact", "close", "broad", "narrow", "related"))

_SUFFIX = ".sssom.tsv"
_PREFIX_LINE = re.compile(r"#  ([A-Za-z][\w.]*): (https?://\S+)")


@dataclass(frozen=True, slots=True)
class Link:
    """One row of a mapping file, with its identifiers as compact as they stand there."""

    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    justification: str
    author: str
    confidence: float


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A mapping file: the namespaces that its head declares, and its links in the order of the file."""

    prefixes: Mapping[str, str]
    links: tuple[Link, ...]

    def quads(self) -> Iterator[Quad]:
        """Say each link as a triple of the graph of links."""
        graph = NamedNode(GRAPH_LINKS)
        for link in self.links:
            predicate = NamedNode(SKOS + link.predicate.removeprefix("skos:"))
            yield Quad(self._node(link.subject), predicate, self._node(link.object), graph)

    def _node(self, curie: str) -> NamedNode:
        prefix, _, local = curie.partition(":")
        return NamedNode(self.prefixes[prefix] + local)


def quads(folder: Traversable | None = None) -> list[Quad]:
    """Read every mapping file, in the order of the names, into quads of the graph of links."""
    folder = folder or files("ontology").joinpath("mappings")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(_SUFFIX))
    return [quad for name in names for quad in read(name, folder.joinpath(name).read_text("utf-8")).quads()]


def read(name: str, text: str) -> MappingSet:
    """Read a mapping file; the first slip is named by file and line."""
    lines = text.splitlines()
    head = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    prefixes = {match[1]: match[2] for line in lines[:head] if (match := _PREFIX_LINE.fullmatch(line))}
    rows = csv.reader(lines[head:], delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(rows, ())) != COLUMNS:
        raise _slip(name, head + 1, f"the columns are not {', '.join(COLUMNS)}; write them so, parted by tabs")
    links = [_link(name, number, row, prefixes) for number, row in enumerate(rows, head + 2)]
    return MappingSet(prefixes, tuple(links))


def _link(name: str, number: int, row: list[str], prefixes: Mapping[str, str]) -> Link:
    if len(row) != len(COLUMNS):
        raise _slip(name, number, f"{len(row)} cells where {len(COLUMNS)} are due; mend the row")
    empty = [column for column, cell in zip(COLUMNS, row, strict=True) if not cell and column != "object_label"]
    if empty:
        raise _slip(name, number, f"no {empty[0]}; fill it in")
    for curie in (row[0], row[2], row[3], row[5]):
        prefix, colon, local = curie.partition(":")
        if prefix not in prefixes or not local:
            known = f"prefix {prefix!r} is not in the curie_map" if colon else "it has no prefix"
            raise _slip(name, number, f"{curie!r} is no known identifier: {known}; mend the row or declare the prefix")
    if row[2] not in PREDICATES:
        raise _slip(name, number, f"{row[2]!r} is no kind of match; take one of {', '.join(sorted(PREDICATES))}")
    subject, subject_label, predicate, target, target_label, justification, author, confidence = row
    return Link(
        subject,
        subject_label,
        predicate,
        target,
        target_label,
        justification,
        author,
        _confidence(name, number, confidence),
    )


def _confidence(name: str, number: int, cell: str) -> float:
    if not re.fullmatch(r"0\.\d+|1(\.0+)?", cell):
        raise _slip(name, number, f"{cell!r} is no confidence; write a number above 0 and up to 1")
    return float(cell)


def _slip(name: str, number: int, message: str) -> OntologyError:
    return OntologyError(f"ontology/mappings/{name}, line {number}: {message}")
