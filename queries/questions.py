"""An English question read by the patterns: which kind it is of and what its names stand for.

Patterns in order are tried before bags of words, names as written before names as they may be misspelt. Where a
question fits but for one name, the pattern still matches and the name is handed back as unknown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from queries.names import Names
from queries.reading import Filled, Fillings, Reading
from queries.templates import Kind, Pattern, kinds
from queries.wording import wording


@dataclass(frozen=True, slots=True)
class Match:
    """A question understood: its kind, what fills the slots, and how many words the pattern knew by heart."""

    kind: Kind
    slots: tuple[tuple[str, Filled], ...]
    literal: int


def match(question: str, names: Names) -> Match | None:
    """Return the kind of question that fits best: one whose names are all known before one that knows all but one."""
    words = wording().words(question)
    for misspelt in (False, True):
        reading = Reading(words, names, misspelt=misspelt)
        for found in (_in_order(reading), _in_bags(reading)):
            if found:
                return max(found, key=lambda each: each.literal)
    return max(_in_order(Reading(words, names, lenient=True)), key=lambda each: each.literal, default=None)


def _in_order(reading: Reading) -> list[Match]:
    """Return the first way in which the whole question fits each pattern, longest names first."""
    return [
        Match(kind, slots, literal)
        for kind in kinds()
        for pattern in kind.patterns
        for slots, literal in _first(pattern, reading)
    ]


def _first(pattern: Pattern, reading: Reading) -> Iterator[tuple[Fillings, int]]:
    for end, slots, literal in reading.ways(pattern, 0):
        if reading.skip(end) == len(reading.words) and (not reading.lenient or _all_but_one(slots)):
            yield slots, literal
            return


def _all_but_one(slots: Fillings) -> bool:
    return sum(filled.value is None for _, filled in slots) == 1


def _in_bags(reading: Reading) -> list[Match]:
    """Return a way in which the parts of each bag stand somewhere in the question, among words that say nothing."""
    loose = wording().loose
    said = frozenset(at for at, word in enumerate(reading.words) if word not in loose)
    found = []
    for kind in kinds():
        for bag in kind.bags:
            best = max(_packed(bag, reading, said, frozenset()), key=lambda each: each[1], default=None)
            if best is not None:
                slots = tuple((name, filled) for _, name, filled in sorted(best[0], key=lambda each: each[0]))
                found.append(Match(kind, _numbered(slots), best[1]))
    return found


def _packed(
    bag: Pattern, reading: Reading, said: frozenset[int], taken: frozenset[int]
) -> Iterator[tuple[tuple[tuple[int, str, Filled], ...], int]]:
    """Yield what fills the slots of a bag, with its place, and how many words were known, if none is left over."""
    if not bag:
        if said <= taken:
            yield (), 0
        return
    part, rest = bag[0], bag[1:]
    for start in range(len(reading.words)):
        for end, slots, literal in reading.ways((part,), start):
            span = frozenset(range(start, end))
            if span and not span & taken:
                for others, more in _packed(rest, reading, said, taken | span):
                    yield (*((start, name, filled) for name, filled in slots), *others), literal + more


def _numbered(slots: Fillings) -> Fillings:
    """Give the names to {drug} and {other} in the order in which they stand in the question."""
    names = [name for name, _ in slots]
    if sorted(names) == ["drug", "other"]:
        return (("drug", slots[0][1]), ("other", slots[1][1]))
    return slots
