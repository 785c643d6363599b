"""A rule into set operations: from fresh rows of one atom of its body to rows of its head.

Most rules are of one variable and of predicates of one place: those meet by intersection. For the others the variables
are bound atom by atom; a binding is a tuple that starts with the constants of the rule.
"""

import operator
from collections.abc import Callable, Collection, Iterator
from typing import TypeAlias

from ontology.reasoning.datalog import Held
from ontology.reasoning.relations import FEW, Clause, Goal, Relation

#: Fresh rows of one atom in, rows of the head out; some of them may be known.
Join: TypeAlias = Callable[[set[Held]], set[Held]]
#: Bindings in, bindings out; the first step takes rows as they are held.
Step: TypeAlias = Callable[[Collection[Held]], Collection[Held]]
#: Where each argument stands in a binding.
Columns: TypeAlias = dict[int, int]

#: What the guards of rules compare with.
COMPARISONS: dict[str, Callable[[int, int], bool]] = {"!=": operator.ne, "<": operator.lt, "<=": operator.le}


def joins(clause: Clause) -> Iterator[tuple[Relation, Join]]:
    """Yield, for each atom of the body, its relation and what its fresh rows lead to."""
    relations = [goal.relation for goal in clause.body]
    of_one_place = all(len(goal.arguments) == 1 for goal in clause.goals())
    variables = {item for goal in clause.goals() for item in goal.arguments if item < 0}
    plain = of_one_place and len(variables) < 2 and not clause.denied and not clause.guards
    made = [_meeting(clause, n) if plain else _binding(clause, n) for n in range(len(relations))]
    if _is_transitive(clause):
        made = _composing(clause.head.relation, *made)
    for n, (relation, join) in enumerate(zip(relations, made, strict=True)):
        yield relation, _unless_first(join, relation) if relation in relations[:n] else join


def _unless_first(join: Join, relation: Relation) -> Join:
    """Pass over the first batch of a relation, whose rows have met each other at an atom before."""
    return lambda rows: set() if rows is relation.rows else join(rows)


def _is_transitive(clause: Clause) -> bool:
    """Tell whether a rule says that a property leads from one thing to the next and so on."""
    if len({goal.relation for goal in clause.goals()}) > 1 or clause.guards:
        return False
    match [goal.arguments for goal in (clause.head, *clause.body)]:
        case [(start, end), (one, middle), (other, last)]:
            return (
                (start, end, other) == (one, last, middle)
                and len({one, middle, last}) == 3
                and max(one, middle, last) < 0
            )
    return False


def _composing(relation: Relation, ahead: Join, behind: Join) -> list[Join]:
    """Join a transitive property with itself: a row that was first composed need not be met from behind.

    Whatever leads to its first thing is led on by the older rows it was composed of, one by one.
    """
    composed: set[Held] = set()

    def met_ahead(rows: set[Held]) -> set[Held]:
        found = ahead(rows) - relation.rows
        composed.update(found)
        return found

    def met_behind(rows: set[Held]) -> set[Held]:
        fresh = rows - composed
        found = behind(fresh) - relation.rows if fresh else fresh
        composed.update(found)
        return found

    return [met_ahead, met_behind]


def _meeting(clause: Clause, fresh: int) -> Join:
    """Meet the members of predicates by intersection."""
    own = clause.body[fresh].arguments[0]
    rest = [(relation, item) for n, (relation, (item,)) in enumerate(clause.body) if n != fresh]
    others = [relation for relation, item in rest if item < 0]
    fixed = [(relation, item) for relation, item in rest if item >= 0]
    made = clause.head.arguments[0]

    def join(rows: set[Held]) -> set[Held]:
        for relation, place in fixed:
            if place not in relation.rows:
                return set()
        if own < 0:
            found = rows
        elif own in rows:
            found = others[0].rows if others else {own}
        else:
            return set()
        for relation in others:
            found = found & relation.rows
        return found if made < 0 else {made} if found else set()

    return join


