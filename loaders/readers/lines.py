"""Lines of a text and what their marks say: heading, list item, underline, table row, or plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

LineKind: TypeAlias = Literal["blank", "text", "heading", "item", "underline", "skipped"]

QUOTE = re.compile(r"(?:>[ \t]?)+")
HASHES = re.compile(r"#{1,6}(?=[ \t]+\S)")
EQUALS = re.compile(r"(={2,6})[ \t]*(?=[^=\s])")
BOLD = re.compile(r"(\*\*|__)(?=\S)")
#: A letter "o" is the bullet of the lists within lists that word processors make.
#: A star without a blank is a bullet where no other closes it as emphasis, a dash where a capitalised word follows.
BULLET = re.compile(
    r"[-*+·–!~»→►▶✓✔✗✘×⚠❌o][ \t]+(?=\S)|[•‣◦▪●○][ \t]*(?=\S)|\*(?=[^\W_][^*]*$)|[-–](?=[A-Z][a-z]+\b[^-–]*$)"
)
NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*")
RULE = re.compile(r"(?:[*_=~.-][ \t]*){3,}")
FENCE = re.compile(r"(?:`{3,}|~{3,})")
TAGS_ONLY = re.compile(r"(?:</?[A-Za-z!][^<>]*>\s*)+")
DEFINITION = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` bound its words without indentation and marks; `width` is its whole length.

    `level` is a marked heading's rank. `marker` is what sets a list item off: the bullet, or `1` for a number.
    """

    kind: LineKind
    start: int
    end: int
    indent: int = 0
    width: int = 0
    level: int = 0
    marker: str = ""


def lines(text: str, offset: int = 0) -> Iterator[Line]:
    """Yield the lines of a text from an offset on, code fences and HTML comments marked as skipped."""
    raw = text[offset:].split("\n")
    fences = _fences(raw)
    start, in_comment, listing, previous = offset, False, False, "blank"
    for index, line in enumerate(raw):
        stripped = line.strip()
        if in_comment or index in fences or stripped.startswith("<!--"):
            in_comment = "-->" not in stripped if in_comment or stripped.startswith("<!--") else False
            yield Line("skipped", start, start)
        else:
            # Inside a paragraph only the first number of a list is one: prose may break its line before `20. `.
            found = _line(text, start, start + len(line), counts=listing or previous != "text")
            listing, previous = found.kind == "item" or (listing and found.kind == "text"), found.kind
            yield found
        start += len(line) + 1


def _fences(raw: list[str]) -> set[int]:
    """Return the lines of fenced code; a fence that is never closed encloses nothing."""
    marks = [index for index, line in enumerate(raw) if FENCE.match(line.lstrip())]
    return {inside for first, last in zip(marks[::2], marks[1::2], strict=False) for inside in range(first, last + 1)}


def _line(text: str, start: int, end: int, counts: bool) -> Line:
    left, right = _trim(text, start, end)
    quote = QUOTE.match(text, left, right)
    if quote is not None:
        left, right = _trim(text, quote.end(), right)
    indent, width = _columns(text[start:left]), end - start
    if left == right:
        return Line("blank", left, left)
    if UNDERLINE.fullmatch(text, left, right):
        return Line("underline", left, right, indent, width, level=1 if text[left] == "=" else 2)
    if (
        RULE.fullmatch(text, left, right)
        or TAGS_ONLY.fullmatch(text, left, right)
        or DEFINITION.match(text, left, right)
    ):
        return Line("skipped", left, left)
    return (
        _heading(text, left, right, width)
        or _item(text, left, right, indent, width, counts)
        or Line("text", left, right, indent, width)
    )


def _heading(text: str, start: int, end: int, width: int) -> Line | None:
    hashes = HASHES.match(text, start, end)
    if hashes is not None:
        left, right = _trim(text, hashes.end(), end)
        closing = text[left:right].rstrip("#")
        if closing and closing != text[left:right] and closing[-1] in " \t":
            right = left + len(closing.rstrip())
        return Line("heading", left, right, 0, width, level=len(hashes[0]))
    equals = EQUALS.match(text, start, end)
    if equals is not None and text.endswith(equals[1], start, end) and end - len(equals[1]) > equals.end():
        left, right = _trim(text, equals.end(), end - len(equals[1]))
        return Line("heading", left, right, 0, width, level=len(equals[1]))
    bold = BOLD.match(text, start, end)
    if bold is not None:
        closed = end - (text[end - 1] == ":") if end > start else end
        left, right = bold.end(), closed - len(bold[1])
        if text.endswith(bold[1], bold.end(), closed) and right > left and bold[1] not in text[left:right]:
            right -= text[right - 1] in ":"
            words = text[left:right].strip()
            if words and len(words) <= 120 and not words.endswith((".", "!", ",", ";")):
                # A line in bold alone ranks below whatever marked heading stands above it, so it has no level yet.
                return Line("heading", *_trim(text, left, right), 0, width, level=0)
    return None


def _item(text: str, start: int, end: int, indent: int, width: int, counts: bool) -> Line | None:
    bullet = BULLET.match(text, start, end)
    if bullet is not None:
        return Line("item", bullet.end(), end, indent, width, marker=text[start])
    number = NUMBER.match(text, start, end)
    if number is not None and (counts or number[0].strip("(). \t") in ("1", "a")):
        return Line("item", number.end(), end, indent, width, marker="1")
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds without the white space at both ends; two equal bounds where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _columns(lead: str) -> int:
    return len(lead.expandtabs(4).replace(">", "").expandtabs(4))
