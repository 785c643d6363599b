"""The store: snapshots that never change, one writer, a way back, and every fault in one clear line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.errors import CallError, StoreError
from ontology.terms import GRAPH_ONTOLOGY
from queries.export import export
from queries.graph import LocalGraph
from queries.snapshots import FORMAT
from queries.store import Store, open_graph

SHA = "ab" * 32


def quad(name: str) -> ox.Quad:
    """Name a triple of the ontology graph."""
    node = ox.NamedNode(f"https://example.org/{name}")
    return ox.Quad(node, node, node, ox.NamedNode(GRAPH_ONTOLOGY))


def content(store: Store) -> bytes:
    """Return all that a reader sees."""
    return b"".join(export(store.graph(), "nquads"))


def add(store: Store, *names: str) -> None:
    """Publish one snapshot with more triples."""
    with store.write() as load:
        load.graph.extend([quad(name) for name in names])
        load.added.extend(names)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Make an empty store."""
    return Store.create(tmp_path / "store")


def test_a_new_store_is_empty(store: Store) -> None:
    """Before the first load there is nothing to see, no snapshot and no history."""
    assert (content(store), store.snapshot, store.history()) == (b"", "", ())


def test_a_load_is_seen_when_it_is_done(store: Store) -> None:
    """While a load is at work its readers see what was there before."""
    add(store, "a")
    with store.write() as load:
        load.graph.add(quad("b"))
        assert content(Store.open(store.root)) == f"{quad('a')} .\n".encode()
    assert content(store) == f"{quad('a')} .\n{quad('b')} .\n".encode()


def test_a_snapshot_can_be_held_in_memory(store: Store) -> None:
    """In memory there is the same graph as on disk."""
    add(store, "a", "b")
    assert set(store.graph(memory=True).quads()) == set(store.graph().quads())


def test_a_reader_keeps_its_snapshot(store: Store) -> None:
    """What a reader opened stays as it was, however much is loaded afterwards, even past what is kept."""
    store = Store.create(store.root.parent / "few", keep=2)
    add(store, "a")
    reader = Store.open(store.root).graph()
    for name in "bcde":
        add(store, name)
    assert [quad.subject for quad in reader.quads()] == [quad("a").subject]
    assert len(list(store.graph().quads())) == 5


def test_an_exception_drops_the_load(store: Store) -> None:
    """Whatever ends a load early leaves the store as it was, and free for the next writer."""
    add(store, "a")
    before = content(store)
    with pytest.raises(KeyboardInterrupt), store.write() as load:  # noqa: PT012  # it is the body that fails
        load.graph.add(quad("b"))
        raise KeyboardInterrupt
    assert (content(store), len(store.history())) == (before, 1)
    assert not (store.root / "work").exists()
    add(store, "c")
    assert len(list(store.graph().quads())) == 2


def test_a_load_with_nothing_new_publishes_nothing(store: Store) -> None:
    """A dropped load leaves no step in the history."""
    add(store, "a")
    with store.write() as load:
        load.drop()
    assert [step.id for step in store.history()] == ["000001"]


def test_history_and_rollback(store: Store) -> None:
    """A rollback moves to an earlier snapshot, is itself told, and the next load goes on from there."""
    add(store, "a")
    add(store, "b")
    assert store.rollback().id == "000001"
    assert content(store) == f"{quad('a')} .\n".encode()
    add(store, "c")
    assert content(store) == f"{quad('a')} .\n{quad('c')} .\n".encode()
    assert store.rollback("000002").id == "000002"
    steps = [(step.id, step.action, step.added, step.parent, step.current) for step in store.history()]
    assert steps == [
        ("000001", "load", ("a",), "", False),
        ("000002", "load", ("b",), "000001", False),
        ("000001", "rollback", (), "000002", False),
        ("000003", "load", ("c",), "000001", False),
        ("000002", "rollback", (), "000003", True),
    ]
    assert store.history()[-1].counts == ((GRAPH_ONTOLOGY, 2),)


def test_a_rollback_to_nowhere_says_what_there_is(store: Store) -> None:
    """Before the first snapshot there is none, and an unknown one is not guessed."""
    add(store, "a")
    with pytest.raises(StoreError, match=r"no earlier snapshot to go back to; it keeps: 000001$"):
        store.rollback()
    with pytest.raises(StoreError, match=r"no snapshot 000009 to go back to; it keeps: 000001$"):
        store.rollback("000009")


