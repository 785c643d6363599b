"""The help of the command line: complete, plain, and with examples that a user can paste."""

import shlex

import pytest

from dispensatory import __version__
from dispensatory.cli import COMMANDS, call
from dispensatory.commands.examples import examples

NAMES = [command.__name__.replace("_", "-") for command in COMMANDS]


def test_the_commands_are_those_of_the_design() -> None:
    """The commands stand in the order in which a user meets them."""
    assert [
        *("build", "load", "forget", "extract", "query", "queries", "run", "ask"),
        *("explain", "why-belief", "compare", "profile", "export", "check", "history", "rollback", "docs"),
    ] == NAMES


def test_the_help_lists_every_command_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """No summary is cut short."""
    assert call(["--help"]) == 0
    shown = capsys.readouterr().out
    listed = [line.split()[0] for line in shown.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed == NAMES
    assert "..." not in shown.partition("Commands:")[2]


def test_no_arguments_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """A bare call is no error: it shows what there is."""
    assert call([]) == 0
    assert "Commands:" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is that of the package."""
    assert call(["--version"]) == 0
    assert capsys.readouterr().out == f"dispensatory {__version__}\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A command's help ends with a line that can be pasted, and explains each of its options."""
    assert call([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"\n    dispensatory {name}" in shown.partition("Example")[2]
    for line in shown.partition("Options:")[2].partition("Example")[0].splitlines():
        assert not line.startswith("  -") or len(line.split()) > 1


def test_every_example_belongs_to_a_command() -> None:
    """The file of examples names no command that is not there."""
    assert {shlex.split(line)[1] for line in examples()} == set(NAMES)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], "No such command 'nope' (see: dispensatory --help)"),
        (["build", "--xyzzy"], "No such option: --xyzzy (see: dispensatory build --help)"),
        (["ask"], "Missing argument 'QUESTION' (see: dispensatory ask --help)"),
        (["query"], "give one query: as an argument, with -f FILE, or - for the standard input"),
        (["load"], "load needs at least one source: a file, a folder, a glob, an address or - (see: load --help)"),
        (["run", "indications", "drug"], "'drug' is no parameter: write KEY=VALUE (see: dispensatory queries)"),
    ],
)
def test_a_wrong_call_is_one_line(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a call is said in one line, and the exit code is 2."""
    assert call(arguments) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"error: {message}\n")
