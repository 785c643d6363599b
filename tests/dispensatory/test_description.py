"""The description of the dataset in a store: its counts are those of the store, after every load."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from dispensatory import pipeline
from dispensatory.commands.export import Part
from ontology.terms import DATASET, DISP, GRAPH_DATASET, GRAPHS, RDF, VOID
from queries.export import export
from queries.store import Store

TEXTS = ("Baclofen is a muscle relaxant.\n", "Diazepam is a benzodiazepine.\n")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Load two texts one after the other into one store, and both at once into another."""
    folder = tmp_path_factory.mktemp("description")
    paths = [folder / f"{number}.txt" for number, _ in enumerate(TEXTS)]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, encoding="utf-8")
        pipeline.load(folder / "steps.db", [str(path)])
    pipeline.build(folder / "once.db", [str(path) for path in paths])
    return folder / "steps.db", folder / "once.db"


def count(graph: ox.Store, iri: str, name: str) -> int:
    """Return a count that the description gives."""
    (quad,) = graph.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(VOID + name), None, ox.NamedNode(GRAPH_DATASET))
    assert isinstance(quad.object, ox.Literal)
    return int(quad.object.value)


def test_the_counts_are_those_of_the_store(stores: tuple[Path, Path]) -> None:
    """Each graph has as many triples as its description says, and the whole as many as its graphs together."""
    graph = Store.open(stores[0]).graph().store
    held = Counter(str(getattr(quad.graph_name, "value", "")) for quad in graph)
    described = {name: count(graph, name, "triples") for name in GRAPHS if name != GRAPH_DATASET}
    assert described == {name: held[name] for name in described}
    assert count(graph, DATASET, "triples") == sum(described.values()) == len(graph) - held[GRAPH_DATASET]


def test_a_class_has_as_many_members_as_its_description_says(stores: tuple[Path, Path]) -> None:
    """Both texts were counted: a drug that either puts into a class is in its count."""
    graph = Store.open(stores[0]).graph().store
    for name in ("Drug", "Benzodiazepine", "Statement"):
        members = {quad.subject for quad in graph.quads_for_pattern(None, ox.NamedNode(RDF + "type"), _class(name))}
        assert count(graph, f"{DATASET}/class/disp-{name}", "entities") == len(members) > 0


def test_a_store_is_described_the_same_however_it_came_about(stores: tuple[Path, Path]) -> None:
    """Loaded in steps or built at once, the description is the same bytes."""
    steps, once = (b"".join(export(Store.open(path).graph(), "nquads", [GRAPH_DATASET])) for path in stores)
    assert steps == once
    assert steps.count(b"\n") > 500


def test_every_graph_can_be_exported_by_its_word() -> None:
    """The command line knows each named graph by the last word of its IRI."""
    assert {f"{DISP}graph/{part.value}" for part in Part} == set(GRAPHS)


def _class(name: str) -> ox.NamedNode:
    return ox.NamedNode(DISP + name)
