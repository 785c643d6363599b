"""`query`: ad-hoc SPARQL on a store or an endpoint."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, ResultForm, StorePlace


def query(
    text: Annotated[str | None, typer.Argument(metavar="QUERY", help="SPARQL 1.1, or - to read it from stdin.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="Read the query from a file.")
    ] = None,
    format: ResultForm = "table",
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Ask in SPARQL 1.1; the model's prefixes are declared already."""
    from dispensatory.commands.output import answer
    from queries.store import open_graph

    asked = _text(text, file)
    answer(open_graph(store).query(asked), format, output)


def _text(text: str | None, file: Path | None) -> str:
    from ontology.errors import CallError

    if (text is None) == (file is None):
        raise CallError("give one query: as an argument, with -f FILE, or - for the standard input")
    if file is None and text != "-":
        return str(text)
    try:
        return file.read_text(encoding="utf-8") if file else sys.stdin.buffer.read().decode("utf-8")
    except OSError as error:
        raise CallError(f"{file}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise CallError(f"{file or 'the standard input'}: the query is not UTF-8 text") from error
