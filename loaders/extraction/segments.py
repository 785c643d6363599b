"""Blocks are cut into sentences; the cut is the library's, mended where drug texts mislead it."""

import re
from collections.abc import Iterator
from typing import Final

from sentencex import get_sentence_boundaries

#: A stretch longer than this is read in pieces: of 30,000 sentences that people wrote the longest has 1,600 characters,
#: and the modules look at each word of a sentence from each other.
LONGEST: Final = 2_000
#: A block longer than this is parted into sentences in pieces; some marks in a row take the square of their number.
_LONGEST_BLOCK: Final = 10_000
#: Where a stretch that is too long is cut, the best first.
_MARKS: Final = (". ", "; ", ", ", " ")

#: A cut after one of these is no end of a sentence: what follows belongs to it.
_SHORT: Final = (
    *("e.g.", "i.e.", "cf.", "vs.", "approx.", "incl.", "etc.", "resp.", "ca.", "p.o.", "i.v.", "i.m.", "b.i.d."),
    *("t.i.d.", "q.i.d.", "spp.", "Dr.", "Mr.", "Ms.", "Prof.", "Fig.", "No.", "U.S.", "U.K."),
    "?:",
)
_NO_END: Final = re.compile(rf"(?:\b(?:{'|'.join(re.escape(short) for short in _SHORT[:-1])})|\?:)\s*$")
#: Those of them that may also end a sentence, and what then begins the next.
_MAY_END: Final = re.compile(r"\bU\.[SK]\.\s*$")
_BEGINS: Final = re.compile(r"\s*(?:He|It|Its|She|The|Their|There|These|They|This)\b")
#: How many characters at the end of a stretch tell whether it goes on.
_ENDING: Final = 100
#: What stands at the end of a sentence and the next begins with a capital letter, though no blank parts them.
_GLUED: Final = re.compile(r"[a-z0-9)][.!?](?=[A-Z][a-z])")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in `text[start:end]`, as offsets into `text`, without blanks around them."""
    for first, last in pieces(text, start, end, _LONGEST_BLOCK):
        yield from _sentences(text, first, last)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    spans = [(each["start_index"], each["end_index"]) for each in get_sentence_boundaries("en", block)]
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and _runs_on(block[max(merged[-1][0], merged[-1][1] - _ENDING) : merged[-1][1]], block[first:last]):
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    glued = _GLUED.search(block) is not None
    for first, last in merged:
        for sentence in (_trimmed if glued else _bare)(text, start + first, start + last):
            for piece in pieces(text, *sentence):
                yield from _bare(text, *piece)


def pieces(text: str, start: int, end: int, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Yield the span of a stretch, or those of its pieces where it is longer than any sentence is."""
    while end - start > longest:
        stop = start + longest
        half = start + longest // 2
        cut = next((at + 1 for mark in _MARKS if (at := text.rfind(mark, half, stop)) >= 0), stop)
        yield start, cut
        start = cut
    yield start, end


def _runs_on(before: str, after: str) -> bool:
    if not before.rstrip().endswith(_SHORT):
        return False
    word = after.lstrip()[:1]
    if _MAY_END.search(before) and _BEGINS.match(after):
        return False
    return bool(_NO_END.search(before)) and not (before.rstrip().endswith(("No.", "etc.")) and word.isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in [match.end() for match in _GLUED.finditer(text, start, end)] + [end]:
        yield from _bare(text, at, cut)
        at = cut


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch without blanks around it, if it holds anything else."""
    words = text[start:end]
    if words.strip():
        first = start + len(words) - len(words.lstrip())
        yield first, first + len(words.strip())
