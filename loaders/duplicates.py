"""Copies told from independent sources: texts that share nearly all their five-word runs count as one source.

Each text is sketched by the smallest hashes of its word runs (bottom-k MinHash, Broder 1997): two texts have as many of
the smallest ones in common as they have runs in common. Only texts that share one of their very smallest hashes are
compared, so the work grows with the number of texts and not with that of pairs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

RUN = 5
#: Hashes kept of a text; the likeness of longer texts is then known to about 0.02.
KEPT = 256
#: The smallest hashes by which like texts find one another: nine in ten runs shared, eight all missing is 1 in 10^8.
KEYS = 8
#: How many unlike texts a text is compared with at one key, such as the disclaimer that a thousand pages share.
TRIED = 20
LIKE = 0.9

WORD = re.compile(r"\w+")
ODD, BITS = 0x9E3779B1, 0xFFFFFFFF


def groups(texts: Mapping[str, str]) -> dict[str, str]:
    """Return a group for each source: the first name, in order, of the sources whose text is all but the same."""
    leader: dict[str, str] = {}
    sketches: dict[str, tuple[int, ...]] = {}
    shelves: defaultdict[int, list[str]] = defaultdict(list)
    for source in sorted(texts):
        sketch = _sketch(texts[source])
        near = dict.fromkeys(other for key in sketch[:KEYS] for other in shelves[key][:TRIED])
        leader[source] = next((other for other in near if _likeness(sketch, sketches[other]) >= LIKE), source)
        if leader[source] == source:
            sketches[source] = sketch
            for key in sketch[:KEYS]:
                shelves[key].append(source)
    return leader


def likeness(text: str, other: str) -> float:
    """Return the share of word runs that two texts have in common, from 0 to 1."""
    return _likeness(_sketch(text), _sketch(other))


def _sketch(text: str) -> tuple[int, ...]:
    words = WORD.findall(text.casefold())
    runs = (" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
    return tuple(sorted({_mix(crc32(run.encode("utf-8", "replace"))) for run in runs})[:KEPT])


def _mix(value: int) -> int:
    """Spread a checksum, whose low values are not drawn at random for like inputs."""
    value = (value ^ (value >> 15)) * ODD & BITS
    return value ^ (value >> 13)


def _likeness(one: Iterable[int], other: Iterable[int]) -> float:
    first, second = set(one), set(other)
    smallest = sorted(first | second)[:KEPT]
    return sum(value in first and value in second for value in smallest) / len(smallest)
