"""The reasoning about classes: rules of one variable, run to their end in the order in which conclusions come up.

A taxonomy is a few hundred prototypes under some thousand rules. Nemo would take longer to read the rules than this to
apply them.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.reasoning.datalog import Atom, Predicate, Program, Rule, Thing

#: Stands for the variable of a rule.
_ANY = -1


@dataclass(frozen=True, slots=True)
class Derivation:
    """A row with the rule that first gave it and the derivations of what that rule took; without a rule, a fact."""

    predicate: Predicate
    row: tuple[Thing, ...]
    rule: Rule | None = None
    premises: "tuple[Derivation, ...]" = ()


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A rule in numbers: predicate and thing of each atom, with `_ANY` where the variable stands."""

    rule: Rule
    head: tuple[int, int]
    body: tuple[tuple[int, int], ...]

    @property
    def general(self) -> int | None:
        """A predicate that the variable must belong to, if the body has the variable."""
        return next((predicate for predicate, thing in self.body if thing == _ANY), None)


class Saturation:
    """A program of one variable that has run."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._predicates = program.predicates()
        self._things = program.things()
        self._predicate_numbers = {predicate: number for number, predicate in enumerate(self._predicates)}
        self._thing_numbers = {thing: number for number, thing in enumerate(self._things)}
        self._members: list[dict[int, Rule | None]] = [{} for _ in self._predicates]
        self._waiting: deque[tuple[int, int]] = deque()
        self._by_member: dict[tuple[int, int], list[_Numbered]] = {}
        for rule in program.rules:
            numbered = _Numbered(rule, self._number(rule.head), tuple(map(self._number, rule.body)))
            for atom in numbered.body:
                self._by_member.setdefault(atom, []).append(numbered)
        for number, predicate in enumerate(self._predicates):
            for place in sorted(self._thing_numbers[thing] for (thing,) in program.facts.get(predicate, ())):
                self._add(number, place, None)
        while self._waiting:
            self._follow(*self._waiting.popleft())

    def members(self, predicate: Predicate) -> tuple[Thing, ...]:
        """Return what belongs to a predicate, in the order in which that came up."""
        number = self._predicate_numbers.get(predicate)
        return () if number is None else tuple(self._things[thing] for thing in self._members[number])

    def things_of(self, predicate: Predicate) -> Iterator[tuple[Thing, ...]]:
        """Give the rows of a predicate, in the order in which they came up."""
        for thing in self.members(predicate):
            yield (thing,)

    def memberships(self) -> Iterator[tuple[Predicate, Thing]]:
        """Give every membership, told or derived."""
        for predicate in self._predicates:
            for thing in self.members(predicate):
                yield predicate, thing

    def trace(self, predicate: Predicate, row: tuple[Thing, ...]) -> Derivation | None:
        """Return the derivation of a row, or nothing where it does not hold."""
        (thing,) = row
        number, place = self._predicate_numbers.get(predicate), self._thing_numbers.get(thing)
        if number is None or place is None or place not in self._members[number]:
            return None
        rule = self._members[number][place]
        if rule is None:
            return Derivation(predicate, row)
        rows = (tuple(thing if isinstance(item, str) else item for item in atom.arguments) for atom in rule.body)
        found = (self.trace(atom.predicate, row) for atom, row in zip(rule.body, rows, strict=True))
        return Derivation(predicate, row, rule, tuple(premise for premise in found if premise))

    def _number(self, atom: Atom) -> tuple[int, int]:
        (argument,) = atom.arguments
        place = _ANY if isinstance(argument, str) else self._thing_numbers[argument]
        return (self._predicate_numbers[atom.predicate], place)

    def _follow(self, predicate: int, thing: int) -> None:
        for rule in self._by_member.get((predicate, _ANY), ()):
            self._fire(rule, thing)
        for rule in self._by_member.get((predicate, thing), ()):
            general = rule.general
            for other in (thing,) if general is None else tuple(self._members[general]):
                self._fire(rule, other)

    def _fire(self, rule: _Numbered, thing: int) -> None:
        for predicate, place in rule.body:
            if (thing if place == _ANY else place) not in self._members[predicate]:
                return
        predicate, place = rule.head
        self._add(predicate, thing if place == _ANY else place, rule.rule)

    def _add(self, predicate: int, thing: int, rule: Rule | None) -> None:
        if thing not in self._members[predicate]:
            self._members[predicate][thing] = rule
            self._waiting.append((predicate, thing))
