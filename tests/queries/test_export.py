"""The same graph is the same bytes, in every format and whichever way it came about."""

import random
from itertools import permutations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import CallError
from ontology.terms import GRAPH_ASSERTED, GRAPH_EVIDENCE, GRAPH_ONTOLOGY
from queries.export import FORMATS, export
from queries.graph import LocalGraph

SAMPLE = f"""
@prefix disp: <https://w3id.org/dispensatory/> .
@prefix drug: <https://w3id.org/dispensatory/drug/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{GRAPH_ONTOLOGY}> {{
    disp:Sedative a owl:Class ; rdfs:label "sedative"@en ;
        owl:equivalentClass [ a owl:Class ; owl:unionOf ( disp:Opioid [ owl:onProperty disp:treats ] disp:Opiate ) ] .
    [] a owl:AllDifferent ; owl:distinctMembers ( drug:a drug:b ) .
    disp:Empty owl:unionOf () .
}}
<{GRAPH_ASSERTED}> {{
    drug:a a [ owl:complementOf disp:Opioid ] , [ owl:complementOf disp:Opiate ] ; disp:level 2 , 2.5 , true , "2" .
    drug:b a [ owl:complementOf disp:Opioid ] .
    drug:b disp:shares _:one . drug:a disp:shares _:one . _:one disp:says "shared" .
    _:round disp:next _:trip . _:trip disp:next _:round .
}}
<{GRAPH_EVIDENCE}> {{
    <https://w3id.org/dispensatory/odd/path> disp:quote "a \\"b\\" <c> _:d .\\n" , "x"^^disp:kind .
    drug:a.b disp:quote "local name with a point" . drug:a disp:twoGraphs _:both .
    drug:a disp:predicate <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> .
}}
<{GRAPH_ASSERTED}> {{ drug:b disp:twoGraphs _:both . }}
"""

TURTLE = """
disp:Empty owl:unionOf rdf:nil .

disp:Sedative a owl:Class ;
    rdfs:label "sedative"@en ;
    owl:equivalentClass [
        a owl:Class ;
        owl:unionOf ( disp:Opioid [
            owl:onProperty disp:treats
        ] disp:Opiate )
    ] .

[
    a owl:AllDifferent ;
    owl:distinctMembers ( drug:a drug:b )
] .
"""


def graph(quads: list[ox.Quad]) -> LocalGraph:
    """Put quads into a store in the given order."""
    store = ox.Store()
    for quad in quads:
        store.add(quad)
    return LocalGraph(store)


def written(source: LocalGraph, format: str) -> bytes:
    """Return a whole export."""
    return b"".join(export(source, format))


def renamed(quads: list[ox.Quad], seed: int) -> list[ox.Quad]:
    """Give the same graph in another order with other blank nodes."""
    chance = random.Random(seed)  # noqa: S311  # an order, not a secret
    shuffled = [f"{quad} ." for quad in quads]
    chance.shuffle(shuffled)
    return list(ox.parse("\n".join(shuffled), ox.RdfFormat.N_QUADS, rename_blank_nodes=True))


@pytest.fixture(scope="module")
def quads() -> list[ox.Quad]:
    """Parse the sample: nested, shared, circular and listed blank nodes, and odd texts."""
    return list(ox.parse(SAMPLE, ox.RdfFormat.TRIG))


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_loading_does_not_matter(quads: list[ox.Quad], format: str) -> None:
    """Ten orders, with blank nodes named anew each time, give one file."""
    assert len({written(graph(renamed(quads, seed)), format) for seed in range(10)}) == 1


