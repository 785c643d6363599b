"""From the rows of a canned query to a verdict: yes, no, disputed or unknown, or the answers themselves.

What is said of the very thing asked about decides before what is said of its classes or of wider and narrower things.
A fact that nothing speaks of is unknown, never false.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from ontology.terms import DISP
from ontology.values import Verdict

Term: TypeAlias = object
Row: TypeAlias = Mapping[str, Term]
Answer: TypeAlias = OneOf["yes", "no", "disputed", "unknown", "answer"]

#: What stands in the slots of the question, by the name of the slot; one name may take several values.
Slots: TypeAlias = Mapping[str, tuple[str, ...]]

_OPPOSITE = {"higher": "lower", "lower": "higher"}


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict and the rows that it rests on."""

    verdict: Answer
    rows: tuple[Row, ...]


def plain(term: Term) -> str:
    """Return the text of a cell: an IRI without brackets, a literal without quotes, nothing for no value."""
    return term.value if isinstance(term, NamedNode | Literal) else ""


def verdict_of(row: Row) -> str:
    """Return the local name of a row's verdict."""
    return plain(row.get("verdict")).removeprefix(DISP)


def named_in(slots: Slots) -> frozenset[str]:
    """Return everything that the question names."""
    return frozenset(value for several in slots.values() for value in several)


def sources_first(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Leave out what only the lists of the law tell where a source speaks as well."""
    said = tuple(row for row in rows if not plain(row.get("scheduling")) or plain(row.get("statement")))
    return said or rows


def fact(rows: tuple[Row, ...], slots: Slots) -> Decision:
    """Weigh what was found for and against a fact."""
    for nearness in (_own, _about, _any):
        near = tuple(row for row in rows if nearness(row, slots))
        if near:
            return Decision(_weigh({verdict_of(row) for row in near}), near)
    return Decision("unknown", ())


def beside(rows: tuple[Row, ...], slots: Slots) -> Decision:
    """Weigh what bears directly on a fact, and tell what is said beside it; that alone is an answer, but no verdict."""
    decision = fact(tuple(row for row in rows if not plain(row.get("beside"))), slots)
    other = tuple(row for row in rows if plain(row.get("beside")))
    own = tuple(row for row in other if _about(row, slots))
    told = own or other
    kept = tuple(row for row in told if verdict_of(row) != Verdict.REFUTED)
    # What is said of the very drug goes before what is expected of its class.
    nearer = own and not any(_about(row, slots) for row in decision.rows)
    if kept and (nearer or decision.verdict == "unknown"):
        return Decision("answer", kept)
    return Decision(decision.verdict, (*decision.rows, *told))


def open_question(rows: tuple[Row, ...], _: Slots) -> Decision:
    """Take every row that is not denied as an answer."""
    kept = tuple(row for row in rows if verdict_of(row) != Verdict.REFUTED)
    return Decision("answer" if kept else "unknown", kept)


def unsafe(rows: tuple[Row, ...], _: Slots) -> Decision:
    """Take a known interaction as unsafe, and nothing as safe: a denial of one is no proof of safety."""
    harms = tuple(row for row in rows if not plain(row.get("sought")))
    found = {verdict_of(row) for row in harms}
    kept = tuple(row for row in rows if verdict_of(row) != Verdict.REFUTED)
    if Verdict.SUPPORTED in found:
        return Decision("no", kept)
    if kept and not {Verdict.SUPPORTED, Verdict.DISPUTED} & found:
        return Decision("answer", kept)  # what the two are combined for
    return Decision("disputed", kept) if Verdict.DISPUTED in found else Decision("unknown", rows)


def unwise(rows: tuple[Row, ...], slots: Slots) -> Decision:
    """Take a known harm as a yes to whether there is danger; a denial of one is no proof that there is none."""
    decision = unsafe(rows, slots)
    return Decision("yes" if decision.verdict == "no" else decision.verdict, decision.rows)


def shared(rows: tuple[Row, ...], _: Slots) -> Decision:
    """Something found is a yes; that nothing is found may be for want of sources."""
    kept = tuple(row for row in rows if verdict_of(row) != Verdict.REFUTED)
    if not kept:
        return Decision("unknown", ())
    return Decision("disputed" if {verdict_of(row) for row in kept} == {Verdict.DISPUTED} else "yes", kept)


def apart(rows: tuple[Row, ...], _: Slots) -> Decision:
    """Take something common to both as a yes; where sources tell of both and nothing is common, the two are apart."""
    sides = {plain(row.get("side")) for row in rows}
    if "both" in sides:
        return Decision("yes", tuple(row for row in rows if plain(row.get("side")) == "both"))
    return Decision("no" if {"first", "second"} <= sides else "unknown", rows)


def compare(rows: tuple[Row, ...], slots: Slots) -> Decision:
    """Weigh comparisons in one respect by their direction, turned where the question names the drugs the other way."""
    sides: set[str] = set()
    kept = []
    for row in tuple(row for row in rows if _about(row, slots)) or rows:
        told = plain(row.get("direction")) or "similar"
        told = _OPPOSITE.get(told, told) if plain(row.get("side")) == "second" else told
        wanted = slots["direction"][0]
        fits = told == wanted or (wanted == "similar" and told == "higher")
        verdict = verdict_of(row)
        if verdict == Verdict.REFUTED and not fits:
            continue
        kept.append(row)
        affirmed = {Verdict.SUPPORTED: fits, Verdict.REFUTED: False}
        sides.add(Verdict.DISPUTED if verdict not in affirmed else _SIDE[affirmed[Verdict(verdict)]])
    return Decision(_weigh(sides), tuple(kept))


#: One function a rule; `agree` is a fact whose single dissenting passage counts, which is seen when passages are read.
BY_RULE: Mapping[str, Callable[[tuple[Row, ...], Slots], Decision]] = {
    "fact": fact,
    "beside": beside,
    "open": open_question,
    "unsafe": unsafe,
    "agree": fact,
    "compare": compare,
    "shared": shared,
    "unwise": unwise,
    "apart": apart,
}

_SIDE = {True: Verdict.SUPPORTED, False: Verdict.REFUTED}


def _weigh(found: set[str]) -> Answer:
    if Verdict.DISPUTED in found or {Verdict.SUPPORTED, Verdict.REFUTED} <= found:
        return "disputed"
    if Verdict.SUPPORTED in found:
        return "yes"
    return "no" if Verdict.REFUTED in found else "unknown"


def _own(row: Row, slots: Slots) -> bool:
    """Tell whether a row is about the very subject and object of the question."""
    named = "claimed" not in row or plain(row["claimed"]) in named_in(slots) or bool(plain(row.get("beside")))
    return named and _about(row, slots)


def _about(row: Row, slots: Slots) -> bool:
    return all(plain(row[name]) in named_in(slots) for name in ("about", "with") if name in row)


def _any(_: Row, __: Slots) -> bool:
    return True
