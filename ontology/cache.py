"""What is slow to make of the ontology and the same as long as nothing it is made of changes, kept in a file.

The name of the file is a hash over all it is made of: the ontology's data, the code that makes it and the Python that
runs it. So a kept thing is never stale; it is just not found. A file that is damaged is made again, and where no file
can be written nothing is kept. `$DISPENSATORY_CACHE` names the folder; empty, it turns this off.
"""

import io
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, cast

from ontology.collecting import collected_later
from ontology.files import fingerprint

_T = TypeVar("_T")

VARIABLE = "DISPENSATORY_CACHE"
_SUFFIX = ".pickle"
_KEPT = 4  # files of one name: several versions may be in use side by side
_DIGEST = 32


def kept(name: str, layers: Sequence[str], make: Callable[[], _T]) -> _T:
    """Return what was kept under this name, or make and keep it; `layers` are the packages whose code makes it."""
    folder = _folder()
    if folder is None:
        return make()
    key = _key(layers)
    place = folder / f"{name}-{key}{_SUFFIX}"
    if (found := _read(place)) is not None:
        return cast("_T", found[0])
    made = make()
    if _key(layers) == key:  # or a file was changed while it was made
        with suppress(OSError):
            _write(place, _pickled((made,)))
            _forget(folder, name)
    return made


class _Pickler(pickle.Pickler):
    """Writes a data class as the fields it is made from, so that compiled classes are kept as plain ones are."""

    def reducer_override(self, value: Any) -> Any:
        """Return how a value is made again, or that Python knows."""
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), tuple(getattr(value, field.name) for field in fields(value) if field.init)
        return NotImplemented


def _pickled(value: object) -> bytes:
    data = io.BytesIO()
    _Pickler(data, protocol=5).dump(value)
    return data.getvalue()


def _folder() -> Path | None:
    told = os.environ.get(VARIABLE)
    if told is not None:
        return Path(told) if told else None
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "dispensatory"
    except RuntimeError:  # no home
        return None


def _key(layers: Sequence[str]) -> str:
    total = sha256(f"{sys.implementation.cache_tag} {sys.version} {fingerprint()}".encode())
    for layer in layers:
        for place, code in sorted(_code(files(layer), layer)):
            total.update(f"{place}\x1f{len(code)}\x1f".encode() + code)
    return total.hexdigest()[:32]


def _code(folder: Traversable, place: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _code(entry, f"{place}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{place}/{entry.name}", entry.read_bytes()


def _read(place: Path) -> tuple[Any] | None:
    """Return what a file holds, if it is whole: its first bytes are the hash of the rest."""
    try:
        data = place.read_bytes()
    except OSError:
        return None
    if len(data) <= _DIGEST or sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    try:
        with collected_later():
            found: tuple[Any] = pickle.loads(data[_DIGEST:])  # noqa: S301  # a file of the user's own, written below
    except Exception:  # of a process that ran older code than the files then held: it is made again
        return None
    return found


def _write(place: Path, data: bytes) -> None:
    """Write a file in one step, so that whoever reads at the same time sees all of it or none."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=place.stem, suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(data).digest() + data)
        Path(draft).replace(place)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _forget(folder: Path, name: str) -> None:
    """Keep the files last written of a name, and no more."""
    written = sorted(folder.glob(f"{name}-*{_SUFFIX}"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in written[_KEPT:]:
        file.unlink(missing_ok=True)
