"""What the user names becomes places, and places become bytes: files, folders, patterns, addresses, standard input."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from loaders import containers
from loaders.fetched import Fetched
from loaders.readers import archives
from loaders.readers.decoding import MAX_BYTES
from loaders.readers.formats import ENDINGS, ending_type
from ontology.errors import SourceError

if TYPE_CHECKING:
    from loaders.addresses import Web

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source lies: `address` as the user gave it or the folder holds it; `name` is what the graph shows.

    A document inside a file has that file, and the column that was chosen to be its text, if one was.
    """

    address: str
    file: str = ""
    column: str = ""

    def __str__(self) -> str:
        return self.address

    @property
    def is_remote(self) -> bool:
        """Whether the bytes come over the network."""
        return self.address.lower().startswith(("http://", "https://"))

    @property
    def name(self) -> str:
        """The address, the file's own name without its folders, or `stdin`."""
        if self.address == STANDARD_INPUT:
            return "stdin"
        whole = self.file or self.address
        name = self.address if self.is_remote else Path(whole).name + self.address[len(whole) :]
        return name.encode("utf-8", "replace").decode("utf-8")  # a name on disk need not be valid text


def find(places: Iterable[str]) -> Iterator[Place]:
    """Return the places that the names stand for, each once; all are looked up before the first is read."""
    found = [place for named in places for place in _places(named)]
    return iter(dict.fromkeys(found))


@dataclass(slots=True)
class Fetcher:
    """Fetches the places of one run; addresses inside a private network are refused unless allowed."""

    allow_private: bool = False
    web: "Web | None" = None

    def fetch(self, place: Place) -> Fetched:
        """Return the bytes of a place, or raise a SourceError that names it and says what to do."""
        if not place.is_remote:
            return Fetched(_bytes(place))
        if self.web is None:
            from loaders.addresses import Web  # noqa: PLC0415  # slow to load, and most runs need no network

            self.web = Web(self.allow_private)
        found = self.web.get(place.address)
        return Fetched(_filled(found.data, place), found.media_type)


def fetch(place: Place, allow_private: bool = False) -> Fetched:
    """Return the bytes of one place."""
    return Fetcher(allow_private).fetch(place)


def _bytes(place: Place) -> bytes:
    if place.file:
        return _filled(containers.read(place.file, place.address[len(place.file) :], place.column), place)
    try:
        if place.address == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(place.address).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{place.address}: cannot be read ({error.strerror}); check its name and permissions"
        raise SourceError(message) from None
    if len(data) > MAX_BYTES:
        message = f"{place.address}: larger than {MAX_BYTES // 1_000_000} MB; split it into documents"
        raise SourceError(message)
    if place.address.lower().endswith(".gz"):
        data = archives.gunzip(data, place.address)
    return _filled(data, place)


def _filled(data: bytes, place: Place) -> bytes:
    if not data.strip():
        message = f"{place.address}: is empty; give a file that has text in it"
        raise SourceError(message)
    return data


def _places(named: str) -> list[Place]:
    place = Place(named)
    if named == STANDARD_INPUT or place.is_remote:
        return [place]
    if "://" in named:
        message = f"{named}: only http and https addresses can be read; save the file and give its path"
        raise SourceError(message)
    if not named or "\0" in named:
        message = f"{named!r}: is no name of a file; give a path, a pattern, an address or -"
        raise SourceError(message)
    path = Path(named)
    try:
        if path.is_dir():
            return _folder(named)
        if path.exists():
            return _inside(named)
    except OSError as error:
        message = f"{named}: cannot be read ({error.strerror}); check its name and permissions"
        raise SourceError(message) from None
    if glob.has_magic(named):
        return _pattern(named)
    if inside := _part(named):
        return inside
    message = f"{named}: no such file or folder; check the path"
    raise SourceError(message)


def _inside(path: str, column: str = "") -> list[Place]:
    """Return the documents of a file; one that cannot be opened stays whole, and is told when it is fetched."""
    if not containers.is_container(path) or not Path(path).is_file():
        return [Place(path)]
    try:
        return [Place(path + part, path, column) for part in containers.parts(path, column)] or [Place(path)]
    except SourceError:
        if column:
            raise
        return [Place(path)]


def _part(named: str) -> list[Place]:
    """Return what a name means that goes on after a file's own: one document of it, or a column of its texts."""
    cut = named.find(containers.MEMBER)
    path = named[:cut] if cut > 0 else named.rpartition("#")[0]
    if not containers.is_container(path) or not Path(path).is_file():
        return []
    parts = [
        place
        for place in _inside(path)
        if place.address == named or place.address.startswith((named + containers.ROW, named + containers.RECORD))
    ]
    return parts or (_inside(path, named.rpartition("#")[2]) if cut < 0 else [])


def _folder(named: str) -> list[Place]:
    def refuse(error: OSError) -> None:
        message = f"{error.filename or named}: cannot be read ({error.strerror}); check its permissions"
        raise SourceError(message) from None

    paths = list[str]()
    for folder, folders, names in os.walk(named, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_attached(name, names))
        paths.extend(str(Path(folder, name)) for name in names if _is_readable(name))
    if not paths:
        message = f"{named}: the folder holds no file that can be read; they end in {' '.join(ENDINGS)}"
        raise SourceError(message)
    return [place for path in sorted(paths) for place in _inside(path)]


def _pattern(named: str) -> list[Place]:
    matches = sorted(match for match in glob.glob(named, recursive=True) if Path(match).is_file())
    found = [place for match in matches if _is_readable(Path(match).name) for place in _inside(match)]
    if not found:
        what = "a file that can be read" if matches else "any file"
        message = f"{named}: does not match {what}; they end in {' '.join(ENDINGS)}"
        raise SourceError(message)
    return found


def _is_attached(folder: str, names: Sequence[str]) -> bool:
    """Tell the folder in which a browser keeps the frames and pictures of a page that it saved."""
    page, mark, _ = folder.rpartition("_files")
    return mark != "" and any(f"{page}{ending}" in names for ending in (".html", ".htm", ".xhtml"))


def _is_readable(name: str) -> bool:
    return not name.startswith(".") and ending_type(name) != ""