def _binding(clause: Clause, fresh: int) -> Join:
    """Bind the variables atom by atom, what is bound most first."""
    constants = dict.fromkeys(item for goal in clause.goals() for item in goal.arguments if item >= 0)
    lead = tuple(constants)
    at: Columns = {item: n for n, item in enumerate(constants)}
    steps = [_start(clause.body[fresh], lead, at)]
    waiting = [goal for n, goal in enumerate(clause.body) if n != fresh]
    while waiting:
        goal = min(waiting, key=lambda each: each.openness(at))
        waiting.remove(goal)
        steps.append(_step(goal, at))
    steps += [_guard(at[one], sign, at[other]) for one, sign, other in clause.guards]
    steps += [_refusal(goal, at) for goal in clause.denied]
    columns = [at[item] for item in clause.head.arguments]
    whole = len(columns) > 1 and columns == [*range(len(at))]
    head = operator.itemgetter(*columns)

    def join(rows: set[Held]) -> set[Held]:
        found: Collection[Held] = rows
        for step in steps:
            if not (found := step(found)):
                return set()
        return set(found) if whole else set(map(head, found))

    return join


def _start(goal: Goal, lead: tuple[int, ...], at: Columns) -> Step:
    """Turn rows into bindings of the atom's variables."""
    items = goal.arguments
    fresh = [n for n, item in enumerate(items) if item < 0 and item not in items[:n]]
    alike = [(n, items.index(item)) for n, item in enumerate(items) if item < 0 and item in items[:n]]
    fixed = [(n, item) for n, item in enumerate(items) if item >= 0]
    at.update({items[n]: len(at) + more for more, n in enumerate(fresh)})
    if len(items) == 1:
        if fixed:
            return lambda rows: [lead] if items[0] in rows else []
        return lambda rows: [(*lead, row) for row in rows]
    if len(items) == 2 and len(fresh) == len(fixed) == 1:
        (place, item), relation = fixed[0], goal.relation
        pair = (lambda other: (other, item)) if place else (lambda other: (item, other))
        return lambda rows: [
            (*lead, other) for other in relation.beside(place, {item}).get(item, ()) if pair(other) in rows
        ]
    if len(fresh) == len(items):
        return lambda rows: [lead + row for row in rows] if lead else rows
    return lambda rows: [
        (*lead, *[row[n] for n in fresh])
        for row in rows
        if all(row[n] == item for n, item in fixed) and all(row[n] == row[other] for n, other in alike)
    ]


def _step(goal: Goal, at: Columns) -> Step:
    """Bind an atom's variables further, or keep the bindings that it holds of."""
    relation, items = goal
    bound = [at.get(item) for item in items]
    for item in items:
        at.setdefault(item, len(at))
    match bound:
        case [None]:
            return lambda found: [(*each, row) for each in found for row in relation.rows]
        case [int(one)]:
            return lambda found: _members(found, relation, one)
        case [int(one), int(other)]:
            return lambda found: _related(found, relation, one, other)
        case [int(one), None]:
            return lambda found: _partners(found, relation, 0, one)
        case [None, int(other)]:
            return lambda found: _partners(found, relation, 1, other)
    if items[0] == items[1]:
        return lambda found: [(*each, one) for each in found for one, other in relation.rows if one == other]
    return lambda found: [each + row for each in found for row in relation.rows]


def _members(found: Collection[Held], relation: Relation, at: int) -> list[Held]:
    rows = relation.rows
    return [each for each in found if each[at] in rows]


def _related(found: Collection[Held], relation: Relation, one: int, other: int) -> list[Held]:
    rows = relation.rows
    return [each for each in found if (each[one], each[other]) in rows]


def _partners(found: Collection[Held], relation: Relation, place: int, at: int) -> list[Held]:
    index = relation.beside(place, {each[at] for each in found} if len(found) <= FEW else None)
    return [(*each, thing) for each in found if each[at] in index for thing in index[each[at]]]


def _guard(one: int, sign: str, other: int) -> Step:
    holds = COMPARISONS[sign]
    return lambda found: [each for each in found if holds(each[one], each[other])]


def _refusal(goal: Goal, at: Columns) -> Step:
    """Drop the bindings that a denied atom holds of; it speaks of what was told alone, so that no order matters."""
    bound = [(n, at[item]) for n, item in enumerate(goal.arguments) if item in at]
    known = {tuple([row[n] for n, _ in bound]) for row in goal.relation.told}
    return lambda found: [each for each in found if tuple([each[place] for _, place in bound]) not in known]
