"""Measures how the time for documents of hostile shapes grows: for twice as much it must about double.

usage: python benchmarks/growth.py [--part 0.05] [--limit 120] [SHAPE …]

Each shape of `shapes.py` is read, and what it says extracted, at a part of the size that must be read in seconds, and
at twice that part, each in its best of up to three rounds of processor time. A ratio of 2 is linear, one of 4
quadratic; short times are told, and not judged. `--part 0.5` ends at the sizes wanted. A shape that takes longer than
the limit is given up. The exit code is 1 where a ratio is over the bar.
"""

import argparse
import platform
import signal
import sys
import time
from types import FrameType

from benchmarks.shapes import SHAPES, Shape
from dispensatory.tools import Tools
from loaders.readers import read
from ontology.errors import SourceError

#: The most that twice the size may take of the time, and the seconds below which noise would be judged.
BAR, JUDGED = 2.8, 0.1
#: How often a document is read; one that takes so many seconds is read once, since noise is little of it.
ROUNDS, ENOUGH = 3, 1.0


class LongError(Exception):
    """A document took longer than the limit."""


def main(arguments: argparse.Namespace) -> int:
    """Print the table, and tell by the exit code whether all times grow with the size alone."""
    tools = Tools.ready()
    unknown = set(arguments.shapes) - set(SHAPES)
    if unknown:
        print(f"no such shape: {', '.join(sorted(unknown))}; there are: {'; '.join(SHAPES)}")
        return 2
    signal.signal(signal.SIGPROF, _too_long)  # of processor time, however busy the machine is
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}, {arguments.part} of the wanted size and twice that\n")
    print("| what is repeated | MB | read, s | extract, s | ratio | what came of it |\n|---|---|---|---|---|---|")
    bad = list[str]()
    for key, shape in SHAPES.items():
        if arguments.shapes and key not in arguments.shapes:
            continue
        size = max(1, round(shape.wanted * arguments.part))
        try:
            once, twice = (measured(shape, each, tools, arguments.limit) for each in (size, 2 * size))
        except LongError:
            print(f"| {key} | | | | | more than {arguments.limit} s |", flush=True)
            bad.append(f"{key}: more than {arguments.limit} s")
            continue
        larger = len(shape.of(2 * size)) / len(shape.of(size)) / 2  # deeper lists are wider too
        ratio = sum(twice[:2]) / max(sum(once[:2]), 1e-6) / larger
        judged = sum(twice[:2]) >= JUDGED
        shown = f"{ratio:.1f}" if judged else "-"
        megabytes = len(shape.of(2 * size)) / 1e6
        print(f"| {key} | {megabytes:.2f} | {twice[0]:.2f} | {twice[1]:.2f} | {shown} | {twice[2]} |", flush=True)
        if judged and ratio > BAR:
            bad.append(f"{key}: {ratio:.1f} times the time for twice the size")
    print("\n" + ("\n".join(f"missed: {line}" for line in bad) or "all times grow with the size alone"))
    return int(bool(bad))


def measured(shape: Shape, size: int, tools: Tools, limit: int) -> tuple[float, float, str]:
    """Return the seconds to read and to extract a document, and what came of it."""
    data = shape.of(size)
    best = (float("inf"), float("inf"), "")
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        for _ in range(ROUNDS):
            best = min(best, _round(data, shape.name, tools), key=lambda each: sum(each[:2]))
            if sum(best[:2]) > ENOUGH:
                break
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return best


def _round(data: bytes, name: str, tools: Tools) -> tuple[float, float, str]:
    began = time.process_time()
    try:
        document = read(data, name)
    except SourceError as error:
        return time.process_time() - began, 0.0, f"refused: {str(error).partition(': ')[2]}"
    between = time.process_time()
    found = len(tools.extractor.extract(document))
    return between - began, time.process_time() - between, f"{found:,} facts"


def _too_long(number: int, frame: FrameType | None) -> None:
    raise LongError


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="shapes by their names; default: all")
    parser.add_argument("--part", type=float, default=0.05, help="of the wanted size")
    parser.add_argument("--limit", type=int, default=120, metavar="SECONDS", help="for the rounds of one document")
    sys.exit(main(parser.parse_args()))
