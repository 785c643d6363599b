"""`extract`: what texts say, as rows or RDF, without a store."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dispensatory.commands.options import AllowPrivate, KeepGoing, Output, Sources, Workers, all_cores

if TYPE_CHECKING:
    from dispensatory.gathering import Reading
    from dispensatory.tools import Tools
    from ontology.values import Document, Evidence

Form = Annotated[
    Literal["csv", "jsonl", "turtle"], typer.Option("--format", help="Rows as CSV or JSON lines, or RDF as Turtle.")
]

Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="Tell instead, as text, for each sentence: what it names, the cues and words that count, its context, the "
        "readings kept, and those refused with the reason.",
    ),
]


def extract(
    sources: Sources = None,
    format: Form = "csv",
    output: Output = None,
    keep_going: KeepGoing = False,
    explain: Explain = False,
    workers: Workers = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Write what sources say, one row an evidence, without a store.

    With `--explain` tell instead how each sentence was read.
    """
    from dispensatory.commands.output import sink
    from dispensatory.commands.progress import progress
    from dispensatory.gathering import Outcome, gather
    from dispensatory.tools import Tools
    from loaders.files import find
    from ontology.errors import CallError

    if not sources:
        raise CallError("extract needs at least one source: a file, a folder, a glob, an address or -")
    if explain and format != "csv":
        raise CallError("--explain writes text: leave out --format")
    tools, outcome = Tools.ready(), Outcome()
    places = tuple(find(sources))
    with progress() as tell, sink(output) as out:
        reader = _Silent() if explain else tools.extractor
        many = 1 if explain else workers or all_cores()
        readings = gather(
            places,
            reader,
            outcome,
            on_progress=tell,
            keep_going=keep_going,
            workers=many,
            allow_private=allow_private,
        )
        if explain:
            lines = _accounts(readings, tools)
        else:
            lines = _turtle(readings) if format == "turtle" else _rows(readings, format, tools)
        for line in lines:
            out.write(line.encode())
    for line in outcome.failed:
        typer.echo(f"error: {line}", err=True)
    if outcome.failed:
        raise typer.Exit(1)


class _Silent:
    """Draws nothing from a document: an account reads it itself."""

    def extract(self, document: "Document") -> "tuple[Evidence, ...]":
        """Return nothing."""
        return ()


def _accounts(readings: "Iterable[Reading]", tools: "Tools") -> Iterator[str]:
    from dispensatory.accounts import lines
    from loaders.extraction.account import accounts

    for each in readings:
        yield from lines(each.place.address, accounts(tools.extractor, each.document), tools)


def _rows(readings: "Iterable[Reading]", format: str, tools: "Tools") -> Iterator[str]:
    from dispensatory.rows import csv_lines, json_lines, row

    rows = (row(each.place.address, item, tools.label) for each in readings for item in each.evidence)
    return csv_lines(rows) if format == "csv" else json_lines(rows)


def _turtle(readings: "Iterable[Reading]") -> Iterator[str]:
    from ontology.encoding import encode
    from queries.turtle import prologue, turtle

    lines = {f"{quad.triple} ." for each in readings for quad in encode([each.document.source], each.evidence, [])}
    yield prologue()
    yield from turtle(sorted(lines))
