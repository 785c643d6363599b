"""The extractor against facts annotated by hand, where they lie beside the checkout."""

import csv
import re
import subprocess
import sys
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "gold" / "score.py"

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the annotated facts are not beside the checkout")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the evidence of the annotated documents as the command line writes it."""
    out = tmp_path_factory.mktemp("gold") / "out.csv"
    sources = sorted(str(path) for path in (SHARED / "sources").glob("*.txt"))
    command = [sys.executable, "-c", "from dispensatory.cli import main; main()", "extract", *sources]
    subprocess.run([*command, "--format", "csv", "--output", str(out)], check=True, timeout=300)
    return out


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """Return the scorer as a module, to judge single facts with."""
    spec = util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(path: Path) -> list[dict[str, str]]:
    """Return the annotated facts of a document."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_precision_and_recall_stay_where_they_were_reached(extracted: Path) -> None:
    """Nine of ten facts read are right, and two thirds of the annotated ones are read."""
    done = subprocess.run([sys.executable, SCORER, extracted], check=True, capture_output=True, text=True, timeout=120)
    figures = dict(re.findall(r"(\w+)=([\d.]+)", done.stdout.splitlines()[-1]))
    assert float(figures["precision"]) >= 0.90
    assert float(figures["f1"]) >= 0.75
    assert float(figures["core_recall"]) >= 0.80


def test_no_fact_is_read_with_the_opposite_sign(extracted: Path, scorer: ModuleType) -> None:
    """What a document denies is not affirmed, and what it affirms is not denied."""
    gold = {path.stem: annotated(path) for path in sorted((SHARED / "gold").glob("*.tsv"))}
    with extracted.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 500
    turned = [
        (row["subject"], row["predicate"], row["object"], row["polarity"], row["quote"])
        for row in rows
        for known in [gold[Path(row["source"]).stem]]
        if not any(scorer.matches(row, each, False) for each in known)
        and any(scorer.matches(row | {"polarity": "+-"[row["polarity"] == "+"]}, each, False) for each in known)
    ]
    assert turned == []
