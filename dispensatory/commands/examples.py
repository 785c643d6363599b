"""The example command lines that `--help` shows; they stand in a text file, where a curator can change them."""

from functools import cache
from importlib.resources import files


@cache
def examples() -> tuple[str, ...]:
    """Return every example, one command line each."""
    text = files("dispensatory.commands").joinpath("examples.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def epilog(command: str) -> str:
    """Return the closing lines of a command's help; the backspace character keeps their line breaks."""
    lines = [line for line in examples() if line.split()[1] == command]
    return "\n".join(["\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)])
