"""`docs`: the ontology as pages to read."""

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FOLDER", help="The folder to write to; it is made where there is none."),
]


def docs(output: Folder = Path("ontology-docs")) -> None:
    """Write the ontology's documentation as HTML, for offline use."""
    from dispensatory.documentation.site import FRONT, write
    from ontology.errors import CallError

    if output.exists() and not output.is_dir():
        raise CallError(f"{output}: is no folder; name another with --output")
    names = write(output, Path(__file__).parents[2])
    typer.echo(f"{len(names)} files written; begin with {output / FRONT}")
