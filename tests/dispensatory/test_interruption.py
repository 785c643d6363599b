"""A run that is asked to end, in whatever way, ends in one line, and leaves store and files as they were."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

RUN = "from dispensatory.cli import main\nif __name__ == '__main__': main()"
LINE = "error: interrupted; the store and files that were to be written are as they were"

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no groups of processes")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of texts that several processes share."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(200):
        text = f"Note {number}\n\n" + "Baclofen is a muscle relaxant and may cause nausea.\n" * 35
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def ended(arguments: Sequence[str], ending: signal.Signals, *, group: bool, folder: Path) -> tuple[int, list[str]]:
    """Run a command until a hundred texts are read, ask it to end, and return its code and its last words."""
    script = folder / "run.py"
    script.write_text(RUN, encoding="utf-8")
    command = [sys.executable, str(script), *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=folder) as process:
        assert process.stderr is not None
        while "100 of 200" not in process.stderr.readline():
            assert process.poll() is None
        (os.killpg if group else os.kill)(process.pid, ending)
        rest = process.stderr.read()  # which ends when the last of its processes has
    assert "Traceback" not in rest
    return process.returncode, rest.splitlines()


@pytest.mark.parametrize(
    ("ending", "group", "code", "workers"),
    [
        (signal.SIGINT, True, 130, "2"),
        (signal.SIGINT, True, 130, "1"),
        (signal.SIGTERM, False, 143, "2"),
        (signal.SIGHUP, False, 129, "2"),
    ],
)
def test_a_load_that_is_ended_leaves_no_store(
    texts: Path, tmp_path: Path, ending: signal.Signals, group: bool, code: int, workers: str
) -> None:
    """Ctrl-C reaches all processes, other signals the first alone; none of them is left, and no half-made store."""
    store = tmp_path / "store.db"
    arguments = ["load", str(texts), "--store", str(store), "--workers", workers]
    found, rest = ended(arguments, ending, group=group, folder=tmp_path)
    assert found == code
    assert rest[-1:] == [LINE]
    assert not store.exists()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_an_extraction_that_is_ended_leaves_the_file_as_it_was(
    texts: Path, tmp_path: Path, ending: signal.Signals
) -> None:
    """What was written beside it is gone."""
    (tmp_path / "out.csv").write_text("before", encoding="utf-8")
    names = sorted(entry.name for entry in tmp_path.iterdir())
    arguments = ["extract", str(texts), "-o", "out.csv", "--workers", "2"]
    _, rest = ended(arguments, ending, group=True, folder=tmp_path)
    assert rest[-1:] == [LINE]
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "before"
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name != "run.py") == names


def test_a_process_that_dies_ends_the_run_in_one_line(texts: Path, tmp_path: Path) -> None:
    """When memory is short a system kills what needs it; the line says what to try."""
    script = tmp_path / "run.py"
    script.write_text(
        "import os, signal\nimport dispensatory.gathering as gathering\nfrom dispensatory.cli import main\n"
        "if __name__ == '__mp_main__':\n"
        "    read = gathering.read\n"
        "    def dying(data, name, media_type):\n"
        "        return os.kill(os.getpid(), signal.SIGKILL) if name == '150.txt' else read(data, name, media_type)\n"
        "    gathering.read = dying\n"
        "else:\n    main()\n",
        encoding="utf-8",
    )
    store = tmp_path / "store.db"
    command = [sys.executable, str(script), "load", str(texts), "--store", str(store), "--workers", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "error: 150.txt: the process that read it ended (was memory short?); try again with --workers 1"
    )
    assert not store.exists()
