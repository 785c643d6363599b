"""Where a command's answer goes: the standard output, or a file that is there whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from queries.graph import Result


@contextmanager
def sink(output: Path | None) -> Iterator[BinaryIO]:
    """Open the place of an answer; a file is written beside its name and takes the name at the end."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():  # a device or a pipe has no name to take
        with output.open("wb") as stream:
            yield stream
        return
    with NamedTemporaryFile("wb", dir=output.parent, prefix=f".{output.name}.", delete=False) as stream:
        try:
            yield cast("BinaryIO", stream)
            stream.flush()
            os.chmod(stream.name, 0o666 & ~_umask())
            os.replace(stream.name, output)
        except BaseException:
            os.unlink(stream.name)
            raise


def write(text: str, output: Path | None) -> None:
    """Write a text, ending it with a line break where it has none."""
    with sink(output) as stream:
        stream.write(text.encode())
        if not text.endswith("\n"):
            stream.write(b"\n")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def answer(result: "Result", format: str, output: Path | None) -> None:
    """Write the answer to a query; a table is drawn only on a terminal."""
    from queries.results import write as written

    with sink(output) as out:
        written(result, format, out, terminal=output is None and sys.stdout.isatty())
