"""The one read interface: a graph is asked in SPARQL, whether it lies on this disk or behind an endpoint.

The prefixes of the model need no declaration, a query without FROM sees the union of all named graphs, and parameters
are bound as terms. A triple that stands in two named graphs is seen twice, as Oxigraph has it: ask with DISTINCT.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeAlias

import pyoxigraph as ox

from ontology.errors import CallError, QueryError, StoreError
from ontology.terms import PREFIXES
from queries.binding import Query, Value, prepare

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row: TypeAlias = tuple[Term | None, ...]

NOTHING: Mapping[str, Value] = MappingProxyType({})

_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
#: The parser's own words that help; its lists of what it would have taken mislead more than they tell.
_REASONS = ("IRI parsing failed", "Duplicated variable name in SELECT")
_EMPTY = ox.Store()

#: What reading an answer can end with, since answers are read when they are asked for.
_BREAKS = (OSError, RuntimeError, SyntaxError)


class Rows:
    """The answer to a SELECT query: rows in the order of the variables, read from the store when first asked for."""

    __slots__ = ("_found", "_kept", "variables")

    def __init__(self, variables: tuple[str, ...], found: Iterable[Iterable[Term | None]]) -> None:
        self.variables = variables
        self._found = found
        self._kept: tuple[Row, ...] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, kept for the next time."""
        if self._kept is None:
            try:
                self._kept = tuple(map(tuple, self._found))
            except _BREAKS as error:
                raise StoreError(f"the query broke off: {error}") from error
            self._found = ()
        return self._kept

    def stream(self) -> Iterator[Row]:
        """Yield the rows one by one without keeping them; this empties an answer that was not kept before."""
        if self._kept is not None:
            yield from self._kept
            return
        found, self._found = self._found, ()
        try:
            yield from map(tuple, found)
        except _BREAKS as error:
            raise StoreError(f"the query broke off: {error}") from error

    def untouched(self) -> ox.QuerySolutions | None:
        """Hand over Oxigraph's own answer where nothing was read from it yet, for whoever writes it as a whole."""
        if self._kept is not None or not isinstance(self._found, ox.QuerySolutions):
            return None
        found, self._found = self._found, ()
        return found

    def column(self, variable: str) -> tuple[Term | None, ...]:
        """Return the values of one variable, row by row."""
        at = self.variables.index(variable)
        return tuple(row[at] for row in self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and (self.variables, self.rows) == (other.variables, other.rows)

    def __hash__(self) -> int:
        return hash((self.variables, self.rows))

    def __repr__(self) -> str:
        return f"Rows({self.variables!r}, {self.rows!r})"


class Triples:
    """The answer to a CONSTRUCT or DESCRIBE query: triples in the order of the store."""

    __slots__ = ("_found", "_kept")

    def __init__(self, found: Iterable[ox.Triple]) -> None:
        self._found = found
        self._kept: tuple[ox.Triple, ...] | None = None

    @property
    def triples(self) -> tuple[ox.Triple, ...]:
        """All triples, kept for the next time."""
        if self._kept is None:
            try:
                self._kept = tuple(self._found)
            except _BREAKS as error:
                raise StoreError(f"the query broke off: {error}") from error
        return self._kept

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Triples) and self.triples == other.triples

    def __hash__(self) -> int:
        return hash(self.triples)


Result: TypeAlias = Rows | bool | Triples


