"""Dates in questions."""

import pytest

from queries.dates import iso


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2013", "2013"),
        ("2013 05", "2013-05"),
        ("2013 05 01", "2013-05-01"),
        ("may 2013", "2013-05"),
        ("jan 2013", "2013-01"),
        ("1 may 2013", "2013-05-01"),
        ("11 th of january 2012", "2012-01-11"),
        ("january 11 2012", "2012-01-11"),
        ("29 february 2012", "2012-02-29"),
        ("29 february 2013", None),
        ("0 may 2013", None),
        ("32 may 2013", None),
        ("2013 13", None),
        ("may", None),
        ("13", None),
        ("3013", None),
        ("smarch 2013", None),
        ("opioid", None),
        ("", None),
    ],
)
def test_words_are_a_date_or_none(words: str, date: str | None) -> None:
    """A date is as exact as it is told, and a day that does not exist is none."""
    assert iso(words) == date
