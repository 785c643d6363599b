"""Why a row holds: the rules run backwards over the rows that they found."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from ontology.reasoning.datalog import Held, Predicate, Rule, Thing
from ontology.reasoning.joins import COMPARISONS
from ontology.reasoning.relations import Clause, Goal, Relation

Bound: TypeAlias = dict[int, int]
#: A row that holds.
Told: TypeAlias = tuple[Relation, Held]

#: So many ways to meet a rule's body are looked at.
_WAYS = 200


@dataclass(frozen=True, slots=True)
class Derivation:
    """A row with the rule that gave it and the derivations of what that rule took; without a rule, a fact."""

    predicate: Predicate
    row: tuple[Thing, ...]
    rule: Rule | None = None
    premises: "tuple[Derivation, ...]" = ()


class Derivations:
    """The rules of a program that has run."""

    def __init__(self, clauses: Iterable[Clause], things: Sequence[Thing]) -> None:
        """Take the rules, and what the numbers stand for."""
        self._things = things
        self._clauses: defaultdict[Relation, list[Clause]] = defaultdict(list)
        for clause in clauses:
            self._clauses[clause.head.relation].append(clause)

    def derivation(self, row: Told, rule: Rule | None = None, premises: Sequence[Derivation] = ()) -> Derivation:
        """Write a derivation in full."""
        relation, held = row
        places = held if isinstance(held, tuple) else (held,)
        return Derivation(relation.predicate, tuple([self._things[place] for place in places]), rule, tuple(premises))

    def first(self, relation: Relation, row: Held) -> Derivation:
        """Return a derivation from rows that came up before the row, which each has."""
        moment = relation.moment(row)
        if moment is None or moment < 0:
            return self.derivation((relation, row))
        older = (
            (rule, premises)
            for rule, premises in self.ways(relation, row)
            if all(_before(premise, moment) for premise in premises)
        )
        rule, premises = next(older)
        return self.derivation((relation, row), rule, [self.first(*premise) for premise in premises])

    def ways(self, relation: Relation, row: Held) -> Iterator[tuple[Rule, tuple[Told, ...]]]:
        """Yield each rule that gives a row, with the rows that meet its body; what only limits the rule is left out."""
        for clause in self._clauses.get(relation, ()):
            bound = _unified(clause.head.arguments, row if isinstance(row, tuple) else (row,), {})
            if bound is not None:
                shown = clause.body[: len(clause.body) - clause.rule.limits]
                for met in islice(_met(clause, clause.body, bound), _WAYS):
                    yield clause.rule, tuple([(goal.relation, goal.row(met)) for goal in shown])


def _before(premise: Told, moment: int) -> bool:
    relation, row = premise
    found = relation.moment(row)
    return found is not None and found < moment


def _met(clause: Clause, body: Collection[Goal], bound: Bound) -> Iterator[Bound]:
    """Yield the bindings under which what is left of a body holds, its most bound and smallest atom first."""
    if not body:
        if _allowed(clause, bound):
            yield bound
        return
    goal = min(body, key=lambda each: (each.openness(bound), len(each.relation.rows)))
    rest = [each for each in body if each is not goal]
    for further in _fitting(goal, bound):
        yield from _met(clause, rest, further)


def _fitting(goal: Goal, bound: Bound) -> Iterator[Bound]:
    """Yield the bindings under which an atom holds, in one order."""
    relation, items = goal
    given = [item if item >= 0 else bound.get(item) for item in items]
    if None not in given:
        if (given[0] if len(given) == 1 else tuple(given)) in relation.rows:
            yield bound
        return
    match given:
        case [None]:
            for thing in sorted(relation.rows):
                yield {**bound, items[0]: thing}
        case [int(thing), None]:
            for other in relation.partners(0, thing):
                yield {**bound, items[1]: other}
        case [None, int(thing)]:
            for other in relation.partners(1, thing):
                yield {**bound, items[0]: other}
        case _:
            for row in sorted(relation.rows):
                if (further := _unified(items, row, bound)) is not None:
                    yield further


def _allowed(clause: Clause, bound: Bound) -> bool:
    """Tell whether the guards of a rule and what it denies let a binding pass."""
    for one, sign, other in clause.guards:
        left, right = (item if item >= 0 else bound[item] for item in (one, other))
        if not COMPARISONS[sign](left, right):
            return False
    return not any(True for goal in clause.denied for _ in _fitting(goal, bound))


def _unified(arguments: tuple[int, ...], row: tuple[int, ...], bound: Bound) -> Bound | None:
    found = dict(bound)
    for item, place in zip(arguments, row, strict=True):
        if (found.setdefault(item, place) if item < 0 else item) != place:
            return None
    return found
