"""The sampler: the same seed draws the same readings, archives are opened in memory, verdicts are summed up."""

import csv
import gzip
import io
import json
import tarfile
from pathlib import Path

import pytest

from benchmarks.sample import COLUMNS, Candidate, Tally, before, draw, judged, main, texts
from loaders.readers import read
from ontology.errors import SourceError
from ontology.terms import DISP
from ontology.values import Certainty, Document, Evidence, Proposition

TEXT = b"# Water\n\nWater wets. It may cool. It is no drug.\n"


def document() -> Document:
    """Read the little text."""
    return read(TEXT, "water.md")


def candidate(predicate: str, start: int) -> Candidate:
    """Make an evidence with that predicate at that place."""
    proposition = Proposition(f"{DISP}drug/water", predicate, f"{DISP}condition/thirst")
    evidence = Evidence(proposition, "+", Certainty.STATED, "", start, start + 1, "")
    return Candidate("water.md", document(), evidence)


def archive(path: Path, files: dict[str, bytes]) -> str:
    """Write a .tar.gz that holds the files."""
    with tarfile.open(path, "w:gz") as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return str(path)


def test_an_archive_gives_the_texts_that_can_be_read(tmp_path: Path) -> None:
    """Texts come out under the archive's name and their own; other files and folders are passed over."""
    path = archive(tmp_path / "pages.tar.gz", {"a/one.md": b"One.", "two.txt": b"Two.", "x.bin": b"\0"})
    assert list(texts(path, "text", "title")) == [("pages.tar.gz/a/one.md", b"One."), ("pages.tar.gz/two.txt", b"Two.")]


def test_json_lines_give_a_text_a_line(tmp_path: Path) -> None:
    """The title, where a line has one, becomes the text's heading."""
    path = tmp_path / "labels.jsonl.gz"
    lines = [{"text": "It wets."}, {"text": "It cools.", "title": "Water"}]
    path.write_bytes(gzip.compress("".join(json.dumps(line) + "\n" for line in lines).encode()))
    assert list(texts(str(path), "text", "title")) == [
        ("labels.jsonl.gz/1.md", b"It wets.\n"),
        ("labels.jsonl.gz/2.md", b"# Water\n\nIt cools.\n"),
    ]


@pytest.mark.parametrize(
    ("name", "data"), [("a.tar.gz", b"no archive"), ("a.jsonl.gz", gzip.compress(b'{"words": 1}'))]
)
def test_what_cannot_be_unpacked_is_named(tmp_path: Path, name: str, data: bytes) -> None:
    """A broken archive and a missing column end in one line that names the file."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match=f"{name}: cannot be unpacked"):
        list(texts(str(path), "text", "title"))


def test_a_seed_draws_the_same_readings() -> None:
    """The draw depends on the seed alone, and no reading is drawn twice."""
    found = [candidate("treats", start) for start in range(50)]
    first = [each.evidence.start for each in draw(found, 10, 1)]
    assert first == [each.evidence.start for each in draw(found, 10, 1)]
    assert first != [each.evidence.start for each in draw(found, 10, 2)]
    assert len(set(first)) == 10


def test_a_stratified_draw_is_even() -> None:
    """A rare predicate is drawn as often as a frequent one, as long as it lasts."""
    found = [candidate("treats", start) for start in range(50)] + [candidate("isA", 60), candidate("isA", 61)]
    predicates = sorted(each.predicate for each in draw(found, 6, 1, stratify=True))
    assert predicates == ["isA", "isA", "treats", "treats", "treats", "treats"]


def test_the_context_is_what_stands_before() -> None:
    """Before a sentence stands the one before it, before a block's first the block above, before the title nothing."""
    whole = document()
    places = [whole.text.index(words) for words in ("Water", "Water wets", "It may", "It is")]
    assert [before(whole, place) for place in places] == ["", "Water", "Water wets.", "It may cool."]


def test_a_tally_has_a_wilson_interval() -> None:
    """The interval is that of Wilson's formula, also where all are good."""
    assert [round(edge, 3) for edge in Tally(8, 1, 1).interval] == [0.49, 0.943]
    assert [round(edge, 3) for edge in Tally(5, 0, 0).interval] == [0.566, 1.0]


def test_a_filled_table_is_summed_up() -> None:
    """Each predicate and module has its line, the most judged first; rows without a verdict do not count."""
    rows = [
        {"verdict": verdict, "predicate": predicate, "module": "phrases"}
        for verdict, predicate in (
            ("good", "isA"),
            ("Good", "treats"),
            ("wrong", "treats"),
            ("half", "treats"),
            ("", "isA"),
        )
    ]
    lines = judged(rows)
    assert [line.split()[:6] for line in lines if line[:1].isalpha() and line[:3] != "by "] == [
        ["all", "4", "2", "1", "1", "0.50"],
        ["treats", "3", "1", "1", "1", "0.33"],
        ["isA", "1", "1", "0", "0", "1.00"],
        ["phrases", "4", "2", "1", "1", "0.50"],
    ]


def test_an_unknown_verdict_is_refused() -> None:
    """A slip of the pen is named by its line, with the words that are verdicts."""
    with pytest.raises(SourceError, match="line 2: 'fine' is no verdict; write one of good half wrong"):
        judged([{"verdict": "fine", "predicate": "isA", "module": "phrases"}])


def test_texts_become_a_table_to_fill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table has every column, an empty verdict and the sentence; judged once filled, refused before."""
    source, output = tmp_path / "note.txt", tmp_path / "sample.tsv"
    source.write_text("Baclofen\n\nBaclofen is a muscle relaxant. It is used to treat spasticity.\n", encoding="utf-8")
    assert main([str(source), "--predicate", "treats", "--output", str(output)]) == 0
    with output.open(encoding="utf-8", newline="") as file:
        (entry,) = csv.DictReader(file, delimiter="\t")
    assert tuple(entry) == COLUMNS
    assert [entry[name] for name in ("verdict", "source", "subject", "object", "sentence", "before")] == [
        "",
        "note.txt",
        "baclofen",
        "spasticity",
        "It is used to treat spasticity.",
        "Baclofen is a muscle relaxant.",
    ]
    assert main(["--judge", str(output)]) == 1
    assert "no reading is judged yet" in capsys.readouterr().err


def test_a_call_without_texts_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to draw from and nothing to judge is a wrong call."""
    assert main([]) == 2
    assert capsys.readouterr().err == "error: give texts to draw from, or --judge with a filled table\n"
