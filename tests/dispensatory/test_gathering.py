"""Sources are read in their order, by one process or several, and what comes of them is the same."""

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from dispensatory import gathering
from dispensatory.cli import call
from dispensatory.gathering import Outcome, gather
from loaders.files import find
from ontology.errors import SourceError
from ontology.values import Document, Evidence


@dataclass(frozen=True)
class Plain:
    """Draws no evidence; it tells by the text that each document is its own."""

    def extract(self, document: Document) -> tuple[Evidence, ...]:
        """Return nothing."""
        return ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of nine texts, two of them of the same bytes."""
    place = tmp_path / "texts"
    place.mkdir()
    for number in range(8):
        (place / f"{number}.txt").write_text(f"Note {number} on baclofen.\n" * (9 - number), encoding="utf-8")
    (place / "3-again.txt").write_bytes((place / "3.txt").read_bytes())
    return place


def told(places: Sequence[str], workers: int, *, keep_going: bool = False) -> tuple[list[str], Outcome, list[int]]:
    """Return the texts read, what became of the rest, and the steps of progress."""
    outcome, steps = Outcome(), list[int]()
    readings = gather(
        tuple(find(places)),
        Plain(),
        outcome,
        on_progress=lambda step, done, total: steps.append(done),
        keep_going=keep_going,
        workers=workers,
    )
    return [f"{each.place.name}: {each.document.text}" for each in readings], outcome, steps


def test_several_processes_give_the_same_in_the_same_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one process or three the readings, what was skipped and the progress are the same; none is left over."""
    monkeypatch.setattr(gathering, "MUCH", 0)
    one, three = told([str(folder)], 1), told([str(folder)], 3)
    assert one == three
    assert [text.partition(":")[0] for text in three[0]] == [
        "0.txt",
        "1.txt",
        "2.txt",
        "3-again.txt",
        "4.txt",
        "5.txt",
        "6.txt",
        "7.txt",
    ]
    assert three[1].skipped == [str(folder / "3.txt")]
    assert three[2] == list(range(1, 10))
    assert multiprocessing.active_children() == []


def test_errors_come_where_they_stand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read ends the run at its place, after all that stands before it, or is listed in order."""
    monkeypatch.setattr(gathering, "MUCH", 0)
    (folder / "2.txt").write_bytes(b"")
    (folder / "5.txt").write_bytes(b"\x00\x01\x02")
    one, three = told([str(folder)], 1, keep_going=True), told([str(folder)], 3, keep_going=True)
    assert one == three
    assert [Path(line.partition(":")[0]).name for line in three[1].failed] == ["2.txt", "5.txt"]
    readings = gather(tuple(find([str(folder)])), Plain(), Outcome(), workers=3)
    assert [next(readings).place.name for _ in range(2)] == ["0.txt", "1.txt"]
    with pytest.raises(SourceError, match=r"2\.txt: is empty"):
        next(readings)
    assert multiprocessing.active_children() == []


def test_a_copy_of_what_could_not_be_read_is_tried_under_its_own_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes of a text that its name calls a PDF are read where another name lets them."""
    monkeypatch.setattr(gathering, "MUCH", 0)
    (folder / "0.txt").rename(folder / "00.pdf")
    (folder / "08.txt").write_bytes((folder / "00.pdf").read_bytes())
    one, three = told([str(folder)], 1, keep_going=True), told([str(folder)], 3, keep_going=True)
    assert one == three


def test_a_reader_that_stops_leaves_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever closes the readings before their end ends the processes."""
    monkeypatch.setattr(gathering, "MUCH", 0)
    readings = gather(tuple(find([str(folder)])), Plain(), Outcome(), workers=2)
    next(readings)
    assert len(multiprocessing.active_children()) == 2
    readings.close()
    assert multiprocessing.active_children() == []


def test_little_text_is_read_in_one_process(folder: Path) -> None:
    """Nine small files do not pay for the start of processes."""
    readings = gather(tuple(find([str(folder)])), Plain(), Outcome(), workers=4)
    next(readings)
    assert multiprocessing.active_children() == []


def test_the_command_writes_the_same_bytes_with_any_number_of_workers(tmp_path: Path) -> None:
    """Six texts large enough to share out give the same rows with one worker and with four."""
    for number in range(6):
        text = f"Note {number}\n\nBaclofen is a muscle relaxant. It is not an opioid.\n\n" + "The sea was calm. " * 4000
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    written = []
    for workers in ("1", "4"):
        out = tmp_path / f"{workers}.csv"
        assert call(["extract", str(tmp_path), "--workers", workers, "-o", str(out)]) == 0
        written.append(out.read_bytes())
        out.unlink()
    assert written[0] == written[1]
    assert written[0].count(b"\n") > 12
