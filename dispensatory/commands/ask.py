"""`ask`: a question in English."""

from typing import Annotated, Literal

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question about drugs, in English.")],
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Text to read, or one JSON object.")
    ] = "text",
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Answer a question in English, with the sentences on each side."""
    from queries.ask import ask as answer

    from dispensatory.commands.output import write
    from queries.store import open_graph

    found = answer(open_graph(store), question)
    write(found.json() if format == "json" else found.text(), output)