@pytest.mark.parametrize(
    ("format", "parsed"),
    [
        ("trig", ox.RdfFormat.TRIG),
        ("nquads", ox.RdfFormat.N_QUADS),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_a_dataset_is_read_back_whole(quads: list[ox.Quad], format: str, parsed: ox.RdfFormat) -> None:
    """What was written with its named graphs is the same dataset when read."""
    back, meant = ox.Dataset(ox.parse(written(graph(quads), format), parsed)), ox.Dataset(quads)
    for dataset in (back, meant):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert back == meant


@pytest.mark.parametrize(
    ("format", "parsed"),
    [("turtle", ox.RdfFormat.TURTLE), ("ntriples", ox.RdfFormat.N_TRIPLES), ("rdfxml", ox.RdfFormat.RDF_XML)],
)
def test_the_union_is_read_back_whole(quads: list[ox.Quad], format: str, parsed: ox.RdfFormat) -> None:
    """What was written without named graphs is the union of them when read."""
    back = ox.Dataset(ox.parse(written(graph(quads), format), parsed))
    meant = ox.Dataset([ox.Quad(*quad.triple) for quad in quads])
    for dataset in (back, meant):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert back == meant


def test_turtle_reads_well(quads: list[ox.Quad]) -> None:
    """Names are short, `a` comes first, and axioms stand where they are used."""
    found = b"".join(export(graph(quads), "turtle", [GRAPH_ONTOLOGY])).decode()
    prefixes, body = found.split(" .\n\n", 1)
    assert "\n" + body == TURTLE
    assert prefixes.splitlines()[0] == "@prefix activity: <https://w3id.org/dispensatory/activity/> ."


def test_graphs_can_be_picked(quads: list[ox.Quad]) -> None:
    """Only the named graphs that were asked for are written."""
    found = b"".join(export(graph(quads), "nquads", [GRAPH_EVIDENCE])).decode()
    assert {line.rsplit(" ", 2)[1] for line in found.splitlines()} == {f"<{GRAPH_EVIDENCE}>"}


def test_an_empty_graph_is_an_empty_file() -> None:
    """Nothing comes out where nothing is."""
    assert written(LocalGraph(ox.Store()), "nquads") == b""


def test_an_unknown_format_is_refused() -> None:
    """The message lists what can be written."""
    with pytest.raises(CallError, match=r"unknown export format 'owx': choose one of turtle, trig"):
        export(LocalGraph(ox.Store()), "owx")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(0, 6)), max_size=12))
def test_any_tangle_of_blank_nodes_survives_turtle(edges: list[tuple[int, int, int]]) -> None:
    """However blank nodes share, nest, circle or dangle, Turtle says the same graph."""
    nodes: list[ox.BlankNode | ox.NamedNode] = [ox.BlankNode(f"b{at}") for at in range(6)]
    nodes += [ox.NamedNode("https://example.org/n")]
    links = [ox.NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}") for name in ("first", "rest", "type")]
    meant = ox.Dataset(ox.Quad(nodes[subject], links[link], nodes[value]) for subject, link, value in edges)
    back = ox.Dataset(ox.parse(written(graph(list(meant)), "turtle"), ox.RdfFormat.TURTLE))
    for dataset in (back, meant):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert back == meant


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_survives(text: str) -> None:
    """Quotation marks, line ends and control characters come back to the letter."""
    node = ox.NamedNode("https://example.org/n")
    source = graph([ox.Quad(node, node, ox.Literal(text), node)])
    for format, parsed in (("turtle", ox.RdfFormat.TURTLE), ("trig", ox.RdfFormat.TRIG)):
        found = list(ox.parse(written(source, format), parsed))
        assert [quad.object for quad in found] == [ox.Literal(text)]


def test_equal_axioms_stay_two() -> None:
    """Two drugs with the same kind of axiom have one each, in every order."""
    one, other, link, end = (ox.NamedNode(f"https://example.org/{name}") for name in "abpc")
    first, second = ox.BlankNode(), ox.BlankNode()
    axioms = [
        ox.Quad(one, link, first),
        ox.Quad(first, link, end),
        ox.Quad(other, link, second),
        ox.Quad(second, link, end),
    ]
    found = {written(graph(list(order)), "nquads") for order in permutations(axioms)}
    assert [len(file.splitlines()) for file in found] == [4]
