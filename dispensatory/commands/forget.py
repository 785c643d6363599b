"""`forget`: sources out of a store."""

from pathlib import Path
from typing import Annotated

import typer

from dispensatory.commands.options import DEFAULT_STORE, StoreFolder


def forget(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="By file name, address, title, or name in the graph (source:…)."),
    ],
    store: StoreFolder = Path(DEFAULT_STORE),
) -> None:
    """Take sources back, with exactly what rested on them."""
    from dispensatory import pipeline
    from dispensatory.report import render

    typer.echo(render(pipeline.forget(store, sources)))
