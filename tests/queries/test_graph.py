"""The graph as it is asked: prefixes, the union, the three kinds of answer, and mistakes by line and column."""

import pyoxigraph as ox
import pytest

from ontology.errors import CallError, QueryError
from ontology.terms import DISP, GRAPH_ASSERTED, GRAPH_ONTOLOGY
from ontology.values import Literal
from queries.graph import LocalGraph, Rows

A, P, B = (ox.NamedNode(f"{DISP}drug/{name}") for name in ("a", "p", "b"))


@pytest.fixture
def graph() -> LocalGraph:
    """Hold one triple in each of two named graphs."""
    store = ox.Store()
    store.add(ox.Quad(A, P, B, ox.NamedNode(GRAPH_ONTOLOGY)))
    store.add(ox.Quad(A, P, ox.Literal("text"), ox.NamedNode(GRAPH_ASSERTED)))
    return LocalGraph(store)


def test_a_query_sees_the_union_with_the_models_prefixes(graph: LocalGraph) -> None:
    """Without FROM all named graphs are seen, and `drug:` needs no declaration."""
    rows = graph.select("SELECT ?o { drug:a drug:p ?o } ORDER BY ?o")
    assert rows == Rows(("o",), [(B,), (ox.Literal("text"),)])


def test_from_narrows_the_union(graph: LocalGraph) -> None:
    """FROM names the only graph that is seen."""
    assert graph.select("SELECT ?o FROM disp:graph\\/ontology { ?s ?p ?o }").rows == ((B,),)


def test_rows_can_be_read_again_and_again(graph: LocalGraph) -> None:
    """Rows are read once from the store and kept; streamed rows are not."""
    rows = graph.select("SELECT ?s ?none { ?s ?p drug:b }")
    assert (rows.rows, list(rows), len(rows), rows.column("s")) == (((A, None),), [(A, None)], 1, (A,))
    assert list(rows.stream()) == [(A, None)]
    assert rows.untouched() is None
    assert list(graph.select("SELECT ?s { ?s ?p drug:b }").stream()) == [(A,)]


def test_each_form_has_its_answer(graph: LocalGraph) -> None:
    """ASK gives yes or no, CONSTRUCT gives triples; the wrong call says so."""
    assert graph.ask("ASK { $s ?p ?o }", {"s": A.value})
    assert not graph.ask("ASK { $s ?p ?o }", {"s": B.value})
    assert list(graph.construct("CONSTRUCT WHERE { ?s ?p drug:b }")) == [ox.Triple(A, P, B)]
    with pytest.raises(CallError, match="no SELECT query"):
        graph.select("ASK {}")
    with pytest.raises(CallError, match="no ASK query"):
        graph.ask("SELECT * {}")
    with pytest.raises(CallError, match="no CONSTRUCT"):
        graph.construct("ASK {}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {\n  ?s ?p }", r"^query line 2, column 10: it does not parse, near '\?s \?p }'$"),
        ("SELECT * {\n  ?s drugs:p ?o }", r"^query line 2, column 6: the prefix drugs: is not declared; .* drug: \?$"),
        ("SELECT ?x (1 AS ?x) {}", r"^query line 1, column 23: Duplicated variable name in SELECT"),
        ("INSERT DATA { drug:a drug:p drug:b }", r"^query line 1, column 1: it is no SELECT.* only read$"),
        ("", r"^query line 1, column 1: it is no SELECT"),
    ],
)
def test_a_mistake_is_named_by_line_and_column(graph: LocalGraph, text: str, message: str) -> None:
    """Places count in the text that the user wrote."""
    with pytest.raises(QueryError, match=message):
        graph.query(text)


def test_a_mistake_is_placed_before_binding(graph: LocalGraph) -> None:
    """A long parameter in the same line does not shift the column."""
    with pytest.raises(QueryError, match=r"^query line 1, column 14: "):
        graph.query("ASK { $s ?p }", {"s": "https://example.org/" + "x" * 99})


def test_a_parameter_in_the_wrong_place_is_named(graph: LocalGraph) -> None:
    """A text cannot be a predicate: the parameter is at fault, not the query."""
    with pytest.raises(CallError, match=r"wrong kind for its place in the query: \$p = Literal"):
        graph.query("ASK { ?s $p ?o }", {"p": Literal("text")})
