"""From places to evidence: each source is fetched, read and extracted by itself, and its text is let go again."""

from collections import deque
from collections.abc import Callable, Container, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeAlias

from dispensatory.crew import Crew, Task
from loaders.files import Fetcher, Place
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


@dataclass(frozen=True, slots=True)
class _Reads:
    """Reads bytes with a reader; it can be sent to another process."""

    reader: Reader

    def __call__(self, data: bytes, name: str, media_type: str) -> tuple[Document, tuple[Evidence, ...]]:
        document = read(data, name, media_type)
        return document, self.reader.extract(document)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A place on its way: its bytes' hash and the task that reads them, or why they could not be fetched."""

    place: Place
    digest: str
    task: Task
    error: SourceError | None = None


def gather(
    places: Sequence[Place],
    reader: Reader,
    outcome: Outcome,
    *,
    known: Container[str] = (),
    on_progress: Progress = silent,
    keep_going: bool = False,
    workers: int = 1,
    allow_private: bool = False,
) -> Generator[Reading, None, None]:
    """Read the sources in their order; the first that cannot be read ends the run, unless it is to keep going.

    A source whose SHA-256 is known, or that was read before in this run, is skipped. With several workers processes
    read ahead, a few sources each; what comes of a run, and in which order, is the same. Little text is read in one.
    """
    seen: set[str] = set()
    ahead: deque[_Asked] = deque()
    waiting = iter(places)
    fetcher = Fetcher(allow_private)
    crew = Crew(_Reads(reader), min(workers, len(places)) if _is_much(places) else 1)
    try:
        for number in range(1, len(places) + 1):
            while len(ahead) <= crew.ahead and (place := next(waiting, None)) is not None:
                asked = _fetched(place, fetcher)
                under_way = any(each.digest == asked.digest for each in ahead)
                if not (asked.error or asked.digest in known or asked.digest in seen or under_way):
                    crew.submit(asked.task)
                ahead.append(asked)
            asked = ahead.popleft()
            try:
                if asked.error:
                    raise asked.error
                if asked.digest in known or asked.digest in seen:
                    outcome.skipped.append(asked.place.address)
                else:
                    document, evidence = crew.settle(asked.task)
                    seen.add(asked.digest)
                    yield Reading(asked.place, document, evidence)
            except SourceError as error:
                if not keep_going:
                    raise
                outcome.failed.append(str(error))
            on_progress("reading", number, len(places))
    finally:
        crew.close()


def _fetched(place: Place, fetcher: Fetcher) -> _Asked:
    try:
        found = fetcher.fetch(place)
    except SourceError as error:
        return _Asked(place, "", Task(b"", place.name), error)
    return _Asked(place, sha256(found.data).hexdigest(), Task(found.data, place.name, found.media_type))


#: Below so many bytes one process is done before others have started.
MUCH = 300_000


def _is_much(places: Sequence[Place]) -> bool:
    """Tell whether the files hold enough text to share out."""
    total = 0
    for place in places:
        with suppress(OSError, ValueError):
            total += Path(place.file or place.address).stat().st_size
        if total >= MUCH:
            return True
    return False
