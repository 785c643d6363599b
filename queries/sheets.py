"""A sheet about one drug, or about two side by side: facts under headings, and what the two have in common."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from ontology.errors import CallError
from ontology.terms import DISP
from ontology.values import Verdict
from queries.aspects import REST, aspect_of, aspects
from queries.explanation import Passage
from queries.graph import Graph
from queries.knowledge import Basis, Ground, Known, knowledge, label, of_pair, sources
from queries.names import resolve

#: How two cells of a row go together, by what is known. Where nothing is known of one, that they differ is not known
#: either.
Likeness = OneOf["same", "partly the same", "different", "one unknown"]

Key = tuple[str, str]

_LIKE = DISP + "likeness"
_ORDER: Sequence[Basis] = ("source", "law", "ontology", "inference", "class")
_STANDINGS = ("yes", "disputed", "no", "expected", "not expected")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: a heading, and the facts about each thing, or about the two together in one cell."""

    heading: str
    cells: tuple[tuple[Known, ...], ...]
    told: bool = False  # whether facts name their predicate
    likeness: Likeness | None = None
    shared: frozenset[Key] = frozenset()  # the facts that both cells have, affirmed of both or denied of both

    def facts(self) -> Iterator[Known]:
        """Give the facts of all cells."""
        for cell in self.cells:
            yield from cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of one or two things, by IRI and label; `together` is about the two as a pair."""

    things: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    together: tuple[Line, ...] = ()

    @property
    def title(self) -> str:
        """Name what the sheet is about."""
        return " compared with ".join(label for _, label in self.things)

    def sources(self) -> dict[str, str]:
        """Return the sources, title by IRI, in the order in which the sheet names them."""
        return sources(fact for line in (*self.lines, *self.together) for fact in line.facts())


def profile(graph: Graph, name: str) -> Sheet:
    """Return all that is known of a drug or class, named as a user does."""
    iri = resolve(graph, name, ["drug", "class"])
    return Sheet(((iri, label(graph, iri, {})),), tuple(_lines("profile", knowledge(graph, iri))))


def compare(graph: Graph, first: str, second: str) -> Sheet:
    """Put two drugs or classes side by side, named as a user does."""
    one, two = (resolve(graph, name, ["drug", "class"]) for name in (first, second))
    if one == two:
        raise CallError(f"'{first}' and '{second}' are the same: {label(graph, one, {})}; name two things to compare")
    sides = (knowledge(graph, one), knowledge(graph, two))
    lines = tuple(_likened(line) for line in _lines("compare", *sides))
    things = ((one, label(graph, one, {})), (two, label(graph, two, {})))
    return Sheet(things, lines, tuple(_together(graph, one, two, sides)))


def _lines(place: str, *sides: Iterable[Known]) -> Iterator[Line]:
    """Sort the facts of each side under the headings; in a comparison, a heading stands though nothing is known."""
    headings = {each: [list[Known]() for _ in sides] for each in (*aspects(), REST)}
    for at, facts in enumerate(sides):
        for fact in facts:
            headings[aspect_of(fact.predicate, fact.object, aspects())][at].append(fact)
    for aspect, cells in headings.items():
        if place in aspect.places and any(cells):
            yield Line(aspect.heading, tuple(tuple(sorted(cell, key=_rank)) for cell in cells), aspect.told)


def _rank(fact: Known) -> tuple[int, int, float, str, str]:
    """Order facts: what sources say before what follows, what is affirmed before what is denied, firm before weak."""
    basis = min(_ORDER.index(each.basis) for each in fact.grounds)
    return (basis, _STANDINGS.index(fact.standing), -fact.belief, fact.label.casefold(), fact.predicate)


def _likened(line: Line) -> Line:
    """Mark what two cells have in common, and put it first."""
    one, two = (
        {_same(fact): fact.standing for fact in cell if fact.standing in ("yes", "no", "disputed") and fact.firm}
        for cell in line.cells
    )
    shared = frozenset(key for key in one.keys() & two.keys() if one[key] == two[key] != "disputed")
    if not one or not two:
        likeness: Likeness = "one unknown"
    elif shared:
        likeness = "same" if one == two else "partly the same"
    else:
        likeness = "different"
    cells = tuple(tuple(sorted(cell, key=lambda fact: _same(fact) not in shared)) for cell in line.cells)
    return replace(line, cells=cells, likeness=likeness, shared=shared)


def _same(fact: Known) -> Key:
    """Return what makes two facts about two things the same: a drug is in a class as a class is below it."""
    return (fact.relation, fact.object)


def _together(graph: Graph, one: str, two: str, sides: Sequence[Sequence[Known]]) -> Iterator[Line]:
    """Yield what is said of the two as a pair; an empty line says that nothing is."""
    pair = {"drug": one, "other": two}
    yield Line("Taken together", (of_pair(graph, "interactions-of-pair", pair, "resultLabel", "they interact"),))
    compared = of_pair(graph, "comparisons-of-pair", pair, "text") + of_pair(graph, "said-of-pair", pair, "text")
    yield Line("One against the other", (compared,))
    yield Line("Said of both in one sentence", (tuple(_in_one_sentence(sides)),))


def _in_one_sentence(sides: Sequence[Sequence[Known]]) -> Iterator[Known]:
    """Yield the sentences that speak to facts about either thing, each once, by source and place."""
    passages = [
        {_place(each): each for fact in side for ground in fact.firm for each in ground.passages} for side in sides
    ]
    for place in sorted(passages[0].keys() & passages[1].keys()):
        found = passages[0][place]
        said = Ground("source", Verdict.SUPPORTED, passages=(replace(found, stance="supports"),))
        yield Known(_LIKE, "", found.quote, f"“{' '.join(found.quote.split())}”", (said,))


def _place(passage: Passage) -> tuple[str, str, int, int, str]:
    return (passage.source, passage.source_iri, passage.start, passage.end, passage.quote)
