"""Answers written down: a table for people, the standard formats for programs."""

import json
from collections.abc import Iterable
from typing import IO

import pyoxigraph as ox

from ontology.errors import CallError
from ontology.terms import PREFIXES, shorten
from queries.graph import Result, Row, Rows, Term, Triples
from queries.turtle import prologue, turtle

#: The formats of rows and of yes or no.
ROW_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}

#: The formats of triples; they can also be written as a table or as rows of subject, predicate, object.
GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}

#: Other names by which people know the same formats.
ALIASES = {"ttl": "turtle", "nt": "ntriples", "json-ld": "jsonld", "rdf": "rdfxml", "rdf/xml": "rdfxml"}

FORMATS = ("table", *ROW_FORMATS, *GRAPH_FORMATS)


def write(result: Result, format: str, out: IO[bytes], terminal: bool = False) -> None:
    """Write an answer; a table is drawn for a terminal and plain, aligned text for a pipe or a file."""
    format = ALIASES.get(format, format)
    if format not in FORMATS:
        raise CallError(f"unknown result format {format!r}: choose one of {', '.join(FORMATS)}")
    if format == "table":
        out.write(table(result, terminal).encode())
    elif format in ROW_FORMATS:
        _write_rows(result, ROW_FORMATS[format], out)
    elif isinstance(result, Triples):
        _write_triples(result, format, out)
    else:
        fitting = ", ".join(("table", *ROW_FORMATS))
        raise CallError(f"{format} holds triples, and this query has none: use CONSTRUCT, or one of {fitting}")


def table(result: Result, terminal: bool = False) -> str:
    """Return an answer as text for people: prefixed names, plain values, aligned columns."""
    if isinstance(result, bool):
        return "yes\n" if result else "no\n"
    rows = _as_rows(result)
    cells = [[shown(term) for term in row] for row in rows]
    return _drawn(rows.variables, cells) if terminal else _aligned(rows.variables, cells)


def shown(term: Term | None) -> str:
    """Return a term as people read it: a prefixed name, the words of a text, nothing for what is unbound."""
    match term:
        case None:
            return ""
        case ox.NamedNode():
            return shorten(term.value)
        case ox.Literal():
            return term.value
        case _:
            return str(term)


def _aligned(variables: tuple[str, ...], cells: list[list[str]]) -> str:
    lines = [list(variables), *([" ".join(cell.split()) for cell in row] for row in cells)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(variables))]
    rows = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "".join(f"{row}\n" for row in rows)


def _drawn(variables: tuple[str, ...], cells: list[list[str]]) -> str:
    # Only a terminal wants it, and a piped query is done before it would be imported.
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(*variables)
    for row in cells:
        drawn.add_row(*(Text(cell) for cell in row))  # Text: brackets in a value are no markup
    console = Console(force_terminal=True)
    with console.capture() as capture:
        console.print(drawn)
    return capture.get()


def _write_rows(result: Result, format: ox.QueryResultsFormat, out: IO[bytes]) -> None:
    if isinstance(result, Rows) and (answer := result.untouched()) is not None:
        answer.serialize(out, format)
    else:
        ox.parse_query_results(_json(result), ox.QueryResultsFormat.JSON).serialize(out, format)


def _write_triples(result: Triples, format: str, out: IO[bytes]) -> None:
    lines = sorted({f"{triple} ." for triple in result})
    if format in ("turtle", "trig"):
        out.write(prologue().encode())
        for block in turtle(lines):
            out.write(block.encode())
    else:
        found = ox.parse("\n".join(lines), ox.RdfFormat.N_TRIPLES)
        prefixes = PREFIXES if format == "rdfxml" else None
        ox.serialize(found, out, GRAPH_FORMATS[format], prefixes=prefixes)


def _as_rows(result: Rows | Triples) -> Rows:
    if isinstance(result, Rows):
        return result
    return Rows(("subject", "predicate", "object"), [tuple(triple) for triple in result])


def _json(result: Result) -> bytes:
    """Write an answer as SPARQL JSON, from which Oxigraph makes every other format."""
    if isinstance(result, bool):
        return json.dumps({"head": {}, "boolean": result}).encode()
    rows = _as_rows(result)
    bindings = [_binding(rows.variables, row) for row in rows]
    return json.dumps({"head": {"vars": rows.variables}, "results": {"bindings": bindings}}).encode()


def _binding(variables: Iterable[str], row: Row) -> dict[str, dict[str, str]]:
    return {variable: _term(term) for variable, term in zip(variables, row, strict=True) if term is not None}


def _term(term: Term) -> dict[str, str]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Literal() if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        case ox.Literal():
            return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
        case _:
            raise CallError(f"a row with the quoted triple {term} can only be written as a table")
