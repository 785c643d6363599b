"""What the sources do not agree on, as records of the evidence graph, and which sources are copies of others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Quad

from ontology.terms import DISP, GRAPH_EVIDENCE, RDF
from ontology.values import digest

_GRAPH = NamedNode(GRAPH_EVIDENCE)


class Kind(StrEnum):
    """How a dispute arises."""

    DENIED = "affirmed and denied"
    LAW = "against the record of the law"
    VALUES = "two values of what can have one"
    ONTOLOGY = "against the ontology"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Statements that cannot all be taken as they are, what speaks on all sides, by IRI, and why they clash."""

    kind: Kind
    statements: tuple[str, ...]
    draws_on: tuple[str, ...]  # evidence, and records of the ontology
    reason: str

    @property
    def iri(self) -> str:
        """The IRI of the dispute: it depends on the kind and the statements."""
        return f"{DISP}dispute/{digest(self.kind, *sorted(self.statements))}"


def encode_disputes(disputes: Iterable[Dispute]) -> Iterator[Quad]:
    """Write disputes as quads of the evidence graph."""
    for each in disputes:
        yield _quad(each.iri, RDF + "type", NamedNode(DISP + "Dispute"))
        yield _quad(each.iri, DISP + "disputeKind", Literal(each.kind))
        yield _quad(each.iri, DISP + "reason", Literal(each.reason))
        for name, iris in (("concerns", each.statements), ("drawsOn", each.draws_on)):
            for iri in iris:
                yield _quad(each.iri, DISP + name, NamedNode(iri))


def encode_copies(groups: Mapping[str, str]) -> Iterator[Quad]:
    """Write which source is a copy of which other."""
    for source, first in groups.items():
        if source != first:
            yield _quad(source, DISP + "copyOf", NamedNode(first))


def _quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), value, _GRAPH)
