"""`history` and `rollback`: the snapshots of a store."""

from pathlib import Path
from typing import Annotated

import typer

from dispensatory.commands.options import DEFAULT_STORE, StoreFolder

#: How many names of sources a line of the history shows.
SHOWN = 3


def history(store: StoreFolder = Path(DEFAULT_STORE)) -> None:
    """List what was done to a store; * marks the current snapshot."""
    from queries.store import Store

    for step in Store.open(store).history():
        mark = "*" if step.current else " "
        triples = sum(count for _, count in step.counts)
        names = ", ".join(step.added[:SHOWN]) + (f" and {len(step.added) - SHOWN} more" if step.added[SHOWN:] else "")
        gone = "" if step.kept else "  (no longer kept)"
        typer.echo(f"{mark} {step.id}  {step.when}  {step.action:8}  {triples} triples  {names}{gone}".rstrip())


def rollback(
    snapshot: Annotated[
        str | None,
        typer.Argument(metavar="SNAPSHOT", help="Which one, as history names it; by default the one before."),
    ] = None,
    store: StoreFolder = Path(DEFAULT_STORE),
) -> None:
    """Go back to an earlier snapshot."""
    from queries.store import Store

    step = Store.open(store).rollback(snapshot)
    typer.echo(f"snapshot {step.id} is current")
