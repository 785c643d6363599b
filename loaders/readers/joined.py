"""Headings and items that a page has run together with the words around them: "What is it?It is … if you have: - "."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.readers.lines import Line

#: What marks a question that a page has run together with what stands below it.
ASKED = "?"
#: A question at the beginning of a line or behind a sentence, and what pages put before it.
QUESTION = re.compile(
    r"(?:(?<=[.!?:;)])|(?<![^\n]))[^\w\n\"'“‘]*(?P<words>(?:What|How|Why|Who|Where|When)\b[^.?!:;\n]{2,120}\?)"
)
#: As many in the lines of a text show that questions head what follows; fewer may be prose that asks.
FEWEST = 3
#: The mark of an item, and behind what it may stand.
ITEM = re.compile(r"[-*–•▪●](?=[ \t]+\S)")
#: A dash that stands right before the first word of an item.
TIGHT = re.compile(r"[-–](?=[^\W\d_])")
DASHES = ("-", "–")
ENDS = (":", "?", ";", ".")
#: The number behind which a line that counts on has several items.
SECOND = 2


def parted(text: str, found: Sequence[Line]) -> list[Line]:
    """Return the lines of a text, with each parted that holds a heading or items besides other words."""
    found = _dashed(text, found)
    asking = ASKED in text
    asked = [
        list(QUESTION.finditer(text, line.start, line.end))
        if asking and line.kind == "text" and text.find(ASKED, line.start, line.end) >= 0
        else []
        for line in found
    ]
    several = sum(map(len, asked)) >= FEWEST
    parts: list[Line] = []
    for index, line in enumerate(found):
        heads = [match for match in asked[index] if several or _heads(text, match)]
        mark = found[index + 1].marker if index + 1 < len(found) else ""
        for part in _questions(text, line, heads) if heads else (line,):
            parts.extend(_items(text, part, mark) if mark and part.kind == "text" else _counted(text, part))
    return parts


def _dashed(text: str, found: Sequence[Line]) -> list[Line]:
    """Return the lines, with those as items that begin with a dash right before a word, where several do in a row."""
    tight = [line.kind == "text" and TIGHT.match(text, line.start, line.end) is not None for line in found]
    dashed = [line.kind == "item" and line.marker in DASHES for line in found]
    return [
        replace(line, kind="item", start=line.start + 1, marker=text[line.start])
        if tight[index] and any((tight[at] or dashed[at]) for at in (index - 1, index + 1) if 0 <= at < len(found))
        else line
        for index, line in enumerate(found)
    ]


def _heads(text: str, question: re.Match[str]) -> bool:
    """Tell whether the next words stand right at a question's mark, or begin a list."""
    following = text[question.end() : question.end() + 3]
    return following[:1].isupper() or following == " - "


def _questions(text: str, line: Line, heads: Sequence[re.Match[str]]) -> Iterator[Line]:
    at = line.start
    for question in heads:
        yield from _text(text, line, at, question.start("words"))
        yield replace(line, kind="heading", start=question.start("words"), end=question.end(), marker=ASKED)
        at = question.end()
    yield from _text(text, line, at, line.end)


def _items(text: str, line: Line, mark: str) -> Iterator[Line]:
    """Yield the words before the first item of a list that goes on in the next line, and the items."""
    at, kept = line.start, replace(line)
    for match in ITEM.finditer(text, line.start, line.end):
        before = text[line.start : match.start()].rstrip()
        if match[0] != mark or (before and not before.endswith(ENDS)):
            continue
        yield from _text(text, kept, at, match.start())
        at, kept = match.end(), replace(line, kind="item", marker=mark)
    yield from _text(text, kept, at, line.end)


def _counted(text: str, line: Line) -> Iterator[Line]:
    """Yield the items that a numbered one runs together with: "1) gout, 2) fits and 3) asthma. It is taken daily."."""
    if line.kind != "item" or line.marker != "1":
        yield line
        return
    at, number = line.start, 2
    while following := re.compile(rf"(?:[,;]|[,;]? and)\s+\(?{number}[.)]\s+(?=\S)").search(text, at, line.end):
        yield replace(line, start=at, end=following.start())
        at, number = following.end(), number + 1
    ended = text.find(". ", at, line.end) if number > SECOND else -1
    if ended < 0:
        yield replace(line, start=at)
        return
    yield replace(line, start=at, end=ended + 1, width=0)  # it does not go on in what stands behind
    yield from _text(text, replace(line, kind="text", marker=""), ended + 1, line.end)


def _text(text: str, line: Line, start: int, end: int) -> Iterator[Line]:
    """Yield a stretch of a line without the blanks around it, where it holds any words."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        yield replace(line, start=start, end=end)
