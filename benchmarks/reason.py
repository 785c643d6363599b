"""Measures how fast conclusions are drawn and in how much memory, beside reasonable, owlrl and HermiT.

Run `python -m benchmarks.reason [--sizes N …] [--sides NAME …] [--limit SECONDS]`. The graphs are what ships, ontology
and asserted facts, and generated ones (`ontologies.py`). Each side runs in a process of its own; figures are processor
time, that of Java included, from a graph in memory to conclusions in Python. What the sides conclude is compared:
memberships in named classes and values of object properties.
"""

import argparse
import json
import os
import platform
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median

import pyoxigraph as ox

from benchmarks.ontologies import turtle
from ontology.terms import GRAPH_ASSERTED, GRAPH_ONTOLOGY, OWL, RDF, RDFS

#: The bars: ours to each peer, and the graph that a bar is for, if it is for one.
BARS = {"reasonable": (5.0, "100000"), "owlrl": (100.0, ""), "hermit": (100.0, "")}
TRACE_MS = 10.0
SIZES = (1_000, 3_000, 10_000, 100_000)

Triple = tuple[str, str, str]
#: What a side gives: the processor seconds of reading and of reasoning, its conclusions, and what else it measured.
Outcome = tuple[float, float, Iterable[Triple], dict[str, float]]


def clock() -> float:
    """Return the processor time of this process and of those it waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, kinds))


def peak() -> float:
    """Return the peak memory of this process in MB; what the system tells first counts the parent's size as well."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ours(place: Path) -> Outcome:
    """Reason with the rules compiled from the axioms, and trace a sample of the conclusions."""
    from ontology.reasoning import reason  # noqa: PLC0415  # its memory is not the peers'

    began = clock()
    quads = list(ox.parse(path=place.with_suffix(".nq"), format=ox.RdfFormat.N_QUADS))
    read = clock()
    reasoning = reason(quads, rules=())
    done = clock()
    facts = [fact for fact in reasoning.inferred if not fact.negative and isinstance(fact.object, str)]
    traces = []
    for fact in random.Random(3).sample(facts, min(200, len(facts))):  # noqa: S311
        start = time.process_time()
        assert reasoning.proof(str(fact.subject), fact.predicate, fact.object) is not None  # noqa: S101
        traces.append((time.process_time() - start) * 1000)
    told = {(each.subject.value, each.predicate.value, each.object.value) for each in quads if named(each)}
    concluded = {(str(fact.subject), fact.predicate, str(fact.object)) for fact in facts}
    return read - began, done - read, told | concluded, {"trace": median(traces), "slowest": max(traces)}


def named(quad: ox.Quad) -> bool:
    """Tell whether a triple's ends have names."""
    return isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)


def reasonable(place: Path) -> Outcome:
    """Reason with reasonable, OWL 2 RL in Rust."""
    reasoner = import_module("reasonable").PyReasoner()
    began = clock()
    reasoner.load_file(str(place.with_suffix(".ttl")))
    read = clock()
    found = reasoner.reason()
    return read - began, clock() - read, ((str(one), str(role), str(other)) for one, role, other in found), {}


def owlrl(place: Path) -> Outcome:
    """Reason with owlrl, OWL 2 RL over rdflib."""
    rdflib, library = import_module("rdflib"), import_module("owlrl")
    began = clock()
    graph = rdflib.Graph().parse(place, format="nt")
    read = clock()
    library.DeductiveClosure(library.OWLRL_Semantics).expand(graph)
    return read - began, clock() - read, ((str(one), str(role), str(other)) for one, role, other in graph), {}


def hermit(place: Path) -> Outcome:
    """Reason with HermiT, OWL 2 DL in Java, through owlready2."""
    library = import_module("owlready2")
    library.reasoning.JAVA_MEMORY = 6000
    began = clock()
    world = library.World()
    ontology = world.get_ontology(place.resolve().as_uri()).load()
    read = clock()
    with ontology:
        library.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
    done = clock()
    types = [
        (one.iri, RDF + "type", kind.iri)
        for one in world.individuals()
        for kind in one.INDIRECT_is_a
        if hasattr(kind, "iri")
    ]
    values = [
        (one.iri, role.iri, other.iri)
        for role in world.object_properties()
        for one in world.individuals()
        for other in getattr(one, f"INDIRECT_{role.python_name}")
        if isinstance(other, library.Thing)  # owlready2 gives the classes of unnamed values too
    ]
    return read - began, done - read, [*types, *values], {}


SIDES: dict[str, Callable[[Path], Outcome]] = {
    "ours": ours,
    "reasonable": reasonable,
    "owlrl": owlrl,
    "hermit": hermit,
}


