"""Several processes that read sources side by side, each with a reader of its own, for one that keeps their order.

A process is started afresh, so that it holds nothing of its parent's open store, and ends when its parent does: the
pipe between them closes. Ctrl-C is the parent's to answer.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TypeAlias

from ontology.errors import DispensatoryError, SourceError
from ontology.values import Document, Evidence

#: What makes a document of bytes, a name and the media type that a server told, and draws its evidence.
Read: TypeAlias = Callable[[bytes, str, str], tuple[Document, tuple[Evidence, ...]]]


@dataclass(slots=True)
class Task:
    """One source to read, and what came of it once that is known."""

    data: bytes
    name: str
    media_type: str = ""
    handed_in: bool = False
    result: tuple[Document, tuple[Evidence, ...]] | SourceError | None = None


class Crew:
    """Processes that take tasks; with none, each task is done where it is handed in."""

    def __init__(self, read: Read, workers: int) -> None:
        """Start the processes; one alone would only cost its start."""
        self._read = read
        self._free: list[Connection] = []
        self._busy: dict[Connection, Task] = {}
        context = get_context("spawn")
        self._processes = []
        for _ in range(workers if workers > 1 else 0):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, read), daemon=True)
            with _deaf():
                process.start()
            theirs.close()
            self._processes.append(process)
            self._free.append(ours)

    @property
    def ahead(self) -> int:
        """How many tasks to hand in before the first is asked for."""
        return 3 * len(self._processes)

    def submit(self, task: Task) -> None:
        """Hand in a task; this waits until a process is free."""
        task.handed_in = True
        if not self._processes:
            task.result = attempt(self._read, task)
            return
        while not self._free:
            self._receive()
        connection = self._free.pop()
        connection.send((task.data, task.name, task.media_type))
        self._busy[connection] = task
        task.data = b""

    def settle(self, task: Task) -> tuple[Document, tuple[Evidence, ...]]:
        """Return what came of a task, handed in now if it was not yet; SourceError where it could not be read."""
        if not task.handed_in:
            self.submit(task)
        while task.result is None:
            self._receive()
        if isinstance(task.result, SourceError):
            raise task.result
        return task.result

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for connection in (*self._free, *self._busy):
            connection.close()

    def _receive(self) -> None:
        ready = wait(list(self._busy))
        for connection in [each for each in self._busy if each in ready]:
            task = self._busy.pop(connection)
            try:
                task.result = connection.recv()
            except (EOFError, OSError):
                message = f"{task.name}: the process that read it ended (was memory short?); try again with --workers 1"
                raise DispensatoryError(message) from None
            self._free.append(connection)


def attempt(read: Read, task: Task) -> tuple[Document, tuple[Evidence, ...]] | SourceError:
    """Return what comes of a task, an error that the user can mend included."""
    try:
        return read(task.data, task.name, task.media_type)
    except SourceError as error:
        return error


def _work(connection: Connection, read: Read) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            connection.send(attempt(read, Task(*connection.recv())))
        except (EOFError, OSError):  # the parent is gone
            return


@contextmanager
def _deaf() -> Iterator[None]:
    """Let a process that is started inherit that Ctrl-C is not its own to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, held)
