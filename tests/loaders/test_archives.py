"""Archives are read within limits: what is broken, huge, nested or leads out is refused by name."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from random import Random

import pytest

from loaders.readers import archives, read
from loaders.readers.archives import gunzip, leads_out, opened
from ontology.errors import SourceError


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w:gz") -> bytes:
    """Return a tar file, packed unless told otherwise."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


MEMBERS = {
    "b/leaflet.md": b"# Baclofen",
    "a.txt.gz": gzip.compress(b"Baclofen relaxes muscles."),
    "picture.jpg": b"\xff\xd8",
    ".hidden.txt": b"no",
    "__MACOSX/a.txt": b"no",
}


@pytest.mark.parametrize("data", [zipped(MEMBERS), tarred(MEMBERS), tarred(MEMBERS, "w")])
def test_members_that_can_be_read_are_found_in_order(data: bytes) -> None:
    """Pictures and what systems hide are passed over; a packed member is unpacked."""
    archive = opened(data, "x")
    assert list(archive.members) == ["a.txt.gz", "b/leaflet.md"]
    assert archive.read("a.txt.gz") == b"Baclofen relaxes muscles."
    assert archive.read("b/leaflet.md") == b"# Baclofen"


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"../a.txt": b"x"}, "x.zip!/../a.txt: leads out of the archive"),
        ({"/etc/a.txt": b"x"}, "leads out of the archive"),
        ({"inner.zip": b"x"}, "x.zip!/inner.zip: is an archive inside an archive; unpack it"),
        ({"inner.tar.gz": b"x"}, "is an archive inside an archive"),
        ({"a.txt": Random(1).randbytes(20_000_001)}, "x.zip!/a.txt: larger than 20 MB"),  # noqa: S311
        ({"a.txt.gz": gzip.compress(b" " * 20_000_001)}, "x.zip!/a.txt.gz: unpacks to more than 20 MB"),
        ({"a.txt.gz": b"no gzip"}, "x.zip!/a.txt.gz: is no gzip file"),
    ],
)
def test_a_member_that_cannot_be_read_is_named(members: dict[str, bytes], reason: str) -> None:
    """The message names archive, member and remedy; other members stay readable."""
    archive = opened(zipped({**members, "z.txt": b"words"}), "x.zip")
    with pytest.raises(SourceError) as caught:
        archive.read(next(iter(members)))
    assert reason in str(caught.value)
    assert archive.read("z.txt") == b"words"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"a.txt": b" " * 20_000_000}), "unpacks to 1,0"),
        (zipped({"a.jpg": b"x"}), "holds no file that can be read; they end in .txt"),
        (zipped({"a.txt": b"x"})[:-30], "is no archive that can be read"),
        (b"PK\x03\x04 and nothing", "is no archive that can be read (File is not a zip file)"),
        (b"no tar at all", "is no archive that can be read"),
        (tarred({"a.txt": b"x" * 5_000})[:60], "the gzip file breaks off"),
        (tarred({"a.txt": b" " * 20_000_000}), "unpacks to"),
    ],
)
def test_an_archive_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    """Bombs are told by what they promise before anything is unpacked."""
    with pytest.raises(SourceError) as caught:
        opened(data, "x.zip")
    assert str(caught.value).startswith("x.zip: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize("data", [zipped({"a\nb\x01.txt": b"x"}), tarred({"a\nb\x01.txt": b"x"})])
def test_the_path_of_a_member_is_shown_on_one_line(data: bytes) -> None:
    """Messages and the names of sources hold no control characters."""
    assert list(opened(data, "x").members) == ["a b .txt"]


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names alone can fill the memory."""
    monkeypatch.setattr(archives, "MAX_MEMBERS", 1)
    for data in (zipped({"a.txt": b"x", "b.txt": b"x"}), tarred({"a.txt": b"x", "b.txt": b"x", "c.txt": b"x"})):
        with pytest.raises(SourceError, match="holds more than 1 files; split it"):
            opened(data, "x")


def test_a_damaged_member_is_refused() -> None:
    """The checksum of a member is looked at."""
    data = bytearray(zipped({"a.txt": b"Baclofen relaxes muscles. " * 9}))
    data[40] ^= 0xFF
    with pytest.raises(SourceError, match=r"x.zip!/a.txt: cannot be unpacked .*pack it again"):
        opened(bytes(data), "x.zip").read("a.txt")


def test_parts_of_a_gzip_file_are_read_in_a_row() -> None:
    """Packed files that were put together are one; padding after them is none of it."""
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0", "a.gz") == b"one two"


@pytest.mark.parametrize(
    ("path", "out"),
    [("a/b.txt", False), ("FAQ: use.txt", False), ("../a", True), ("a/../../b", True), ("/a", True), ("C:\\a", True)],
)
def test_paths_that_lead_out_are_told(path: str, out: bool) -> None:
    """Whatever the system that packed it."""
    assert leads_out(path) is out


@pytest.mark.parametrize("name", ["leaflet.md.gz", "stdin"])
def test_a_packed_document_is_read_as_what_it_holds(name: str) -> None:
    """The ending before `.gz` tells the format; without a name the first bytes tell the packing."""
    document = read(gzip.compress(b"# Baclofen\n\nIt relaxes muscles."), name)
    assert document.text == "# Baclofen\n\nIt relaxes muscles."


def test_an_archive_of_one_document_is_that_document() -> None:
    """Labels are handed out that way, with their pictures."""
    data = zipped({"label.md": b"# Baclofen", "picture.jpg": b"\xff\xd8"})
    assert read(data, "https://example.org/label.zip").text == "# Baclofen"
    with pytest.raises(SourceError, match="holds 2 documents; save it"):
        read(zipped({"a.txt": b"x", "b.txt": b"x"}), "https://example.org/label.zip")
