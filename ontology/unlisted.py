"""Conditions that texts name and the ontology does not: their IRI is made from the words, and the words from the IRI.

The same words give the same IRI in every store, and a condition that the ontology takes in later under that label
keeps it. What rests on such a name says so: it is a `disp:UnlistedCondition`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from ontology.terms import DISP, GRAPH_EVIDENCE, PREFIXES, RDF, RDFS
from ontology.values import Evidence

_BASE = PREFIXES["condition"]


def iri_of(words: Sequence[str]) -> str:
    """Return the IRI of the condition that folded words name."""
    return _BASE + "-".join("".join(filter(str.isalnum, word)) for word in words)


def label_of(iri: str) -> str:
    """Return the words that an IRI was made from; of any other, its local name."""
    local = iri.rpartition("/")[2]
    return local.replace("-", " ") if iri.startswith(_BASE) else local


def described(evidence: Iterable[Evidence], known: Collection[str]) -> Iterator[Quad]:
    """Yield type and label of every condition that evidence speaks of and that is not among the `known` IRIs."""
    objects = {item.proposition.object for item in evidence}
    graph = NamedNode(GRAPH_EVIDENCE)
    for iri in sorted(each for each in objects if isinstance(each, str) and each.startswith(_BASE)):
        if iri not in known:
            node = NamedNode(iri)
            yield Quad(node, NamedNode(RDF + "type"), NamedNode(DISP + "UnlistedCondition"), graph)
            yield Quad(node, NamedNode(RDFS + "label"), Literal(label_of(iri), language="en"), graph)
