"""`queries` and `run`: the questions that stand ready."""

from typing import Annotated

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, ResultForm, StorePlace


def queries(
    tag: Annotated[str | None, typer.Option("--tag", help="Only those with this tag.")] = None,
    output: Output = None,
) -> None:
    """List the canned queries, each with an example."""
    from dispensatory.commands.output import write
    from ontology.errors import CallError
    from queries.catalogue import catalogue

    known = catalogue()
    fitting = [query for query in known if tag is None or tag in query.tags]
    if not fitting:
        tags = sorted({each for query in known for each in query.tags})
        raise CallError(f"no canned query has the tag '{tag}'; tags are: {', '.join(tags)}")
    width = max(len(query.name) for query in fitting)
    lines = [f"{query.name:{width}}  {query.summary}\n{'':{width}}  {query.example}" for query in fitting]
    write("\n".join(lines), output)


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The canned query.")],
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE", help="Its parameters; names of things need no IRI.")
    ] = None,
    format: ResultForm = "table",
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Run a canned query."""
    from dispensatory.commands.output import answer
    from queries.catalogue import canned
    from queries.run import run as rows
    from queries.store import open_graph

    query, pairs = canned(name), _pairs(name, parameters or [])  # a wrong call is told before a store is opened
    answer(rows(open_graph(store), query.name, pairs), format, output)


def _pairs(name: str, given: list[str]) -> dict[str, str]:
    from ontology.errors import CallError

    pairs: dict[str, str] = {}
    for each in given:
        key, sign, value = each.partition("=")
        if not sign or not key:
            raise CallError(f"'{each}' is no parameter: write KEY=VALUE (see: dispensatory queries)")
        if key in pairs:
            raise CallError(f"the parameter '{key}' of '{name}' is given twice")
        pairs[key] = value
    return pairs
