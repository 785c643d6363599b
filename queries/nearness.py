"""What somebody may have meant: the names nearest to one that fits nothing."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest

#: How alike two names have to be, from 0 to 1, for one to be offered in the other's place.
LIKENESS = 0.6

#: How many names the exact measure looks at; the cheap one chooses them.
_SHORTLIST = 40


def nearest(text: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return the names most like a text, the nearest first; names that are little like it are left out."""
    wanted, pairs = text.casefold(), _pieces(text)
    shortlist = nlargest(_SHORTLIST, sorted(set(names)), key=lambda name: _overlap(pairs, _pieces(name)))
    rated = [(SequenceMatcher(None, wanted, name.casefold()).ratio(), name) for name in shortlist]
    near = sorted((-ratio, name) for ratio, name in rated if ratio >= LIKENESS)
    return tuple(name for _, name in near[:count])


def alternatives(names: Iterable[str]) -> str:
    """Join names as one says them: `a, b or c`."""
    listed = list(names)
    return " or ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def _pieces(text: str) -> frozenset[str]:
    """Return the runs of two letters in a text, with its edges marked."""
    padded = f" {text.casefold()} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
