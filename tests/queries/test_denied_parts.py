"""That a narrower fact is denied does not hide a wider one that follows."""

import pyoxigraph as ox
import pytest

from ontology.terms import PREFIXES
from queries.graph import LocalGraph
from queries.run import run

GRAPH = """
disp:Depressant rdfs:subClassOf disp:Drug ; rdfs:label "depressant" .
disp:Opioid rdfs:subClassOf disp:Depressant ; rdfs:label "opioid" .
disp:Sedative rdfs:subClassOf disp:Depressant ; rdfs:label "sedative" .
disp:agonistOf rdfs:subPropertyOf disp:actsOn .
drug:d a disp:Sedative ; rdfs:label "d" ; disp:actsOn target:t .
target:t a disp:Receptor ; rdfs:label "t" .
statement:1 disp:subject drug:d ; disp:predicate rdf:type ; disp:object disp:Opioid ;
    disp:verdict disp:Refuted ; disp:belief 0.1 .
statement:2 disp:subject drug:d ; disp:predicate disp:agonistOf ; disp:object target:t ;
    disp:verdict disp:Refuted ; disp:belief 0.1 .
"""


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Return a graph in which a drug is denied to be an opioid and an agonist, and yet is a depressant that acts."""
    store = ox.Store()
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    store.load((head + GRAPH).encode(), ox.RdfFormat.TURTLE)
    return LocalGraph(store)


@pytest.mark.parametrize(
    ("query", "given", "column", "expected"),
    [
        ("is-member", {"drug": "drug:d", "class": "disp:Depressant"}, "verdict", ["Supported"]),
        ("is-member", {"drug": "drug:d", "class": "disp:Opioid"}, "verdict", ["Refuted"]),
        ("members-of-class", {"class": "disp:Depressant"}, "drug", ["d"]),
        ("members-of-class", {"class": "disp:Opioid"}, "drug", []),
        ("targets-of-drug", {"drug": "drug:d"}, "target", ["t"]),
        ("drugs-on-target", {"target": "target:t"}, "drug", ["d"]),
    ],
)
def test_the_wider_fact_stands(
    graph: LocalGraph, query: str, given: dict[str, str], column: str, expected: list[str]
) -> None:
    """What is denied is the narrower fact and nothing more."""
    found = run(graph, query, given).column(column)
    assert [getattr(term, "value", "").rpartition("/")[2] for term in found] == expected
