"""A graph behind a SPARQL 1.1 endpoint, asked over HTTP with SPARQLWrapper: the same questions, the same answers.

Endpoints differ in what a query without FROM sees. An endpoint that holds our named graphs is told by the protocol's
own parameters to answer from their union; any other is asked as it stands.
"""

import urllib.error
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from urllib.parse import urlsplit

import pyoxigraph as ox
from SPARQLWrapper import POST, URLENCODED, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from ontology.errors import CallError, QueryError, StoreError
from ontology.terms import GRAPHS
from queries.binding import Query, Value, prepare
from queries.graph import NOTHING, Graph, Result, Triples, mistake, wrap

TIMEOUT = 60  # seconds for one answer

_OURS = f"ASK {{ VALUES ?g {{ {' '.join(f'<{graph}>' for graph in GRAPHS)} }} GRAPH ?g {{ ?s ?p ?o }} }}"
_ALL = "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"

_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"


class EndpointGraph(Graph):
    """A graph that another machine keeps."""

    def __init__(self, url: str, timeout: int = TIMEOUT) -> None:
        address = urlsplit(url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise CallError(f"{url} is no address of a SPARQL endpoint: it starts with https:// or http://")
        self.url = url
        self.timeout = timeout
        self._holds_ours: bool | None = None

    def query(self, text: str, bindings: Mapping[str, Value] = NOTHING) -> Result:
        """Answer any SPARQL query."""
        query = prepare(text)
        bound = query.bind(bindings) if bindings else text
        if not query.form:
            raise mistake(text, query, bindings, "")
        prologue = "".join(f"PREFIX {prefix}: <{base}> " for prefix, base in query.prefixes.items())
        graphs = GRAPHS if not query.has_dataset and self._is_ours() else ()
        try:
            data = self._send(prologue + bound, query.form, graphs)
        except QueryBadFormed as error:
            raise self._explain(text, query, bindings, error) from error
        return self._read(data, query.form)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield every quad of every named graph, in no order."""
        for s, p, o, g in self.select(_ALL):
            if isinstance(s, ox.NamedNode | ox.BlankNode) and isinstance(p, ox.NamedNode) and o is not None:
                yield ox.Quad(s, p, o, g if isinstance(g, ox.NamedNode | ox.BlankNode) else None)

    def _is_ours(self) -> bool:
        """Ask once whether the endpoint holds named graphs of ours."""
        if self._holds_ours is None:
            self._holds_ours = self._read(self._send(_OURS, "ASK", ()), "ASK") is True
        return self._holds_ours

    def _send(self, text: str, form: str, graphs: tuple[str, ...]) -> bytes:
        client = SPARQLWrapper(self.url, agent="dispensatory")
        client.setQuery(text)
        client.queryType = form  # its own guess can be led astray by comments
        client.setMethod(POST)  # a long query does not fit an address
        client.setRequestMethod(URLENCODED)
        client.setTimeout(self.timeout)
        client.setOnlyConneg(True)  # the standard way to say the format; the wrapper's other ways are of single servers
        client.addCustomHttpHeader("Accept", _ROWS if form in ("SELECT", "ASK") else _TRIPLES)
        for graph in graphs:
            client.addParameter("default-graph-uri", graph)
            client.addParameter("named-graph-uri", graph)
        try:
            with client.query().response as response:
                data: bytes = response.read()
        except QueryBadFormed:
            raise
        except SPARQLWrapperException as error:
            raise StoreError(f"{self.url} refused the query: {_first_line(error)}") from error
        except urllib.error.HTTPError as error:
            error.close()
            raise StoreError(f"{self.url} answered {error.code} {error.reason}: is it a SPARQL endpoint?") from error
        except TimeoutError as error:
            raise StoreError(
                f"{self.url} gave no answer in {self.timeout} seconds: try again or ask for less"
            ) from error
        except (OSError, HTTPException) as error:
            why = getattr(error, "reason", None) or error
            raise StoreError(f"{self.url} cannot be reached ({why}): check the address and the network") from error
        return data

    def _read(self, data: bytes, form: str) -> Result:
        try:
            if form in ("SELECT", "ASK"):
                return wrap(ox.parse_query_results(data, ox.QueryResultsFormat.JSON))
            return Triples([quad.triple for quad in ox.parse(data, ox.RdfFormat.N_TRIPLES)])
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.url} sent no SPARQL results ({_first_line(error)}): is it an endpoint?") from error

    def _explain(self, text: str, query: Query, bindings: Mapping[str, Value], error: Exception) -> CallError:
        """Say where a refused query is wrong; if by our reading it is not, say what the endpoint says."""
        try:
            ox.Store().query(query.bind(bindings), prefixes=query.prefixes)
        except SyntaxError as found:
            return mistake(text, query, bindings, str(found))
        return QueryError(f"{self.url} cannot read the query: {_first_line(error)}")


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).replace("\\n", "\n").splitlines() if line.strip()]
    return lines[-1][:200] if lines else type(error).__name__
