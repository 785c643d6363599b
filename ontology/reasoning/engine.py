"""Nemo at work: a program in, rows and derivations out."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ontology.errors import OntologyError
from ontology.reasoning.datalog import Predicate, Program, Rows, Thing, render
from ontology.reasoning.saturation import Derivation

_FACT = re.compile(r"q(\d+)\(([\d, ]*)\)")


class Engine:
    """A program that has run: it gives the rows of each predicate and the derivation of each row."""

    def __init__(self, program: Program) -> None:
        import nmo_python  # noqa: PLC0415  # a quarter of a second and 30 MB that only reasoning needs

        self.program = program
        self.things = program.things()
        self._predicates = program.predicates()
        self._numbers = {predicate: number for number, predicate in enumerate(self._predicates)}
        self._places = {thing: place for place, thing in enumerate(self.things)}
        self._rows: dict[Predicate, list[tuple[int, ...]]] = {}
        #: The rows that were asserted, as places in `things`.
        self.told: dict[Predicate, set[tuple[int, ...]]] = {}
        self.derived = frozenset(rule.head.predicate for rule in program.rules)
        with TemporaryDirectory(prefix="dispensatory-") as folder:
            lines = [*self._import(Path(folder)), *render(program, self._numbers, self._places)]
            lines += [f"@output q{self._numbers[predicate]} ." for predicate in self._predicates]
            try:
                self._nemo = nmo_python.NemoEngine(nmo_python.load_string("\n".join(lines)))
                self._nemo.reason()
            except Exception as error:
                if type(error).__name__ != "NemoError":  # the module does not export it
                    raise
                raise OntologyError(
                    f"the rules do not run ({error}); look for a fault in ontology/rules/*.rls"
                ) from error

    def _import(self, folder: Path) -> Iterator[str]:
        """Write the facts into files, one a predicate: in the program's text they would take minutes."""
        for predicate, rows in self.program.facts.items():
            if rows:
                told = self.told[predicate] = _placed(rows, self._places)
                number, columns = self._numbers[predicate], ",".join(["int"] * len(next(iter(told))))
                path = folder / f"q{number}.csv"
                path.write_text("".join(_lines(sorted(told))), encoding="ascii")
                yield f'@import q{number} :- csv{{resource="{path.as_posix()}",format=({columns})}} .'

    def rows(self, predicate: Predicate) -> list[tuple[int, ...]]:
        """Return the rows of a predicate as places in `things`, in no order; none for one that the program lacks."""
        if predicate not in self._numbers:
            return []
        if predicate not in self._rows:
            self._rows[predicate] = list(map(tuple, self._nemo.result(f"q{self._numbers[predicate]}")))
        return self._rows[predicate]

    def things_of(self, predicate: Predicate) -> Iterator[tuple[Thing, ...]]:
        """Give the rows of a predicate, in order."""
        for row in self.rows(predicate):
            yield tuple([self.things[place] for place in row])

    def trace(self, predicate: Predicate, row: tuple[Thing, ...]) -> Derivation | None:
        """Return the derivation of a row, or nothing where it does not hold."""
        places = [self._places.get(thing) for thing in row]
        if predicate not in self._numbers or None in places:
            return None
        trace = self._nemo.trace(f"q{self._numbers[predicate]}({','.join(map(str, places))})")
        return None if trace is None else self._derivation(trace.dict())

    def _derivation(self, trace: Mapping[str, Any]) -> Derivation:
        if "fact" in trace:
            return Derivation(*self._read(trace["fact"]))
        rule = self.program.rules[int(trace["name"])]
        row = tuple(
            self.things[trace["assignment"][item]] if isinstance(item, str) else item for item in rule.head.arguments
        )
        return Derivation(rule.head.predicate, row, rule, tuple(map(self._derivation, trace["subtraces"])))

    def _read(self, fact: str) -> tuple[Predicate, tuple[Thing, ...]]:
        """Read a row as Nemo writes it in a derivation."""
        match = _FACT.fullmatch(fact)
        if not match:
            raise OntologyError(f"the reasoner wrote a fact that cannot be read: {fact}")
        places = [int(place) for place in match[2].split(",")]
        return self._predicates[int(match[1])], tuple(self.things[place] for place in places)


def _placed(rows: Rows, places: Mapping[Thing, int]) -> set[tuple[int, ...]]:
    """Write rows as places; nearly all are of one thing or of two."""
    width = len(next(iter(rows)))
    if width == 1:
        return {(places[one],) for (one,) in rows}
    if width == 2:
        return {(places[one], places[other]) for one, other in rows}
    return {tuple([places[thing] for thing in row]) for row in rows}


def _lines(rows: list[tuple[int, ...]]) -> list[str]:
    """Write rows as CSV."""
    if len(rows[0]) == 2:
        return [f"{one},{other}\n" for one, other in rows]
    return [",".join(map(str, row)) + "\n" for row in rows]
