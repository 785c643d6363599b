"""The main job, whole: nine pages of other people's words are loaded, and questions are answered from them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
SOURCES = sorted((SHARED / "sources").glob("*.txt"))
PROGRAM = [sys.executable, "-c", "from dispensatory.cli import main; main()"]

pytestmark = pytest.mark.skipif(not SOURCES, reason="the annotated pages are not here")


def run(*arguments: str | Path) -> str:
    """Return what a command prints; a failure shows what it said."""
    done = subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the nine pages into a store."""
    place = tmp_path_factory.mktemp("acceptance") / "pages.db"
    run("load", *SOURCES, "--store", place)
    return place


def ask(store: Path, question: str) -> dict[str, Any]:
    """Return the answer to a question as an object."""
    answer: dict[str, Any] = json.loads(run("ask", question, "--store", store, "--format", "json"))
    return answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is baclofen an opioid?", "no"),
        ("Is baclofen an opiate?", "no"),
        ("Is baclofen a benzodiazepine?", "no"),
        ("Is baclofen a muscle relaxant?", "yes"),
        ("Is baclofen a controlled substance?", "no"),
        ("Is carisoprodol a controlled substance?", "yes"),
        ("Is Soma the same as baclofen?", "no"),
        ("Is fentanyl a controlled substance?", "yes"),
        ("Is aspirin an opioid?", "unknown"),
    ],
)
def test_a_question_has_its_verdict(store: Path, question: str, verdict: str) -> None:
    """The verdict is what the pages say or what follows from it; what they do not cover is unknown."""
    answer = ask(store, question)
    assert (answer["question"], answer["verdict"]) == (question, verdict)
    assert bool(answer["evidence"]) == (verdict != "unknown")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What is the schedule of carisoprodol?", "IV"),
        ("Which receptor does baclofen act on?", "GABA-B"),
    ],
)
def test_an_open_question_has_its_answer(store: Path, question: str, wanted: str) -> None:
    """The answer is named, with the sentences that say so."""
    answer = ask(store, question)
    assert answer["verdict"] == "answer"
    assert any(wanted in each for each in answer["answers"])
    assert answer["evidence"]


def test_a_schedule_proves_control(store: Path) -> None:
    """That fentanyl is controlled follows from its schedule, and the proof shows both."""
    answer = ask(store, "Is fentanyl a controlled substance?")
    assert "Schedule II" in json.dumps(answer["explanation"])
    assert any("fentanyl" in each["quote"].casefold() for each in answer["evidence"])


def test_dissent_is_shown(store: Path) -> None:
    """Sedation by baclofen is disputed, or affirmed with the dissenting sentence beside it."""
    answer = ask(store, "Does baclofen cause sedation?")
    assert answer["verdict"] in ("yes", "disputed")
    assert {each["stance"] for each in answer["evidence"]} == {"supports", "disputes"}


def test_every_quote_stands_in_its_source(store: Path) -> None:
    """The check of a fresh store finds every quote at its offsets."""
    run("check", "--store", store)


def test_the_order_of_sources_leaves_no_trace(store: Path, tmp_path: Path) -> None:
    """Sources loaded one by one, in the other order, give the same bytes as all at once."""
    other = tmp_path / "other.db"
    run("load", *SOURCES[:2:-1], "--store", other)
    run("load", *SOURCES[2::-1], "--store", other)
    for form in ("turtle", "nquads"):
        assert run("export", "--store", store, "--format", form) == run("export", "--store", other, "--format", form)


def test_a_second_load_adds_nothing(store: Path) -> None:
    """A source whose bytes the store has is skipped, and no snapshot is made."""
    before = run("export", "--store", store, "--format", "nquads"), run("history", "--store", store)
    run("load", SOURCES[0], "--store", store)
    assert (run("export", "--store", store, "--format", "nquads"), run("history", "--store", store)) == before


def test_the_reader_meets_its_bar(tmp_path: Path) -> None:
    """On the annotated pages precision is at least 0.85 and F1 at least 0.55."""
    table = tmp_path / "out.csv"
    run("extract", *SOURCES, "--format", "csv", "--output", table)
    scorer = [sys.executable, str(SHARED / "gold" / "score.py"), str(table)]
    done = subprocess.run(scorer, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    score = {key: float(value) for key, value in (pair.split("=") for pair in done.stdout.split("\n")[-2].split())}
    assert score["precision"] >= 0.85, done.stdout
    assert score["f1"] >= 0.55, done.stdout
