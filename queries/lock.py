"""One writer at a time: a lock that the system gives back however a writer ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import filelock

from ontology.errors import StoreError


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Be the only writer of a store, or say who is."""
    writer = root / "writer"
    lock = filelock.FileLock(root / "lock", blocking=False)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        who = ""
        with suppress(OSError):
            who = writer.read_text("utf-8").strip()
        by = f" (process {who})" if who.isdecimal() else ""
        raise StoreError(f"another writer{by} is at work on {root}: wait for it or stop it") from error
    try:
        writer.write_text(f"{os.getpid()}\n", "utf-8")
        yield
    finally:
        with suppress(OSError):
            writer.unlink(missing_ok=True)
        lock.release()
