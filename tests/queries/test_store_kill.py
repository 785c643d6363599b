"""A load killed at any moment leaves the store as it was before or as it is after, never between."""

import json
import random
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from queries.export import export
from queries.store import Store

KILLS = 32

#: Adds one batch to a store: more triples and the text of a source.
LOAD = """
import sys
import pyoxigraph as ox
from ontology.terms import GRAPH_EVIDENCE
from queries.store import Store

def load(path, batch):
    with Store.open(path).write() as draft:
        for number in range(40):
            node = ox.NamedNode(f"https://example.org/{batch}/{number}")
            draft.graph.add(ox.Quad(node, node, ox.Literal("text " * 20), ox.NamedNode(GRAPH_EVIDENCE)))
        draft.keep_text(f"{int(batch):064x}", f"text {batch}")
        draft.added.append(batch)
"""

ONE = LOAD + "print('ready', flush=True)\nload(sys.argv[1], sys.argv[2])\n"

#: Loads again and again, each time killing itself one file operation later, until a load comes through.
SWEEP = (
    LOAD
    + """
import json, os, signal
from queries.export import export

def alone(work):
    # A process of its own: RocksDB's threads do not survive a fork.
    out, into = os.pipe()
    if not (child := os.fork()):
        os.write(into, work().encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out) as stream:
        found = stream.read()
    return found, os.waitpid(child, 0)[1]

def content():
    return f"{len(b''.join(export(Store.open(root).graph(), 'nquads')).splitlines())}"

def dying(moment):
    seen = 0
    def count(event, arguments):
        nonlocal seen
        if event.split(".")[0] in ("open", "os", "shutil") and any(root in str(part) for part in arguments):
            seen += 1
            if seen > moment:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    load(root, "1")
    return "done"

root, moment, states = sys.argv[1], 0, []
while True:
    done = alone(lambda: dying(moment))[0]
    states.append(alone(content)[0])
    if done or states[-1] != "40":
        break
    moment += 1
print(json.dumps([states, done]))
"""
)


def seen(path: Path) -> bytes:
    """Return all that a reader sees."""
    return b"".join(export(Store.open(path).graph(), "nquads"))


def run(path: Path, batch: int, delay: float | None = None) -> float:
    """Load a batch in a process of its own; kill it after a delay, and return how long it was at work."""
    command = [sys.executable, "-c", ONE, str(path), str(batch)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        start = perf_counter()
        try:
            assert process.wait(timeout=delay) == 0
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()
        return perf_counter() - start


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_load_killed_at_any_moment_is_whole_or_not_there(tmp_path: Path) -> None:
    """After each of the kills, spread over the time that a load takes, the store opens as before or as after."""
    store = Store.create(tmp_path / "store")
    whole = Store.create(tmp_path / "whole")  # what the store must come to, loaded without being killed
    duration = run(store.root, 0)
    run(whole.root, 0)
    chance = random.Random(7)  # noqa: S311  # moments, not secrets
    before, batch, landed = seen(store.root), 1, 0
    run(whole.root, batch)
    after = seen(whole.root)
    for kill in range(KILLS):
        run(store.root, batch, (kill + chance.random()) / KILLS * duration)
        found = seen(store.root)
        assert found in (before, after)
        if found == after:
            landed += 1
            assert store.text(f"{batch:064x}") == f"text {batch}"
            before, batch = after, batch + 1
            run(whole.root, batch)
            after = seen(whole.root)
    run(store.root, batch)  # the next writer clears away what the killed ones left
    assert seen(store.root) == after
    assert sorted(entry.name for entry in (store.root / "snapshots").iterdir()) == sorted(
        step.id for step in store.history() if step.kept
    )
    assert not (store.root / "work").exists()
    assert len(store.history()) == landed + 2


@pytest.mark.skipif(not hasattr(sys, "addaudithook") or sys.platform == "win32", reason="needs fork")
def test_a_load_killed_at_each_of_its_file_operations_is_whole_or_not_there(tmp_path: Path) -> None:
    """Killed before its first, second, third … file operation, a load stays invisible until the one that publishes."""
    store = Store.create(tmp_path / "store")
    run(store.root, 0)
    done = subprocess.run(
        [sys.executable, "-c", SWEEP, str(store.root)], capture_output=True, text=True, check=True, timeout=120
    )
    states, _ = json.loads(done.stdout)
    assert states == ["40"] * (len(states) - 1) + ["80"]
    assert len(states) > 10
