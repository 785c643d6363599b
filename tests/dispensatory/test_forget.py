"""What is forgotten leaves no trace: the graph is that of the sources that are left."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dispensatory import pipeline, publication
from dispensatory.cli import call
from ontology.encoding import decode_sources
from ontology.terms import GRAPH_ONTOLOGY
from queries.export import export
from queries.store import Store

TEXTS = {
    "agonist.txt": "Baclofen is an agonist at the GABA-B receptor. Baclofen is a muscle relaxant.\n",
    "copy.txt": "Baclofen is an agonist at the GABA-B receptor. Baclofen is a muscle relaxant!\n",
    "denial.txt": "Baclofen does not act on the GABA-B receptor. Morphine does not cause constipation.\n",
    "opioids.txt": "Opioids cause constipation. Morphine is an opioid. Codeine is an opioid.\n",
    "values.txt": "Baclofen has a low abuse potential. Codeine interacts with alcohol.\n",
    "other.txt": "Baclofen has a high abuse potential. Codeine is not an opioid.\n",
}

#: A small ontology, so that many graphs can be made; the names that the texts use are read from the whole one.
SMALL = """
@prefix disp: <https://w3id.org/dispensatory/> .
@prefix drug: <https://w3id.org/dispensatory/drug/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
disp:Drug a owl:Class . disp:Opioid a owl:Class ; rdfs:subClassOf disp:Drug .
disp:MuscleRelaxant a owl:Class ; rdfs:subClassOf disp:Drug ; owl:disjointWith disp:Opioid .
disp:actsOn a owl:ObjectProperty . disp:agonistOf a owl:ObjectProperty ; rdfs:subPropertyOf disp:actsOn .
drug:baclofen a disp:Drug . drug:codeine a disp:Drug . drug:morphine a disp:Drug .
"""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build graphs over the small ontology, without mappings."""
    graph = ox.NamedNode(GRAPH_ONTOLOGY)
    quads = [ox.Quad(each.subject, each.predicate, each.object, graph) for each in ox.parse(SMALL, ox.RdfFormat.TURTLE)]
    monkeypatch.setattr(publication, "quads", lambda: quads)
    monkeypatch.setattr("ontology.mappings.quads", lambda: iter(()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the texts into a folder."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def exported(store: Path) -> bytes:
    """Return the whole graph of a store."""
    return b"".join(export(Store.open(store).graph(), "nquads"))


def held(store: Path) -> list[str]:
    """Return the names of a store's sources."""
    return sorted(source.name for source in decode_sources(Store.open(store).graph().store))


@given(steps=st.lists(st.sampled_from(sorted(TEXTS)), min_size=1, max_size=6))
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("small")
def test_after_any_loads_and_forgets_the_graph_is_that_of_what_is_left(folder: Path, steps: list[str]) -> None:
    """Each step loads a source or, where the store has it, forgets it; the end is a build from scratch."""
    place = Path(mkdtemp(dir=folder))
    left: set[str] = set()
    for name in steps:
        if name in left:
            pipeline.forget(place / "steps.db", [name])
        else:
            pipeline.load(place / "steps.db", [str(folder / name)])
        left ^= {name}
    assert held(place / "steps.db") == sorted(left)
    if left:
        pipeline.build(place / "built.db", [str(folder / name) for name in left])
        assert exported(place / "steps.db") == exported(place / "built.db")
    else:
        pipeline.load(place / "built.db", [str(folder / steps[0])])
        pipeline.forget(place / "built.db", [steps[0]])
        assert exported(place / "steps.db") == exported(place / "built.db")
        assert b"/statement/" not in exported(place / "steps.db")
    rmtree(place)


def test_what_rested_on_a_source_goes_with_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Statements, disputes, expectations and conclusions go, those of other sources stay, and the way back is open."""
    store, names = folder / "store.db", ("agonist.txt", "denial.txt", "opioids.txt")
    pipeline.load(store, [str(folder / name) for name in names])
    before = exported(store)
    assert call(["forget", "denial.txt", "--store", str(store)]) == 0
    assert capsys.readouterr().out.startswith("forgot      1 source (2 in the store)\n")
    assert b"Morphine does not cause" in before
    assert b"Morphine does not cause" not in exported(store)
    pipeline.build(folder / "built.db", [str(folder / "agonist.txt"), str(folder / "opioids.txt")])
    assert exported(store) == exported(folder / "built.db")
    assert [step.action for step in Store.open(store).history()] == ["load", "forget"]
    Store.open(store).rollback()
    assert exported(store) == before


@pytest.mark.usefixtures("small")
def test_a_source_is_named_in_several_ways(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By file, by name, by what the graph calls it; what fits nothing is told with what is near."""
    store = folder / "store.db"
    pipeline.load(store, [str(folder / name) for name in ("agonist.txt", "denial.txt", "opioids.txt")])
    iri = next(source.iri for source in decode_sources(Store.open(store).graph().store) if source.name == "opioids.txt")
    assert call(["forget", str(folder / "agonist.txt"), f"source:{iri[-16:]}", "--store", str(store)]) == 0
    assert held(store) == ["denial.txt"]
    assert call(["forget", "denail.txt", "--store", str(store)]) == 2
    assert capsys.readouterr().err == "error: the store holds no source 'denail.txt'; did you mean denial.txt?\n"
    assert held(store) == ["denial.txt"]
