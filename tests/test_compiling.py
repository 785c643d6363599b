"""What runs for every sentence can be turned into C; where it cannot, a wheel would be plain Python and read slower."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: In a process of its own: mypyc ends the process where it cannot translate a module.
TRANSLATE = """
import sys
from pathlib import Path
import hatch_build
hatch_build.translate(Path.cwd(), Path(sys.argv[1]))
"""


@pytest.mark.skipif(not (ROOT / "hatch_build.py").exists(), reason="needs the checkout")
def test_what_is_hot_can_be_compiled(tmp_path: Path) -> None:
    """A construct that mypyc does not know is named here, and not only in a warning of the build."""
    pytest.importorskip("mypyc.build")
    pytest.importorskip("hatchling")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "MYPY_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATE, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert any((tmp_path / "c").rglob("*.c"))
