"""The whole way: what a load adds, what it leaves alone, and that only the input decides what the graph holds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dispensatory import pipeline
from ontology.encoding import decode_evidence, decode_sources, decode_statements
from ontology.errors import DispensatoryError, SourceError
from ontology.values import Verdict
from queries.export import export
from queries.store import Store

TEXTS = {
    "one.md": "# Baclofen\n\nBaclofen is a muscle relaxant. Baclofen is not an opioid.\n",
    "two.txt": "Diazepam is a benzodiazepine. Diazepam interacts with baclofen.\n",
    "three.html": "<html><body><h1>Carisoprodol</h1><p>Carisoprodol is a Schedule IV drug.</p></body></html>",
    "four.txt": "Baclofen interacts with diazepam. Baclofen is an opioid.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the small texts into a folder."""
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    return tmp_path / "texts"


def exported(store: Path) -> bytes:
    """Return the whole graph of a store."""
    return b"".join(export(Store.open(store).graph(), "nquads"))


def test_a_load_reports_what_it_did(folder: Path, tmp_path: Path) -> None:
    """The report counts what the store holds and names what the sources disagree on."""
    report = pipeline.load(tmp_path / "store.db", [str(folder)])
    graph = Store.open(tmp_path / "store.db").graph().store
    statements = decode_statements(graph)
    assert report.read == ("four.txt", "one.md", "three.html", "two.txt")
    assert (report.sources, report.evidence) == (4, len(decode_evidence(graph)))
    assert report.statements == len(statements)
    assert report.supported == sum(statement.verdict is Verdict.SUPPORTED for statement in statements)
    assert report.triples == len(graph)
    assert [(line.text, line.sentences) for line in report.disputed] == [
        (
            "baclofen isA opioid",
            ("+ four.txt: “Baclofen is an opioid.”", "- one.md: “Baclofen is not an opioid.”"),
        )
    ]


def test_a_symmetric_fact_is_judged_once(folder: Path, tmp_path: Path) -> None:
    """That A interacts with B and that B interacts with A are two passages for one statement."""
    pipeline.load(tmp_path / "store.db", [str(folder)])
    statements = decode_statements(Store.open(tmp_path / "store.db").graph().store)
    (statement,) = (each for each in statements if each.proposition.predicate == "interactsWith")
    assert len(statement.supports) == 2


def test_only_the_input_decides_what_the_graph_holds(folder: Path, tmp_path: Path) -> None:
    """All at once, in two steps backwards, or built: the same sources give the same bytes."""
    paths = [str(folder / name) for name in TEXTS]
    pipeline.load(tmp_path / "once.db", paths)
    pipeline.load(tmp_path / "steps.db", paths[:1:-1])
    pipeline.load(tmp_path / "steps.db", paths[1::-1])
    pipeline.build(tmp_path / "built.db", [str(folder)])
    assert exported(tmp_path / "once.db") == exported(tmp_path / "steps.db") == exported(tmp_path / "built.db")


def test_what_the_store_has_is_skipped(folder: Path, tmp_path: Path) -> None:
    """A file loaded again, or a copy of it under another name, makes no snapshot."""
    store = tmp_path / "store.db"
    pipeline.load(store, [str(folder / "one.md")])
    before = exported(store), Store.open(store).history()
    copy = tmp_path / "copy.md"
    copy.write_text(TEXTS["one.md"], encoding="utf-8")
    report = pipeline.load(store, [str(folder / "one.md"), str(copy)])
    assert not report.published
    assert report.skipped == (str(copy), str(folder / "one.md"))
    assert (exported(store), Store.open(store).history()) == before


def test_of_copies_in_one_load_the_first_name_counts(folder: Path, tmp_path: Path) -> None:
    """Whichever copy is named first, the source bears the name that comes first in the alphabet."""
    (folder / "a-copy.md").write_text(TEXTS["one.md"], encoding="utf-8")
    paths = [str(folder / "one.md"), str(folder / "a-copy.md")]
    pipeline.load(tmp_path / "this.db", paths)
    pipeline.load(tmp_path / "that.db", paths[::-1])
    assert [source.name for source in decode_sources(Store.open(tmp_path / "this.db").graph().store)] == ["a-copy.md"]
    assert exported(tmp_path / "this.db") == exported(tmp_path / "that.db")


