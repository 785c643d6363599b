"""The options that several commands share, so that they read and behave the same everywhere."""

import os
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

DEFAULT_STORE = "dispensatory.db"

#: A store on this machine, which the command may write.
StoreFolder: TypeAlias = Annotated[
    Path,
    typer.Option("--store", envvar="DISPENSATORY_STORE", metavar="FOLDER", help="The store: a folder on this machine."),
]

#: A store to ask: a folder, or the address of any SPARQL 1.1 endpoint.
StorePlace: TypeAlias = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="DISPENSATORY_STORE",
        metavar="FOLDER|URL",
        help="The store: a folder on this machine or the address of a SPARQL endpoint.",
    ),
]

Output: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the standard output."),
]

KeepGoing: TypeAlias = Annotated[
    bool,
    typer.Option("--keep-going", help="Skip the sources that cannot be read, list them, and end with exit code 1."),
]

AllowPrivate: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        help="Fetch addresses inside private networks too, and through the proxy that the environment names.",
    ),
]

Workers: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        metavar="N",
        help="So many processes read the sources side by side (default: one a core); the result is the same.",
    ),
]


def all_cores() -> int:
    """Return how many processes can run at once here."""
    known = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(known(0)) if known else os.cpu_count() or 1


Sources: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, globs, archives, tables, addresses, or - for the standard input; a part as"
        " labels.zip!/a.xml or table.csv#row=3, a column of text as table.csv#column.",
    ),
]

#: How the rows, the triples or the yes or no of a query are written; which fits depends on the query.
ResultForm: TypeAlias = Annotated[
    Literal["table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "trig", "jsonld", "rdfxml"],
    typer.Option("--format", help="A table to read, rows for programs, or RDF for CONSTRUCT and DESCRIBE."),
]
