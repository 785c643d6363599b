"""The ontology's own files: every `ontology/**/*.ttl` as quads of the ontology graph, the same ones in every run."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from ontology.errors import OntologyError
from ontology.terms import GRAPH_ONTOLOGY

#: What checks or describes the graph rather than being part of it.
NOT_PART = frozenset({"dataset.ttl", "shapes.ttl"})

#: The kinds of file that decide what a build comes to: knowledge, rules, mappings.
DATA_SUFFIXES = (".ttl", ".rls", ".tsv")


def load() -> Store:
    """Return the ontology as a graph in memory."""
    store = Store()
    store.extend(quads())
    return store


def quads(folder: Traversable | None = None) -> list[Quad]:
    """Read every Turtle file of the ontology, in the order of their places, into quads of the ontology graph."""
    found = sorted(_data(folder or files("ontology"), "", (".ttl",)))
    return [quad for place, data in found if place not in NOT_PART for quad in _read(place, data)]


def fingerprint(folder: Traversable | None = None) -> str:
    """Return the SHA-256 over the ontology's data files: two builds with the same one had the same knowledge."""
    total = sha256()
    for place, data in sorted(_data(folder or files("ontology"), "", DATA_SUFFIXES)):
        total.update(f"{place}\x1f{len(data)}\x1f".encode() + data)
    return total.hexdigest()


def _data(folder: Traversable, place: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _data(entry, f"{place}{entry.name}/", suffixes)
        elif entry.name.endswith(suffixes):
            yield place + entry.name, entry.read_bytes()


def _read(place: str, data: bytes) -> Iterator[Quad]:
    graph = NamedNode(GRAPH_ONTOLOGY)
    labels: dict[BlankNode, BlankNode] = {}
    stem = place.removesuffix(".ttl").replace("/", "-")

    # The parser draws random labels for blank nodes; file and rank make the same ones in every run.
    def named(
        term: NamedNode | BlankNode | Literal | Triple,
    ) -> NamedNode | BlankNode | Literal | Triple:
        if not isinstance(term, BlankNode):
            return term
        return labels.setdefault(term, BlankNode(f"{stem}-{len(labels) + 1}"))

    try:
        for quad in parse(data, RdfFormat.TURTLE):
            subject = named(quad.subject)
            if isinstance(subject, Literal):  # no Turtle says so; it tells the type checker
                continue
            yield Quad(subject, quad.predicate, named(quad.object), graph)
    except SyntaxError as error:
        message, at = error.msg, error.args[1] if len(error.args) > 1 else (None, 0, 0)
        raise OntologyError(f"ontology/{place}, line {at[1]}, column {at[2]}: {message}; mend the file") from error
