"""Compiles what reads sentences when a wheel is built, so that an installed copy reads faster; the source stays one.

mypyc turns the modules below into an extension that behaves as they do, with their source beside it. An editable
install stays plain Python, so that edits take effect, and so does a wheel where there is no C compiler, or where
`$DISPENSATORY_PURE` asks for that.
"""

import os
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Set to anything, it asks for a wheel of plain Python, which fits every machine.
PURE = "DISPENSATORY_PURE"

#: What runs for every sentence.
HOT = (
    "loaders/extraction/*.py",
    *(f"loaders/readers/{name}.py" for name in ("headings", "joined", "lines", "outline", "rows", "wrapping")),
    *(f"ontology/{name}.py" for name in ("anchors", "cues", "lexicon", "patterns", "phrases", "tokens")),
)

#: What runs only where somebody asks why.
COLD = frozenset({"account.py", "refusals.py"})

#: The types of what the modules import are not needed, and may not be installed where a wheel is built.
FLAGS = ("--config-file=", "--explicit-package-bases", "--ignore-missing-imports")


class CompileHook(BuildHookInterface[Any]):
    """Puts the compiled modules into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the install is editable; where that fails, say so and leave the wheel as it is."""
        if version == "editable" or os.environ.get(PURE):
            return
        self._scratch = TemporaryDirectory()
        try:
            libraries = compile_modules(Path(self.root), Path(self._scratch.name))
        except (Exception, SystemExit) as error:  # no compiler, no headers, no space: all the same here
            self.app.display_warning(f"not compiled, the wheel is plain Python and reads slower: {error}")
            return
        build_data["force_include"].update(libraries)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was only needed to build."""
        if scratch := getattr(self, "_scratch", None):
            scratch.cleanup()


def modules(root: Path) -> list[str]:
    """Return the modules to compile, by their paths below the root."""
    found = (path for pattern in HOT for path in sorted(root.glob(pattern)) if path.name not in COLD)
    return [path.relative_to(root).as_posix() for path in found]


def translate(root: Path, scratch: Path) -> list[Any]:
    """Turn the modules into C below a folder, and return what a compiler makes of that; called in the root."""
    from mypyc.build import mypycify  # noqa: PLC0415

    parts: list[Any] = mypycify(
        [*FLAGS, *modules(root)],
        group_name="dispensatory",
        multi_file=True,  # compiled side by side
        opt_level="2",  # at 3 the code outgrows the caches, and is slower
        debug_level="0",
        target_dir=str(scratch / "c"),
    )
    return parts


def compile_modules(root: Path, scratch: Path) -> dict[str, str]:
    """Return the files of the compiled modules, each with its place in the wheel."""
    from setuptools import Distribution  # noqa: PLC0415  # only here, since a plain wheel does not need it

    with chdir(root):
        parts = translate(root, scratch)
        command: Any = Distribution({"ext_modules": parts}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(scratch / "lib"), str(scratch / "o")
        command.parallel = os.cpu_count()
        command.ensure_finalized()
        command.run()
    return {path: Path(path).relative_to(scratch / "lib").as_posix() for path in command.get_outputs()}


if __name__ == "__main__":  # `python hatch_build.py FOLDER` compiles into a folder, to measure without a wheel
    print("\n".join(compile_modules(Path(__file__).parent, Path(sys.argv[1])).values()))
