"""Measures how fast texts become evidence and in how much memory, beside spaCy and medspaCy, with the same names.

Run `python benchmarks/extract.py [--names FILE | --extra N] [--wheel PYTHON] [--peers PYTHON] [TEXT …]`. Without texts
only generated prose is read; a folder is a corpus of its own, of which the slowest side reads every so many texts. Each
side runs in a process of its own, so that its memory is its own; `--peers` names the Python that has spaCy and
medspaCy, where this one does not, `--wheel` one into which our wheel is installed, whose modules are compiled: the bars
are then its own. Ours goes the whole way from bytes to evidence; spaCy only parts sentences and finds names; medspaCy
finds names and tells which are denied, hedged or of the past.
"""

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

#: The bars: ours to medspaCy and to spaCy on every text, MB/s on plain prose, and what extra names may cost.
TO_MEDSPACY, TO_SPACY, PLAIN, WITH_NAMES = 50.0, 1.0, 1.5, 0.75

#: The names that the ontology has, without extra ones.
SHIPPED = "shipped"

#: How much of a corpus a side reads in a round, spread over it: the slowest would take minutes for more.
BYTES = {"ours": 1_000_000, "spacy": 1_000_000, "medspacy": 250_000}

_NOUNS = ("river", "house", "letter", "winter", "garden", "teacher", "window", "morning", "street", "village", "bridge")
_VERBS = ("crossed", "watched", "remembered", "opened", "followed", "carried", "painted", "left", "reached", "forgot")
_FORMS = (
    "The {0} {v} the {1}, and the {2} of the {3} stayed where it was.",
    "In the {0} they {v} a {1} that nobody had seen before the {2}.",
    "Her {0} was older than the {1}; his {2} had stood by the {3} for a long time.",
    "When the {0} ended, a {1} {v} the {2} without a word.",
)
_ABOUT = "{drug} is used to treat {what}, and its side effects include {effect}."
_DRUGS = ("Baclofen", "Tramadol", "Gabapentin", "Zolpidem", "Naltrexone")
_WHATS, _EFFECTS = ("epilepsy", "insomnia", "pain"), ("nausea and drowsiness", "dizziness", "vomiting")


def prose(size: int, every: int) -> str:
    """Return plain prose of about that many characters; each so many sentences, if any, one is about a drug."""
    chance = random.Random(7)  # noqa: S311  # the same text each time
    paragraphs: list[str] = []
    length = number = 0
    while length < size:
        sentences = []
        for _ in range(5):
            number += 1
            form = chance.choice(_FORMS).format(*chance.sample(_NOUNS, 4), v=chance.choice(_VERBS))
            if every and number % every == 0:
                words = {
                    "drug": chance.choice(_DRUGS),
                    "what": chance.choice(_WHATS),
                    "effect": chance.choice(_EFFECTS),
                }
                form = _ABOUT.format(**words)
            sentences.append(form)
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def made_up(count: int) -> list[str]:
    """Return names such as no drug has, every third of two words."""
    chance = random.Random(11)  # noqa: S311
    parts = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "or", "an", "el", "ix")]
    names: dict[str, None] = {}
    while len(names) < count:
        name = "".join(chance.choices(parts, k=4)) + chance.choice(("ine", "ol", "am", "ate", "one"))
        names[name if len(names) % 3 else f"{name} {''.join(chance.choices(parts, k=2))}ide"] = None
    return list(names)


def ours(texts: Sequence[tuple[str, bytes]], extra: Sequence[str]) -> Callable[[], int]:
    """Return what reads all texts with our extractor."""
    from dispensatory.tools import Tools  # noqa: PLC0415  # the Python that has the peers need not have it
    from loaders.extraction.extractor import Extractor  # noqa: PLC0415
    from loaders.readers import read  # noqa: PLC0415
    from ontology.lexicon import Entity, Form, Lexicon  # noqa: PLC0415

    tools = Tools.ready()
    extractor = tools.extractor
    if extra:
        added = {f"https://example.org/{n}": name for n, name in enumerate(extra)}
        entities = {iri: Entity(iri, name, frozenset({"Drug"})) for iri, name in added.items()}
        known = [(form.written, form) for _, forms in tools.lexicon.names() for form in forms]
        new = [(entity.label, Form(entity, "brand", entity.label)) for entity in entities.values()]
        extractor = Extractor(Lexicon(tools.lexicon.entities | entities, known + new), extractor.cues)
    return lambda: sum(len(extractor.extract(read(data, name))) for name, data in texts)


