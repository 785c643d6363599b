"""The texts that evidence points into, compressed, each under the SHA-256 of the bytes it was read from."""

import gzip
import re
import zlib
from pathlib import Path

from ontology.errors import StoreError
from queries.snapshots import sync_to_disk, write_file

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Texts:
    """The kept texts of a store.

    A text once kept is never changed, since snapshots point into it. Where the same bytes read differently (a newer
    reader), the new text has a name of its own, and the snapshot says which one it means in its `versions`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fresh: list[Path] = []

    def sync(self) -> None:
        """Make what was kept outlast a power cut: all at once at the end, since one by one takes many times longer."""
        for place in [*self._fresh, *{place.parent for place in self._fresh}, self.folder]:
            sync_to_disk(place)
        self._fresh.clear()

    def read(self, sha256: str, versions: dict[str, int]) -> str:
        """Return a text to the letter."""
        place = self._place(sha256, versions.get(sha256, 0))
        try:
            return gzip.decompress(place.read_bytes()).decode()
        except FileNotFoundError as error:
            raise StoreError(f"the store keeps no text of the source {sha256[:16]}: load the source again") from error
        except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
            raise StoreError(f"the kept text {place.name} is damaged ({error}): load the source again") from error

    def keep(self, sha256: str, text: str, versions: dict[str, int]) -> dict[str, int]:
        """Keep a text and return the versions that find it."""
        version = versions.get(sha256, 0)
        while (place := self._place(sha256, version)).exists():
            try:
                if self.read(sha256, {sha256: version}) == text:
                    return versions if version == versions.get(sha256, 0) else {**versions, sha256: version}
            except StoreError:  # a damaged text is mended below, under its own name
                break
            version += 1
        place.parent.mkdir(parents=True, exist_ok=True)
        # A fixed time and level make the same text the same bytes.
        write_file(place, gzip.compress(text.encode(), compresslevel=6, mtime=0), sync=False)
        self._fresh.append(place)
        return {**versions, sha256: version} if version else versions

    def _place(self, sha256: str, version: int) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise StoreError(f"{sha256!r} is no SHA-256: 64 hexadecimal digits name a text")
        return self.folder / sha256[:2] / f"{sha256}{f'.{version}' if version else ''}.gz"
