"""Looks for documents that readers or the extractor cannot take: for as long as told, each format in turn.

usage: python benchmarks/fuzz.py [--minutes 10] [--engine hypothesis|atheris|both] [--only .html,words] [--keep FOLDER]

A target takes bytes as the document of a format, or as a choice of words (see `words.py`). Whatever they are, they must
give a document that keeps the readers' contract, evidence whose quotes stand in it, and the same a second time; or a
SourceError of one line that begins with the document's name. hypothesis damages whole documents and makes them smaller
where they fail; atheris follows what changes in the code that is run, and needs `pip install atheris`. What fails, or
takes longer than the seconds that its size allows, is kept as a file. The exit code is 1 where anything was found.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random

#: Seconds of processor time that a document may take, and those that each of its bytes adds.
SECONDS, EACH_BYTE = 2.0, 40e-6
WORDS = "words"
#: How many bytes a document of the fuzzers has at most.
LONGEST = 4_000

Target = Callable[[bytes], None]


class WrongError(Exception):
    """A document took longer than its size allows, or a quote does not stand in it."""


def targets() -> Mapping[str, tuple[Target, bytes]]:
    """Return what takes bytes of each format, and a whole document of it to begin with."""
    from benchmarks.words import text, vocabulary  # noqa: PLC0415  # atheris has to see them loaded
    from dispensatory.tools import Tools  # noqa: PLC0415
    from loaders.readers import read  # noqa: PLC0415
    from ontology.errors import SourceError  # noqa: PLC0415
    from tests.loaders.test_readers_contract import SAMPLES, hold  # noqa: PLC0415

    tools = Tools.ready()
    words = vocabulary(tools)

    def taken(data: bytes, name: str) -> None:
        began = time.process_time()
        hold(data, name)
        try:
            document = read(data, name)
        except SourceError:
            return
        evidence = tools.extractor.extract(document)
        if any(document.text[item.start : item.end] != item.quote for item in evidence):
            raise WrongError("a quote does not stand in the text")
        if (passed := time.process_time() - began) > SECONDS + EACH_BYTE * len(data):
            raise WrongError(f"{passed:.1f} s for {len(data):,} bytes")

    def of(ending: str) -> Target:
        return lambda data: taken(data, f"a{ending}")

    found = {ending: (of(ending), sample) for ending, sample in SAMPLES.items()}
    found[WORDS] = (lambda data: taken(text(data, words).encode(), "a.md"), bytes(range(200)))
    return found


def with_hypothesis(key: str, seconds: float, keep: Path) -> int:
    """Damage a whole document of a format until the time is over or something is found; return how many were tried."""
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415
    from hypothesis import strategies as st  # noqa: PLC0415

    target, sample = targets()[key]
    places = st.integers(0, max(0, len(sample) - 1))
    pieces = st.binary(max_size=30) | st.sampled_from([sample[:40], sample[-40:], b"<", b"\x00", b"\xff", b"\n" * 9])
    damages = st.lists(st.tuples(places, st.integers(0, 60), pieces), max_size=6)
    last, tried = [b""], [0]

    def damaged(drawn: list[tuple[int, int, bytes]]) -> bytes:
        data = sample
        for start, width, put in drawn:
            data = data[:start] + put + data[start + width :]
        return data

    whole = st.binary(min_size=2, max_size=LONGEST) if key == WORDS else damages.map(damaged)

    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(data=whole)
    def run(data: bytes) -> None:
        last[0] = data
        tried[0] += 1
        target(data)

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            run()
        except BaseException:
            name = keep / f"hypothesis-{key.strip('.')}"
            name.write_bytes(last[0])
            print(f"{key}: hypothesis found what fails, kept as {name}", flush=True)
            raise
    return tried[0]


def with_atheris(key: str, corpus: Path, seconds: float, keep: Path) -> None:
    """Let libFuzzer run a target; it ends the process, with a code of its own where it found something."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["loaders", "ontology"]):
        target, _ = targets()[key]
    options = [
        f"-max_total_time={int(seconds)}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={keep}/atheris-{key.strip('.')}-",
    ]
    atheris.Setup([sys.argv[0], *options, "-timeout=60", "-rss_limit_mb=4096", str(corpus)], target)
    atheris.Fuzz()


def atheris_run(key: str, seconds: float, keep: Path) -> bool:
    """Run one target in a process of its own, from whole and cut documents on; tell whether it came through."""
    with tempfile.TemporaryDirectory() as place:
        sample = targets()[key][1]
        chance = Random(5)  # noqa: S311
        for number in range(20):
            cut = sample if not number else sample[: chance.randrange(1, len(sample))]
            (Path(place) / str(number)).write_bytes(chance.randbytes(300) if key == WORDS else cut)
        command = [sys.executable, __file__, f"--worker={key}", "--corpus", place, "--keep", str(keep)]
        done = subprocess.run([*command, "--seconds", str(seconds)], capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if line.startswith("Done") or "Error" in line or "ERROR" in line]
    print(f"{key}: atheris: {'; '.join(told[-3:]) or done.stderr[-300:]}", flush=True)
    return done.returncode == 0


def main(arguments: argparse.Namespace) -> int:
    """Run each target for its share of the time with each engine."""
    engines = ["hypothesis", "atheris"] if arguments.engine == "both" else [arguments.engine]
    if "atheris" in engines and find_spec("atheris") is None:
        print("atheris is missing, so nothing is guided by coverage: pip install atheris")
        engines.remove("atheris")
        if not engines:
            return 1
    keys = [key for key in targets() if not arguments.only or key in arguments.only.split(",")]
    arguments.keep.mkdir(parents=True, exist_ok=True)
    share = arguments.minutes * 60 / len(keys) / len(engines)
    good = True
    for key in keys:
        if "hypothesis" in engines:
            try:
                print(f"{key}: hypothesis: {with_hypothesis(key, share, arguments.keep):,} documents", flush=True)
            except Exception as error:
                print(f"{key}: {type(error).__name__}: {error}", flush=True)
                good = False
        if "atheris" in engines:
            good = atheris_run(key, share, arguments.keep) and good
    print("nothing was found" if good else f"what was found lies in {arguments.keep}")
    return int(not good)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0, help="for all targets together")
    parser.add_argument("--engine", choices=("hypothesis", "atheris", "both"), default="both")
    parser.add_argument("--only", default="", metavar="KEYS", help="endings of formats, or words, with commas between")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), metavar="FOLDER", help="for what was found")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=0.0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        with_atheris(given.worker, given.corpus, given.seconds, given.keep)
    sys.exit(main(given))
