"""From places to evidence: each source is fetched, read and extracted by itself, and its text is let go again."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol, TypeAlias

from loaders.files import Place, fetch
from loaders.readers import read
from ontology.errors import SourceError
from ontology.values import Document, Evidence

#: Told while a run goes on: the step's name, how many items are done, and how many there are.
Progress: TypeAlias = Callable[[str, int, int], None]


class Reader(Protocol):
    """What draws evidence from a document."""

    def extract(self, document: Document) -> tuple[Evidence, ...]:
        """Return what the document says."""


@dataclass(slots=True)
class Outcome:
    """What became of the places that gave no reading; it fills while the readings are drawn."""

    skipped: list[str] = field(default_factory=list)  # known already, or the same bytes as another of this run
    failed: list[str] = field(default_factory=list)  # one line for each that cannot be read


@dataclass(frozen=True, slots=True)
class Reading:
    """One source read: the place that was named, its document, and what that says."""

    place: Place
    document: Document
    evidence: tuple[Evidence, ...]


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody how far a run is."""


def gather(
    places: Sequence[Place],
    reader: Reader,
    outcome: Outcome,
    *,
    known: Container[str] = (),
    on_progress: Progress = silent,
    keep_going: bool = False,
) -> Iterator[Reading]:
    """Read the sources one at a time; the first that cannot be read ends the run, unless it is to keep going.

    A source whose SHA-256 is known, or that was read before in this run, is skipped.
    """
    seen: set[str] = set()
    for number, place in enumerate(places, start=1):
        try:
            data = fetch(place)
            digest = sha256(data).hexdigest()
            if digest in known or digest in seen:
                outcome.skipped.append(place.address)
            else:
                document = read(data, place.name)
                seen.add(digest)
                yield Reading(place, document, reader.extract(document))
        except SourceError as error:
            if not keep_going:
                raise
            outcome.failed.append(str(error))
        on_progress("reading", number, len(places))