def measure(side: str, place: Path, result: Path) -> None:
    """Write what a side measured and concluded, as JSON and as lines."""
    read, reason, facts, more = SIDES[side](place)
    memory = max(peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    result.with_suffix(".facts").write_text("".join(sorted({"\t".join(fact) + "\n" for fact in facts})), "utf-8")
    result.write_text(json.dumps({"read": read, "reason": reason, "memory": memory, **more}), "utf-8")


def comparable(result: Path, classes: set[str], roles: set[str]) -> set[str]:
    """Return the conclusions that both sides could draw: memberships in named classes, values of object properties."""
    kept = set()
    for line in result.with_suffix(".facts").read_text("utf-8").splitlines():
        subject, predicate, value = line.split("\t")[:3]
        if "://" in subject and ((predicate == RDF + "type" and value in classes) or predicate in roles):
            kept.add(line)
    return kept


def graphs(folder: Path, sizes: Sequence[int]) -> dict[str, Path]:
    """Lay out the graphs as N-Triples and, for the sides that want it, as Turtle and as N-Quads.

    Ours reads quads: which graph a fact of what ships stands in tells whom sources speak of, and so of whom denials are
    worth working out. Those are not compared, as no peer but HermiT knows them.
    """
    from dispensatory import pipeline  # noqa: PLC0415
    from queries.store import Store  # noqa: PLC0415

    pipeline.build(folder / "shipped.db")
    stored = Store.open(folder / "shipped.db").graph().store
    named = (ox.NamedNode(name) for name in (GRAPH_ONTOLOGY, GRAPH_ASSERTED))
    laid = {"shipped": [quad for name in named for quad in stored.quads_for_pattern(None, None, None, name)]}
    for size in sizes:
        laid[str(size)] = list(ox.parse(turtle(size), ox.RdfFormat.TURTLE))
    places = {}
    for name, found in laid.items():
        places[name] = folder / f"{name}.nt"
        triples = sorted({quad.triple for quad in found}, key=str)
        ox.serialize(triples, places[name], format=ox.RdfFormat.N_TRIPLES)
        ox.serialize(triples, places[name].with_suffix(".ttl"), format=ox.RdfFormat.TURTLE)
        ox.serialize(sorted(found, key=str), places[name].with_suffix(".nq"), format=ox.RdfFormat.N_QUADS)
    return places


def declared(place: Path) -> tuple[set[str], set[str]]:
    """Return the named classes and the object properties of a graph."""

    def of(kind: str) -> set[str]:
        found = (each for each in quads if each.predicate.value == RDF + "type" and each.object == ox.NamedNode(kind))
        names = {each.subject.value for each in found if isinstance(each.subject, ox.NamedNode)}
        return {name for name in names if not name.startswith((OWL, RDF, RDFS))}

    quads = list(ox.parse(path=place, format=ox.RdfFormat.N_TRIPLES))
    return of(OWL + "Class"), of(OWL + "ObjectProperty")


def run(side: str, place: Path, limit: float) -> dict[str, float] | str:
    """Return what a side measured in a process of its own, or why it did not."""
    result = place.with_name(f"{place.stem}-{side}.json")
    command = [
        sys.executable,
        "-m",
        "benchmarks.reason",
        "--side",
        side,
        "--graph",
        str(place),
        "--result",
        str(result),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        try:
            _, told = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # its Java as well
            return f"not done in {limit:.0f} s"
    if process.returncode:
        return f"fails: {(told.decode().strip().splitlines() or ['?'])[-1][:60]}"
    found: dict[str, float] = json.loads(result.read_text("utf-8"))
    return found


def compare(sizes: Sequence[int], limit: float, sides: Sequence[str]) -> int:
    """Print the table and return how many bars are missed."""
    missed = 0
    print(
        f"Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in ("reasonable", "owlrl", "owlready2"))
    )
    print("\n| graph | side | reads, s | reasons, s | ours is | peak MB | conclusions | not ours | not theirs |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="reason-") as folder:
        for name, place in graphs(Path(folder), sizes).items():
            classes, roles = declared(place)
            base: set[str] = set()
            mine: dict[str, float] = {}
            for side in sides:
                found = run(side, place, limit)
                if isinstance(found, str):
                    print(f"| {name} | {side} | | {found} | | | | | |", flush=True)
                    continue
                facts = comparable(place.with_name(f"{place.stem}-{side}.json"), classes, roles)
                if side == "ours":
                    base, mine = facts, found
                ratio = found["reason"] / mine["reason"]
                cells = (
                    f"{found['read']:.2f}",
                    f"{found['reason']:.2f}",
                    f"{ratio:.1f} x",
                    f"{found['memory']:.0f}",
                    len(facts),
                )
                print(
                    f"| {name} | {side} | {' | '.join(map(str, cells))} | {len(facts - base)} | {len(base - facts)} |",
                    flush=True,
                )
                bar, only = BARS.get(side, (0.0, ""))
                missed += bool(side != "ours" and only in ("", name) and ratio < bar) + bool(facts - base)
            if mine:
                traces = f"{mine['trace']:.2f} ms, slowest of 200 {mine['slowest']:.2f} ms"
                print(f"| {name} | ours, a trace | | {traces} | | | | | |")
                missed += mine["slowest"] > TRACE_MS
    return missed


def main() -> int:
    """Run the comparison, or one side of it where called by the comparison itself."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="individuals of the generated graphs")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds after which a side is given up")
    parser.add_argument("--sides", choices=SIDES, nargs="+", default=list(SIDES), help="whom to measure, ours first")
    for name in ("--side", "--graph", "--result"):
        parser.add_argument(name, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        measure(given.side, Path(given.graph), Path(given.result))
        return 0
    return int(compare(given.sizes, given.limit, given.sides) > 0)


if __name__ == "__main__":
    sys.exit(main())
