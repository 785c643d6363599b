"""`ask`: a question in English."""

from typing import Annotated, Literal

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace

Form = Annotated[Literal["text", "json"], typer.Option("--format", help="Text to read, or one JSON object.")]


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question about drugs, in English.")],
    format: Form = "text",
    everything: Annotated[bool, typer.Option("--all", help="All reasons and sentences, not the first few.")] = False,
    sparql: Annotated[bool, typer.Option("--sparql", help="Show the SPARQL that answered, too.")] = False,
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Answer a question in English, with the sentences on each side."""
    from dispensatory.answers import render
    from dispensatory.commands.output import write
    from ontology.errors import CallError
    from queries.ask import ask as answer
    from queries.catalogue import canned
    from queries.store import open_graph

    found = answer(open_graph(store), question)
    if format == "json":
        write(found.to_json(), output)
    if not found.query:  # it fits nothing that can be answered, and says what does
        raise CallError(found.explanation)
    if format == "text":
        text = render(found, everything=everything)
        write(f"{text}\n\n{canned(found.query).text.strip()}" if sparql else text, output)
