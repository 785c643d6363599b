"""`build` and `load`: texts into a store."""

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from dispensatory.commands.options import (
    DEFAULT_STORE,
    AllowPrivate,
    KeepGoing,
    Sources,
    StoreFolder,
    Workers,
    all_cores,
)
from dispensatory.report import Report, render


def build(
    sources: Sources = None,
    store: StoreFolder = Path(DEFAULT_STORE),
    keep_going: KeepGoing = False,
    workers: Workers = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Make a fresh graph of the sources (default: those that ship)."""
    from dispensatory import pipeline

    _run(pipeline.build, sources or (), store, keep_going, workers, allow_private)


def load(
    sources: Sources = None,
    store: StoreFolder = Path(DEFAULT_STORE),
    keep_going: KeepGoing = False,
    workers: Workers = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Add sources to a store; those that it has already are skipped."""
    from dispensatory import pipeline
    from ontology.errors import CallError

    if not sources:
        raise CallError("load needs at least one source: a file, a folder, a glob, an address or - (see: load --help)")
    _run(pipeline.load, sources, store, keep_going, workers, allow_private)


def _run(
    step: Callable[..., Report],
    sources: Sequence[str],
    store: Path,
    keep_going: bool,
    workers: int | None,
    allow_private: bool,
) -> None:
    from dispensatory.commands.progress import progress

    with progress() as tell:
        report = step(
            store,
            sources,
            on_progress=tell,
            keep_going=keep_going,
            workers=workers or all_cores(),
            allow_private=allow_private,
        )
    typer.echo(render(report))
    if report.failed:
        raise typer.Exit(1)
