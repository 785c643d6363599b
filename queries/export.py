"""A graph as a file that is the same bytes every time, whichever order its sources were loaded in.

Lines are sorted and blank nodes get the labels of RDF Dataset Canonicalization 1.0, which depend on what is said of
them alone. Turtle, N-Triples and RDF/XML hold the union of the named graphs; the others keep them apart.
"""

from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox

from ontology.errors import CallError
from ontology.terms import PREFIXES
from queries.graph import Graph
from queries.turtle import name, prologue, turtle

#: The formats by the names that the command line takes, with the file endings that mean them.
FORMATS = {
    "turtle": (".ttl",),
    "trig": (".trig",),
    "nquads": (".nq",),
    "ntriples": (".nt",),
    "jsonld": (".jsonld",),
    "rdfxml": (".rdf", ".owl"),
}


def export(graph: Graph, format: str = "turtle", graphs: Iterable[str] | None = None) -> Iterator[bytes]:
    """Yield a graph's bytes piece by piece; `graphs` picks named graphs by IRI, else all are written."""
    if format not in WRITERS:
        raise CallError(f"unknown export format {format!r}: choose one of {', '.join(FORMATS)}")
    lines = canonical(graph.nquads())
    if graphs is not None:
        wanted = {f"<{iri}>" for iri in graphs}
        lines = [line for line in lines if _apart(line)[1] in wanted]
    return WRITERS[format](lines)


def canonical(nquads: bytes) -> list[str]:
    """Sort lines of N-Quads after giving their blank nodes canonical labels."""
    lines = nquads.decode().split("\n")
    # Only lines with a blank node matter to canonicalization; that is a small part of a graph.
    blank = [line for line in lines if "_:" in line]
    plain = [line for line in lines if line and "_:" not in line]
    if blank:
        dataset = ox.Dataset(ox.parse("\n".join(blank), ox.RdfFormat.N_QUADS))
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        written = ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b""
        plain += written.decode().removesuffix("\n").split("\n")
    plain.sort()
    return plain


def triples(quads: Iterable[str]) -> list[str]:
    """Return the union of the named graphs as sorted lines of N-Triples."""
    return sorted({_apart(line)[0] for line in quads})


def _apart(line: str) -> tuple[str, str]:
    """Take a line of N-Quads apart: the triple as N-Triples, and the graph's name ("" for the default graph)."""
    head, _, last = line.removesuffix(" .").rpartition(" ")
    # The last word of a literal has its closing quotation mark; no graph's name has one.
    if '"' in last or head.count(" ") < 2:
        return line, ""
    return f"{head} .", last


def _ntriples(lines: list[str]) -> Iterator[bytes]:
    yield from _lines(triples(lines))


def _lines(lines: list[str]) -> Iterator[bytes]:
    for at in range(0, len(lines), 10_000):
        yield ("\n".join(lines[at : at + 10_000]) + "\n").encode()


def _turtle(lines: list[str]) -> Iterator[bytes]:
    yield prologue().encode()
    for block in turtle(triples(lines)):
        yield block.encode()


def _trig(lines: list[str]) -> Iterator[bytes]:
    yield prologue().encode()
    parts: dict[str, list[str]] = {}
    homes: dict[str, set[str]] = {}
    for line in lines:
        triple, graph = _apart(line)
        parts.setdefault(graph, []).append(triple)
        if "_:" in triple:
            subject, _, value = triple.removesuffix(" .").split(" ", 2)
            for term in (subject, value):
                if term.startswith("_:"):
                    homes.setdefault(term, set()).add(graph)
    shared = frozenset(node for node, where in homes.items() if len(where) > 1)
    for graph, part in sorted(parts.items()):
        if graph:
            yield f"\n{name(graph)} {{\n".encode()
        for block in turtle(part, shared):
            yield block.encode()
        if graph:
            yield b"\n}\n"


def _jsonld(lines: list[str]) -> Iterator[bytes]:
    by_graph = sorted(ox.parse("\n".join(lines), ox.RdfFormat.N_QUADS), key=lambda quad: str(quad.graph_name))
    yield ox.serialize(by_graph, format=ox.RdfFormat.JSON_LD) or b""


def _rdfxml(lines: list[str]) -> Iterator[bytes]:
    found = ox.parse("\n".join(triples(lines)), ox.RdfFormat.N_TRIPLES)
    yield ox.serialize(found, format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""


#: One writer a format, each from canonical lines of N-Quads.
WRITERS: dict[str, Callable[[list[str]], Iterator[bytes]]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _lines,
    "ntriples": _ntriples,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
}
