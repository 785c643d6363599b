"""A graph behind an endpoint answers as the same graph does here, and its faults are told in one line."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic

import pyoxigraph as ox
import pytest

from ontology.errors import CallError, QueryError, StoreError
from ontology.terms import GRAPH_ASSERTED, GRAPH_EVIDENCE, GRAPH_ONTOLOGY
from ontology.values import Literal
from queries.binding import Value
from queries.endpoint import EndpointGraph
from queries.export import export
from queries.graph import LocalGraph, Rows, Triples
from queries.sheet_files import as_json
from queries.sheets import compare
from queries.store import open_graph

SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")

SAMPLE = f"""
@prefix disp: <https://w3id.org/dispensatory/> .
@prefix drug: <https://w3id.org/dispensatory/drug/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{GRAPH_ONTOLOGY}> {{ disp:Opiate rdfs:subClassOf disp:Opioid . disp:Opioid rdfs:label "opioid"@en . }}
<{GRAPH_ASSERTED}> {{ drug:a a disp:Opiate ; disp:dose 2.5 . drug:b a [ disp:not disp:Opioid ] . }}
<{GRAPH_EVIDENCE}> {{ drug:a disp:quote "a \\\\u0022 }} #\\n\\"x\\"" . }}
"""

QUERIES: list[tuple[str, dict[str, Value]]] = [
    ("SELECT ?s ?o { ?s rdfs:subClassOf ?o }", {}),
    (
        "SELECT ?class { $drug a/rdfs:subClassOf* ?class } ORDER BY ?class",
        {"drug": "https://w3id.org/dispensatory/drug/a"},
    ),
    ("ASK { $drug a disp:Opiate }", {"drug": "https://w3id.org/dispensatory/drug/a"}),
    ("ASK { $drug a disp:Opiate }", {"drug": "https://w3id.org/dispensatory/drug/b"}),
    ("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o FILTER(isIRI(?o)) }", {}),
    ("SELECT ?s { ?s disp:quote $text }", {"text": Literal('a \\u0022 } #\n"x"')}),
    ("SELECT ?s ?text { ?s disp:quote ?text } LIMIT $n", {"n": 1}),
    ("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g", {}),
    ("SELECT ?o FROM disp:graph\\/asserted { ?s disp:dose ?o }", {}),
    ("SELECT ?s ?none { ?s rdfs:label ?x OPTIONAL { ?s disp:no ?none } }", {}),
    ("# INSERT\nPREFIX ex: <https://w3id.org/dispensatory/>\nSELECT ?o { ?s ex:dose ?o }", {}),
]


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> tuple[LocalGraph, Path]:
    """Put the sample into a graph on disk."""
    path = tmp_path_factory.mktemp("endpoint") / "graph"
    store = ox.Store(path)
    store.load(SAMPLE, ox.RdfFormat.TRIG)
    store.flush()
    del store
    return LocalGraph(ox.Store.read_only(str(path))), path


@contextmanager
def served(path: Path, *options: str) -> Iterator[str]:
    """Serve a graph on a free port of this machine until the end of the block."""
    if SERVER is None:
        pytest.skip("the oxigraph server is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [SERVER, "serve-read-only", "--location", str(path), "--bind", f"127.0.0.1:{port}", *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        deadline = monotonic() + 20
        while process.poll() is None and monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                os.sched_yield()
        try:
            yield f"http://127.0.0.1:{port}/query"
        finally:
            process.terminate()


@pytest.fixture(scope="module", params=[(), ("--union-default-graph",)], ids=["plain", "union"])
def remote(local: tuple[LocalGraph, Path], request: pytest.FixtureRequest) -> Iterator[EndpointGraph]:
    """Serve the sample, with the union as the server's own default graph and without."""
    with served(local[1], *request.param) as address:
        graph = open_graph(address)
        assert isinstance(graph, EndpointGraph)
        yield graph


@pytest.mark.parametrize(("text", "bindings"), QUERIES)
def test_the_answers_are_the_same_there_as_here(
    local: tuple[LocalGraph, Path], remote: EndpointGraph, text: str, bindings: dict[str, Value]
) -> None:
    """Rows, yes or no, and triples do not depend on where the graph is kept."""
    here, there = local[0].query(text, bindings), remote.query(text, bindings)
    if isinstance(here, Triples) and isinstance(there, Triples):
        assert sorted(map(str, there)) == sorted(map(str, here))
    else:
        assert there == here
    assert not isinstance(here, Rows) or here.rows


