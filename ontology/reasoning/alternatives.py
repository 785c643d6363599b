"""The smallest derivations of a row: all that its rules give, up to some height, and the fewest steps first.

The engine remembers one derivation. Here the rules are run backwards over the rows that it found: a row's derivations
of a height are put together from those of its premises of one height less, and only the smallest are kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product
from typing import TypeAlias

from ontology.reasoning.datalog import Argument, Atom, Predicate, Program, Rule, Thing
from ontology.reasoning.saturation import Derivation

Row: TypeAlias = tuple[Thing, ...]
Bound: TypeAlias = dict[str, Thing]

#: Derivations higher than this are found by the engine alone.
HEIGHT = 8
#: So many ways to meet a rule's body are looked at.
_WAYS = 200


class Alternatives:
    """The rows of a program that has run, asked for derivations."""

    def __init__(self, program: Program, rows: Callable[[Predicate], Iterable[Row]]) -> None:
        """Take the program and what gives the rows of a predicate, told and derived."""
        self._program, self._source = program, rows
        self._rules: defaultdict[Predicate, list[Rule]] = defaultdict(list)
        for rule in program.rules:
            self._rules[rule.head.predicate].append(rule)
        self._rows: dict[Predicate, dict[Row, None]] = {}
        self._by_place: dict[tuple[Predicate, int], dict[Thing, list[Row]]] = {}

    def smallest(self, predicate: Predicate, row: Row, limit: int) -> tuple[Derivation, ...]:
        """Return so many derivations of a row, the smallest first; none where it does not hold."""
        return tuple(each for _, each in _Search(self, limit).best(predicate, row, HEIGHT))

    def told(self, predicate: Predicate, row: Row) -> bool:
        """Tell whether a row was asserted."""
        return row in self._program.facts.get(predicate, ())

    def ways(self, predicate: Predicate, row: Row) -> Iterator[tuple[Rule, tuple[tuple[Predicate, Row], ...]]]:
        """Yield each rule that gives a row, with the rows that meet its body."""
        for rule in self._rules.get(predicate, ()):
            bound = _unified(rule.head.arguments, row, {})
            if bound is not None:
                for met in islice(self._met(rule, [atom for atom in rule.body if not atom.negated], bound), _WAYS):
                    yield rule, tuple((atom.predicate, _row(atom, met)) for atom in rule.body if not atom.negated)

    def _met(self, rule: Rule, body: list[Atom], bound: Bound) -> Iterator[Bound]:
        """Yield the bindings under which what is left of a body holds, its most bound atom first."""
        if not body:
            if all(_differ(guard, bound) for guard in rule.guards) and not self._refused(rule, bound):
                yield bound
            return
        atom = min(body, key=lambda each: sum(item not in bound for item in each.arguments if isinstance(item, str)))
        rest = [each for each in body if each is not atom]
        for row in self._fitting(atom, bound):
            further = _unified(atom.arguments, row, bound)
            if further is not None:
                yield from self._met(rule, rest, further)

    def _refused(self, rule: Rule, bound: Bound) -> bool:
        negated = (atom for atom in rule.body if atom.negated)
        return any(
            _unified(atom.arguments, row, bound) is not None for atom in negated for row in self._fitting(atom, bound)
        )

    def _fitting(self, atom: Atom, bound: Bound) -> Iterable[Row]:
        """Give the rows that can meet an atom."""
        given = [bound.get(item) if isinstance(item, str) else item for item in atom.arguments]
        rows = self._of(atom.predicate)
        if all(item is not None for item in given):
            row = tuple(item for item in given if item is not None)
            return (row,) if row in rows else ()
        place = next((at for at, item in enumerate(given) if item is not None), None)
        if place is None:
            return rows
        key = (atom.predicate, place)
        if key not in self._by_place:
            index = self._by_place[key] = {}
            for row in rows:
                index.setdefault(row[place], []).append(row)
        thing = given[place]
        return self._by_place[key].get(thing, ()) if thing is not None else ()

    def _of(self, predicate: Predicate) -> dict[Row, None]:
        if predicate not in self._rows:
            self._rows[predicate] = dict.fromkeys(self._source(predicate))
        return self._rows[predicate]


class _Search:
    """One search, which keeps the best derivations of each row by height."""

    def __init__(self, alternatives: Alternatives, limit: int) -> None:
        self._from, self._limit = alternatives, limit
        self._known: dict[tuple[Predicate, Row, int], list[tuple[int, Derivation]]] = {}
        self._ways: dict[tuple[Predicate, Row], list[tuple[Rule, tuple[tuple[Predicate, Row], ...]]]] = {}

    def best(self, predicate: Predicate, row: Row, height: int) -> list[tuple[int, Derivation]]:
        """Return the smallest derivations up to a height, each with its size."""
        if self._from.told(predicate, row):
            return [(1, Derivation(predicate, row))]
        if not height:
            return []
        key = (predicate, row, height)
        if key not in self._known:
            found: dict[Derivation, int] = {}
            if key[:2] not in self._ways:
                self._ways[key[:2]] = list(self._from.ways(predicate, row))
            for rule, premises in self._ways[key[:2]]:
                choices = [self.best(*premise, height - 1) for premise in premises]
                for chosen in product(*choices):
                    derivation = Derivation(predicate, row, rule, tuple(each for _, each in chosen))
                    if not any(_holds(each, predicate, row) for _, each in chosen):
                        found[derivation] = bool(rule.axiom) + sum(size for size, _ in chosen)
            ordered = sorted(((size, each) for each, size in found.items()), key=lambda pair: (pair[0], _text(pair[1])))
            self._known[key] = ordered[: self._limit]
        return self._known[key]


def _holds(derivation: Derivation, predicate: Predicate, row: Row) -> bool:
    """Tell whether a derivation goes through a row: to prove a thing by itself proves nothing."""
    if (derivation.predicate, derivation.row) == (predicate, row):
        return True
    return any(_holds(premise, predicate, row) for premise in derivation.premises)


def _text(derivation: Derivation) -> str:
    inner = " ".join(map(_text, derivation.premises))
    return f"{derivation.rule.axiom if derivation.rule else ''} {derivation.predicate} {inner}"


def _unified(arguments: tuple[Argument, ...], row: Row, bound: Bound) -> Bound | None:
    found = dict(bound)
    for argument, thing in zip(arguments, row, strict=True):
        if isinstance(argument, str):
            if found.setdefault(argument, thing) != thing:
                return None
        elif argument != thing:
            return None
    return found


def _row(atom: Atom, bound: Bound) -> Row:
    return tuple(bound[item] if isinstance(item, str) else item for item in atom.arguments)


def _differ(guard: str, bound: Bound) -> bool:
    one, _, other = guard.partition(" != ")
    return bound.get(one) != bound.get(other)
