"""How far a long run is, told on the standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Away from a terminal a line is printed after each so many items; short runs are quiet.
EVERY = 100


def plain(step: str, done: int, total: int) -> None:
    """Print a line after each hundred items."""
    if done and done % EVERY == 0:
        print(f"{step}: {done} of {total}", file=sys.stderr, flush=True)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give the progress that fits where the standard error goes."""
    if not sys.stderr.isatty():
        yield plain
        return
    from rich.console import Console  # a bar is all that needs it, and it is slow to load
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total, rate="")
            speed = bar.tasks[tasks[step]].speed
            bar.update(tasks[step], completed=done, total=total, rate=f"{speed:.1f} a second" if speed else "")

        yield show
