"""SHACL: the shapes of the ontology, checked by pySHACL on a whole graph."""

from collections.abc import Iterable
from importlib.resources import files

import pyshacl
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import Graph
from rdflib.namespace import RDF, SH

from ontology.terms import shorten


def violations(quads: Iterable[Quad]) -> tuple[str, ...]:
    """Return a line for each result that the shapes give, warnings included."""
    data = serialize(sorted({quad.triple for quad in quads}, key=str), format=RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=data, format="nt")
    shapes = Graph().parse(data=files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle")
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    lines = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node = results.value(result, SH.focusNode)
        message = results.value(result, SH.resultMessage)
        lines.append(f"{shorten(str(node))}: {message}")
    return tuple(sorted(lines))
