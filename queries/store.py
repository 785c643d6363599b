"""A store on disk: immutable snapshots of the graph, one of them current, and the texts that they point into.

    dispensatory.json      that it is a store, the version of this layout, how many snapshots are kept
    current.json           which snapshot counts, and how it came to be: replaced as a whole
    snapshots/000007/      graph/ (RocksDB, never written again) and manifest.json
    texts/ab/ab….gz        the kept texts
    work/                  where the one writer works; lock, writer: who that is

A load works on a copy (hard links) and becomes visible by the replacement of `current.json`; a reader holds on to the
snapshot that it opened. A kill at any moment loses the copy and nothing else: the next writer tidies up.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox

from ontology.errors import StoreError
from queries.graph import Graph, LocalGraph
from queries.snapshots import (
    CURRENT,
    Record,
    Snapshot,
    failing_as,
    history,
    read_marker,
    read_record,
    sync_to_disk,
    write_file,
    write_marker,
    write_record,
)
from queries.texts import Texts

#: How many snapshots are kept to go back to, the current one included.
KEEP = 10

#: What a store's folder may hold before it is marked as one: a creation that was stopped is simply done again.
_OURS = frozenset({CURRENT, f"{CURRENT}.tmp", "dispensatory.json.tmp", "lock", "writer", "snapshots", "texts"})

_COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH $g { ?s ?p ?o } }"


class Transaction:
    """A load in the making: write into `graph`, keep texts, name what was added; nothing is seen before the end."""

    def __init__(self, graph: ox.Store, texts: Texts, versions: dict[str, int]) -> None:
        self.graph = graph
        self.added: list[str] = []
        self.dropped = False
        self.versions = versions
        self._texts = texts

    def keep_text(self, sha256: str, text: str) -> None:
        """Keep the text of a source."""
        self.versions = self._texts.keep(sha256, text, self.versions)

    def text(self, sha256: str) -> str:
        """Return a kept text, one of this load included."""
        return self._texts.read(sha256, self.versions)

    def drop(self) -> None:
        """Publish nothing: there was nothing to add."""
        self.dropped = True


class Store:
    """A folder that keeps a graph, its past and its texts."""

    def __init__(self, root: Path, keep: int) -> None:
        self.root = root
        self.keep = max(keep, 2)  # one to read and one to go back to
        self._texts = Texts(root / "texts")
        self._opened: tuple[str, LocalGraph] | None = None

    @classmethod
    def create(cls, path: str | Path, keep: int = KEEP) -> "Store":
        """Make an empty store in a new or empty folder."""
        root = Path(path)
        if root.exists() and not root.is_dir():
            raise StoreError(f"{root} is a file: name a new or empty folder for the store")
        if root.is_dir() and (others := {entry.name for entry in root.iterdir()} - _OURS):
            what = "already holds a store" if "dispensatory.json" in others else f"holds other files ({min(others)})"
            raise StoreError(f"{root} {what}: name a new or empty folder")
        with failing_as(root, "no store was made"):
            (root / "snapshots").mkdir(parents=True, exist_ok=True)
            (root / "texts").mkdir(exist_ok=True)
            write_record(root, Record())
            write_marker(root, keep)
        return cls.open(root)

    @classmethod
    def open(cls, path: str | Path) -> "Store":
        """Open a store that exists."""
        root = Path(path)
        return cls(root, read_marker(root) or KEEP)

    @classmethod
    def ensure(cls, path: str | Path) -> "Store":
        """Open the store, or make one where the folder is missing or empty."""
        root = Path(path)
        empty = not root.exists() or (root.is_dir() and not {entry.name for entry in root.iterdir()} - _OURS)
        return cls.create(root) if empty else cls.open(root)

    @property
    def snapshot(self) -> str:
        """The current snapshot's name; "" where nothing was loaded yet."""
        return read_record(self.root).snapshot

    def graph(self, *, memory: bool = False) -> LocalGraph:
        """Return the current snapshot, read-only; it stays the same whatever is loaded afterwards.

        With `memory` it is read into memory first: some seconds a million triples, for questions three times faster.
        """
        name = self.snapshot
        while not (self._opened and self._opened[0] == name):
            try:
                opened = ox.Store.read_only(str(self._folder(name) / "graph")) if name else ox.Store()
            except OSError as error:
                if name == self.snapshot:
                    mend = "go back with: dispensatory rollback"
                    raise StoreError(f"snapshot {name} of {self.root} cannot be read ({error}): {mend}") from error
                name = self.snapshot  # a writer went on and the old snapshot was cleared away
            else:
                self._opened = (name, LocalGraph(opened))
        graph = self._opened[1]
        if memory:
            held = ox.Store()
            held.bulk_extend(graph.store)
            graph = LocalGraph(held)
        return graph

    def text(self, sha256: str) -> str:
        """Return the kept text of a source, by the SHA-256 of its bytes."""
        return self._texts.read(sha256, self._versions(self.snapshot))

    def history(self) -> tuple[Snapshot, ...]:
        """Return every step that was taken, the last one last."""
        return history(self.root, read_record(self.root))

    @contextmanager
    def write(self, action: str = "load") -> Iterator[Transaction]:
        """Work on a copy of the current snapshot and publish it at the end; an exception drops it."""
        with self._writing("nothing was published") as record:
            self._tidy(record)
            try:
                transaction = self._begin(record.snapshot)
                yield transaction
                if not transaction.dropped:
                    self._publish(transaction, record, action)
            finally:
                _clear(self.root / "work")

    def rollback(self, to: str | None = None) -> Snapshot:
        """Go back to the snapshot before the current one, or to the one named; that is recorded too."""
        with self._writing("nothing was changed") as record:
            made = record.made()
            target = to if to is not None else made[record.snapshot].parent if record.snapshot else ""
            kept = [name for name in sorted(made) if self._folder(name).is_dir()]
            if target not in kept:
                what = f"no snapshot {to}" if to else "no earlier snapshot"
                raise StoreError(f"{self.root} keeps {what} to go back to; it keeps: {', '.join(kept) or 'none'}")
            step = Snapshot(target, _now(), "rollback", (), made[target].counts, record.snapshot, current=True)
            write_record(self.root, record.step(step))
            return step

    def _folder(self, name: str) -> Path:
        return self.root / "snapshots" / name

    def _versions(self, name: str) -> dict[str, int]:
        if not name:
            return {}
        place = self._folder(name) / "manifest.json"
        try:
            versions: dict[str, int] = json.loads(place.read_text("utf-8"))["texts"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{place} cannot be read ({error}): go back with: dispensatory rollback") from error
        return versions

    def _begin(self, name: str) -> Transaction:
        """Copy a snapshot by hard links: RocksDB writes new files and never changes one that is written."""
        (self.root / "work").mkdir()
        # A name of its own: whoever holds on to an earlier draft still holds RocksDB's lock on its path.
        work = Path(tempfile.mkdtemp(dir=self.root / "work")) / "graph"
        if name:
            ox.Store.read_only(str(self._folder(name) / "graph")).backup(work)
        return Transaction(ox.Store(work), self._texts, self._versions(name))

    def _publish(self, transaction: Transaction, record: Record, action: str) -> None:
        self._texts.sync()
        name = record.next_id()
        folder = self._folder(name)
        folder.mkdir()
        transaction.graph.flush()
        transaction.graph.optimize()
        # A second copy leaves logs and locks behind, and whoever still holds the transaction cannot touch it.
        transaction.graph.backup(folder / "graph")
        counts = _count(transaction.graph)
        step = Snapshot(name, _now(), action, tuple(transaction.added), counts, record.snapshot)
        manifest = {"when": step.when, "action": action, "added": step.added, "counts": dict(counts)}
        write_file(
            folder / "manifest.json",
            json.dumps({**manifest, "parent": step.parent, "texts": transaction.versions}, indent=1) + "\n",
        )
        for place in (folder / "graph", folder, folder.parent):
            sync_to_disk(place)
        after = record.step(step)
        write_record(self.root, after)
        self._prune(after)

    def _prune(self, record: Record) -> None:
        kept = [name for name in sorted(record.made()) if self._folder(name).is_dir()]
        for name in kept[: -self.keep]:
            if name != record.snapshot:
                shutil.rmtree(self._folder(name), ignore_errors=True)

    def _tidy(self, record: Record) -> None:
        """Clear away what a stopped writer left: what the record does not name."""
        _clear(self.root / "work")
        for folder in (self.root / "snapshots").iterdir():
            if folder.name not in record.made():
                shutil.rmtree(folder, ignore_errors=True)
        for draft in [*self.root.glob("*.tmp"), *(self.root / "texts").glob("*/*.tmp")]:
            draft.unlink(missing_ok=True)

    @contextmanager
    def _writing(self, outcome: str) -> Iterator[Record]:
        """Hold the lock and read the record under it; what the system refuses becomes one line."""
        from queries.lock import locked  # noqa: PLC0415  # only writers want it, and it is slow to import

        with failing_as(self.root, outcome), locked(self.root):
            yield read_record(self.root)


def open_graph(place: str | Path) -> Graph:
    """Open a graph to read: the folder of a store, or the address of a SPARQL endpoint."""
    if "://" not in str(place):
        return Store.open(place).graph()
    from queries.endpoint import EndpointGraph  # noqa: PLC0415  # the HTTP client is slow to import and seldom wanted

    return EndpointGraph(str(place))


def _count(store: ox.Store) -> tuple[tuple[str, int], ...]:
    graphs = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    sizes = {graph: LocalGraph(store).select(_COUNT, {"g": graph}).column("n")[0] for graph in graphs}
    return tuple((graph, int(size.value)) for graph, size in sizes.items() if isinstance(size, ox.Literal))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _clear(folder: Path) -> None:
    """Remove a folder; RocksDB may still close its files there, so what it adds meanwhile is removed again."""
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
