"""What the user names becomes places, and places become bytes: files, folders, patterns, addresses, standard input."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders import addresses
from loaders.readers import ENDINGS
from loaders.readers.decoding import MAX_BYTES
from ontology.errors import SourceError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source lies: `address` as the user gave it or the folder holds it; `name` is what the graph shows."""

    address: str

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
        name = self.address if self.is_remote else Path(self.address).name
        return name.encode("utf-8", "replace").decode("utf-8")  # a name on disk need not be valid text


def find(places: Iterable[str]) -> Iterator[Place]:
    """Return the places that the names stand for, each once; all are looked up before the first is read."""
    found = [place for named in places for place in _places(named)]
    return iter(dict.fromkeys(found))


def fetch(place: Place, allow_private: bool = False) -> bytes:
    """Return the bytes of a place; addresses inside a private network are refused unless allowed."""
    if place.is_remote:
        return addresses.download(place.address, allow_private)
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
            return [place]
    except OSError as error:
        message = f"{named}: cannot be read ({error.strerror}); check its name and permissions"
        raise SourceError(message) from None
    if glob.has_magic(named):
        return _pattern(named)
    message = f"{named}: no such file or folder; check the path"
    raise SourceError(message)


def _folder(named: str) -> list[Place]:
    def refuse(error: OSError) -> None:
        message = f"{error.filename or named}: cannot be read ({error.strerror}); check its permissions"
        raise SourceError(message) from None

    found = list[Place]()
    for folder, folders, names in os.walk(named, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Place(str(Path(folder, name))) for name in sorted(names) if _is_readable(name))
    if not found:
        message = f"{named}: the folder holds no file that can be read; they end in {' '.join(ENDINGS)}"
        raise SourceError(message)
    return sorted(found, key=lambda place: place.address)


def _pattern(named: str) -> list[Place]:
    matches = sorted(match for match in glob.glob(named, recursive=True) if Path(match).is_file())
    found = [Place(match) for match in matches if _is_readable(Path(match).name)]
    if not found:
        what = "a file that can be read" if matches else "any file"
        message = f"{named}: does not match {what}; they end in {' '.join(ENDINGS)}"
        raise SourceError(message)
    return found


def _is_readable(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in ENDINGS
