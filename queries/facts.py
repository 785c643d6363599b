"""The rows of an answer as facts: each told once, with what it rests on and how it is qualified.

A fact is *stated* where a source says it of the very thing asked about, of an *ingredient* where one says it of what a
combination holds, *expected* where sources say it only of a class that the thing belongs to, *inferred* where no source
says it and it follows, and by *law* where a list of the law tells it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import TypeAlias

from pyoxigraph import NamedNode

from ontology.terms import DISP, predicate_word, shorten
from ontology.values import Verdict
from queries.catalogue import Canned, canned
from queries.graph import Graph
from queries.run import answer
from queries.verdicts import Row, Slots, named_in, plain, verdict_of

Basis: TypeAlias = OneOf["stated", "ingredient", "expected", "inferred", "law"]

#: The order in which facts are told.
BASES: tuple[Basis, ...] = ("stated", "ingredient", "expected", "inferred", "law")

#: Columns that tell how a fact is meant, in the order in which they are told.
_MEANT = ("predicate", "action", "direction", "aspectLabel", "kind", "jurisdictionLabel")

#: Qualifiers that a column tells already, or that say nothing to a reader.
_TOLD = frozenset({"direction", "aspect", "jurisdiction", "event", "agent", "kind"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of an answer; `ways` are the sets of qualifiers under which it is told, each with the belief in it."""

    label: str
    basis: Basis
    about: str  # the label of the class or drug that it is said of, where that is not the one asked about
    meant: tuple[str, ...]
    because: str
    verdict: str
    ways: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Tell the fact in a line: "drowsiness (hasAdverseEffect; belief 0.98; common: belief 0.65)"."""
        ways = [": ".join(filter(None, (how, f"belief {belief}"))) for how, belief in self.ways if belief]
        lead = [", ".join(self.meant)] if self.meant else []
        denied = [self.verdict.lower()] if self.verdict not in ("", Verdict.SUPPORTED) else []
        details = "; ".join([*lead, *denied, *ways])
        text = f"{self.label} ({details})" if details else self.label
        text += f", said of {self.about}" if self.about else ""
        text += f"; {self.because}" if self.because else ""
        return f"{text[0].upper()}{text[1:]}." if text else ""


def facts_of(graph: Graph, query: Canned, rows: Sequence[Row], slots: Slots) -> tuple[Fact, ...]:
    """Return the facts that rows tell, those that sources state first; rows that differ in qualifiers alone are one."""
    several: dict[Fact, list[tuple[str, str]]] = {}
    for row in rows:
        basis = basis_of(row, slots)
        about = " and ".join(_label(graph, each) for each in _classes(row, slots)) if basis == "expected" else ""
        because = plain(row.get("because"))
        if basis == "inferred" and not because:
            because = "it follows from the ontology"
        verdict = "" if basis == "law" else verdict_of(row)
        fact = Fact(_name(row, query), basis, about, tuple(_meant(row, query)), because, verdict, ())
        way = (_qualified(graph, row), f"{float(belief):.2f}" if (belief := plain(row.get("belief"))) else "")
        several.setdefault(fact, []).append(way)
    told = (
        Fact(fact.label, fact.basis, fact.about, fact.meant, fact.because, fact.verdict, tuple(sorted(set(ways))))
        for fact, ways in several.items()
    )
    return tuple(sorted(told, key=lambda fact: BASES.index(fact.basis)))


def basis_of(row: Row, slots: Slots) -> Basis:
    """Return what a row rests on."""
    if isinstance(row.get("statement"), NamedNode):
        return "expected" if _classes(row, slots) else "stated"
    if plain(row.get("scheduling")):
        return "law"
    return "inferred" if "statement" in row else "stated"


def _classes(row: Row, slots: Slots) -> tuple[str, ...]:
    """Return the classes that a statement is about in place of what the question names."""
    named = named_in(slots) | {plain(row.get("drug")), ""}
    ends = ("about", "with") if "other" in slots else ("about",)
    return tuple(end for name in ends if (end := plain(row.get(name))) not in named)


def _name(row: Row, query: Canned) -> str:
    return plain(row.get(query.answer)) or plain(row.get("claimed")).rpartition("/")[2] or query.tags[0]


def _meant(row: Row, query: Canned) -> Iterator[str]:
    for name in _MEANT:
        if (text := plain(row.get(name))) and name != query.answer:
            yield predicate_word(text) if name in ("predicate", "action") else text.removeprefix(DISP)


def _qualified(graph: Graph, row: Row) -> str:
    """Return how the statement of a row is qualified: "common, in children"."""
    statement = row.get("statement")
    if not isinstance(statement, NamedNode):
        return ""
    found = answer(graph, canned("qualifiers-of-statement"), {"statement": statement.value})
    pairs = [dict(zip(found.variables, map(plain, cells), strict=True)) for cells in found]
    shown = ((pair["qualifier"].removeprefix(DISP), pair["value"]) for pair in pairs)
    return ", ".join(f"{key} {value}" for key, value in shown if key not in _TOLD and "/" not in key)


def _label(graph: Graph, iri: str) -> str:
    found = graph.select("SELECT ?entity ?label WHERE { ?entity rdfs:label ?label } ORDER BY ?label", {"entity": iri})
    return next((plain(row[1]) for row in found), shorten(iri))