def spacy(texts: Sequence[tuple[str, bytes]], names: Sequence[str]) -> Callable[[], int]:
    """Return what parts sentences and finds names with spaCy."""
    library = import_module("spacy")
    pipeline = library.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**8
    matcher = import_module("spacy.matcher").PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("name", list(pipeline.tokenizer.pipe(names)))
    return lambda: sum(len(matcher(doc)) for doc in pipeline.pipe(data.decode() for _, data in texts))


def medspacy(texts: Sequence[tuple[str, bytes]], names: Sequence[str]) -> Callable[[], int]:
    """Return what finds names and their context with medspaCy."""
    library, rules = import_module("medspacy"), import_module("medspacy.target_matcher")
    pipes = ["medspacy_pyrush", "medspacy_target_matcher", "medspacy_context"]
    pipeline = library.load(enable=pipes)
    pipeline.get_pipe("medspacy_target_matcher").add([rules.TargetRule(name, "NAME") for name in names])
    return lambda: sum(len(doc.ents) for doc in pipeline.pipe(data.decode() for _, data in texts))


SIDES = {"ours": ours, "spacy": spacy, "medspacy": medspacy}


def measure(side: str, folder: Path, rounds: int) -> None:
    """Print, as JSON, MB/s of processor time in the best round, peak memory in MB, and how much was found."""
    places = spread(sorted((folder / "texts").iterdir()), BYTES[side])
    texts = [(place.name.partition("-")[2], place.read_bytes()) for place in places]
    extra = (folder / "extra").read_text("utf-8").splitlines()
    names = extra if side == "ours" else (folder / "names").read_text("utf-8").splitlines() + extra
    run = SIDES[side](texts, names)
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        found = run()
        best = min(best, time.process_time() - began)
    size = sum(len(data) for _, data in texts)
    print(json.dumps({"rate": size / best / 1e6, "memory": peak(), "found": found}))


def spread(places: Sequence[Path], most: int) -> Sequence[Path]:
    """Return every so many of a corpus's texts, so that they have about `most` bytes and stand for all of it."""
    step = max(1, round(sum(place.stat().st_size for place in places) / most))
    return places[::step]


