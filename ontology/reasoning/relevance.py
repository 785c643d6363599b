"""Keeps denials to the things that they are asked of: of thousands of entities most are nobody's question.

What something is not grows with the number of classes times that of entities, while only what sources speak of, and
what someone asks about, needs it. A rule that denies something of a thing is therefore held to relevant things. A thing
is relevant as well

- where a denial about it leads to one about a relevant thing, which rules of their own tell;
- where it is in doubt: it belongs to a union, and nothing but what it is not could tell to which part of it.

A denial that leads to something affirmed or to another thing in any other way is worked out for all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ontology.reasoning.datalog import RELEVANT, Argument, Atom, Predicate, Rule, Thing
from ontology.reasoning.engine import Engine
from ontology.reasoning.expressions import And, Signed


@dataclass(frozen=True, slots=True)
class Doubt:
    """A rule that affirms something of what belongs to all of `given` and is known to belong to none of `excluded`."""

    head: Predicate
    given: tuple[Predicate, ...]
    excluded: tuple[Predicate, ...]


def limited(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Hold the rules that deny something to relevant things, and give the rules by which relevance spreads."""
    rules = list(rules)
    needed = _needed(rules)
    spread: dict[Rule, None] = {}
    for rule in rules:
        thing = rule.head.arguments[0]
        if not _denies(rule.head.predicate) or rule.head.predicate in needed or not isinstance(thing, str):
            yield rule
            continue
        relevant = Atom(RELEVANT, (thing,))
        yield replace(rule, body=(*rule.body, relevant), limits=rule.limits + 1)
        for other, link in _links(rule).items():
            if link:
                spread[Rule(Atom(RELEVANT, (other,)), (link, relevant))] = None
    yield from spread


class Relevance:
    """What is relevant in a program that has run; it grows by what someone asks about."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine, and go on until nothing is in doubt."""
        self._engine = engine
        self._doubts = tuple(dict.fromkeys(found for rule in engine.program.rules if (found := _doubt(rule))))
        self._settle()

    def consider(self, thing: Thing) -> None:
        """Work out what is denied of a thing."""
        place = self._engine.held((thing,))
        if place is not None and place not in self._engine.rows(RELEVANT):
            self._engine.add(RELEVANT, {place})
            self._settle()

    def _settle(self) -> None:
        while self._engine.knows(RELEVANT) and (found := self._in_doubt()):
            self._engine.add(RELEVANT, found)

    def _in_doubt(self) -> set[int]:
        """Find what belongs to a union and to no part of it that is known."""
        rows = self._engine.rows
        relevant = rows(RELEVANT)
        found: set[int] = set()
        for doubt in self._doubts:
            things = {*rows(doubt.given[0])} - relevant - rows(doubt.head)
            found.update(things.intersection(*map(rows, doubt.given)).difference(*map(rows, doubt.excluded)))
        return found


def _doubt(rule: Rule) -> Doubt | None:
    """Read a rule as a doubt, if it affirms something and no more is needed than what its one thing is and is not."""
    atoms = [atom for atom in rule.body if atom.predicate != RELEVANT]
    denied = [atom.predicate for atom in atoms if _denies(atom.predicate)]
    given = [atom.predicate for atom in atoms if not _denies(atom.predicate)]
    plain = all(atom.arguments == rule.head.arguments for atom in atoms) and len(rule.head.arguments) == 1
    if not denied or not given or not plain or _denies(rule.head.predicate):
        return None
    opposite = (Predicate("member", -each.of) for each in denied if isinstance(each.of, Signed))
    return Doubt(rule.head.predicate, tuple(given), tuple(opposite))


def _needed(rules: list[Rule]) -> set[Predicate]:
    """Find the denials that must be worked out for all things."""
    found: set[Predicate] = set()
    waiting: list[Predicate] = []
    by_head: dict[Predicate, list[Rule]] = {}

    def need(atoms: Iterable[Atom]) -> None:
        fresh = {atom.predicate for atom in atoms if _denies(atom.predicate)} - found
        found.update(fresh)
        waiting.extend(fresh)

    for rule in rules:
        if _denies(rule.head.predicate):
            by_head.setdefault(rule.head.predicate, []).append(rule)
            links = _links(rule)
            need(atom for atom in rule.body if links.get(atom.arguments[0], atom) is None)
        elif not _doubt(rule):
            need(rule.body)
    while waiting:
        for rule in by_head.get(waiting.pop(), ()):
            need(rule.body)
    return found


def _links(rule: Rule) -> dict[Argument, Atom | None]:
    """Return the other things of which the body denies something, each with the atom that links it to the head's."""
    thing = rule.head.arguments[0]
    others = [atom.arguments[0] for atom in rule.body if _denies(atom.predicate) and atom.arguments[0] != thing]
    affirmed = [atom for atom in rule.body if not _denies(atom.predicate)]
    return {
        other: next((atom for atom in affirmed if {*atom.arguments} == {thing, other}), None)
        for other in others
        if isinstance(other, str)
    }


def _denies(predicate: Predicate) -> bool:
    """Tell whether a predicate says what does not hold."""
    if predicate.kind == "value":
        return not predicate.positive
    return predicate.kind == "member" and isinstance(predicate.of, Signed) and _negative(predicate.of)


def _negative(signed: Signed) -> bool:
    """Tell whether an expression says what its members are not; a union is written as a denial, yet it does not."""
    match signed.expression:
        case And(parts) if parts and all(map(_negative, parts)):
            return signed.positive
    return not signed.positive
