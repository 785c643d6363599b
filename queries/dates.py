"""Dates as people write them in questions: a year, a month of a year or a day, as ISO 8601."""

import calendar
import re

_MONTHS = {
    name.lower(): rank for names in (calendar.month_name, calendar.month_abbr) for rank, name in enumerate(names)
}
_MONTHS.pop("")
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?: (?:st|nd|rd|th))?"
_MONTH = r"(?P<month>[a-z]+|[01]?\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        rf"{_YEAR} {_MONTH}",
        rf"{_YEAR} {_MONTH} {_DAY}",
        rf"(?P<month>[a-z]+) {_YEAR}",
        rf"{_DAY} (?:of )?(?P<month>[a-z]+) {_YEAR}",
        rf"(?P<month>[a-z]+) {_DAY} {_YEAR}",
    )
)


def iso(words: str) -> str | None:
    """Return folded words as a date in ISO 8601, as exact as they are; None where they are no date."""
    for form in _FORMS:
        if found := form.fullmatch(words):
            parts = found.groupdict()
            year, written, day = int(parts["year"]), parts.get("month") or "", int(parts.get("day") or 0)
            month = int(written) if written.isdigit() else _MONTHS.get(written, 0)
            if not written:
                return f"{year}"
            if not 1 <= month <= 12 or day > calendar.monthrange(year, month)[1] or (parts.get("day") and not day):
                continue
            return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    return None
