"""`compare` and `profile`: what is known of drugs, on one page."""

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace

if TYPE_CHECKING:
    from queries.sheets import Sheet

Form: TypeAlias = Annotated[
    Literal["text", "markdown", "html", "json", "csv"],
    typer.Option("--format", help="Text, Markdown or a page to read; JSON or CSV with every sentence."),
]
All: TypeAlias = Annotated[
    bool, typer.Option("--all", help="Show every fact of a row; JSON, CSV and HTML hold them all in any case.")
]


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="A drug or a class of drugs.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The one to compare it with.")],
    format: Form = "text",
    all: All = False,
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Put two drugs or classes side by side, with sources."""
    from queries.sheets import compare as put
    from queries.store import open_graph

    _write(put(open_graph(store), first, second), format, all, output)


def profile(
    drug: Annotated[str, typer.Argument(metavar="DRUG", help="A drug or a class of drugs.")],
    format: Form = "text",
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Show everything known about one drug on one page."""
    from queries.sheets import profile as draw
    from queries.store import open_graph

    _write(draw(open_graph(store), drug), format, True, output)


def _write(sheet: "Sheet", format: str, all: bool, output: Output) -> None:
    from dispensatory.commands.output import write
    from queries.sheet_files import SHEET_FORMATS
    from queries.sheet_texts import SHOWN

    write(SHEET_FORMATS[format](sheet, None if all else SHOWN), output)
