"""Archives: what zip, tar and gzip files hold, read in memory and within limits, so that no bomb goes off.

Nothing is written to disk, and a member whose path leads out of its archive is refused all the same, since its name
would be the name of a source.
"""

import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from loaders.readers.decoding import MAX_BYTES, clean
from loaders.readers.formats import ARCHIVES, ENDINGS, GZIP, ending_type
from ontology.errors import SourceError

MAX_ARCHIVE = 1_000_000_000
MAX_UNPACKED = 200_000_000
MAX_MEMBERS = 100_000
#: Texts are packed to a tenth, logs to a hundredth; what promises more wants to fill the memory.
MAX_RATIO, ANY_RATIO = 200, 10_000_000

#: What the libraries raise where an archive is broken, encrypted or packed in a way they do not know.
BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, KeyError, IndexError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError),
)
DRIVE = re.compile(r"[A-Za-z]:")
GZIP_HEAD = b"\x1f\x8b"
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: how large it says it is, and what unpacks it."""

    size: int
    unpack: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive with the members that can be read, by name."""

    name: str
    members: Mapping[str, Member]

    def read(self, name: str) -> bytes:
        """Return the bytes of a member, unpacked where it is a gzip file."""
        place, member = f"{self.name}!/{name}", self.members[name]
        if leads_out(name):
            raise SourceError(f"{place}: leads out of the archive; pack it again with paths that stay inside")
        if ending_type(name) in ARCHIVES:
            raise SourceError(f"{place}: is an archive inside an archive; unpack it and give the folder")
        if member.size > MAX_BYTES:
            raise SourceError(f"{place}: larger than {MAX_BYTES // 1_000_000} MB; split it into documents")
        try:
            data = member.unpack()
        except BROKEN as error:
            raise SourceError(f"{place}: cannot be unpacked ({_reason(error)}); pack it again") from None
        return gunzip(data, place) if name.lower().endswith(".gz") else data


def opened(data: bytes, name: str) -> Archive:
    """Return the archive that bytes hold, with the members that can be read, in the order of their names."""
    try:
        found = _zip(data, name, is_readable) if data.startswith(b"PK") else _tar(data, name)
    except BROKEN as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{name}: is no archive that can be read ({_reason(error)}); pack it again") from None
    if not found.members:
        endings = " ".join(ending for ending, kind in ENDINGS.items() if kind not in (*ARCHIVES, GZIP))
        raise SourceError(f"{name}: the archive holds no file that can be read; they end in {endings}")
    return found


def package(data: bytes, name: str) -> Archive:
    """Return the members of a document that is a zip file by its format, whatever their names."""
    try:
        return _zip(data, name, bool)
    except BROKEN as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{name}: is broken ({_reason(error)}); save it again from its program") from None


def gunzip(data: bytes, name: str, most: int = MAX_BYTES) -> bytes:
    """Return what a gzip file holds, or raise a SourceError where that is more than can be read."""
    out, size = list[bytes](), 0
    while data:
        inflater = zlib.decompressobj(wbits=31)
        try:
            while not inflater.eof:
                piece = inflater.decompress(data, PIECE)
                data = inflater.unconsumed_tail or inflater.unused_data
                out.append(piece)
                size += len(piece)
                if size > most:
                    raise SourceError(f"{name}: unpacks to more than {most // 1_000_000} MB; split it into documents")
                if not piece and not data and not inflater.eof:
                    raise SourceError(f"{name}: the gzip file breaks off; copy the whole file again")
        except zlib.error as error:
            raise SourceError(f"{name}: is no gzip file that can be read ({_reason(error)}); pack it again") from None
        if not data.startswith(GZIP_HEAD):
            break  # what follows the last part is padding
    return b"".join(out)


def leads_out(member: str) -> bool:
    """Tell a path that is absolute or climbs out of its archive, in the way of any system."""
    path = PurePosixPath(member.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or DRIVE.match(member) is not None


def _zip(data: bytes, name: str, wanted: Callable[[str], bool]) -> Archive:
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    _check(name, len(members), sum(info.file_size for info in members), len(data))
    # Of two members with one name the last counts, as where they are unpacked.
    kept = {info.filename: info for info in members if not info.is_dir() and wanted(info.filename)}
    found = {_shown(path): Member(info.file_size, partial(_inflate, archive, info)) for path, info in kept.items()}
    return Archive(name, dict(sorted(found.items())))


def _shown(path: str) -> str:
    """Return a member's path as names and messages show it: on one line."""
    return clean(path.removeprefix("./")).replace("\n", " ")


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        return member.read(MAX_BYTES + 1)  # a byte more than there may be, so that the checksum is looked at


def _tar(data: bytes, name: str) -> Archive:
    plain = gunzip(data, name, MAX_UNPACKED) if data.startswith(GZIP_HEAD) else data
    _check(name, 0, len(plain), len(data))
    found = dict[str, Member]()
    with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as archive:
        for count, info in enumerate(archive):
            _check(name, count, 0, len(data))
            if info.isreg() and not info.issparse() and is_readable(info.name):
                start, end = info.offset_data, info.offset_data + info.size
                found[_shown(info.name)] = Member(info.size, partial(_cut, plain, start, end))
    return Archive(name, dict(sorted(found.items())))


def _cut(plain: bytes, start: int, end: int) -> bytes:
    if len(plain) < end:
        raise EOFError(f"the archive breaks off {end - len(plain):,} bytes too early")
    return plain[start:end]


def is_readable(member: str) -> bool:
    """Tell a member that can be read, or must be told as unreadable; what systems hide or add is passed over."""
    parts = PurePosixPath(member.replace("\\", "/")).parts
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts
    return bool(parts) and not hidden and ending_type(member) != ""


def _check(name: str, members: int, unpacked: int, packed: int) -> None:
    if members > MAX_MEMBERS:
        raise SourceError(f"{name}: the archive holds more than {MAX_MEMBERS:,} files; split it")
    if unpacked > ANY_RATIO and unpacked > packed * MAX_RATIO:
        times = unpacked // max(packed, 1)
        raise SourceError(f"{name}: the archive unpacks to {times:,} times its size; unpack it and give what you need")


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
