"""The smallest derivations of a row: all that its rules give, up to some height, and the fewest steps first.

A row's derivations of a height are put together from those of its premises of one height less, and only the smallest
are kept.
"""

from itertools import product

from ontology.reasoning.datalog import Held, Rule
from ontology.reasoning.derivations import Derivation, Derivations, Told
from ontology.reasoning.relations import Relation

#: Higher derivations are not looked for.
HEIGHT = 8


def smallest(derivations: Derivations, relation: Relation, row: Held, limit: int) -> tuple[Derivation, ...]:
    """Return so many derivations of a row that holds, the smallest first; none where it takes a higher one."""
    return tuple(each for _, each in _Search(derivations, limit).best((relation, row), HEIGHT))


class _Search:
    """One search, which keeps the best derivations of each row by height."""

    def __init__(self, derivations: Derivations, limit: int) -> None:
        self._from, self._limit = derivations, limit
        self._known: dict[tuple[Told, int], list[tuple[int, Derivation]]] = {}
        self._ways: dict[Told, list[tuple[Rule, tuple[Told, ...]]]] = {}

    def best(self, row: Told, height: int) -> list[tuple[int, Derivation]]:
        """Return the smallest derivations up to a height, each with its size."""
        relation, held = row
        if held in relation.told:
            return [(1, self._from.derivation(row))]
        if not height:
            return []
        key = (row, height)
        if key not in self._known:
            self._known[key] = self._made(row, height)
        return self._known[key]

    def _made(self, row: Told, height: int) -> list[tuple[int, Derivation]]:
        if row not in self._ways:
            self._ways[row] = list(self._from.ways(*row))
        found: dict[Derivation, int] = {}
        for rule, premises in self._ways[row]:
            choices = [self.best(premise, height - 1) for premise in premises]
            for chosen in product(*choices):
                derivation = self._from.derivation(row, rule, [each for _, each in chosen])
                if not any(_holds(each, derivation) for _, each in chosen):
                    found[derivation] = bool(rule.axiom) + sum(size for size, _ in chosen)
        ordered = sorted(((size, each) for each, size in found.items()), key=lambda pair: (pair[0], _text(pair[1])))
        return ordered[: self._limit]


def _holds(derivation: Derivation, goal: Derivation) -> bool:
    """Tell whether a derivation goes through a row: to prove a thing by itself proves nothing."""
    if (derivation.predicate, derivation.row) == (goal.predicate, goal.row):
        return True
    return any(_holds(premise, goal) for premise in derivation.premises)


def _text(derivation: Derivation) -> str:
    inner = " ".join(map(_text, derivation.premises))
    return f"{derivation.rule.axiom if derivation.rule else ''} {derivation.predicate} {inner}"
