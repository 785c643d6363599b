"""Answers as text: plain for pipes, drawn for terminals, and the standard formats to the letter."""

import io
import json

import pyoxigraph as ox
import pytest

from ontology.errors import CallError
from ontology.terms import GRAPH_ONTOLOGY, RDFS
from queries.graph import LocalGraph, Result, Rows, Triples
from queries.results import FORMATS, table, write

DRUG = ox.NamedNode("https://w3id.org/dispensatory/drug/alpha")
LABEL = ox.NamedNode(RDFS + "label")
ALPHA = ox.Literal('al"pha,\n<b>', language="en")

SELECT = "SELECT ?drug ?label ?none { ?drug rdfs:label ?label }"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }"


@pytest.fixture
def graph() -> LocalGraph:
    """Hold one drug with an awkward label."""
    store = ox.Store()
    store.add(ox.Quad(DRUG, LABEL, ALPHA, ox.NamedNode(GRAPH_ONTOLOGY)))
    return LocalGraph(store)


def written(result: Result, format: str) -> str:
    """Return an answer in a format."""
    out = io.BytesIO()
    write(result, format, out)
    return out.getvalue().decode()


def test_a_piped_table_is_plain_and_aligned(graph: LocalGraph) -> None:
    """IRIs are prefixed names, line ends within a cell are blanks, and no line ends with blanks."""
    assert written(graph.query(SELECT), "table") == 'drug        label        none\ndrug:alpha  al"pha, <b>\n'


def test_a_terminal_gets_a_drawn_table_with_brackets_as_they_are() -> None:
    """A bracket in a value is no markup."""
    drawn = table(Rows(("text",), [(ox.Literal("[bold]x[/bold]"),)]), terminal=True)
    assert "[bold]x[/bold]" in drawn
    assert "┃" in drawn


def test_yes_and_no(graph: LocalGraph) -> None:
    """People read yes or no, programs true or false."""
    yes, no = graph.query("ASK {}"), graph.query("ASK { FILTER(false) }")
    assert (written(yes, "table"), written(no, "table")) == ("yes\n", "no\n")
    assert (written(yes, "csv"), written(no, "tsv")) == ("true", "false")
    assert json.loads(written(no, "json")) == {"head": {}, "boolean": False}


@pytest.mark.parametrize(
    ("format", "wanted"),
    [
        ("csv", f'drug,label,none\r\n{DRUG.value},"al""pha,\n<b>",\r\n'),
        ("tsv", f'?drug\t?label\t?none\n{DRUG}\t"al\\"pha,\\n<b>"@en\t\n'),
        (
            "json",
            '{"head":{"vars":["drug","label","none"]},"results":{"bindings":[{"drug":{"type":"uri","value":'
            f'"{DRUG.value}"}},"label":{{"type":"literal","value":"al\\"pha,\\n<b>","xml:lang":"en"}}}}]}}}}',
        ),
    ],
)
def test_rows_in_the_standard_formats(graph: LocalGraph, format: str, wanted: str) -> None:
    """IRIs are whole, what is unbound is empty, and rows read before are written the same."""
    assert written(graph.query(SELECT), format) == wanted
    kept = graph.select(SELECT)
    assert len(kept) == 1
    assert written(kept, format) == wanted


def test_xml_is_read_back(graph: LocalGraph) -> None:
    """The XML format holds the same rows."""
    back = ox.parse_query_results(written(graph.query(SELECT), "xml"), ox.QueryResultsFormat.XML)
    assert isinstance(back, ox.QuerySolutions)
    assert [tuple(row) for row in back] == [(DRUG, ALPHA, None)]


@pytest.mark.parametrize("format", ["turtle", "ntriples", "trig", "jsonld", "rdfxml", "ttl", "nt"])
def test_triples_in_the_standard_formats(graph: LocalGraph, format: str) -> None:
    """Triples come back from every graph format, by its usual names too."""
    parsed = {
        "turtle": ox.RdfFormat.TURTLE,
        "ttl": ox.RdfFormat.TURTLE,
        "ntriples": ox.RdfFormat.N_TRIPLES,
        "nt": ox.RdfFormat.N_TRIPLES,
        "trig": ox.RdfFormat.TRIG,
        "jsonld": ox.RdfFormat.JSON_LD,
        "rdfxml": ox.RdfFormat.RDF_XML,
    }[format]
    back = ox.parse(written(graph.query(CONSTRUCT), format), parsed)
    assert [quad.triple for quad in back] == [ox.Triple(DRUG, LABEL, ALPHA)]


def test_triples_can_be_rows(graph: LocalGraph) -> None:
    """A table or a CSV of triples has subject, predicate, object."""
    assert written(graph.query(CONSTRUCT), "table").splitlines()[0].split() == ["subject", "predicate", "object"]
    assert written(graph.query(CONSTRUCT), "csv").startswith(f"subject,predicate,object\r\n{DRUG.value},")


def test_numbers_and_blank_nodes_keep_their_kind() -> None:
    """Rows that were made by hand are written like those of a store."""
    rows = Rows(("n", "b"), [(ox.Literal(3), ox.BlankNode("x"))])
    assert written(rows, "tsv") == "?n\t?b\n3\t_:x\n"


def test_what_does_not_fit_is_refused(graph: LocalGraph) -> None:
    """Rows are no graph, and an unknown format is met with the list of the known."""
    with pytest.raises(CallError, match=r"^turtle holds triples, and this query has none: use CONSTRUCT, or one of"):
        written(graph.query(SELECT), "ttl")
    with pytest.raises(CallError, match=f"unknown result format 'xls': choose one of {', '.join(FORMATS)}$"):
        written(Triples([]), "xls")
