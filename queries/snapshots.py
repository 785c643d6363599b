"""The record of a store's snapshots: one small file says which one is current and how it came to be.

The file is replaced as a whole (`os.replace`), so a reader finds the old record or the new one and nothing between.
What the record does not name does not exist: it is what a writer left that was stopped.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ontology.errors import StoreError

#: The version of the folder's layout; a store with a greater one was made by a newer Dispensatory.
FORMAT = 1

MARKER = "dispensatory.json"
CURRENT = "current.json"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One step of a store's history: a load made a snapshot, or a rollback went back to one."""

    id: str
    when: str  # ISO 8601, UTC
    action: str  # what was done: build, load, link, rollback …
    added: tuple[str, ...] = ()  # the names of what came in
    counts: tuple[tuple[str, int], ...] = ()  # graph → triples
    parent: str = ""  # the snapshot that it was made from; "" for the first
    current: bool = False
    kept: bool = True  # whether its files are still there to go back to


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that `current.json` holds."""

    snapshot: str = ""  # "" in a store that nothing was loaded into
    steps: tuple[Snapshot, ...] = ()

    def step(self, step: Snapshot) -> "Record":
        """Return the record after one more step."""
        return Record(step.id, (*self.steps, step))

    def next_id(self) -> str:
        """Return the name of the next snapshot; names count up and are never used again."""
        return f"{max((int(step.id) for step in self.steps), default=0) + 1:06}"

    def made(self) -> dict[str, Snapshot]:
        """Return the step that made each snapshot."""
        return {step.id: step for step in self.steps if step.action != "rollback"}


def read_marker(root: Path) -> int:
    """Return how many snapshots the store keeps; complain where the folder is no store of ours."""
    if not root.exists():
        raise StoreError(f"no store at {root}: build one with: dispensatory build --store {root}")
    if not root.is_dir():
        raise StoreError(f"{root} is a file, not a store: name the folder of a store")
    try:
        marker = json.loads((root / MARKER).read_text("utf-8"))
        version, keep = int(marker["format"]), int(marker.get("keep", 0))
    except FileNotFoundError as error:
        raise StoreError(f"{root} is no store: it has no {MARKER}; name another folder or build one there") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{root / MARKER} cannot be read ({error}): restore it or build the store anew") from error
    if version > FORMAT:
        raise StoreError(
            f"{root} was made by a newer Dispensatory (format {version}; this one reads {FORMAT}): upgrade"
        )
    return keep


def write_marker(root: Path, keep: int) -> None:
    """Mark a folder as a store."""
    write_file(root / MARKER, json.dumps({"format": FORMAT, "keep": keep}) + "\n")


def read_record(root: Path) -> Record:
    """Read which snapshot is current and how it came to be."""
    place = root / CURRENT
    try:
        found = json.loads(place.read_text("utf-8"))
        steps = tuple(_step(step) for step in found["steps"])
        return Record(found["snapshot"], steps)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{place} cannot be read ({error}): restore it or build the store anew") from error


def write_record(root: Path, record: Record) -> None:
    """Make a record the one that counts: this is the moment when a load or a rollback happens."""
    steps = [
        {key: value for key, value in asdict(step).items() if key not in ("current", "kept")} for step in record.steps
    ]
    write_file(root / CURRENT, json.dumps({"snapshot": record.snapshot, "steps": steps}, indent=1) + "\n")


def history(root: Path, record: Record) -> tuple[Snapshot, ...]:
    """Return the steps in the order they were taken, with what is current and what can be gone back to."""
    last = len(record.steps) - 1
    return tuple(
        replace(step, current=at == last, kept=(root / "snapshots" / step.id).is_dir())
        for at, step in enumerate(record.steps)
    )


def write_file(place: Path, data: str | bytes, *, sync: bool = True) -> None:
    """Write a file so that it is there whole or not at all; with `sync`, even after a power cut."""
    draft = place.with_name(f"{place.name}.tmp")
    with draft.open("wb") as stream:
        stream.write(data.encode() if isinstance(data, str) else data)
        if sync:
            stream.flush()
            os.fsync(stream.fileno())
    os.replace(draft, place)
    if sync:
        sync_to_disk(place.parent)


def sync_to_disk(place: Path) -> None:
    """Make a file's content, or the names in a folder, outlast a power cut, where the system can."""
    with suppress(OSError):  # some systems cannot open a folder
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def failing_as(root: Path, outcome: str) -> Iterator[None]:
    """Turn what the system says against writing into one line that names the store and what became of it."""
    try:
        yield
    except OSError as error:
        if error.filename is not None and not Path(os.fsdecode(error.filename)).is_relative_to(root):
            raise  # a file elsewhere, which the caller can name better
        raise StoreError(f"cannot write the store at {root}: {error.strerror or error}; {outcome}") from error


def _step(found: dict[str, object]) -> Snapshot:
    step = Snapshot(**found)  # type: ignore[arg-type]  # checked by the caller's except
    return replace(step, added=tuple(step.added), counts=tuple((graph, count) for graph, count in step.counts))
