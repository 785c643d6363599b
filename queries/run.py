"""A canned query asked: its parameters are checked, names become terms, and the terms are bound to its variables."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from ontology.errors import CallError
from ontology.values import Literal
from queries.catalogue import Canned, Parameter, canned
from queries.graph import Graph, Row, Rows
from queries.names import Names, resolve
from queries.nearness import alternatives, nearest

#: Parameters as bound: an IRI is a plain string, a text a `Literal`.
Bindings: TypeAlias = Mapping[str, str | Literal]

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def run(graph: Graph, name: str, parameters: Mapping[str, str]) -> Rows:
    """Answer a canned query; parameters come as a user writes them, the answer leaves out what they fix."""
    query = canned(name)
    return answer(graph, query, bind(graph, query, parameters))


def answer(graph: Graph, query: Canned, bindings: Bindings) -> Rows:
    """Answer a canned query whose parameters are terms already."""
    rows = graph.select(query.text, dict(bindings))
    kept = [at for at, variable in enumerate(rows.variables) if variable not in bindings]
    found: tuple[Row, ...] = tuple(tuple(row[at] for at in kept) for row in rows)
    return Rows(tuple(rows.variables[at] for at in kept), found)


def bind(graph: Graph, query: Canned, parameters: Mapping[str, str]) -> dict[str, str | Literal]:
    """Turn a user's words into terms, or say what the query wants instead."""
    wanted = [parameter.name for parameter in query.parameters]
    for name in parameters:
        if name not in wanted:
            near = nearest(name, wanted, 1)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(wanted) or 'none'}."
            raise CallError(f"'{query.name}' has no parameter '{name}'; {hint} Example: {query.example}")
    bindings: dict[str, str | Literal] = {}
    for parameter in query.parameters:
        text = parameters.get(parameter.name, "").strip() or parameter.default
        if text:
            bindings[parameter.name] = _value(graph, query, parameter, text)
        elif parameter.required:
            kinds = alternatives(parameter.kinds)
            raise CallError(
                f"'{query.name}' wants {parameter.name}=<{kinds}>: {parameter.summary}. Example: {query.example}"
            )
    return bindings


def _value(graph: Graph, query: Canned, parameter: Parameter, text: str) -> str | Literal:
    if parameter.values and text not in parameter.values:
        raise CallError(f"'{query.name}' takes {parameter.name} as {alternatives(parameter.values)}, not '{text}'")
    if parameter.kinds == ("text",):
        return Literal(text)
    if parameter.kinds == ("date",):
        return Literal(_date(query, parameter, text))
    if parameter.kinds == ("brand",):
        return Literal(Names.of(graph, parameter.kinds).written(text))
    return resolve(graph, text, parameter.kinds)


def _date(query: Canned, parameter: Parameter, text: str) -> str:
    """Return a day, a month or a year as ISO 8601 writes it; what is on no calendar is refused."""
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :] if _DATE.fullmatch(text) else "")
    except ValueError:
        raise CallError(
            f"'{query.name}' takes {parameter.name} as YYYY-MM-DD, YYYY-MM or YYYY, not '{text}'. "
            f"Example: {query.example}"
        ) from None
    return text
