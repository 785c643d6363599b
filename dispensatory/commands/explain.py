"""`explain`: why a fact holds."""

from typing import Annotated, Literal

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace


def explain(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="A drug or a class, by name or IRI.")],
    predicate: Annotated[str, typer.Argument(metavar="PREDICATE", help="A predicate's short word, such as isA.")],
    object: Annotated[str, typer.Argument(metavar="OBJECT", help="What is said of it, by name, IRI or text.")],
    format: Annotated[
        Literal["text", "dot", "turtle"], typer.Option("--format", help="Text, a picture (Graphviz), or RDF (PROV).")
    ] = "text",
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Show the proof of a fact, down to the sentences."""
