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
from dispensatory.findings import disputes, withdrawals
from dispensatory.gathering import Outcome, Progress, gather, silent
from dispensatory.report import Report
from dispensatory.tools import Tools
from dispensatory.withdrawal import Settlement, settle
from loaders import duplicates
from loaders.files import find
from loaders.judge import judge
from loaders.rates import Rates
from loaders.symmetry import orient
from ontology import dataset, mappings, unlisted
from ontology.encoding import decode_evidence, decode_sources, encode
from ontology.errors import DispensatoryError
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
) -> Report:
    """Make a fresh graph of the ontology and the sources; without any, of the texts that ship."""
    return _way(store, places or shipped(), "build", on_progress, keep_going, workers)


def load(
    store: Path,
    places: Sequence[str],
    *,
    on_progress: Progress = silent,
    keep_going: bool = False,
    workers: int = 1,
) -> Report:
    """Add sources to a graph; those that it has already are skipped, and where nothing is new nothing is published."""
    return _way(store, places, "load", on_progress, keep_going, workers)


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
    path: Path, places: Sequence[str], action: str, on_progress: Progress, keep_going: bool, workers: int
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
    statements = judge(evidence, tools.rates, groups)
    firmness = _firmness(statements, evidence, tools.rates, groups)
    ontology = quads()
    settlement = settle(statements, firmness, ontology, tools.restrictions, reason)
    _write(draft.graph, ontology, sources, evidence, statements, settlement)
    _check(sources, evidence, statements, texts)
    passages = {item.iri: item for item in evidence}
    verdicts = [statement.verdict for statement in statements]
    return replace(
        report,
        sources=len(sources),
        evidence=len(passages),
        statements=len(statements),
        supported=verdicts.count(Verdict.SUPPORTED),
        refuted=verdicts.count(Verdict.REFUTED),
        disputed=disputes(statements, passages, sources, tools.label),
        left_out=withdrawals(settlement.withdrawn, passages, sources, tools.label),
        inferred=settlement.conclusions,
        triples=len(draft.graph),
    )


def _firmness(
    statements: Sequence[Statement], evidence: Sequence[Evidence], rates: Rates, groups: Mapping[str, str]
) -> dict[str, float]:
    """Return how far the sources are believed in what each verdict says: of a denial, the belief of its contrary."""
    turned = [replace(item, polarity="-" if item.polarity == "+" else "+") for item in evidence]
    denied = {statement.iri: statement.belief for statement in judge(turned, rates, groups)}
    return {each.iri: denied[each.iri] if each.verdict is Verdict.REFUTED else each.belief for each in statements}


def _write(
    graph: ox.Store,
    ontology: Sequence[ox.Quad],
    sources: Mapping[str, Source],
    evidence: Sequence[Evidence],
    statements: Sequence[Statement],
    settlement: Settlement,
) -> None:
    for name in GRAPHS:  # what others put beside them stays
        graph.remove_graph(ox.NamedNode(name))
    made = [
        *ontology,
        *mappings.quads(),
        *encode(sources.values(), evidence, statements),
        *unlisted.described(
            evidence, {quad.subject.value for quad in ontology if isinstance(quad.subject, ox.NamedNode)}
        ),
        *settlement.asserted,
        *settlement.inferred,
    ]
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
