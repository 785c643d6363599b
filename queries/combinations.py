"""A question about a combination of drugs falls back on what the combination holds, and says so.

Sources speak of a drug more than of the tablet that holds it with something else. What holds of one part is told of
that part; only what every part is denied is denied of the whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from queries.catalogue import canned
from queries.graph import Graph
from queries.run import answer
from queries.verdicts import Answer as Verdict
from queries.verdicts import Decision, Row, Slots, plain

#: The verdicts of parts in the order in which they decide about the whole.
_DECIDING: tuple[Verdict, ...] = ("disputed", "yes", "answer")


@dataclass(frozen=True, slots=True)
class Parts:
    """The combination that a question names, under which slot, and what it holds, by label."""

    slot: str
    labels: Mapping[str, str]


def parts_of(graph: Graph, slots: Slots) -> Parts | None:
    """Return what the first combination that the question names holds; None where it names none."""
    for slot in ("drug", "other"):
        for whole in slots.get(slot, ()):
            found = answer(graph, canned("ingredients"), {"drug": whole})
            rows = [dict(zip(found.variables, map(plain, cells), strict=True)) for cells in found]
            if rows:
                return Parts(slot, {row["part"]: row["partLabel"] for row in rows})
    return None


def of_whole(decisions: Mapping[str, Decision], *, harm: bool) -> tuple[Decision, tuple[str, ...]]:
    """Put the decisions on the parts together: what decides, and by which parts; `harm` where a no is a warning."""
    deciding: tuple[Verdict, ...] = ("no", *_DECIDING) if harm else _DECIDING
    for verdict in deciding:
        told = {part: each for part, each in decisions.items() if each.verdict == verdict}
        if told:
            return Decision(verdict, _rows(told)), tuple(told)
    if decisions and all(each.verdict == "no" for each in decisions.values()):
        return Decision("no", _rows(decisions)), tuple(decisions)
    return Decision("unknown", ()), ()


def _rows(decisions: Mapping[str, Decision]) -> tuple[Row, ...]:
    return tuple(row for each in decisions.values() for row in each.rows)
