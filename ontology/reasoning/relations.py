"""Rows and rules in numbers: a thing is its place in a list, a variable a negative number.

Rows come up in batches. A batch is known by the moment at which it was taken up, so that what a row was derived from is
known to be older than the row.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ontology.reasoning.datalog import Held, Predicate, Rule

Index: TypeAlias = dict[int, list[int]]

#: So few things, and so few times, are looked for without an index.
FEW = 8
#: An index of so many rows is made in a few milliseconds.
_SMALL = 20_000


class Relation:
    """The rows of one predicate: those taken up so far, those that wait, and those that were told."""

    __slots__ = ("_first", "_indexes", "_later", "_looks", "pending", "predicate", "rows", "told")

    def __init__(self, predicate: Predicate, told: set[Held]) -> None:
        """Take the predicate and the rows that are told, which wait to be taken up; no set that is given is changed."""
        self.predicate, self.told = predicate, told
        self.rows: set[Held] = set()
        self.pending: set[Held] = told
        self._first: int | None = None
        self._later: list[tuple[int, set[Held]]] = []
        self._indexes: dict[int, Index] = {}
        self._looks = 0

    def wait(self, rows: set[Held]) -> None:
        """Let rows wait to be taken up."""
        if self.pending and self.pending is not self.told:
            self.pending |= rows
        else:
            self.pending = self.pending | rows

    def take(self, moment: int) -> set[Held]:
        """Take up what waits, and return it."""
        batch, self.pending = self.pending, set()
        if self._first is None:
            self._first, self.rows = moment, batch
        else:
            if self.rows is self.told:
                self.rows = set(self.rows)
            self.rows |= batch
            self._later.append((moment, batch))
        for place, index in self._indexes.items():
            _enter(index, place, batch)
        return batch

    def beside(self, place: int, few: set[int] | None = None) -> Index:
        """Return, for each thing at one of two places, what stands at the other; if few are wanted, for these at least.

        An index takes time to make and to keep: for few things, the first times, a look at every row is enough.
        """
        if few is not None and place not in self._indexes:
            self._looks += 1
            if self._looks <= FEW:
                found: Index = {}
                _enter(found, place, [row for row in self.rows if row[place] in few])
                return found
        return self._index(place)

    def partners(self, place: int, thing: int) -> list[int]:
        """Return what stands beside a thing, in order; no index of a large relation is made for it."""
        if place in self._indexes or len(self.rows) <= _SMALL:
            return sorted(self._index(place).get(thing, ()))
        return sorted([row[1 - place] for row in self.rows if row[place] == thing])

    def moment(self, row: Held) -> int | None:
        """Return when a row was taken up; a row that was told is older than all others."""
        if row in self.told:
            return -1
        if row not in self.rows:
            return None
        return next((moment for moment, batch in self._later if row in batch), self._first)

    def _index(self, place: int) -> Index:
        index = self._indexes.get(place)
        if index is None:
            index = self._indexes[place] = {}
            _enter(index, place, self.rows)
        return index


def _enter(index: Index, place: int, rows: Iterable[Held]) -> None:
    """Add rows to an index."""
    get = index.get
    for row in rows:
        thing = row[place]
        if (found := get(thing)) is None:
            index[thing] = [row[1 - place]]
        else:
            found.append(row[1 - place])


class Goal(NamedTuple):
    """An atom in numbers."""

    relation: Relation
    arguments: tuple[int, ...]

    def openness(self, bound: Container[int]) -> tuple[int, int]:
        """Rank an atom by how many of its variables are not bound, then by how few arguments are."""
        free = sum(item < 0 and item not in bound for item in self.arguments)
        return (free, free - len(self.arguments))

    def row(self, bound: dict[int, int]) -> Held:
        """Return the row that the atom says, its variables being bound."""
        row = tuple([bound[item] if item < 0 else item for item in self.arguments])
        return row if len(row) > 1 else row[0]


@dataclass(frozen=True, slots=True)
class Clause:
    """A rule in numbers; `denied` are the atoms of its body that must not hold, `guards` compare two arguments."""

    rule: Rule
    head: Goal
    body: tuple[Goal, ...]
    denied: tuple[Goal, ...] = ()
    guards: tuple[tuple[int, str, int], ...] = ()

    def goals(self) -> Iterator[Goal]:
        """Give every atom, the head first."""
        yield self.head
        yield from self.body
        yield from self.denied
