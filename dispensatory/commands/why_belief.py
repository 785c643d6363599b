"""`why-belief`: the arithmetic behind a verdict."""

from typing import Annotated

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace


def why_belief(
    statement: Annotated[
        list[str],
        typer.Argument(metavar="STATEMENT", help="A statement by its name, or SUBJECT PREDICATE OBJECT."),
    ],
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Show how the belief in a statement comes about."""
    from dispensatory import beliefs
    from dispensatory.commands.explain import node
    from dispensatory.commands.output import write
    from dispensatory.tools import Tools
    from ontology.encoding import to_term
    from ontology.errors import CallError
    from queries.names import Names, resolve
    from queries.store import open_graph

    graph = open_graph(store)
    if len(statement) == 1:
        found: tuple[str, ...] = tuple(statement)
    elif len(statement) == 3:
        subject, predicate, value = statement
        names = Names.of(graph, ["entity"], (subject, value))
        about, said = names.resolve(subject, ["drug", "class"]), resolve(graph, predicate, ["predicate"])
        found = beliefs.statements(graph, about, said, to_term(node(graph, names, said, value)))
        if not found:
            raise CallError(
                f"no source speaks of it: {' '.join(statement)}; what is said: dispensatory run facts-about"
            )
    else:
        raise CallError("give one statement, or subject, predicate and object")
    tools = Tools.ready()
    texts = ["\n".join(beliefs.lines(beliefs.account(graph, each, tools), tools)) for each in found]
    write("\n\n\n".join(texts), output)