def peak() -> float:
    """Return the peak memory of this process in MB; what the system counts for it begins with that of its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text("utf-8").partition("VmHWM:")[2].split()[0]) / 1024


def tell(side: str, folder: Path, python: str, rounds: int) -> dict[str, float] | None:
    """Return what one side measured in a process of its own, or nothing where its library is missing."""
    command = [python, __file__, "--side", side, "--folder", str(folder), "--rounds", str(rounds)]
    told = dict(os.environ)
    if python != sys.executable:
        told.pop("PYTHONPATH", None)  # another Python has what it needs installed
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=told)
    if done.returncode:
        print(f"{side}: not measured: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        return None
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


@dataclass(frozen=True, slots=True)
class Row:
    """What one side measured of one text."""

    side: str
    names: str
    rate: float
    memory: float
    found: float

    def line(self, base: "Row") -> str:
        """Return the cells of the table, given what is compared with."""
        ratio = f"{base.rate / self.rate:.2f} x"
        return f"{self.side} | {self.names} | {self.rate:.3f} | {ratio} | {self.memory:.0f} | {self.found:.0f}"

    def missed(self, base: "Row") -> Iterator[str]:
        """Yield the bars that ours, as it is compared, misses beside this side."""
        ratio = base.rate / self.rate
        bar = {"spacy": TO_SPACY, "medspacy": TO_MEDSPACY}.get(self.side, 0.0) if self.names == SHIPPED else 0.0
        if ratio < bar:
            yield f"{ratio:.2f} times {self.side}, wanted {bar:.0f}"
        if self.side == base.side and self.names != SHIPPED and self.rate < WITH_NAMES * base.rate:
            yield f"{100 - 100 / ratio:.0f} % slower with extra names"


def measured(plain: Path, full: Path | None, arguments: argparse.Namespace) -> tuple[Row | None, list[Row]]:
    """Return ours with the shipped names, which is compared, and what all sides measured, with extra names where told.

    Where the wheel is installed somewhere, ours is what that runs, and plain Python stands beside it.
    """
    here, peers, wheel = sys.executable, arguments.peers, arguments.wheel
    sides = [("ours, compiled", "ours", wheel, 3)] if wheel else []
    sides += [("ours", "ours", here, 3), ("spacy", "spacy", peers, 3), ("medspacy", "medspacy", peers, 1)]
    rows: list[Row] = []
    for names, folder in ((SHIPPED, plain), ("with extra", full)):
        for label, side, python, rounds in sides:
            if (
                folder
                and not (side == "medspacy" and names != SHIPPED)
                and (told := tell(side, folder, python, rounds))
            ):
                rows.append(Row(label, names, **told))
    base = rows[0] if rows and rows[0].side == sides[0][0] else None
    return base, rows


def lay_out(folder: Path, texts: Sequence[tuple[str, bytes]], extra: Sequence[str]) -> None:
    """Write what the sides read: the texts, the names of the lexicon and the extra ones."""
    from dispensatory.tools import Tools  # noqa: PLC0415

    (folder / "texts").mkdir(parents=True)
    for number, (name, data) in enumerate(texts):
        (folder / "texts" / f"{number:05}-{name}").write_bytes(data)
    written = sorted({form.written for _, forms in Tools.ready().lexicon.names() for form in forms})
    (folder / "names").write_text("\n".join(written), "utf-8")
    (folder / "extra").write_text("\n".join(extra), "utf-8")


def pieces(text: str, size: int = 20_000) -> list[tuple[str, bytes]]:
    """Return a long text as documents that end with a paragraph."""
    found: list[tuple[str, bytes]] = []
    held: list[str] = []
    for paragraph in text.split("\n\n"):
        held.append(paragraph)
        if sum(map(len, held)) >= size:
            found.append(("prose.txt", "\n\n".join(held).encode()))
            held = []
    return found


def main(arguments: argparse.Namespace) -> int:
    """Print the table; the exit code is 1 where a bar is missed."""
    corpora = {"plain prose": pieces(prose(1_000_000, 0)), "prose, 1 of 20 on a drug": pieces(prose(1_000_000, 20))}
    for place in arguments.texts:
        found = sorted(each for each in place.rglob("*") if each.is_file()) if place.is_dir() else [place]
        name = place.resolve().name if place.is_dir() else "the files given"
        corpora.setdefault(name, []).extend((each.name, each.read_bytes()) for each in found)
    extra = arguments.names.read_text("utf-8").splitlines() if arguments.names else made_up(arguments.extra)
    print(f"{platform.machine()}, Python {platform.python_version()}, {len(extra)} extra names")
    print("| text | side | names | MB/s a core | ours is | peak MB | found |\n|---|---|---|---|---|---|---|")
    missed: list[str] = []
    for corpus, texts in corpora.items():
        with tempfile.TemporaryDirectory() as place:
            plain, full = Path(place) / "plain", Path(place) / "full"
            lay_out(plain, texts, ())
            lay_out(full, texts, extra)
            base, rows = measured(plain, full if extra else None, arguments)
        if base is None:
            return 1
        for row in rows:
            print(f"| {corpus} | {row.line(base)} |")
        missed += (f"{corpus}: {each}" for row in rows for each in row.missed(base))
        if corpus == "plain prose" and base.rate < PLAIN:
            missed.append(f"{corpus}: {base.rate:.2f} MB/s, wanted {PLAIN}")
    print("\n".join(f"missed: {line}" for line in missed) or "all bars are kept")
    return int(bool(missed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "texts",
        nargs="*",
        type=Path,
        metavar="TEXT",
        help="files, or folders of which each is a corpus, to read as well",
    )
    parser.add_argument("--names", type=Path, metavar="FILE", help="extra names, one a line")
    parser.add_argument("--extra", type=int, default=0, metavar="N", help="so many names made up")
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON", help="the Python that has the peers")
    parser.add_argument("--wheel", metavar="PYTHON", help="the Python into which our wheel is installed")
    parser.add_argument("--side", choices=sorted(SIDES), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=3, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.side:
        measure(told.side, told.folder, told.rounds)
    else:
        sys.exit(main(told))
