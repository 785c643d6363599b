"""Abbreviations that a text defines in place: "multiple sclerosis (MS)".

The method is Schwartz and Hearst's (A simple algorithm for identifying abbreviation definitions in biomedical text,
Pac Symp Biocomput 2003): the letters of the bracketed short form must stand, in order, in the words before it, the
first of them at a word's beginning. The long form must be a name that the lexicon knows.
"""

import re
from collections.abc import Iterator
from typing import Final

_SHORT: Final = re.compile(r"\(\s*([A-Za-z][A-Za-z0-9-]{1,9})\s*\)")
_WORD: Final = re.compile(r"[^\W_]+")
_STOPS: Final = frozenset(".;:!?()\n")


def definitions(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (short form, start of the long form, its end); offsets into the text."""
    for match in _SHORT.finditer(text):
        short = match.group(1)
        if sum(1 for c in short if c.isupper()) < 2:
            continue
        end = match.start()
        while end and text[end - 1].isspace():
            end -= 1
        start = _long_form(short, text, end)
        if start is not None:
            yield short, start, end


def _long_form(short: str, text: str, end: int) -> int | None:
    """Return where the long form before `end` begins, or None where the letters do not fit."""
    letters = [c.lower() for c in short if c.isalnum()]
    floor = max(0, end - 12 * (len(letters) + 5))
    initials = list(_WORD.finditer(text, floor, end))[-len(letters) :]
    if [word[0][0].lower() for word in initials] == letters:  # "proton pump inhibitor": both of its Ps
        start = initials[0].start()
        return None if _STOPS.intersection(text[start:end]) else start
    at = end - 1
    for position in range(len(letters) - 1, -1, -1):
        letter = letters[position]
        while at >= floor and not (
            text[at].lower() == letter and (position > 0 or at == 0 or not text[at - 1].isalnum())
        ):
            if text[at] in _STOPS:
                return None
            at -= 1
        if at < floor:
            return None
        at -= 1
    return at + 1
