"""The whole way from texts to a published graph: read, judge, assert, reason, check, publish.

What the sources say is added to the evidence that the store has; all that follows from evidence is made anew each time,
so a graph depends on what was read, and never on the order or the number of loads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from shutil import rmtree
from time import perf_counter

import pyoxigraph as ox

from dispensatory.checks import misquotes, unfounded
from dispensatory.conflicts import as_dispute, as_line, conflicts
from dispensatory.gathering import Outcome, Progress, gather, silent
from dispensatory.report import Line, Report
from dispensatory.tools import Tools
from dispensatory.withdrawal import Settlement, settle
from loaders import duplicates
from loaders.files import find
from loaders.judge import judgements
from loaders.symmetry import orient
from ontology import dataset, mappings, unlisted
from ontology.disputes import Kind, encode_copies, encode_disputes
from ontology.encoding import decode_evidence, decode_sources, encode
from ontology.errors import DispensatoryError
from ontology.expectation import Kinship, expectations
from ontology.files import quads
from ontology.reasoning import reason
from ontology.terms import GRAPHS
from ontology.values import Evidence, Source, Statement, Verdict
from queries.store import Store, Transaction


def build(
    store: Path,
    places: Sequence[str] = (),
    *,
    on_progress: Progress = silent,
    keep_going: bool = False,
    workers: int = 1,
    allow_private: bool = False,
) -> Report:
    """Make a fresh graph of the ontology and the sources; without any, of the texts that ship."""
    return _way(store, places or shipped(), "build", on_progress, keep_going, workers, allow_private)


def load(
    store: Path,
    places: Sequence[str],
    *,
    on_progress: Progress = silent,
    keep_going: bool = False,
    workers: int = 1,
    allow_private: bool = False,
) -> Report:
    """Add sources to a graph; those that it has already are skipped, and where nothing is new nothing is published."""
    return _way(store, places, "load", on_progress, keep_going, workers, allow_private)


def shipped() -> tuple[str, ...]:
    """Return the places of the texts that ship with the package."""
    folder = files("dispensatory").joinpath("sources")
    return tuple(sorted(str(entry) for entry in folder.iterdir() if entry.is_file()))


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


def _way(
    path: Path,
    places: Sequence[str],
    action: str,
    on_progress: Progress,
    keep_going: bool,
    workers: int,
    allow_private: bool,
) -> Report:
    began = perf_counter()
    # One order whatever the caller's: of copies under several names it is then always the same one that is read.
    found = sorted(find(places), key=lambda place: (place.name, place.address))
    with _opened(path) as store, store.write(action) as draft:
        tools, outcome = Tools.ready(), Outcome()
        held = decode_sources(draft.graph) if action == "load" else ()
        evidence = list(decode_evidence(draft.graph)) if action == "load" else []
        sources = {source.iri: source for source in held}
        known = {source.sha256 for source in held}
        readings = gather(
            found,
            tools.extractor,
            outcome,
            known=known,
            on_progress=on_progress,
            keep_going=keep_going,
            workers=workers,
            allow_private=allow_private,
        )
        with closing(readings):  # which ends the processes that read
            for reading in readings:
                source = reading.document.source
                sources[source.iri] = source
                evidence += _distinct(orient(reading.evidence, tools.symmetric))
                draft.keep_text(source.sha256, reading.document.text)
                draft.added.append(source.name)
        report = Report(tuple(draft.added), tuple(outcome.skipped), tuple(outcome.failed))
        if draft.added:
            report = _publish(draft, tools, sources, evidence, report)
        else:
            draft.drop()
            report = replace(report, published=False)
    return replace(report, seconds=perf_counter() - began)


def _distinct(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Keep one of the readings that two cues, or two directions, make of the same words."""
    kept: dict[str, Evidence] = {}
    for item in sorted(evidence, key=lambda item: (item.start, item.cue, item.module, item.subject_text)):
        kept.setdefault(item.iri, item)
    return list(kept.values())


def _publish(
    draft: Transaction, tools: Tools, sources: Mapping[str, Source], evidence: Sequence[Evidence], report: Report
) -> Report:
    """Put into the draft what follows from the evidence, check it, and complete the report."""
    texts = _Texts(draft, sources)
    groups = duplicates.groups(texts)
    judged = judgements(evidence, tools.bench(groups))
    statements = tuple(each.statement for each in judged)
    firmness = {each.statement.iri: each.weighing.firmness for each in judged}
    ontology = quads()
    settlement = settle(statements, firmness, ontology, tools.restrictions, reason)
    passages = {item.iri: item for item in evidence}
    found = conflicts(judged, settlement.withdrawn, passages, tools.exclusion, tools.curated.on)
    disputed = tuple(as_dispute(each, tools.label) for each in found)
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


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    """Open the store, made where there is none; one that was made for a run that fails goes with it."""
    existed = path.exists()
    store = Store.ensure(path)
    try:
        yield store
    except BaseException:
        if not existed and not store.snapshot:
            rmtree(path, ignore_errors=True)
        raise
