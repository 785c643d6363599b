"""The report says in a few lines what a run did."""

from dispensatory.report import Line, Report, render


def test_a_report_tells_the_counts_and_the_disagreements() -> None:
    """What was read comes first, then what the sources disagree on with the sentences, then the time."""
    report = Report(
        read=("a.txt", "b.txt"),
        sources=2,
        evidence=7,
        statements=4,
        supported=2,
        refuted=1,
        disputed=(Line("water hasEffect thirst", ("+ a.txt: “It makes thirsty.”", "- b.txt: “It does not.”")),),
        inferred=1,
        triples=90,
        seconds=1.26,
    )
    assert render(report).splitlines() == [
        "read        2 sources (2 in the store)",
        "evidence    7",
        "statements  4: 2 supported, 1 refuted, 1 disputed",
        "inferred    1 fact (90 triples in the graph)",
        "",
        "disputed: the sources disagree",
        "  water hasEffect thirst",
        "      + a.txt: “It makes thirsty.”",
        "      - b.txt: “It does not.”",
        "",
        "done in 1.3 s",
    ]


def test_a_run_that_adds_nothing_says_so() -> None:
    """No counts are repeated where the store stays as it is."""
    report = Report(read=(), skipped=("a.txt",), published=False)
    assert render(report).splitlines() == [
        "nothing new: the store stays as it is",
        "skipped     1 source that the store has already",
        "",
        "done in 0.0 s",
    ]


def test_long_lists_are_cut_and_counted() -> None:
    """Of many disputed statements the first are shown and the others counted."""
    report = Report(read=("a.txt",), disputed=tuple(Line(f"fact {number}") for number in range(3)))
    assert "  fact 1" in render(report, most=2).splitlines()
    assert "  fact 2" not in render(report, most=2).splitlines()
    assert "  … and 1 more" in render(report, most=2).splitlines()


def test_failures_are_never_cut() -> None:
    """Every source that could not be read is named."""
    report = Report(read=(), failed=tuple(f"{number}.txt: empty" for number in range(20)))
    assert [f"  {number}.txt: empty" for number in range(20)] == [
        line for line in render(report, most=1).splitlines() if line.endswith("empty")
    ]
