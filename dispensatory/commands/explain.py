"""`explain`: why a fact holds."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dispensatory.commands.options import DEFAULT_STORE, Output, StorePlace

if TYPE_CHECKING:
    from ontology.values import Node
    from queries.graph import Graph
    from queries.names import Names

Form = Annotated[
    Literal["text", "json", "turtle", "mermaid", "svg", "dot"],
    typer.Option("--format", help="Text, JSON, RDF (PROV), or a picture: Mermaid, SVG, Graphviz."),
]


def explain(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="A drug or a class, by name or IRI.")],
    predicate: Annotated[str, typer.Argument(metavar="PREDICATE", help="A predicate's short word, such as isA.")],
    object: Annotated[str, typer.Argument(metavar="OBJECT", help="What is said of it, by name, IRI or text.")],
    max: Annotated[
        int, typer.Option("--max", min=1, help="Show up to so many proofs of each side, the smallest first.")
    ] = 1,
    format: Form = "text",
    output: Output = None,
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Show why a fact holds or does not, down to the sentences."""
    from dispensatory.commands.output import write
    from ontology.errors import DispensatoryError
    from ontology.terms import predicate_word
    from queries.explain import explain as prove
    from queries.names import Names, resolve
    from queries.pictures import RENDERINGS
    from queries.store import open_graph

    graph = open_graph(store)
    names = Names.of(graph, ["entity"], (subject, object))
    about, said = names.resolve(subject, ["drug", "class"]), resolve(graph, predicate, ["predicate"])
    found = prove(graph, about, predicate_word(said), node(graph, names, said, object), max)
    if found.standing == "unknown" and format in ("turtle", "dot"):
        raise DispensatoryError(f"there is no proof to write: {subject} {predicate} {object} is unknown")
    write(RENDERINGS[format](found), output)


#: Whether a thing is of a kind that a property takes as its object.
FITS = """ASK {
    ?property rdfs:range/(owl:unionOf/rdf:rest*/rdf:first)? ?kind . ?thing (rdf:type|rdfs:subClassOf)+ ?kind .
}"""


def node(graph: "Graph", names: "Names", predicate: str, text: str) -> "Node":
    """Return what a text stands for: a value where the property has values, else the thing it names.

    Of several things with that name, the one whose kind the property takes is meant.
    """
    from ontology.values import Literal as Text

    if graph.ask("ASK { ?property a owl:DatatypeProperty }", {"property": predicate}):
        return Text(text)
    found = {name.iri for name in names.find(text)}
    fitting = {iri for iri in found if graph.ask(FITS, {"property": predicate, "thing": iri})}
    return fitting.pop() if len(found) > 1 and len(fitting) == 1 else names.resolve(text)
