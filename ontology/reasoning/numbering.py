"""Things by number: a number is quickly compared and kept in sets, a term of a graph is not."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import TypeAlias, TypeVar

from ontology.reasoning.expressions import Term

_Thing = TypeVar("_Thing")

Pair: TypeAlias = tuple[int, int]


class Numbering(list[_Thing]):
    """Things in a list, which also tells the place of each."""

    def __init__(self, things: Iterable[_Thing] = ()) -> None:
        """Take things, each of them once."""
        super().__init__(things)
        self._places = {thing: place for place, thing in enumerate(self)}

    def place(self, thing: _Thing) -> int:
        """Return the place of a thing; a new one is put to the end."""
        place = self._places.setdefault(thing, len(self))
        if place == len(self):
            self.append(thing)
        return place

    def known(self, thing: _Thing) -> int | None:
        """Return the place of a thing, if it has one."""
        return self._places.get(thing)


def numbered(
    singles: Iterable[Iterable[Term]], pairs: Iterable[Iterable[tuple[Term, Term]]]
) -> tuple[Numbering[Term], list[set[int]], list[set[Pair]]]:
    """Write rows of one place and of two in numbers, which follow the names of the terms.

    Each term is looked up once, for a number of the moment, which is then changed for the last one.
    """
    drafts: defaultdict[Term, int] = defaultdict(count().__next__)
    ones = [[drafts[one] for one in rows] for rows in singles]
    twos = [[(drafts[one], drafts[other]) for one, other in rows] for rows in pairs]
    things = Numbering(sorted(drafts, key=str))
    last = [0] * len(things)
    for place, thing in enumerate(things):
        last[drafts[thing]] = place
    return (
        things,
        [{last[one] for one in rows} for rows in ones],
        [{(last[one], last[other]) for one, other in rows} for rows in twos],
    )
