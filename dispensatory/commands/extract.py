"""`extract`: what texts say, as rows or RDF, without a store."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dispensatory.commands.options import KeepGoing, Output, Sources

if TYPE_CHECKING:
    from dispensatory.gathering import Reading
    from dispensatory.tools import Tools

Form = Annotated[
    Literal["csv", "jsonl", "turtle"], typer.Option("--format", help="Rows as CSV or JSON lines, or RDF as Turtle.")
]


def extract(
    sources: Sources = None, format: Form = "csv", output: Output = None, keep_going: KeepGoing = False
) -> None:
    """Write what sources say, one row an evidence, without a store."""
    from dispensatory.commands.output import sink
    from dispensatory.commands.progress import progress
    from dispensatory.gathering import Outcome, gather
    from dispensatory.tools import Tools
    from loaders.files import find
    from ontology.errors import CallError

    if not sources:
        raise CallError("extract needs at least one source: a file, a folder, a glob, an address or -")
    tools, outcome = Tools.ready(), Outcome()
    places = tuple(find(sources))
    with progress() as tell, sink(output) as out:
        readings = gather(places, tools.extractor, outcome, on_progress=tell, keep_going=keep_going)
        lines = _turtle(readings) if format == "turtle" else _rows(readings, format, tools)
        for line in lines:
            out.write(line.encode())
    for line in outcome.failed:
        typer.echo(f"error: {line}", err=True)
    if outcome.failed:
        raise typer.Exit(1)


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
