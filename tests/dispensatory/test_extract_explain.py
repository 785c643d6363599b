"""`extract --explain` tells a user what to mend, in plain text."""

from pathlib import Path

import pytest

from dispensatory.cli import call


def explained(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> str:
    """Return what the command tells of a text."""
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    assert call(["extract", str(tmp_path / "page.txt"), "--explain"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def test_a_sentence_is_told_with_all_that_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line names the entity, the property's cue or the word class that a curator would change."""
    shown = explained(tmp_path, capsys, "Sertraline does not cause tremor.")
    assert shown.splitlines()[1:] == [
        "",
        "[0-33] Sertraline does not cause tremor.",
        "  context     page: sertraline",
        "              unnamed subject: sertraline",
        '  mentions    "Sertraline" = drug:sertraline (Drug)',
        '              "tremor" = condition:tremor (Condition, Symptom)',
        '  cues        "cause" = disp:hasAdverseEffect disp:phraseCue "<cause> ~ {o}"',
        '  words       "not" = disp:Negator',
        '              "not" = disp:Reversal',
        '  kept        - sertraline hasAdverseEffect tremor (stated) <- phrases "<cause> ~ {o}"',
    ]


def test_what_is_not_read_is_told_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A question is no claim, and an object of the wrong kind is named with its kind."""
    shown = explained(tmp_path, capsys, "Is morphine an opioid? Morphine causes the opioid receptor.")
    assert "  not read    a question, no claim" in shown
    assert 'hasAdverseEffect <- phrases "causes": what its pattern wants does not follow' in shown
    assert 'type check failed for "opioid receptor" (OpioidReceptor, Receptor, Target, TargetClass)' in shown


def test_the_account_goes_where_it_is_sent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--output` the text is in the file and nothing is printed."""
    (tmp_path / "page.txt").write_text("Zolpidem is a hypnotic.", encoding="utf-8")
    assert call(["extract", str(tmp_path / "page.txt"), "--explain", "-o", str(tmp_path / "told.txt")]) == 0
    assert capsys.readouterr().out == ""
    assert "kept        + zolpidem isA hypnotic (stated)" in (tmp_path / "told.txt").read_text(encoding="utf-8")


def test_an_account_has_no_other_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A call that wants rows and an account at once is wrong."""
    assert call(["extract", "page.txt", "--explain", "--format", "turtle"]) == 2
    assert capsys.readouterr().err == "error: --explain writes text: leave out --format\n"
