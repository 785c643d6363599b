"""What `ask` prints: the verdict and what it rests on first, then the reason, a few sentences, and how it was asked."""

from pathlib import Path

import pytest

from dispensatory.answers import REASONS, SENTENCES, headline, render
from dispensatory.cli import call
from dispensatory.pipeline import load
from queries.ask import Answer
from queries.facts import Basis, Fact
from queries.reasons import Passage

TEXT = """\
Oxazepam and its kin

Oxazepam is a benzodiazepine. Oxazepam causes drowsiness. Benzodiazepines cause dizziness.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load a text of three facts."""
    folder = tmp_path_factory.mktemp("answers")
    (folder / "oxazepam.txt").write_text(TEXT, encoding="utf-8")
    load(folder / "store.db", [str(folder / "oxazepam.txt")])
    return folder / "store.db"


def fact(label: str, basis: Basis) -> Fact:
    """Return a fact with nothing but its label and what it rests on."""
    return Fact(label, basis, "", (), "", "Supported", ())


def answer(verdict: str, facts: tuple[Fact, ...] = (), basis: Basis | None = None, **more: object) -> Answer:
    """Return an answer to no question in particular."""
    labels = tuple(each.label for each in facts)
    return Answer("?", "causes", verdict, labels, (), "", basis, facts=facts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdict", "facts", "line"),
    [
        ("unknown", (), "UNKNOWN"),
        ("yes", (fact("coma", "stated"),), "YES"),
        (
            "yes",
            (fact("coma", "expected"),),
            "YES (expected of a class that it belongs to; no source says it of the drug itself)",
        ),
        ("yes", (fact("coma", "ingredient"),), "YES (of what it holds; no source says it of the combination itself)"),
        ("yes", (fact("coma", "inferred"),), "YES (inferred; no source says it)"),
        ("no", (fact("US Schedule IV", "law"),), "NO (by the lists of the law; no source that was read says it)"),
        ("answer", (fact("coma", "stated"), fact("fever", "expected")), "ANSWER: coma; expected: fever"),
        ("answer", (fact("coma", "stated"), fact("coma", "inferred")), "ANSWER: coma"),
        ("answer", (fact("fever", "inferred"),), "ANSWER: fever (inferred; no source says it)"),
    ],
)
def test_the_first_line_tells_what_the_verdict_rests_on(verdict: str, facts: tuple[Fact, ...], line: str) -> None:
    """Nothing that is only expected or inferred stands in the first line as if a source said it."""
    assert headline(answer(verdict, facts, facts[0].basis if facts else None)) == line


def test_a_disputed_answer_is_marked() -> None:
    """Of what answers an open question, that which is in dispute is named as such."""
    disputed = Fact("coma", "stated", "", (), "", "Disputed", ())
    assert headline(answer("answer", (disputed, fact("fever", "stated")), "stated")) == "ANSWER: coma (disputed), fever"


def test_few_sentences_are_shown_and_all_on_request() -> None:
    """Five sentences of both sides by turns, and eight reasons; the rest is counted, and shown by `--all`."""
    said = [Passage("a.txt", f"It does {number}.", number, number + 9, "supports") for number in range(9)]
    denied = [Passage("b.txt", "It does not.", 0, 12, "disputes")]
    reasons = tuple(f"Reason {number}." for number in range(REASONS + 2))
    found = Answer("?", "causes", "disputed", (), (*said, *denied), "", "stated", reasons=reasons)
    short, whole = render(found), render(found, everything=True)
    assert short.count("“") == SENTENCES
    assert "It does not." in short
    assert f"… and {len(said) + len(denied) - SENTENCES} more sentences (--all shows them)" in short
    assert "… and 2 more lines (--all shows them)" in short
    assert whole.count("“") == len(said) + len(denied)
    assert all(reason in whole for reason in reasons)
    assert "--all" not in whole


def test_the_command_tells_verdict_sentence_and_query(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The verdict stands in the first line and the call of the canned query in the last."""
    assert call(["ask", "does Serax make you drowsy", "--store", str(store)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "YES"
    assert "  “Oxazepam causes drowsiness.”" in lines
    assert lines[-1].startswith("Asked as: dispensatory run causes drug=drug:oxazepam condition=")


def test_the_command_shows_the_query_itself(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--sparql` adds the text of the canned query, which runs as it stands."""
    assert call(["ask", "what are the side effects of oxazepam", "--sparql", "--store", str(store)]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[0].startswith("ANSWER: drowsiness")
    query = told[told.index("SELECT") :].strip()
    assert call(["query", query, "--store", str(store)]) == 0
    assert "drowsiness" in capsys.readouterr().out
