"""`export`: the graph as a file."""

from enum import StrEnum
from typing import Annotated, Literal

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace

Form = Annotated[
    Literal["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml"],
    typer.Option("--format", help="trig, nquads and jsonld keep the named graphs apart; the others hold their union."),
]


class Part(StrEnum):
    """The named graphs, by the last word of their IRIs."""

    ONTOLOGY = "ontology"
    EVIDENCE = "evidence"
    ASSERTED = "asserted"
    INFERRED = "inferred"
    LINKS = "links"
    DATASET = "dataset"


def export(
    format: Form = "turtle",
    graph: Annotated[
        list[Part] | None,
        typer.Option("--graph", help="Only this named graph; may be given more than once."),
    ] = None,
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Write the graph as RDF, the same bytes every time."""
    from dispensatory.commands.output import sink
    from ontology.terms import DISP
    from queries.export import export as pieces
    from queries.store import open_graph

    wanted = [f"{DISP}graph/{name}" for name in graph] if graph else None
    opened = open_graph(store)
    with sink(output) as out:
        for piece in pieces(opened, format, wanted):
            out.write(piece)