def test_only_the_last_snapshots_are_kept(tmp_path: Path) -> None:
    """Older snapshots are cleared away; the history still tells of them."""
    store = Store.create(tmp_path / "store", keep=2)
    for name in "abc":
        add(store, name)
    assert [(step.id, step.kept) for step in store.history()] == [("000001", False), ("000002", True), ("000003", True)]


def test_texts_are_kept_to_the_letter(store: Store) -> None:
    """Every code point, line end and blank comes back; the file is the same bytes in every store."""
    text = "GABA\u2009\u03b2 \r\n\n e\u0301 \U0001f48a "
    with store.write() as load:
        load.keep_text(SHA, text)
    place = store.root / "texts" / "ab" / f"{SHA}.gz"
    first = place.read_bytes()
    with store.write() as load:
        load.keep_text(SHA, text)
    assert (store.text(SHA), place.read_bytes()) == (text, first)
    assert [entry.name for entry in place.parent.iterdir()] == [place.name]


def test_a_text_that_reads_differently_does_not_touch_older_snapshots(store: Store) -> None:
    """Offsets of an older snapshot go on pointing into the text that they were made for."""
    with store.write() as load:
        load.keep_text(SHA, "old")
    with store.write() as load:
        load.keep_text(SHA, "new")
    assert store.text(SHA) == "new"
    with store.write() as load:
        load.keep_text(SHA, "new")
    assert store.text(SHA) == "new"
    store.rollback("000001")
    assert store.text(SHA) == "old"


def test_missing_and_damaged_texts_are_named(store: Store) -> None:
    """A text that is not there, not whole or not named by a hash is reported with the mend."""
    with store.write() as load:
        load.keep_text(SHA, "text")
    with pytest.raises(StoreError, match=r"keeps no text of the source 0000000000000000: load the source again"):
        store.text("0" * 64)
    with pytest.raises(StoreError, match=r"is no SHA-256"):
        store.text("../../etc/passwd")
    (store.root / "texts" / "ab" / f"{SHA}.gz").write_bytes(b"\x1f\x8b")
    with pytest.raises(StoreError, match=r"is damaged .*: load the source again"):
        store.text(SHA)
    with store.write() as load:
        load.keep_text(SHA, "text")
    assert store.text(SHA) == "text"


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    """A missing path, a file, and a folder with other things are told apart, and left alone."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "other.txt").write_text("x")
    with pytest.raises(StoreError, match=r"^no store at .*missing: build one with: dispensatory build"):
        Store.open(tmp_path / "missing")
    with pytest.raises(StoreError, match=r"is a file, not a store"):
        Store.open(tmp_path / "file")
    with pytest.raises(StoreError, match=r"is no store: it has no dispensatory\.json"):
        Store.open(tmp_path / "folder")
    for ensure in (Store.create, Store.ensure):
        with pytest.raises(StoreError, match=r"is a file"):
            ensure(tmp_path / "file")
        with pytest.raises(StoreError):
            ensure(tmp_path / "folder")
    assert [entry.name for entry in (tmp_path / "folder").iterdir()] == ["other.txt"]


def test_ensure_makes_or_opens(tmp_path: Path) -> None:
    """A new or empty folder becomes a store; a store is opened; `create` refuses one that exists."""
    add(Store.ensure(tmp_path), "a")
    assert len(Store.ensure(tmp_path).history()) == 1
    with pytest.raises(StoreError, match=r"already holds a store"):
        Store.create(tmp_path)


def test_a_creation_that_was_stopped_is_done_again(tmp_path: Path) -> None:
    """A folder with parts of a store but no mark is no store yet, and may become one."""
    Store.create(tmp_path)
    (tmp_path / "dispensatory.json").unlink()
    assert Store.create(tmp_path).history() == ()


def test_a_newer_or_damaged_store_is_refused(store: Store) -> None:
    """A store of a later format is left for the later program; broken marks and records are named."""
    marker, record = store.root / "dispensatory.json", store.root / "current.json"
    marker.write_text(json.dumps({"format": FORMAT + 1}))
    with pytest.raises(StoreError, match=r"newer Dispensatory \(format 2; this one reads 1\): upgrade"):
        Store.open(store.root)
    marker.write_text("{")
    with pytest.raises(StoreError, match=r"dispensatory\.json cannot be read"):
        Store.open(store.root)
    record.write_text('{"snapshot": "000001"}')
    with pytest.raises(StoreError, match=r"current\.json cannot be read"):
        store.graph()


def test_a_damaged_snapshot_points_at_the_way_back(store: Store) -> None:
    """Where a snapshot's files are gone, the message says how to go on."""
    add(store, "a")
    for file in (store.root / "snapshots" / "000001" / "graph").iterdir():
        file.unlink()
    with pytest.raises(StoreError, match=r"snapshot 000001 .* go back with: dispensatory rollback"):
        Store.open(store.root).graph()


