"""Disputes of all kinds come out of a load side by side with their sentences, in the report and in the graph."""

from pathlib import Path

import pytest

from dispensatory import pipeline
from dispensatory.beliefs import account, lines
from dispensatory.cli import call
from dispensatory.report import Report
from dispensatory.tools import Tools
from ontology.encoding import decode_statements
from queries.run import run
from queries.store import Store

TEXTS = {
    "one.txt": "Baclofen is an agonist at the GABA-B receptor. Carisoprodol is not a controlled substance.\n"
    "Baclofen has a high abuse potential. Baclofen can cause dependence.\n",
    "two.txt": "Baclofen does not act on the GABA-B receptor. Tramadol is a Schedule III drug in the United States.\n"
    "Baclofen has a low abuse potential. Baclofen does not cause dependence.\n",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """Load two texts that disagree."""
    folder = tmp_path_factory.mktemp("conflicts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    report = pipeline.load(folder / "store.db", [str(folder / name) for name in TEXTS])
    return folder / "store.db", report


def test_what_is_affirmed_and_denied_is_reported(loaded: tuple[Path, Report]) -> None:
    """Directly or through a more general fact, which is then named beside the sentence."""
    lines = {line.text: line.sentences for line in loaded[1].disputed}
    assert lines["baclofen agonistOf GABA-B receptor"] == (
        "+ one.txt: “Baclofen is an agonist at the GABA-B receptor.”",
        "- two.txt: “Baclofen does not act on the GABA-B receptor.” (of: actsOn GABA-B receptor)",
    )
    assert "baclofen hasRisk dependence" in lines


def test_two_values_are_reported(loaded: tuple[Path, Report]) -> None:
    """A drug has one abuse potential; each value stands before its sentence."""
    lines = {line.text: line.sentences for line in loaded[1].values}
    assert lines["baclofen hasAbusePotential high / baclofen hasAbusePotential low"] == (
        "high one.txt: “Baclofen has a high abuse potential.”",
        "low two.txt: “Baclofen has a low abuse potential.”",
    )


def test_the_law_is_held_against_a_text(loaded: tuple[Path, Report]) -> None:
    """A source that denies a listing, or names another schedule, stands beside the listing with its citation."""
    lines = {line.text: line.sentences for line in loaded[1].values}
    undated = "without a date, so held against the law of today"
    said = f"- one.txt ({undated}): “Carisoprodol is not a controlled substance.”"
    assert said in lines["carisoprodol isA controlled substance"]
    assert any("76 FR 77330" in line for line in lines["carisoprodol isA controlled substance"])
    told, listed = lines["tramadol hasSchedule US Schedule III"]
    assert told.startswith(f"+ two.txt ({undated}): ")
    assert listed.startswith("- the law lists it: US Schedule IV (United States) since 2014-08-18 (")


def dated(date: str, text: str) -> str:
    """Return a text that tells its date."""
    return f"---\ntitle: Of {date}\ndate: {date}\n---\n\n{text}\n"


def test_a_source_is_held_against_the_law_of_its_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was so when it was written is no dispute with what the law says since, and does not speak against that."""
    said = "Carisoprodol is not a controlled substance. Tramadol is a Schedule III drug in the United States."
    for name, date in {"old.md": "2009-05-01", "early.md": "2014", "late.md": "2020-02"}.items():
        (tmp_path / name).write_text(dated(date, said), encoding="utf-8")
    store = tmp_path / "store.db"
    pipeline.load(store, [str(tmp_path / "old.md")])
    report = pipeline.load(store, [str(tmp_path / "late.md")])
    lines = {line.text: line.sentences for line in report.values}
    assert [line for line in lines["carisoprodol isA controlled substance"] if line.startswith("-")] == [
        "- late.md (of 2020-02): “Carisoprodol is not a controlled substance.”"
    ]
    assert call(["why-belief", "carisoprodol", "isA", "controlled substance", "--store", str(store)]) == 0
    shown = capsys.readouterr().out
    assert "not counted, as the law has changed since 2009-05-01  old.md" in shown
    early = pipeline.load(tmp_path / "early.db", [str(tmp_path / "early.md")])
    assert [line.text for line in early.values] == ["carisoprodol isA controlled substance"]  # tramadol: in that August


def test_the_graph_keeps_the_disputes(loaded: tuple[Path, Report]) -> None:
    """The canned query shows each side's sentences and the record, by kind."""
    found = run(Store.open(loaded[0]).graph(), "disputes", {})
    rows = {
        (str(getattr(row["kind"], "value", "")), str(getattr(row["stance"], "value", "")))
        for row in (dict(zip(found.variables, row, strict=True)) for row in found)
    }
    assert rows == {
        ("affirmed and denied", "supports"),
        ("affirmed and denied", "disputes"),
        ("against the record of the law", "disputes"),
        ("against the record of the law", "supports"),
        ("against the record of the law", "record"),
        ("two values of what can have one", "supports"),
    }


def test_the_arithmetic_of_a_belief_is_shown(loaded: tuple[Path, Report], capsys: pytest.CaptureFixture[str]) -> None:
    """Each source with its error, its sentences and how the belief comes of them."""
    assert call(["why-belief", "baclofen", "agonistOf", "GABA-B receptor", "--store", str(loaded[0])]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "",
        "for: 0.65 = 1 - 0.35",
        "  0.35 = 0.05 + 0.3  one.txt",
        "      0.3 stated: “Baclofen is an agonist at the GABA-B receptor.”",
        "",
        "against: 0.65 = 1 - 0.35",
        "  0.35 = 0.05 + 0.3  two.txt",
        "      0.3 stated: “Baclofen does not act on the GABA-B receptor.” (of: actsOn GABA-B receptor)",
        "",
        "belief 0.2275 = 0.65 × (1 - 0.65)",
        "disputed, since both sides put it without reservation",
    ]


def test_the_arithmetic_is_that_of_the_store(loaded: tuple[Path, Report]) -> None:
    """Weighed again from what the store holds of its subject, every statement has the belief that it bears."""
    graph, tools = Store.open(loaded[0]).graph(), Tools.ready()
    for statement in decode_statements(graph.store):
        told = account(graph, statement.iri, tools)
        assert told.judgement.statement == statement
        assert f"belief {statement.belief:.4g}" in next(lines(told, tools))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["statement:0123"], "the store holds no statement statement:0123; find one with"),
        (["baclofen", "isA", "opioid"], "no source speaks of it: baclofen isA opioid; what is said"),
        (["baclofen", "isA"], "give one statement, or subject, predicate and object"),
    ],
)
def test_a_belief_that_is_not_there_is_told(
    loaded: tuple[Path, Report], arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what is missing and where to look."""
    assert call(["why-belief", *arguments, "--store", str(loaded[0])]) == 2
    assert message in capsys.readouterr().err


SHARED = Path(__file__).parents[2].parent / "shared" / "sources"
PAGES = sorted(SHARED.glob("*baclofen*.txt"))


@pytest.mark.skipif(not PAGES, reason="the pages on baclofen are not here")
def test_the_known_disputes_of_the_pages_are_found(tmp_path: Path) -> None:
    """Sedation, dependence, euphoria, and combining with opioids."""
    report = pipeline.load(tmp_path / "pages.db", [str(page) for page in PAGES])
    disputed = {line.text for line in report.disputed}
    assert {
        "baclofen hasAdverseEffect sedation",
        "baclofen hasEffect euphoria",
        "baclofen hasRisk dependence",
    } <= disputed
    (combined,) = (line for line in report.values if line.text.startswith("opioid interactsWith baclofen"))
    assert combined.sentences[0].startswith("sought baclofen-vs-opiates.txt: “Combining Baclofen with opioids")
    assert any("baclofen-vs-opioids.txt" in line for line in combined.sentences[1:])


def test_what_the_federal_law_does_not_control_a_state_may(tmp_path: Path) -> None:
    """A denial of federal control is one of the United States, and is held against the federal record alone."""
    texts = {
        "federal.txt": "Gabapentin is not a controlled substance under federal law. "
        "Carisoprodol is not a federally controlled substance.",
        "state.txt": "Gabapentin is a controlled substance in Kentucky. Gabapentin is a controlled substance.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = pipeline.load(tmp_path / "store.db", [str(tmp_path / name) for name in texts])
    assert not report.disputed
    assert [line.text for line in report.values] == [
        "carisoprodol isA controlled substance (jurisdiction United States)"
    ]
