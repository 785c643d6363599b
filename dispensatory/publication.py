"""What follows from the evidence, put into a draft: judged, asserted, reasoned over, checked.

It is made anew each time from all the evidence, so that it depends on that and on nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pyoxigraph as ox

from dispensatory.checks import misquotes, unfounded
from dispensatory.conflicts import as_dispute, as_line, conflicts
from dispensatory.report import Line, Report
from dispensatory.tools import Tools
from dispensatory.withdrawal import Settlement, settle
from loaders import duplicates
from loaders.judge import judgements
from ontology import dataset, mappings, unlisted
from ontology.disputes import Kind, encode_copies, encode_disputes
from ontology.encoding import encode
from ontology.errors import DispensatoryError
from ontology.expectation import Kinship, expectations
from ontology.files import quads
from ontology.reasoning import reason
from ontology.terms import GRAPHS
from ontology.values import Evidence, Source, Statement, Verdict
from queries.store import Transaction


class _Texts(Mapping[str, str]):
    """The kept texts of a load by the IRI of their source, each read when it is asked for."""

    def __init__(self, draft: Transaction, sources: Mapping[str, Source]) -> None:
        self.draft, self.sources = draft, sources

    def __getitem__(self, iri: str) -> str:
        return self.draft.text(self.sources[iri].sha256)

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


def publish(
    draft: Transaction, tools: Tools, sources: Mapping[str, Source], evidence: Sequence[Evidence], report: Report
) -> Report:
    """Put into the draft what follows from the evidence, check it, and complete the report."""
    texts = _Texts(draft, sources)
    groups = duplicates.groups(texts)
    judged = judgements(evidence, tools.bench(groups, sources.values()))
    statements = tuple(each.statement for each in judged)
    firmness = {each.statement.iri: each.weighing.firmness for each in judged}
    ontology = quads()
    settlement = settle(statements, firmness, ontology, tools.restrictions, reason)
    passages = {item.iri: item for item in evidence}
    found = conflicts(judged, settlement.withdrawn, passages, tools.exclusion, tools.curated.on)
    disputed = tuple(as_dispute(each, sources, tools.label) for each in found)
    known = {quad.subject.value for quad in ontology if isinstance(quad.subject, ox.NamedNode)}
    records = [
        *encode(sources.values(), evidence, statements),
        *encode_disputes(disputed),
        *encode_copies(groups),
        *unlisted.described(evidence, known),
    ]
    kinship = Kinship.of((*ontology, *settlement.asserted, *settlement.inferred))
    expected = tuple(expectations(statements, kinship, tools.subsumption, tools.stays, tools.symmetric))
    _write(draft.graph, ontology, [*records, *expected], settlement)
    _check(sources, evidence, statements, texts)
    verdicts = [statement.verdict for statement in statements]

    def lines(*kinds: Kind) -> tuple[Line, ...]:
        return tuple(as_line(each, sources, tools.label) for each in found if each.kind in kinds)

    return replace(
        report,
        sources=len(sources),
        evidence=len(passages),
        statements=len(statements),
        supported=verdicts.count(Verdict.SUPPORTED),
        refuted=verdicts.count(Verdict.REFUTED),
        disputed=lines(Kind.DENIED),
        values=lines(Kind.LAW, Kind.VALUES),
        left_out=lines(Kind.ONTOLOGY),
        inferred=settlement.conclusions,
        expected=len(expected),
        triples=len(draft.graph),
    )


def _write(graph: ox.Store, ontology: Sequence[ox.Quad], records: Sequence[ox.Quad], settlement: Settlement) -> None:
    for name in GRAPHS:  # what others put beside them stays
        graph.remove_graph(ox.NamedNode(name))
    made = [*ontology, *mappings.quads(), *records, *settlement.asserted, *settlement.inferred]
    graph.bulk_extend(made)
    graph.bulk_extend(dataset.describe(made))


def _check(
    sources: Mapping[str, Source], evidence: Sequence[Evidence], statements: Sequence[Statement], texts: _Texts
) -> None:
    """Refuse to publish what would not lead back to the words: a fault of the program, not of the texts."""
    for line in (*misquotes(evidence, sources, texts.__getitem__), *unfounded(statements)):
        raise DispensatoryError(f"nothing was published: {line}; please report this with the source")