def test_a_second_writer_is_told_who_is_first(store: Store) -> None:
    """Only one writer works at a time; a second one, here or in another process, ends at once."""
    line = "import sys; from queries.store import Store\nwith Store.open(sys.argv[1]).write(): pass"
    with store.write():
        with pytest.raises(StoreError, match=f"another writer \\(process {os.getpid()}\\) is at work"):
            Store.open(store.root).rollback()
        other = subprocess.run([sys.executable, "-c", line, store.root], capture_output=True, text=True, check=False)
    assert f"another writer (process {os.getpid()}) is at work" in other.stderr
    add(store, "a")


def test_several_processes_read_while_one_writes(store: Store) -> None:
    """Readers in other processes answer in the middle of a load, all from the snapshot before it."""
    add(store, "a")
    line = "import sys; from queries.store import Store\nprint(len(list(Store.open(sys.argv[1]).graph().quads())))"
    with store.write() as load:
        load.graph.extend([quad(str(number)) for number in range(1000)])
        load.graph.flush()
        readers = [
            subprocess.Popen([sys.executable, "-c", line, store.root], stdout=subprocess.PIPE, text=True)
            for _ in range(3)
        ]
        assert [reader.communicate()[0] for reader in readers] == ["1\n"] * 3
    assert len(list(store.graph().quads())) == 1001


def test_what_a_writer_holds_on_to_cannot_change_a_snapshot(store: Store) -> None:
    """The graph of a finished load is only a draft: writing into it reaches nobody."""
    with store.write() as load:
        load.graph.add(quad("a"))
    before = content(store)
    with suppress(OSError):  # the draft's files are gone; whether it notices is up to RocksDB
        load.graph.add(quad("b"))
    assert content(Store.open(store.root)) == before


def test_a_refusal_of_the_system_is_one_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the current snapshot cannot be replaced, nothing is published and the place is named."""
    add(store, "a")
    before = content(store)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        with pytest.raises(StoreError, match=r"^cannot write the store at .*: Read-only file system; nothing was pub"):
            add(store, "b")
    assert content(store) == before
    add(store, "c")
    assert len(list(store.graph().quads())) == 2


def test_a_fault_of_another_file_keeps_its_name(store: Store, tmp_path: Path) -> None:
    """A source that vanishes during a load is not blamed on the store."""
    with pytest.raises(FileNotFoundError, match=r"gone"), store.write():
        (tmp_path / "gone.txt").read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of four megabytes, where the system lets us."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        done = False
    if not done:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_publishes_nothing(small_disk: Path) -> None:
    """When the disk is full the load ends in one line, and the store is as it was and still takes small loads."""
    store = Store.create(small_disk / "store")
    add(store, "a")
    before = content(store)
    with pytest.raises(StoreError, match=r"^cannot write the store at .*[Nn]o space.*nothing was published$"):
        add(store, *(f"{number}/{os.urandom(200).hex()}" for number in range(20_000)))
    assert content(Store.open(store.root)) == before
    add(store, "b")
    assert len(list(store.graph().quads())) == 2


def test_a_read_only_disk_can_be_read(small_disk: Path) -> None:
    """Reading needs no lock and no write; writing says what the system says."""
    store = Store.create(small_disk / "store")
    add(store, "a")
    if subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], capture_output=True, check=False).returncode:
        pytest.skip("remounting is not allowed here")
    store = Store.open(store.root)
    assert (len(list(store.graph().quads())), len(store.history())) == (1, 1)
    with pytest.raises(StoreError, match=r"Read-only file system; nothing was published$"):
        add(store, "b")
    with pytest.raises(StoreError, match=r"Read-only file system; no store was made$"):
        Store.create(small_disk / "new")


def test_a_place_is_a_folder_or_an_address(store: Store) -> None:
    """What has a scheme is an endpoint's address; only web addresses are."""
    assert isinstance(open_graph(store.root), LocalGraph)
    with pytest.raises(CallError, match=r"is no address of a SPARQL endpoint"):
        open_graph("ftp://example.org/sparql")
