"""The canned queries as SHACL SPARQL examples: the form that SPARQL editors of the life sciences read.

Each is a `sh:SPARQLExecutable` whose parameters are bound to those of its example, so that an editor can run it.
"""

from ontology.terms import DISP, PREFIXES
from ontology.values import Literal
from queries.binding import prepare, term
from queries.catalogue import Canned, catalogue
from queries.graph import Graph
from queries.run import bind

_HEAD = """\
@prefix disp: <{disp}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{disp}query/prefixes>
{declarations} .
"""

_EXAMPLE = '''
<{disp}query/{name}> a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;
    rdfs:comment "{summary}"@en ;
    schema:keywords {tags} ;
    sh:prefixes <{disp}query/prefixes> ;
    sh:select """{text}""" .
'''


def examples(graph: Graph | None = None) -> str:
    """Return all canned queries as Turtle; with a graph, the example's names are bound, else parameters stay free."""
    declarations = " ;\n".join(
        f'    sh:declare [ sh:prefix "{name}" ; sh:namespace "{base}"^^xsd:anyURI ]' for name, base in PREFIXES.items()
    )
    head = _HEAD.format(disp=DISP, declarations=declarations)
    return head + "".join(_example(query, graph) for query in catalogue())


def _example(query: Canned, graph: Graph | None) -> str:
    text = "\n".join(line for line in query.text.splitlines() if not line.startswith("#+")).strip()
    if graph is not None:
        given = {each.name: each.example for each in query.parameters if each.required}
        bindings: dict[str, str | Literal] = bind(graph, query, given)
        text = prepare(text).bind({name: term(name, value) for name, value in bindings.items()})
    return _EXAMPLE.format(
        disp=DISP,
        name=query.name,
        summary=_escaped(query.summary),
        tags=", ".join(f'"{_escaped(tag)}"' for tag in sorted(query.tags)),
        text=_escaped(text),
    )


def _escaped(text: str) -> str:
    """Escape what a Turtle string cannot hold as it is."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
