"""What is wrong with the input is one clear line, an exit code, and a store that stays as it was."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dispensatory.cli import call
from queries.export import export
from queries.store import Store

PROGRAM = [sys.executable, "-c", "from dispensatory.cli import main; main()"]
TEXT = "# Baclofen\n\nBaclofen is a muscle relaxant. Baclofen is not an opioid.\n"


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a user does."""
    return subprocess.run([*PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, check=False)


def exported(store: Path) -> bytes:
    """Return the whole graph of a store."""
    return b"".join(export(Store.open(store).graph(), "nquads"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load one small text into a store."""
    folder = tmp_path_factory.mktemp("errors")
    (folder / "good.md").write_text(TEXT, encoding="utf-8")
    assert run("load", folder / "good.md", "--store", folder / "store.db").returncode == 0
    return folder / "store.db"


def write_empty_folder(folder: Path) -> Path:
    """Make a folder in which nothing can be read."""
    (folder / "bad").mkdir()
    (folder / "bad" / "picture.png").write_bytes(b"\x89PNG")
    return folder / "bad"


def a_file(data: bytes, name: str = "bad.txt") -> Callable[[Path], Path]:
    """Return what writes a file into a folder."""

    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


#: What makes the bad source, and a word of the line that tells what is wrong.
BAD_SOURCES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing file": (lambda folder: folder / "bad.txt", "no such file"),
    "folder without readable files": (write_empty_folder, "no file that can be read"),
    "binary file": (a_file(bytes(range(256)) * 40), "bad.txt"),
    "undecodable bytes": (a_file(b"Baclofen \x81\x8d\x8f\x90\x9d\x00\x00 is a drug."), "bad.txt"),
    "empty file": (a_file(b""), "empty"),
    "blank file": (a_file(b" \n\n "), "empty"),
    "one line of 50 MB": (a_file(b"baclofen " * (50_000_000 // 9)), "bad.txt"),
    "a page that breaks off": (
        a_file(b"<html><body><p>Zolpidem is a hypnotic.</p><ta", "cut.html"),
        "breaks off inside a tag",
    ),
    "markup without a word": (a_file(b"<html><div <p <<< </span", "bad.html"), "bad.html"),
    "unknown ending": (a_file(b"Baclofen is a drug.", "bad.xyz"), ".xyz"),
}


@pytest.mark.parametrize("kind", BAD_SOURCES)
def test_a_bad_source_leaves_the_store_as_it_was(
    kind: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad file beside a good one fails the whole load, names the bad one, and publishes nothing."""
    make, word = BAD_SOURCES[kind]
    good = tmp_path / "good.txt"
    good.write_text("Diazepam is a benzodiazepine.\n", encoding="utf-8")
    before = exported(store)
    assert call(["load", str(good), str(make(tmp_path)), "--store", str(store)]) == 1
    shown = capsys.readouterr()
    assert (shown.out, len(shown.err.splitlines())) == ("", 1)
    assert shown.err.startswith("error: ")
    assert word in shown.err
    assert exported(store) == before


@pytest.mark.parametrize("command", ["build", "load"])
def test_a_failed_first_load_leaves_no_store(command: str, tmp_path: Path) -> None:
    """Where there was no store before a run that fails, there is none after it."""
    (tmp_path / "bad.txt").write_bytes(b"")
    assert call([command, str(tmp_path / "bad.txt"), "--store", str(tmp_path / "new.db")]) == 1
    assert not (tmp_path / "new.db").exists()


def test_broken_html_is_read_as_far_as_it_goes(store: Path, tmp_path: Path) -> None:
    """Tags that never end hide no sentence; that is no error."""
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>Baclofen is not an <b>opioid.<div><p>It is a muscle relaxant.", encoding="utf-8")
    done = run("extract", page, "--format", "jsonl")
    assert done.returncode == 0
    assert b'"polarity": "-"' in done.stdout


def test_keep_going_loads_the_good_and_lists_the_bad(tmp_path: Path) -> None:
    """With --keep-going the rest is published, the bad is listed, and the exit code tells."""
    (tmp_path / "good.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    done = run("load", tmp_path / "good.md", tmp_path / "bad.txt", "--keep-going", "--store", tmp_path / "new.db")
    assert done.returncode == 1
    assert b"read        1 source (1 in the store)" in done.stdout
    assert b"bad.txt: is empty" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["query", "SELECT ?x WHERE { ?x a }"], 2, ["line 1", "column"]),
        (["query", "SELECT ?x\nWHERE { ?x nope:a ?y }"], 2, ["line 2", "nope:"]),
        (["query", "-f", "missing.rq"], 2, ["missing.rq"]),
        (["query", "ASK { ?s ?p ?o }", "--format", "turtle"], 2, ["turtle"]),
        (["run", "indicatoins"], 2, ["did you mean", "indications"]),
        (["run", "indications"], 2, ["wants drug="]),
        (["run", "indications", "drug=baclofeen"], 2, ["baclofeen", "did you mean", "baclofen"]),
        (["run", "indications", "drug=xyzzyqux"], 2, ["xyzzyqux"]),
        (["run", "indications", "drog=baclofen"], 2, ["drog", "drug"]),
        (["run", "indications", "drug=baclofen", "drug=diazepam"], 2, ["twice"]),
        (["run", "years-between", "drug=baclofen", "from=soon", "to=approved"], 2, ["soon"]),
        (["ask", "Why is the sky blue?"], 2, ["ask"]),
        (["explain", "baclofeen", "isA", "Opioid"], 2, ["baclofeen", "baclofen"]),
        (["explain", "baclofen", "isB", "opioid"], 2, ["isB", "predicate"]),
        (["explain", "diazepam", "isA", "opioid", "--format", "dot"], 1, ["unknown"]),
        (["compare", "baclofen", "xyzzyqux"], 2, ["xyzzyqux"]),
        (["rollback", "000099"], 1, ["000099"]),
    ],
)
def test_a_bad_question_is_one_line(
    arguments: list[str], code: int, words: list[str], store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question that cannot be answered says what is wrong and what would be right."""
    assert call([*arguments, "--store", str(store)]) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) == 1
    assert [word for word in words if word not in shown.err] == []


def test_a_place_that_is_no_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of other things is neither read nor written."""
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    for arguments in (["query", "ASK {}"], ["history"], ["check"], ["build"]):
        assert call([*arguments, "--store", str(tmp_path)]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_of_a_newer_version_is_left_alone(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A store with a greater format number is neither read nor written."""
    (tmp_path / "new.db").mkdir()
    marker = tmp_path / "new.db" / "dispensatory.json"
    marker.write_text('{"format": 99, "keep": 10}', encoding="utf-8")
    for arguments in (["query", "ASK {}"], ["build"]):
        assert call([*arguments, "--store", str(marker.parent)]) == 1
        assert "newer" in capsys.readouterr().err
    assert [entry.name for entry in marker.parent.iterdir()] == ["dispensatory.json"]


def test_a_second_writer_is_refused(store: Path, tmp_path: Path) -> None:
    """While a load is at work, another one is told so and changes nothing; readers go on."""
    (tmp_path / "more.txt").write_text("Diazepam is a benzodiazepine.\n", encoding="utf-8")
    before = exported(store)
    with Store.open(store).write() as transaction:
        transaction.drop()
        done = run("load", tmp_path / "more.txt", "--store", store)
        assert done.returncode == 1
        assert b"another writer" in done.stderr
        assert exported(store) == before


def test_a_full_disk_is_one_line(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the system cannot write, nothing is published and the line says why."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "more.txt").write_text("Diazepam is a benzodiazepine.\n", encoding="utf-8")
    before = exported(store)
    monkeypatch.setattr("queries.store.write_file", full)
    assert call(["load", str(tmp_path / "more.txt"), "--store", str(store)]) == 1
    monkeypatch.undo()
    shown = capsys.readouterr().err
    assert "No space left" in shown
    assert len(shown.splitlines()) == 1
    assert exported(store) == before


def test_an_output_that_cannot_be_written_is_one_line(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is named."""
    assert call(["export", "--output", "nowhere/graph.ttl", "--store", str(store)]) == 1
    shown = capsys.readouterr().err
    assert "nowhere" in shown
    assert len(shown.splitlines()) == 1


def test_a_reader_that_stops_early_is_no_error(store: Path) -> None:
    """`dispensatory export | head -1` says nothing on the standard error."""
    with subprocess.Popen(
        [*PROGRAM, "export", "--store", str(store)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
