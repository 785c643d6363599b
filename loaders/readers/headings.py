"""Headings without marks: short lines that stand alone, as plain text has them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.readers.furniture import is_furniture
from loaders.readers.lines import Line

WORDS = 14
QUESTION_WORDS = 22
#: More short lines than this in a row are a list without bullets; only the first of them can be its heading.
ROW_OF_LINES = 4

#: Words with which a line leads in to what stands below it, as part of one sentence.
LEADING = frozenset({"and", "are", "as", "by", "for", "if", "include", "included", "includes", "including", "is", "of"})
LEADING |= {"or", "to", "was", "were", "when", "with"}
LEADING |= {"be", "can", "cause", "following", "has", "have", "in", "may", "she", "that", "the", "these", "you"}

#: Words with which a line breaks off before a list.
LISTING = frozenset({"include", "includes", "including"})

#: A line of as few words right above others, and a blank line over it, heads them where they differ from it.
FEW = 6
#: A case that a leaflet provides for takes more: `If you take more of it than you should`.
CASE = 10
MARKED = re.compile(r"[^\w\s\"'“‘(][ \t]*\w")
LABEL = re.compile(r"[^\W\d][^:.!?]{0,40}:[ \t]+\S")

#: How many marks and signs a page may set before a heading, at most.
OPENING = 4
SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?[ \t]+(?=\S)")
GLUED = re.compile(r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z])")
#: How many headings in a row stand over each other.
DEEPEST = 3
SENTENCE_ENDS = (".", "!", "?", ":", ")", "”", '"')
ENDS = (".", "!", ";", ",", ":", "…", "-", "–")


#: Lines that head what stands at the end of a page, whatever stands around them.
BACK_MATTER = frozenset({"bibliography", "external links", "further reading", "references", "see also", "sources"})


def section_level(line: str) -> int:
    """Return the rank that a section number gives a short line (`4.1` is 2), or 0 where there is none."""
    number = SECTION.match(line)
    if number is None or not line[number.end()].isupper() or not could_head(line[number.end() :]):
        return 0
    return number[1].count(".") + 1


def number_sections(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether the numbered lines of a text are its headings: each could be one, and none stands at the next."""
    told = [line for line in lines if line.kind not in ("blank", "skipped")]
    places = [place for place, line in enumerate(told) if line.kind == "item" and line.marker == "1"]
    return len(places) > 1 and all(
        (after - before > 1) and could_head(text[told[before].start : told[before].end])
        for before, after in pairwise([*places, len(told) + 1])
    )


def could_head(line: str) -> bool:
    """Tell whether a line on its own reads as a heading: short, begun as one, and not ended as a sentence."""
    if line.endswith(ENDS) and not line.endswith("?"):
        return False
    words = line.split(maxsplit=QUESTION_WORDS)  # more are too many
    first = next((letter for letter in line[:OPENING] if letter.isalnum()), "")
    if not words or not (first.isupper() or SECTION.match(line)) or is_furniture(line) or " | " in line:
        return False
    if words[-1] in LISTING:
        return False
    if line.endswith("?"):
        return len(words) <= QUESTION_WORDS
    return len(words) <= WORDS and not line.endswith(ENDS)


def caption_end(line: str) -> int:
    """Return where a heading begins that a page glued to the caption before it (`… on a table.Dosage`), or 0."""
    if len(line) > 300:
        return 0
    *_, last = [None, *GLUED.finditer(line)]
    return last.end() if last is not None and could_head(line[last.end() :]) else 0


def leads_prose(line: str, following: str) -> bool:
    """Tell whether a short line right above prose, with no blank line between, is the heading of it."""
    words = line.split()
    few = len(words) <= FEW or (line.startswith("If you ") and len(words) <= CASE)
    if few and ":" not in line and could_head(line) and _is_set_apart(line, following):
        return True
    titled = line.isupper() or line.endswith("?") or sum(word[0].isupper() for word in words) * 2 > len(words)
    longer = len(following) >= 60 and len(following) >= 2 * len(line)
    return (
        titled and len(words) <= 10 and longer and could_head(line.rstrip(":")) and following.endswith((".", "!", "?"))
    )


def heading_lines(lines: Sequence[str]) -> set[int]:
    """Return which of some lines, each a paragraph or a heading and none blank, are headings.

    A few words after a whole sentence, or after another heading, stand over whole sentences, or over such a heading.
    """
    found = set[int]()
    below = 0  # how many headings in a row stand right below
    for place in range(len(lines) - 2, -1, -1):
        line, following = lines[place], lines[place + 1]
        after = place == 0 or lines[place - 1].endswith(SENTENCE_ENDS) or could_head(lines[place - 1])
        over = 0 < below < DEEPEST or (not below and leads_prose(line, following) and _is_sentence(line, following))
        below = below + 1 if after and over and ":" not in line and could_head(line) else 0
        if below:
            found.add(place)
    return found


def labels_prose(line: str, following: str) -> bool:
    """Tell whether a few words with a colon (`Risks of use:`) stand over prose, and do not begin its first sentence."""
    title = line.removesuffix(":")
    if title == line or ":" in title or not could_head(title):
        return False
    words = title.split()
    return len(words) <= FEW and words[-1].casefold() not in LEADING and _is_sentence(title, following)


def _is_sentence(line: str, following: str) -> bool:
    """Tell a paragraph of whole sentences that is longer than the line above it."""
    ended = following[:1].isupper() and following.endswith((".", "!", "?", ":"))
    return ended and len(following) >= max(40, len(line) * 3 // 2)


def _is_set_apart(line: str, following: str) -> bool:
    """Tell whether what stands below a line of a few words is no more of it: a bullet, a label, or far more words."""
    if MARKED.match(following) or LABEL.match(following) or _is_sentence(line, following):
        return True
    return following[:1].isupper() and len(following) >= 60 and len(following) >= 3 * len(line)
