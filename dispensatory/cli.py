"""The command line: joins the commands, and turns every error that a user can mend into one line and an exit code."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Annotated

import typer

from dispensatory import __version__
from dispensatory.commands.ask import ask
from dispensatory.commands.build import build, load
from dispensatory.commands.canned import queries, run
from dispensatory.commands.check import check
from dispensatory.commands.docs import docs
from dispensatory.commands.examples import epilog
from dispensatory.commands.explain import explain
from dispensatory.commands.export import export
from dispensatory.commands.extract import extract
from dispensatory.commands.forget import forget
from dispensatory.commands.query import query
from dispensatory.commands.sheets import compare, profile
from dispensatory.commands.snapshots import history, rollback
from dispensatory.commands.why_belief import why_belief
from ontology.errors import DispensatoryError

COMMANDS = (
    *(build, load, forget, extract, query, queries, run, ask, explain, why_belief),
    *(compare, profile, export, check, history, rollback, docs),
)

#: The exit code of a command that Ctrl-C ended, as shells have it.
INTERRUPTED = 130
INTERRUPTION = "interrupted; the store and files that were to be written are as they were"
#: The other signals by which a process is asked to end; what asks by them gets the code that it expects.
ENDINGS = ("SIGTERM", "SIGHUP")

app = typer.Typer(
    name="dispensatory",
    add_completion=False,
    rich_markup_mode=None,  # plain help: it stays fast and reads the same when piped
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in COMMANDS:
    app.command(epilog=epilog(_command.__name__.replace("_", "-")))(_command)


@app.callback(invoke_without_command=True)
def face(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Read what texts say about drugs into a graph, and ask it; every answer leads back to sentences."""
    if version:
        typer.echo(f"dispensatory {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def call(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; errors go to the standard error, one line each."""
    try:
        code = app(list(arguments), prog_name="dispensatory", standalone_mode=False)
        sys.stdout.flush()
    except DispensatoryError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        hint = f" (see: {context.command_path} --help)" if context else ""
        return _fail(error.format_message().rstrip(".") + hint, 2)
    except (KeyboardInterrupt, typer.Abort):
        return _fail(INTERRUPTION, INTERRUPTED)
    except SystemExit:  # typer's end of a call whose reader has seen enough
        return 0
    except BrokenPipeError:  # the same, met at the last flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _fail(f"{place}{error.strerror or error}", 1)
    if code == INTERRUPTED:
        return _fail(INTERRUPTION, INTERRUPTED)
    return code if isinstance(code, int) else 0


def main() -> None:
    """Run the command line of this process; whatever asks it to end, it ends as cleanly as at Ctrl-C."""
    asked: list[int] = []

    def end(number: int, frame: FrameType | None) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    for number in (getattr(signal, name, None) for name in ENDINGS):
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as after nohup
            signal.signal(number, end)
    code = call(sys.argv[1:])
    sys.exit(128 + asked[0] if asked and code == INTERRUPTED else code)


def _fail(message: str, code: int) -> int:
    print(f"error: {' '.join(message.split())}", file=sys.stderr)
    return code
