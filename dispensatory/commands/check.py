"""`check`: whether a store holds what it must."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dispensatory.commands.options import DEFAULT_STORE, StoreFolder

if TYPE_CHECKING:
    from queries.store import Store


def check(
    shacl: Annotated[
        bool | None, typer.Option("--shacl/--no-shacl", help="Check the shapes; by default where pySHACL is installed.")
    ] = None,
    dl: Annotated[bool, typer.Option("--dl", help="Let HermiT, which needs Java, check consistency.")] = False,
    store: StoreFolder = Path(DEFAULT_STORE),
) -> None:
    """Check quotes, shapes and, with --dl, consistency."""
    from queries.store import Store

    opened = Store.open(store)
    wanted = find_spec("pyshacl") is not None if shacl is None else shacl
    steps = {"quotes": _quotes(opened), "statements": _statements(opened)}
    if wanted:
        steps["shapes"] = _shapes(opened)
    if dl:
        steps["consistency (HermiT)"] = _consistency(opened)
    wrong = 0
    for name, lines in steps.items():
        found = list(lines)
        wrong += len(found)
        typer.echo(f"{name}: {'ok' if not found else f'{len(found)} wrong'}")
        for line in found:
            typer.echo(f"  {line}")
    if wrong:
        raise typer.Exit(1)


def _quotes(store: "Store") -> Iterator[str]:
    from dispensatory.checks import misquotes
    from ontology.encoding import decode_evidence, decode_sources

    graph = store.graph().store
    sources = {source.iri: source for source in decode_sources(graph)}
    yield from misquotes(decode_evidence(graph), sources, lambda iri: store.text(sources[iri].sha256))


def _statements(store: "Store") -> Iterator[str]:
    from dispensatory.checks import unfounded
    from ontology.encoding import decode_statements

    yield from unfounded(decode_statements(store.graph().store))


def _shapes(store: "Store") -> Iterator[str]:
    from ontology.consistency import shacl_report

    yield from shacl_report(store.graph().quads())


def _consistency(store: "Store") -> Iterator[str]:
    from ontology.consistency import dl_consistent
    from ontology.terms import GRAPH_ASSERTED, GRAPH_ONTOLOGY

    told = {GRAPH_ONTOLOGY, GRAPH_ASSERTED}  # evidence is annotation, and what follows adds nothing to consistency
    quads = (quad for quad in store.graph().quads() if getattr(quad.graph_name, "value", "") in told)
    yield from dl_consistent(quads)[1]
