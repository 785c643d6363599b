"""A long run tells how far it is, how fast it goes and how long it will take."""

from collections.abc import Iterable

import pytest

from dispensatory.commands.progress import Plain, length


def told(times: Iterable[float], total: int, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines that are printed where each item is done at its time."""
    clock = iter(times)
    tell = Plain(lambda: next(clock))
    for done in range(1, total + 1):
        tell("reading", done, total)
    return capsys.readouterr().err.splitlines()


def test_every_hundred_items_are_told_with_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    """At ten a second a hundred of three hundred take twenty seconds more; at the end nothing is left."""
    assert told((number / 10 for number in range(300)), 300, capsys) == [
        "reading: 100 of 300, 10.0 a second, 20 s left",
        "reading: 200 of 300, 10.0 a second, 10 s left",
        "reading: 300 of 300, 10.0 a second",
    ]


def test_slow_items_are_told_after_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """Four books at forty seconds each need not be a hundred to be heard of."""
    assert told((0, 40, 80, 120), 4, capsys) == [
        "reading: 2 of 4, 1.5 a minute, 1 min 20 s left",
        "reading: 3 of 4, 1.5 a minute, 40 s left",
        "reading: 4 of 4, 1.5 a minute",
    ]


def test_short_runs_are_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """Seventeen texts in a second are worth no line."""
    assert told((number / 17 for number in range(17)), 17, capsys) == []


@pytest.mark.parametrize(("seconds", "words"), [(0.4, "0 s"), (59.6, "1 min 0 s"), (3_725, "1 h 2 min")])
def test_lengths_of_time_are_told_in_two_units(seconds: float, words: str) -> None:
    """Nobody needs the seconds of an hour."""
    assert length(seconds) == words
