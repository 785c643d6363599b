"""How far a long run is, told on the standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

#: Away from a terminal a line is printed after so many items, or so many seconds; short runs are quiet.
EVERY, SECONDS = 100, 10.0


@dataclass(slots=True)
class Plain:
    """Prints a line now and then: how far a step is, how fast it goes, and how long it will take."""

    clock: Callable[[], float] = monotonic
    began: dict[str, float] = field(default_factory=dict)
    told: float = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Take note of an item that is done."""
        now = self.clock()
        if step not in self.began:  # the first item is done: the rate is that of those after it
            self.began[step] = self.told = now
            return
        if done % EVERY and now - self.told < SECONDS:
            return
        self.told = now
        passed = now - self.began[step]
        rate = f", {speed((done - 1) / passed)}" if passed > 0 else ""
        left = f", {length(passed / (done - 1) * (total - done))} left" if passed > 0 and done < total else ""
        print(f"{step}: {done} of {total}{rate}{left}", file=sys.stderr, flush=True)


def speed(rate: float) -> str:
    """Return how many items are done in a second, or where that is less than one, in a minute."""
    return f"{rate:.1f} a second" if rate >= 1 else f"{rate * 60:.1f} a minute"


def length(seconds: float) -> str:
    """Return a length of time as people say it, in its two largest units."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give the progress that fits where the standard error goes."""
    if not sys.stderr.isatty():
        yield Plain()
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
            now = bar.tasks[tasks[step]].speed
            bar.update(tasks[step], completed=done, total=total, rate=speed(now) if now else "")

        yield show
