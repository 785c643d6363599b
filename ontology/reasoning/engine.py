"""A program that has run: its rules applied to their end, with the rows of each predicate and why each of them holds.

The evaluation is semi-naive. The rows of a predicate that wait are taken up as one batch and joined, by set operations,
with all that was taken up before; predicates that others rest on come first, so that most are taken up once.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from heapq import heappop, heappush

from ontology.reasoning.datalog import Argument, Atom, Held, Predicate, Program, Rule, Thing
from ontology.reasoning.derivations import Derivation, Derivations
from ontology.reasoning.joins import Join, joins
from ontology.reasoning.relations import Clause, Goal, Relation

_NONE: frozenset[Held] = frozenset()


class Engine:
    """A program that has run."""

    def __init__(self, program: Program) -> None:
        """Run the program."""
        self.program = program
        self.things = program.things
        self.derived = frozenset(rule.head.predicate for rule in program.rules)
        self._relations = {each: Relation(each, program.facts.get(each, set())) for each in program.predicates()}
        clauses = [self._clause(rule) for rule in program.rules]
        self.derivations = Derivations(clauses, self.things)
        self._uses: dict[Relation, list[tuple[Relation, Join]]] = {each: [] for each in self._relations.values()}
        for clause in clauses:
            for relation, join in joins(clause):
                self._uses[relation].append((clause.head.relation, join))
        self._order = _ordered({relation: [head for head, _ in heads] for relation, heads in self._uses.items()})
        self._moment = 0
        self._run()

    def add(self, predicate: Predicate, rows: AbstractSet[Held]) -> None:
        """Add rows, which count as told, and go on to the end; nothing where the program lacks the predicate."""
        relation = self._relations.get(predicate)
        if relation and (fresh := {*rows} - relation.rows):
            relation.told = relation.told | fresh
            relation.wait(fresh)
            self._run()

    def knows(self, predicate: Predicate) -> bool:
        """Tell whether the program has a predicate."""
        return predicate in self._relations

    def rows(self, predicate: Predicate) -> AbstractSet[Held]:
        """Return the rows of a predicate as they are held; none for one that the program lacks."""
        relation = self._relations.get(predicate)
        return relation.rows if relation else _NONE

    def told(self, predicate: Predicate) -> AbstractSet[Held]:
        """Return the rows of a predicate that were asserted."""
        relation = self._relations.get(predicate)
        return relation.told if relation else _NONE

    def members(self, predicate: Predicate) -> tuple[Thing, ...]:
        """Return what belongs to a predicate of one place, in order."""
        return tuple([self.things[place] for place in sorted(self.rows(predicate))])

    def memberships(self) -> Iterator[tuple[Predicate, Thing]]:
        """Give every row of a program whose predicates have one place, told or derived."""
        for predicate in self._relations:
            for thing in self.members(predicate):
                yield predicate, thing

    def named(self, row: Held) -> tuple[Thing, ...]:
        """Return the things that a row as it is held stands for."""
        return tuple([self.things[place] for place in (row if isinstance(row, tuple) else (row,))])

    def held(self, row: Sequence[Thing]) -> Held | None:
        """Return a row in numbers, or nothing where the program does not know a thing in it."""
        places = [self.things.known(thing) for thing in row]
        return None if None in places else tuple(places) if len(places) > 1 else places[0]

    def found(self, predicate: Predicate, row: Sequence[Thing]) -> tuple[Relation, Held] | None:
        """Return a row in numbers with its relation, or nothing where it does not hold."""
        relation, held = self._relations.get(predicate), self.held(row)
        return (relation, held) if relation and held in relation.rows else None

    def trace(self, predicate: Predicate, row: Sequence[Thing]) -> Derivation | None:
        """Return a derivation of a row, or nothing where it does not hold."""
        goal = self.found(predicate, row)
        return self.derivations.first(*goal) if goal else None

    def _clause(self, rule: Rule) -> Clause:
        """Write a rule in numbers."""
        variables: dict[str, int] = {}

        def number(item: Argument) -> int:
            return variables.setdefault(item, ~len(variables)) if isinstance(item, str) else self.things.place(item)

        def goal(atom: Atom) -> Goal:
            return Goal(self._relations[atom.predicate], tuple(map(number, atom.arguments)))

        body = tuple(goal(atom) for atom in rule.body if not atom.negated)
        denied = tuple(goal(atom) for atom in rule.body if atom.negated)
        guards = tuple((number(one), sign, number(other)) for one, sign, other in map(str.split, rule.guards))
        return Clause(rule, goal(rule.head), body, denied, guards)

    def _run(self) -> None:
        """Take up what waits until nothing does."""
        ranks = {relation: rank for rank, relation in enumerate(self._order)}
        waiting = [rank for rank, relation in enumerate(self._order) if relation.pending]
        while waiting:
            relation = self._order[heappop(waiting)]
            fresh = relation.take(self._moment)
            self._moment += 1
            for head, join in self._uses[relation]:
                if found := join(fresh) - head.rows:
                    if not head.pending:
                        heappush(waiting, ranks[head])
                    head.wait(found)


def _ordered(leads: dict[Relation, list[Relation]]) -> list[Relation]:
    """Put relations in an order in which each comes before those it leads to, except within a circle."""
    left: list[Relation] = []
    seen: set[Relation] = set()
    for start, heads in leads.items():
        path = [] if start in seen else [(start, iter(heads))]
        seen.add(start)
        while path:
            relation, onward = path[-1]
            further = next((each for each in onward if each not in seen), None)
            if further is None:
                left.append(relation)
                path.pop()
            else:
                seen.add(further)
                path.append((further, iter(leads[further])))
    return left[::-1]
