"""Symmetric propositions in one direction: that A interacts with B and that B does with A is one thing to judge."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import NamedNode, Store

from ontology.terms import OWL, RDF, predicate_word
from ontology.values import Evidence, Literal, canonical


def symmetric_predicates(store: Store) -> frozenset[str]:
    """Return the short words of the properties that the ontology declares symmetric, and of `owl:sameAs`, which is."""
    quads = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(OWL + "SymmetricProperty"))
    declared = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    return frozenset(predicate_word(iri) for iri in declared | {OWL + "sameAs"})


def orient(evidence: Iterable[Evidence], symmetric: frozenset[str]) -> Iterator[Evidence]:
    """Yield the evidence with the sides of symmetric propositions in the order of their names."""
    for passage in evidence:
        claim = passage.proposition
        subject, other = claim.subject, claim.object
        if claim.predicate not in symmetric or isinstance(other, Literal) or canonical(subject) <= canonical(other):
            yield passage
            continue
        turned = replace(claim, subject=other, object=subject)
        yield replace(passage, proposition=turned, subject_text=passage.object_text, object_text=passage.subject_text)
