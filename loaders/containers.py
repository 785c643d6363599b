"""Files that hold many documents: the members of an archive, the records of a table, each named by its place.

`labels.zip!/a.xml` is a member, `reviews.csv#row=3` the third row, `labels.zip!/reviews.csv#row=3` a row of a member.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from loaders.readers import archives, formats, records
from loaders.readers.decoding import decode
from ontology.errors import SourceError

MEMBER, ROW = "!/", "#row="


def is_container(name: str) -> bool:
    """Tell by its name whether a file may hold more than one document."""
    return formats.ending_type(name) in formats.ARCHIVES | formats.TABLES


def parts(path: str, column: str = "") -> tuple[str, ...]:
    """Return the documents of a file, each as what follows the file's own address; none where it is one document."""
    return _opened(path, column).names


def read(path: str, part: str, column: str = "") -> bytes:
    """Return the bytes of one document of a file."""
    return _opened(path, column).read(part)


@dataclass(frozen=True, slots=True)
class _Table:
    """The records of one file, with the column that holds their text."""

    kind: str
    column: str
    rows: Mapping[str, records.Row]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.rows)

    def read(self, part: str) -> bytes:
        return records.reduced(self.rows[part], self.column, self.kind)


@dataclass(slots=True)
class _Members:
    """The members of one archive; the table that was read last stays open, since its rows are read in a run."""

    archive: archives.Archive
    column: str
    last: tuple[str, _Table] | None = field(default=None)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(part for member in self.archive.members for part in self._parts(member))

    def read(self, part: str) -> bytes:
        member, is_row, row = part.removeprefix(MEMBER).rpartition(ROW)
        if is_row and member in self.archive.members:
            return self._table(member).read(ROW + row)
        return self.archive.read(part.removeprefix(MEMBER))

    def _parts(self, member: str) -> Sequence[str]:
        if formats.ending_type(member) not in formats.TABLES:
            return [MEMBER + member]
        try:
            return [MEMBER + member + row for row in self._table(member).names] or [MEMBER + member]
        except SourceError:
            return [MEMBER + member]  # told when it is read, so that the rest can be

    def _table(self, member: str) -> _Table:
        if self.last is None or self.last[0] != member:
            self.last = (member, _table(self.archive.read(member), f"{self.archive.name}{MEMBER}{member}", self.column))
        return self.last[1]


def _opened(path: str, column: str) -> _Table | _Members:
    try:
        state = Path(path).stat()
        return _container(path, column, state.st_mtime_ns, state.st_size)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); check its name and permissions"
        raise SourceError(message) from None


@lru_cache(maxsize=1)  # the documents of one file are read in a run
def _container(path: str, column: str, changed: int, size: int) -> _Table | _Members:
    is_archive = formats.ending_type(path) in formats.ARCHIVES
    most = archives.MAX_ARCHIVE if is_archive else archives.MAX_UNPACKED
    if size > most:
        message = f"{path}: larger than {most // 1_000_000} MB; unpack or split it"
        raise SourceError(message)
    data = Path(path).read_bytes()
    if is_archive:
        return _Members(archives.opened(data, path), column)
    return _table(archives.gunzip(data, path, most) if path.lower().endswith(".gz") else data, path, column)


def _table(data: bytes, name: str, column: str) -> _Table:
    kind = formats.ending_type(name)
    found = records.rows(decode(data, name, archives.MAX_UNPACKED), name, kind)
    if kind == formats.JSON and len(found) == 1 and not column:
        return _Table(kind, "", {})
    labels = records.are_labels(found)
    text = "" if labels else records.text_column(found, name, column)
    return _Table(kind, text, {f"{ROW}{row.number}": row for row in found if labels or records.has_text(row, text)})
