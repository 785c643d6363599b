"""Blocks are cut into sentences; the cut is the library's, mended where drug texts mislead it."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

#: A cut after one of these is no end of a sentence: what follows belongs to it.
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|approx|incl|etc|resp|ca|p\.o|i\.v|i\.m|b\.i\.d|t\.i\.d|q\.i\.d|spp|Dr|Mr|Ms|Prof|Fig|No|U\.S|U\.K)\.|\?:)\s*$"
)
#: What stands at the end of a sentence and the next begins with a capital letter, though no blank parts them.
_GLUED = re.compile(r"(?<=[a-z0-9)][.!?])(?=[A-Z][a-z])")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in `text[start:end]`, as offsets into `text`, without blanks around them."""
    block = text[start:end]
    spans = [(each["start_index"], each["end_index"]) for each in get_sentence_boundaries("en", block)]
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and _runs_on(block[merged[-1][0] : merged[-1][1]], block[first:last]):
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    for first, last in merged:
        yield from _trimmed(text, start + first, start + last)


def _runs_on(before: str, after: str) -> bool:
    word = after.lstrip()[:1]
    return bool(_NO_END.search(before)) and not (before.rstrip().endswith(("No.", "etc.")) and word.isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in [match.start() for match in _GLUED.finditer(text, start, end)] + [end]:
        piece = text[at:cut]
        if piece.strip():
            first = at + len(piece) - len(piece.lstrip())
            yield first, first + len(piece.strip())
        at = cut
