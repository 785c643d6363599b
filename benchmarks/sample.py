"""Draws readings at random from texts that nobody tuned the extractor on, for a human to judge, and sums the verdicts.

usage: python benchmarks/sample.py PATH... --n 200 --seed 1 [--predicate P] [--stratify] --output sample.tsv
       python benchmarks/sample.py --judge sample.tsv

A path is a text, Markdown or HTML file, a folder, a .tar.gz of such files, or a .jsonl.gz with a column of texts.
The column `verdict` is written empty: fill in `good` where subject, predicate, object and polarity are all right,
`half` where a sibling of the predicate would have been, and `wrong` for the rest.
"""

import argparse
import csv
import gzip
import json
import random
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from dispensatory.rows import row
from dispensatory.tools import Tools
from loaders.extraction.segments import sentences
from loaders.files import fetch, find
from loaders.readers import ENDINGS, read
from ontology.errors import CallError, DispensatoryError, SourceError
from ontology.values import Document, Evidence

#: The columns of the table; `verdict` is left to the human, who reads `sentence` after the words `before` it.
COLUMNS = (
    "verdict",
    "source",
    "subject",
    "predicate",
    "object",
    "polarity",
    "certainty",
    "qualifiers",
    "cue",
    "module",
    "sentence",
    "before",
)
VERDICTS = ("good", "half", "wrong")

#: How many standard deviations the intervals reach to either side: 95 of 100 hold the true value.
DEVIATIONS = 1.96

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One evidence that may be drawn, with the text it stands in."""

    name: str
    document: Document
    evidence: Evidence

    @property
    def predicate(self) -> str:
        """The predicate's short word."""
        return self.evidence.proposition.predicate


@dataclass(frozen=True, slots=True)
class Tally:
    """How the readings of one predicate or module were judged."""

    good: int
    half: int
    wrong: int

    @property
    def judged(self) -> int:
        """How many readings were judged."""
        return self.good + self.half + self.wrong

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval of the part that is good; half a truth is none here."""
        n, part, z = self.judged, self.good / self.judged, DEVIATIONS
        middle = (part + z * z / (2 * n)) / (1 + z * z / n)
        reach = z * sqrt(part * (1 - part) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - reach), min(1.0, middle + reach)

    def line(self, name: str) -> str:
        """Return the tally as a row of the report."""
        low, high = self.interval
        counts = f"{self.judged:6}{self.good:6}{self.half:6}{self.wrong:7}"
        return f"{name:24}{counts}{self.good / self.judged:11.2f}   {low:.2f}-{high:.2f}"


def texts(path: str, column: str, title: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each text that a path holds; archives are unpacked in memory."""
    name = Path(path).name
    try:
        if name.endswith((".tar.gz", ".tgz")):
            with tarfile.open(path) as archive:
                for member in archive:
                    file = archive.extractfile(member)
                    if file and Path(member.name).suffix.lower() in ENDINGS:
                        yield f"{name}/{member.name}", file.read()
        elif name.endswith(".jsonl.gz"):
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for number, line in enumerate(lines, start=1):
                    record = json.loads(line)
                    heading = f"# {record[title]}\n\n" if record.get(title) else ""
                    yield f"{name}/{number}.md", f"{heading}{record[column]}\n".encode()
        else:
            for place in find([path]):
                yield place.name, fetch(place).data
    except (OSError, EOFError, tarfile.TarError, json.JSONDecodeError, KeyError) as error:
        message = f"{path}: cannot be unpacked ({error}); give a .tar.gz, or a .jsonl.gz with a column {column!r}"
        raise SourceError(message) from None


def candidates(found: Iterable[tuple[str, bytes]], tools: Tools) -> Iterator[Candidate]:
    """Yield the evidence of the texts; what cannot be read is told and passed over."""
    for name, data in found:
        try:
            document = read(data, name)
        except SourceError as error:
            print(error, file=sys.stderr)
            continue
        for evidence in tools.extractor.extract(document):
            yield Candidate(name, document, evidence)


