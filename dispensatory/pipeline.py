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

from dispensatory.gathering import Outcome, Progress, gather, silent
from dispensatory.naming import named
from dispensatory.publication import publish
from dispensatory.report import Report
from dispensatory.tools import Tools
from loaders.files import find
from loaders.symmetry import orient
from ontology.encoding import decode_evidence, decode_sources
from ontology.values import Evidence, Source
from queries.store import Store


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


def forget(store: Path, names: Sequence[str]) -> Report:
    """Take sources back, with all that rested on them; what is left is as if they had never been read.

    Their kept texts stay with the earlier snapshots, which `rollback` can go back to.
    """
    began = perf_counter()
    opened = Store.open(store)
    with opened.write("forget") as draft:
        held = decode_sources(draft.graph)
        gone = {source.iri: source for name in names for source in (named(name, held),)}
        sources = {source.iri: source for source in held if source.iri not in gone}
        evidence = [item for item in decode_evidence(draft.graph) if item.source not in gone]
        draft.added += sorted(source.name for source in gone.values())
        draft.versions = {key: version for key, version in draft.versions.items() if key not in _digests(gone)}
        report = publish(draft, Tools.ready(), sources, evidence, Report((), forgotten=tuple(draft.added)))
    return replace(report, seconds=perf_counter() - began)


def _digests(sources: Mapping[str, Source]) -> frozenset[str]:
    return frozenset(source.sha256 for source in sources.values())


def shipped() -> tuple[str, ...]:
    """Return the places of the texts that ship with the package."""
    folder = files("dispensatory").joinpath("sources")
    return tuple(sorted(str(entry) for entry in folder.iterdir() if entry.is_file()))


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
        report = Report(tuple(draft.added), tuple(outcome.skipped), failed=tuple(outcome.failed))
        if draft.added:
            report = publish(draft, tools, sources, evidence, report)
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