class Graph(ABC):
    """What can be asked."""

    @abstractmethod
    def query(self, text: str, bindings: Mapping[str, Value] = NOTHING) -> Result:
        """Answer any SPARQL query."""

    @abstractmethod
    def quads(self) -> Iterator[ox.Quad]:
        """Yield every quad of every named graph, in no order."""

    def nquads(self) -> bytes:
        """Return every quad of every named graph as a line of N-Quads, in no order."""
        return ox.serialize(self.quads(), format=ox.RdfFormat.N_QUADS) or b""

    def select(self, text: str, bindings: Mapping[str, Value] = NOTHING) -> Rows:
        """Answer a SELECT query."""
        found = self.query(text, bindings)
        if isinstance(found, Rows):
            return found
        raise CallError("the query is no SELECT query, so it has no rows")

    def ask(self, text: str, bindings: Mapping[str, Value] = NOTHING) -> bool:
        """Answer an ASK query."""
        found = self.query(text, bindings)
        if isinstance(found, bool):
            return found
        raise CallError("the query is no ASK query, so it has no yes or no")

    def construct(self, text: str, bindings: Mapping[str, Value] = NOTHING) -> Triples:
        """Answer a CONSTRUCT or DESCRIBE query."""
        found = self.query(text, bindings)
        if isinstance(found, Triples):
            return found
        raise CallError("the query is no CONSTRUCT or DESCRIBE query, so it has no triples")


class LocalGraph(Graph):
    """A graph in memory or in a snapshot on this disk; threads may share it."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def query(self, text: str, bindings: Mapping[str, Value] = NOTHING) -> Result:
        """Answer any SPARQL query."""
        query = prepare(text)
        bound = query.bind(bindings) if bindings else text
        try:
            found = self.store.query(
                bound,
                prefixes=query.prefixes,
                use_default_graph_as_union=not query.has_dataset,
            )
        except SyntaxError as error:
            raise mistake(text, query, bindings, str(error)) from error
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error
        except OSError as error:
            raise StoreError(f"the store cannot be read: {error}") from error
        return wrap(found)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield every quad of every named graph, in no order."""
        return iter(self.store)

    def nquads(self) -> bytes:
        """Return every quad of every named graph as a line of N-Quads, in no order."""
        return self.store.dump(format=ox.RdfFormat.N_QUADS) or b""


def wrap(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Result:
    """Give an answer of Oxigraph our face; nothing is converted before it is asked for."""
    if isinstance(found, ox.QuerySolutions):
        return Rows(tuple([variable.value for variable in found.variables]), found)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    return Triples(found)


def mistake(text: str, query: Query, bindings: Mapping[str, Value], report: str) -> CallError:
    """Say in one line what is wrong with a query, at line and column of the text that the user wrote."""
    known = {*PREFIXES, *query.declared}
    for prefix, offset in query.used:
        if prefix not in known:
            return QueryError(
                f"{_line_column(text, offset)}: the prefix {prefix}: is not declared; {_nearest(prefix, known)}"
            )
    if not query.form:
        return QueryError("query line 1, column 1: it is no SELECT, ASK, CONSTRUCT or DESCRIBE; a store is only read")
    if bindings:  # the text that failed is not the one that was written: look for the place in that
        try:
            _EMPTY.query(text, prefixes=query.prefixes)
        except SyntaxError as error:
            report = str(error)
        else:
            given = ", ".join(f"${name} = {value}" for name, value in sorted(bindings.items()))
            return CallError(f"a parameter is of the wrong kind for its place in the query: {given}")
    found = _PLACE.match(report)
    if not found:
        return QueryError(f"the query does not parse: {report}")
    line, column, expected = int(found[1]), int(found[2]), found[3]
    why = next((hint for hint in _REASONS if hint.lower() in expected.lower()), "it does not parse")
    written = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    near = f"{written[max(0, column - 21) : column - 1]}{written[column - 1 : column + 19]}".strip()
    return QueryError(f"query line {line}, column {column}: {why}{f', near {near!r}' if near else ''}")


def _line_column(text: str, offset: int) -> str:
    before = text[:offset]
    return f"query line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def _nearest(prefix: str, known: set[str]) -> str:
    near = get_close_matches(prefix, sorted(known), n=1)
    return f"did you mean {near[0]}: ?" if near else f"known are {', '.join(f'{name}:' for name in sorted(known))}"