def test_an_export_is_the_same_there_as_here(local: tuple[LocalGraph, Path], remote: EndpointGraph) -> None:
    """The bytes of an export do not depend on where the graph is kept."""
    assert b"".join(export(remote, "trig")) == b"".join(export(local[0], "trig"))


def test_mistakes_are_placed_in_the_text_of_the_user(remote: EndpointGraph) -> None:
    """The prefixes that are sent along do not shift line or column."""
    with pytest.raises(QueryError, match=r"^query line 2, column 9: it does not parse"):
        remote.query("SELECT * { ?x a disp:Drug .\n ?s ?p }")
    with pytest.raises(QueryError, match=r"^query line 1, column 9: the prefix drugs: is not declared"):
        remote.query("SELECT {drugs:a ?p ?o }")
    with pytest.raises(QueryError, match="only read"):
        remote.query("DELETE WHERE { ?s ?p ?o }")


def test_a_foreign_graph_is_asked_as_it_stands(tmp_path: Path) -> None:
    """An endpoint without our named graphs answers from the default graph that it has."""
    node = ox.NamedNode("https://example.org/n")
    store = ox.Store(tmp_path / "graph")
    store.add(ox.Quad(node, node, node))
    store.flush()
    del store
    with served(tmp_path / "graph") as address:
        assert EndpointGraph(address).select("SELECT ?s { ?s ?p ?o }").rows == ((node,),)


@pytest.mark.parametrize("address", ["ftp://example.org/sparql", "https://", "file:///etc/passwd"])
def test_only_web_addresses_are_endpoints(address: str) -> None:
    """Another scheme, or no host, is refused before anything is sent."""
    with pytest.raises(CallError, match="is no address of a SPARQL endpoint: it starts with https://"):
        EndpointGraph(address)


def test_a_silent_address_is_named() -> None:
    """Where nothing listens, the message has the address and what to check."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/query"
        with pytest.raises(StoreError, match=rf"^{address} cannot be reached \(.*refused\): check the address"):
            EndpointGraph(address).ask("ASK {}")


class Stranger(BaseHTTPRequestHandler):
    """A web server that is no endpoint: its path says what it answers with."""

    def do_POST(self) -> None:
        """Answer with the status in the path, and a page."""
        self.send_response(int(self.path.strip("/")))
        self.end_headers()
        self.wfile.write(b"<html>hello</html>")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def stranger() -> Iterator[str]:
    """Run the stranger on a free port."""
    server = HTTPServer(("127.0.0.1", 0), Stranger)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (200, r"sent no SPARQL results .*: is it an endpoint\?$"),
        (404, "refused the query: "),
        (500, "refused the query: "),
        (503, r"answered 503 Service Unavailable: is it a SPARQL endpoint\?$"),
    ],
)
def test_what_is_no_endpoint_is_named(stranger: str, status: int, message: str) -> None:
    """A page, a refusal and a failure of the other side are each one line with the address."""
    with pytest.raises(StoreError, match=rf"^{stranger}/{status} {message}") as caught:
        EndpointGraph(f"{stranger}/{status}").ask("ASK {}")
    assert "\n" not in str(caught.value)


def test_an_endpoint_that_never_answers_is_left() -> None:
    """After the time that was given the message says how long that was."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/query"
        with pytest.raises(StoreError, match=rf"^{address} gave no answer in 1 seconds"):
            EndpointGraph(address, timeout=1).ask("ASK {}")


def test_a_comparison_over_an_endpoint_is_the_one_made_here(tmp_path: Path) -> None:
    """What is known of two drugs reads the same wherever the graph lies."""
    store = ox.Store(tmp_path / "graph")
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    store.flush()
    here = as_json(compare(LocalGraph(store), "Lioresal", "Soma"))
    del store
    with served(tmp_path / "graph", "--union-default-graph") as address:
        assert as_json(compare(open_graph(address), "Lioresal", "Soma")) == here