def draw(found: Sequence[Candidate], n: int, seed: int, *, stratify: bool = False) -> list[Candidate]:
    """Draw n at random; stratified, each predicate in turn gives one until n are drawn."""
    mixed = random.Random(seed).sample(found, len(found))  # noqa: S311  # a sample, no secret
    if stratify:
        heard: Counter[str] = Counter()
        rounds: list[tuple[int, str, int]] = []
        for number, each in enumerate(mixed):
            rounds.append((heard[each.predicate], each.predicate, number))
            heard[each.predicate] += 1
        mixed = [mixed[number] for _, _, number in sorted(rounds)]
    return mixed[:n]


def before(document: Document, start: int) -> str:
    """Return the sentence, or the heading, that stands before the one at an offset."""
    spans = [
        span
        for block in document.blocks
        if block.start < start
        for span in sentences(document.text, block.start, min(block.end, start))
    ]
    return " ".join(document.text[slice(*spans[-1])].split()) if spans else ""


def judged(rows: Iterable[Row]) -> list[str]:
    """Return the report on a filled table: precision by predicate and by module, of the rows that have a verdict."""
    by: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for number, entry in enumerate(rows, start=2):
        verdict = (entry.get("verdict") or "").strip().lower()
        if not verdict:
            continue
        if verdict not in VERDICTS:
            message = f"line {number}: {verdict!r} is no verdict; write one of {' '.join(VERDICTS)}, or nothing"
            raise SourceError(message)
        for key in (("", "all"), ("predicate", entry["predicate"]), ("module", entry["module"])):
            by[key][verdict] += 1
    if not by:
        raise SourceError("no reading is judged yet; fill in the column verdict")
    lines = [f"{'':24}judged  good  half  wrong  precision   95 %"]
    for kind in ("", "predicate", "module"):
        lines += [f"\nby {kind}"] if kind else []
        tallies = {name: Tally(*(counts[v] for v in VERDICTS)) for (of, name), counts in by.items() if of == kind}
        lines += [tally.line(name) for name, tally in sorted(tallies.items(), key=lambda t: (-t[1].judged, t[0]))]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw a sample or sum up a judged one; the exit code is that of what went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--n", type=int, default=200, help="how many readings to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=int, default=0, help="read only so many texts of all, drawn with the same seed")
    parser.add_argument("--predicate", default="", help="draw readings of this predicate only")
    parser.add_argument("--stratify", action="store_true", help="draw as evenly from all predicates as they allow")
    parser.add_argument("--column", default="text", help="the column of a .jsonl.gz that holds the text")
    parser.add_argument("--title", default="title", help="the column that becomes the text's heading, if there is one")
    parser.add_argument("--output", type=Path, default=Path("sample.tsv"))
    parser.add_argument("--judge", type=Path, metavar="FILE", help="sum up a filled table instead of drawing one")
    options = parser.parse_args(arguments)
    try:
        if options.judge:
            print("\n".join(_judge(options.judge)))
        elif options.paths:
            _sample(options)
        else:
            raise CallError("give texts to draw from, or --judge with a filled table")
    except DispensatoryError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def _sample(options: argparse.Namespace) -> None:
    found = [text for path in options.paths for text in texts(path, options.column, options.title)]
    if options.texts:
        found = random.Random(options.seed).sample(found, min(options.texts, len(found)))  # noqa: S311  # no secret
    tools = Tools.ready()
    readings = [each for each in candidates(found, tools) if options.predicate in ("", each.predicate)]
    drawn = draw(readings, options.n, options.seed, stratify=options.stratify)
    with options.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_row(each, tools) for each in drawn)
    print(f"{len(drawn)} of {len(readings)} readings of {len(found)} texts: {options.output}")


def _judge(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return judged(csv.DictReader(file, delimiter="\t"))
    except (OSError, UnicodeDecodeError, KeyError) as error:
        message = f"{path}: cannot be read ({error}); give a table that this tool wrote"
        raise SourceError(message) from None


def _row(drawn: Candidate, tools: Tools) -> dict[str, str]:
    evidence = drawn.evidence
    own = {"verdict": "", "cue": evidence.cue, "module": evidence.module, "sentence": evidence.quote}
    context = {"before": before(drawn.document, evidence.start)}
    values = {**row(drawn.name, evidence, tools.label), **own, **context}
    return {column: " ".join(str(values[column]).split()) for column in COLUMNS}


if __name__ == "__main__":
    sys.exit(main())
