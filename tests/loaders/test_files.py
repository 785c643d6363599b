"""Names become places, and places become bytes; each thing that can be wrong is one line with its remedy."""

import io
import os
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from loaders import addresses
from loaders.files import Place, fetch, find
from ontology.errors import SourceError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with readable files in two levels, and files that are none."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "b/a.md", "b/page.HTML", "data.xlsx", ".secret.txt", ".hidden/c.txt"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_readable_files_in_order(folder: Path) -> None:
    """Folders are searched to the bottom; hidden files and other endings are passed over."""
    expected = [Place(str(folder / name)) for name in ("b/a.md", "b/page.HTML", "z.txt")]
    assert list(find([str(folder)])) == expected


def test_what_a_browser_saves_beside_a_page_is_no_source(tmp_path: Path) -> None:
    """Frames and advertisements lie in a folder that has the page's name; without the page it is any folder."""
    for name in ("leaflet.html", "leaflet_files/frame.html", "other_files/page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    expected = [Place(str(tmp_path / name)) for name in ("leaflet.html", "other_files/page.html")]
    assert list(find([str(tmp_path)])) == expected


def test_patterns_give_what_they_match_and_each_place_comes_once(folder: Path) -> None:
    """A pattern, a file it matches and an address keep the order in which they were named."""
    address = "https://example.org/x.md"
    named = [str(folder / "**" / "*.md"), str(folder / "b/a.md"), address, "-"]
    assert list(find(named)) == [Place(str(folder / "b/a.md")), Place(address), Place("-")]


def test_a_file_whose_name_looks_like_a_pattern_is_itself(tmp_path: Path) -> None:
    """Brackets in an existing name are no pattern."""
    (tmp_path / "a[1].txt").write_text("words", encoding="utf-8")
    assert list(find([str(tmp_path / "a[1].txt")])) == [Place(str(tmp_path / "a[1].txt"))]


def test_a_place_shows_its_name_without_folders() -> None:
    """No path of one machine gets into a graph, nor bytes that are no text."""
    names = [Place(address).name for address in ("/x/y/a.txt", "-", "https://example.org/x", os.fsdecode(b"\xff.txt"))]
    assert names == ["a.txt", "stdin", "https://example.org/x", "?.txt"]


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("missing.txt", "no such file or folder"),
        ("empty", "holds no file that can be read"),
        ("*.md", "does not match any file"),
        ("*.xlsx", "does not match a file that can be read"),
    ],
)
def test_a_name_that_gives_nothing_is_refused(tmp_path: Path, named: str, reason: str) -> None:
    """The message names what was asked for."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.xlsx").write_text("a,b", encoding="utf-8")
    with pytest.raises(SourceError, match=reason) as caught:
        find([str(tmp_path / named)])
    assert str(caught.value).startswith(str(tmp_path / named))


@pytest.mark.parametrize("named", ["", "ftp://example.org/x", "file:///etc/hosts", "a\0b"])
def test_what_names_no_place_is_refused(named: str) -> None:
    """Only http and https lead to the network, and nothing else has a scheme."""
    with pytest.raises(SourceError):
        find([named])


def test_a_folder_that_may_not_be_read_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No part of a folder is passed over in silence."""

    def refuse(path: object) -> Iterator[object]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(SourceError, match=r"Permission denied.*check its permissions"):
        find([str(folder)])


def test_bytes_are_fetched_from_files_and_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"piped")))
    assert (fetch(Place(str(folder / "z.txt"))), fetch(Place("-"))) == (b"words", b"piped")


@pytest.mark.parametrize(("data", "reason"), [(b" \n", "is empty"), (b"a" * 50_000_000, "larger than 20 MB")])
def test_empty_and_enormous_files_are_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """A single line of 50 MB is refused before it is decoded."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=reason):
        fetch(Place(str(path)))


def test_a_file_that_vanished_is_refused(tmp_path: Path) -> None:
    """Between finding and fetching a file may go."""
    with pytest.raises(SourceError, match="cannot be read"):
        fetch(Place(str(tmp_path / "gone.txt")))


class _Pages(BaseHTTPRequestHandler):
    """A server of three pages."""

    def do_GET(self) -> None:
        """Answer by the path."""
        self.send_response(404 if self.path == "/none" else 200)
        kinds = {"/picture": "image/png", "/label.json": "application/json"}
        self.send_header("Content-Type", kinds.get(self.path, "text/html; charset=utf-8"))
        self.end_headers()
        self.wfile.write(b"<p>words</p>")

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    """Return the address of a server on this machine."""
    with HTTPServer(("127.0.0.1", 0), _Pages) as pages:
        thread = Thread(target=pages.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{pages.server_port}"
        pages.shutdown()
        thread.join()


def test_an_address_gives_its_bytes_where_private_ones_are_allowed(server: str) -> None:
    """A page is fetched as it stands."""
    assert fetch(Place(server + "/page"), allow_private=True) == b"<p>words</p>"


def test_every_format_that_is_read_is_fetched(server: str) -> None:
    """The type that a server sends is one of those that the readers know."""
    assert fetch(Place(server + "/label.json"), allow_private=True) == b"<p>words</p>"


def test_a_private_address_is_refused_unless_allowed(server: str) -> None:
    """The peer itself is checked, whatever its name."""
    with pytest.raises(SourceError, match=r"leads into a private network \(127.0.0.1\)"):
        fetch(Place(server.replace("127.0.0.1", "localhost") + "/page"))


@pytest.mark.parametrize(("path", "reason"), [("/picture", "is image/png"), ("/none", "answers 404")])
def test_an_address_without_a_text_is_refused(server: str, path: str, reason: str) -> None:
    """Pictures and error pages are no sources."""
    with pytest.raises(SourceError, match=reason):
        fetch(Place(server + path), allow_private=True)


def test_a_page_larger_than_the_limit_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read is counted, whatever length the server claims."""
    monkeypatch.setattr(addresses, "MAX_BYTES", 5)
    with pytest.raises(SourceError, match="larger than"):
        fetch(Place(server + "/page"), allow_private=True)


@pytest.mark.parametrize("address", ["http://", "https://[", "http://example.org:port/"])
def test_a_broken_address_is_refused(address: str) -> None:
    """What does not parse as an address is told as such."""
    with pytest.raises(SourceError):
        fetch(Place(address))
