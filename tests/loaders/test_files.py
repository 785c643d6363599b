"""Names become places, and places become bytes; each thing that can be wrong is one line with its remedy."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

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
    assert (fetch(Place(str(folder / "z.txt"))).data, fetch(Place("-")).data) == (b"words", b"piped")


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