def test_a_build_starts_afresh(folder: Path, tmp_path: Path) -> None:
    """A build keeps nothing of what the store held, save its history."""
    store = tmp_path / "store.db"
    pipeline.load(store, [str(folder)])
    pipeline.build(store, [str(folder / "two.txt")])
    assert [source.name for source in decode_sources(Store.open(store).graph().store)] == ["two.txt"]
    assert [step.action for step in Store.open(store).history()] == ["load", "build"]


def test_a_text_that_says_nothing_is_a_source_still(tmp_path: Path) -> None:
    """A page without a word on drugs is kept, so that it is not read a second time."""
    (tmp_path / "recipe.txt").write_text("Boil the potatoes for twenty minutes.\n", encoding="utf-8")
    report = pipeline.load(tmp_path / "store.db", [str(tmp_path / "recipe.txt")])
    assert (report.sources, report.evidence, report.statements, report.published) == (1, 0, 0, True)


def test_progress_is_told_source_by_source(folder: Path, tmp_path: Path) -> None:
    """The one who waits hears of each source."""
    told: list[tuple[str, int, int]] = []
    pipeline.load(tmp_path / "store.db", [str(folder)], on_progress=lambda *step: told.append(step))
    assert told == [("reading", number, 4) for number in (1, 2, 3, 4)]


def test_one_bad_file_fails_the_load(folder: Path, tmp_path: Path) -> None:
    """Of a folder with an empty file nothing is loaded, unless the run is to keep going."""
    (folder / "bad.txt").write_bytes(b"")
    with pytest.raises(SourceError, match=r"bad\.txt: is empty"):
        pipeline.load(tmp_path / "store.db", [str(folder)])
    assert not (tmp_path / "store.db").exists()
    report = pipeline.load(tmp_path / "store.db", [str(folder)], keep_going=True)
    assert len(report.read) == 4
    assert [line.partition(":")[2].partition(";")[0] for line in report.failed] == [" is empty"]


def test_a_misplaced_quote_is_never_published(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program that puts a quote at wrong offsets stops the load."""
    monkeypatch.setattr(Store, "text", lambda *_: "another text")
    monkeypatch.setattr("queries.store.Transaction.text", lambda *_: "another text")
    with pytest.raises(DispensatoryError, match="nothing was published"):
        pipeline.load(tmp_path / "store.db", [str(folder / "one.md")])
    assert not (tmp_path / "store.db").exists()


def test_the_shipped_texts_are_found() -> None:
    """The package brings texts of several formats."""
    assert len(pipeline.shipped()) >= 12
    assert {Path(place).suffix for place in pipeline.shipped()} >= {".txt", ".md", ".html"}


#: Runs the command line and tells its own peak in kilobytes: what a parent measures counts the parent's size as well.
MEASURED = """
import pathlib, re, resource, sys
from dispensatory.cli import main
try:
    main()
finally:
    status = pathlib.Path("/proc/self/status")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    if status.exists():
        peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]
    print(f"peak {peak}", file=sys.stderr)
"""


def test_a_thousand_files_show_progress_in_little_memory(tmp_path: Path) -> None:
    """Loading a thousand small files tells how far it is and stays under 500 MB."""
    (tmp_path / "many").mkdir()
    for number in range(1000):
        text = f"Note {number}\n\nBaclofen is a muscle relaxant, as case {number} shows. It is not an opioid.\n"
        (tmp_path / "many" / f"{number}.txt").write_text(text, encoding="utf-8")
    arguments = ["load", str(tmp_path / "many"), "--store", str(tmp_path / "store.db")]
    done = subprocess.run([sys.executable, "-c", MEASURED, *arguments], capture_output=True, text=True, check=True)
    *told, peak = done.stderr.splitlines()
    progress = [line.partition(",")[0] for line in told]  # behind the comma stand rate and time left
    assert progress == [f"reading: {number} of 1000" for number in range(100, 1001, 100)]
    assert int(peak.removeprefix("peak ")) < 500_000


def test_chance_has_no_say(tmp_path: Path) -> None:
    """Python orders sets anew in every process; what is drawn from the shipped texts stays the same."""
    code = "from dispensatory.cli import main; main()"
    drawn = [
        subprocess.run(
            [sys.executable, "-c", code, "extract", *pipeline.shipped()],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert drawn[0] == drawn[1] == drawn[2]
    assert drawn[0].count(b"\n") > 500
