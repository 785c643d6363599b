"""Files that hold many documents: the members of an archive, the records of a table, each named by its place.

`labels.zip!/a.xml` is a member, `reviews.csv#row=3` the third row, `pubmed.xml#record=5` the fifth article of a set,
`labels.zip!/reviews.csv#row=3` and `articles.zip!/pubmed.xml#record=5` those of a member.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from loaders.readers import archives, formats, records, structured
from loaders.readers.decoding import decode
from ontology.errors import SourceError

MEMBER, ROW, RECORD = "!/", "#row=", "#record="

#: What is looked at of an XML file to tell what it is.
HEAD = 10_000


def is_container(name: str) -> bool:
    """Tell by its name whether a file may hold more than one document."""
    return formats.ending_type(name) in formats.ARCHIVES | formats.TABLES | {formats.XML}


def parts(path: str, column: str = "") -> tuple[str, ...]:
    """Return the documents of a file, each as what follows the file's own address; none where it is one document."""
    return _opened(path, column).names


def read(path: str, part: str, column: str = "") -> bytes:
    """Return the bytes of one document of a file."""
    return _opened(path, column).read(part)


@dataclass(frozen=True, slots=True)
class _Records:
    """The records of one table, or the articles of one set, each with what writes it as a file of its own."""

    documents: Mapping[str, Callable[[], bytes]]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.documents)

    def read(self, part: str) -> bytes:
        return self.documents[part]()


@dataclass(slots=True)
class _Members:
    """The members of one archive; the one that was taken apart last stays open, since its records are read in a run."""

    archive: archives.Archive
    column: str
    last: tuple[str, _Records] | None = field(default=None)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(part for member in self.archive.members for part in self._parts(member))

    def read(self, part: str) -> bytes:
        path = part.removeprefix(MEMBER)
        member, hash_sign, record = path.rpartition("#")
        if path not in self.archive.members and member in self.archive.members:
            return self._records(member).read(hash_sign + record)
        return self.archive.read(path)

    def _parts(self, member: str) -> Sequence[str]:
        if formats.ending_type(member) not in formats.TABLES | {formats.XML}:
            return [MEMBER + member]
        try:
            return [MEMBER + member + record for record in self._records(member).names] or [MEMBER + member]
        except SourceError:
            return [MEMBER + member]  # told when it is read, so that the rest can be

    def _records(self, member: str) -> _Records:
        if self.last is None or self.last[0] != member:
            data, name = self.archive.read(member), f"{self.archive.name}{MEMBER}{member}"
            self.last = (member, _apart(data, name, self.column))
        return self.last[1]


def _opened(path: str, column: str) -> _Records | _Members:
    try:
        state = Path(path).stat()
        return _container(path, column, state.st_mtime_ns, state.st_size)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); check its name and permissions"
        raise SourceError(message) from None


@lru_cache(maxsize=1)  # the documents of one file are read in a run
def _container(path: str, column: str, changed: int, size: int) -> _Records | _Members:
    kind = formats.ending_type(path)
    if kind == formats.XML and not _is_set(Path(path)):
        return _Records({})
    most = archives.MAX_ARCHIVE if kind in formats.ARCHIVES else archives.MAX_UNPACKED
    if size > most:
        message = f"{path}: larger than {most // 1_000_000} MB; unpack or split it"
        raise SourceError(message)
    data = Path(path).read_bytes()
    if kind in formats.ARCHIVES:
        return _Members(archives.opened(data, path), column)
    data = archives.gunzip(data, path, most) if path.lower().endswith(".gz") else data
    return _apart(data, path, column)


def _apart(data: bytes, name: str, column: str) -> _Records:
    """Return the records of a table or a set of articles; none where the whole is one document."""
    if formats.ending_type(name) != formats.XML:
        return _table(data, name, column)
    return _set(data, name) if structured.is_set(data[:HEAD].decode("latin-1")) else _Records({})


def _table(data: bytes, name: str, column: str) -> _Records:
    kind = formats.ending_type(name)
    found = records.rows(decode(data, name, archives.MAX_UNPACKED), name, kind)
    if kind == formats.JSON and len(found) == 1 and not column:
        return _Records({})
    labels = records.are_labels(found)
    text = "" if labels else records.text_column(found, name, column)
    kept = [row for row in found if labels or records.has_text(row, text)]
    return _Records({f"{ROW}{row.number}": partial(records.reduced, row, text, kind) for row in kept})


def _is_set(path: Path) -> bool:
    """Tell a set of articles by its first words, since each XML file of a folder is asked."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(archives.GZIP_HEAD):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, HEAD)
        except zlib.error:
            return False  # told when the file is fetched
    return structured.is_set(head.decode("latin-1"))


def _set(data: bytes, name: str) -> _Records:
    articles = structured.parts(decode(data, name, archives.MAX_UNPACKED), name)
    # The bytes are made at once: the tree of a set would take several times as much memory.
    return _Records({f"{RECORD}{number}": partial(bytes, article) for number, article in enumerate(articles, 1)})
