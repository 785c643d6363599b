"""What a build or a load did: the counts, what the sources disagree on, and what was left out and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in words, with the sentences behind it."""

    text: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one way from texts to graph; the counts are those of the whole store, `read` of this run."""

    read: tuple[str, ...]
    skipped: tuple[str, ...] = ()  # sources whose bytes the store has already
    forgotten: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()  # one line each: the source and why it cannot be read
    sources: int = 0
    evidence: int = 0
    statements: int = 0
    supported: int = 0
    refuted: int = 0
    disputed: tuple[Line, ...] = ()
    values: tuple[Line, ...] = ()  # what has two values and can have one, and what the law's record has otherwise
    left_out: tuple[Line, ...] = ()  # supported, but the graph would contradict itself
    inferred: int = 0
    expected: int = 0  # of members, by what is said of their classes
    triples: int = 0
    published: bool = True
    seconds: float = 0.0


def render(report: Report, most: int = 10) -> str:
    """Return the report as text; of long lists the first `most` are shown."""
    lines: list[str] = []
    if report.published:
        lines += [
            _turnover(report),
            f"evidence    {report.evidence}",
            f"statements  {report.statements}: {report.supported} supported, {report.refuted} refuted, "
            f"{report.statements - report.supported - report.refuted} disputed",
            f"inferred    {_count(report.inferred, 'fact')} ({report.triples} triples in the graph)",
        ]
        if report.expected:
            lines.append(f"expected    {_count(report.expected, 'fact')}, said of a class and not of its member")
    else:
        lines.append("nothing new: the store stays as it is")
    if report.skipped:
        lines.append(f"skipped     {_count(len(report.skipped), 'source')} that the store has already")
    sections = (
        ("disputed: the sources disagree", report.disputed if report.published else ()),
        ("disputed: two values of what can have one, or the law's record says otherwise", report.values),
        ("left out: it would contradict what is better supported", report.left_out),
    )
    for title, entries in sections:
        lines += _section(title, entries[:most], len(entries) - most)
    lines += _section("failed: could not be read", tuple(Line(text) for text in report.failed), 0)
    return "\n".join([*lines, "", f"done in {report.seconds:.1f} s"])


def _turnover(report: Report) -> str:
    if report.forgotten:
        changed = f"forgot      {_count(len(report.forgotten), 'source')}"
    else:
        changed = f"read        {_count(len(report.read), 'source')}"
    return f"{changed} ({report.sources} in the store)"


def _section(title: str, entries: tuple[Line, ...], more: int) -> list[str]:
    if not entries:
        return []
    lines = ["", title]
    for entry in entries:
        lines.append(f"  {entry.text}")
        lines += [f"      {sentence}" for sentence in entry.sentences]
    return [*lines, f"  … and {more} more"] if more > 0 else lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
