"""Everything known of a drug or class: each fact once, with all that it rests on and the passages behind it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal

from ontology.terms import DISP, predicate_word, shorten
from ontology.values import Verdict
from queries.catalogue import canned
from queries.explanation import Passage
from queries.graph import Graph
from queries.run import Bindings, answer
from queries.verdicts import plain

#: What a fact rests on: a source says it, the ontology holds it, the law lists it, the reasoner finds it, or it is no
#: more than expected because of what is said of a class.
Basis = OneOf["source", "ontology", "law", "inference", "class"]
_BASES: Mapping[str, Basis] = {each: each for each in Basis.__args__}  # type: ignore[attr-defined]

#: How a fact stands. What nothing speaks of is no fact here: it is unknown.
Standing = OneOf["yes", "no", "disputed", "expected", "not expected"]

#: How relations read that have no label in the graph.
_RELATIONS = {"isA": "is a", "sameAs": "the same as"}


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a fact rests on; of a source or a class, the statement with its qualifiers and passages."""

    basis: Basis
    verdict: Verdict
    belief: float | None = None
    statement: str = ""  # IRI
    qualifiers: tuple[tuple[str, str], ...] = ()
    about: str = ""  # the class, or the pair of classes, that the statement is about where it is not the thing itself
    because: str = ""  # the citation of the law
    dispute: str = ""  # of which kind of dispute it is part, if any
    passages: tuple[Passage, ...] = ()

    @property
    def contended(self) -> bool:
        """Tell whether sources, the law or the ontology stand on more than one side."""
        return self.verdict is Verdict.DISPUTED or bool(self.dispute)


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about a drug or class: what is affirmed, denied, disputed or expected of it."""

    predicate: str  # IRI
    relation: str  # its label
    object: str  # IRI or text
    label: str
    grounds: tuple[Ground, ...]

    @property
    def firm(self) -> tuple[Ground, ...]:
        """What speaks of the thing itself, and not of its classes alone."""
        return tuple(each for each in self.grounds if each.basis != "class")

    @property
    def standing(self) -> Standing:
        """Weigh the grounds: what is said with a qualifier does not contradict what is said without."""
        verdicts = {each.verdict for each in self.firm}
        plainly = {each.verdict for each in self.firm if not each.qualifiers}
        if any(each.contended for each in self.firm) or {Verdict.SUPPORTED, Verdict.REFUTED} <= plainly:
            return "disputed"
        if verdicts:
            return "yes" if Verdict.SUPPORTED in verdicts else "no"
        expected = {each.verdict for each in self.grounds}
        if {Verdict.SUPPORTED, Verdict.REFUTED} <= expected:
            return "disputed"
        return "expected" if Verdict.SUPPORTED in expected else "not expected"

    @property
    def belief(self) -> float:
        """The strongest belief that a statement of it has; certain where none of a source is needed."""
        return max((each.belief for each in self.firm if each.belief is not None), default=0.0)


def knowledge(graph: Graph, iri: str) -> tuple[Known, ...]:
    """Return all that is known of a drug or class, in the order of predicates and labels."""
    bound: Bindings = {"drug": iri}
    passages = _passages(graph, bound)
    rows = [row for row in _rows(graph, "knowledge-of", bound) if row["object"] != iri]  # of itself nothing is told
    qualifiers: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        if row["qualifier"]:
            qualifiers[row["statement"]].add((row["qualifier"].removeprefix(DISP), row["valueLabel"]))
    facts: dict[tuple[str, str], Known] = {}
    for row in rows:
        ground = _ground(row, tuple(sorted(qualifiers[row["statement"]])), passages.get(row["statement"], ()))
        key = (row["predicate"], row["object"])
        before = facts[key].grounds if key in facts else ()
        relation = row["predicateLabel"] or _RELATIONS.get(predicate_word(row["predicate"]), "is")
        grounds = _unrepeated((*before, ground))
        facts[key] = Known(row["predicate"], relation, row["object"], _label(row), grounds)
    return tuple(facts.values())


def of_pair(graph: Graph, query: str, pair: Mapping[str, str], text: str, otherwise: str = "") -> tuple[Known, ...]:
    """Return the rows of a canned query about two things as facts; `text` is the column that says each.

    What is said of classes that the two belong to is no word about the two: it is inferred, and names the classes.
    """
    facts: dict[tuple[str, str], Known] = {}
    labels: dict[str, str] = {}
    for row in _rows(graph, query, pair):
        statement = row["statement"]
        passages = _passages(graph, {"statement": statement}, "evidence-for-statement") if statement else {}
        wider = [row[name] for name in ("about", "with") if name in row]
        own = {*wider} <= {*pair.values()}
        ground = Ground(
            "source" if statement and own else "inference",
            Verdict(row["verdict"].removeprefix(DISP)),
            float(row["belief"]) if row["belief"] else None,
            statement,
            about="" if own else " with ".join(label(graph, iri, labels) for iri in wider),
            passages=passages.get(statement, ()),
        )
        said, predicate = row[text] or otherwise, row.get("predicate") or DISP + "interactsWith"
        before = facts[predicate, said].grounds if (predicate, said) in facts else ()
        facts[predicate, said] = Known(predicate, "", said, said, _unrepeated((*before, ground)))
    return tuple(facts.values())


def label(graph: Graph, iri: str, known: dict[str, str]) -> str:
    """Return the English label of an entity, or its prefixed name; what was looked up is kept."""
    if iri not in known:
        rows = graph.select(
            "SELECT ?entity ?label WHERE { ?entity rdfs:label ?label } ORDER BY ?label", {"entity": iri}
        )
        labels = (row[1] for row in rows if isinstance(row[1], Literal) and row[1].language in (None, "en"))
        known[iri] = next((each.value for each in labels), shorten(iri))
    return known[iri]


def _unrepeated(grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """Keep each ground once, and no bare inference of what a source says."""
    said = any(each.basis == "source" for each in grounds)
    kept = (each for each in grounds if not (said and each.basis == "inference" and not each.statement))
    return tuple(dict.fromkeys(kept))


def _ground(row: Mapping[str, str], qualifiers: tuple[tuple[str, str], ...], passages: tuple[Passage, ...]) -> Ground:
    return Ground(
        _BASES[row["basis"]],
        Verdict(row["verdict"].removeprefix(DISP)),
        float(row["belief"]) if row["belief"] else None,
        row["statement"],
        qualifiers,
        row["aboutLabel"] or (shorten(row["about"]) if row["about"] else ""),
        row["because"],
        row["contention"],
        passages,
    )


def _label(row: Mapping[str, str]) -> str:
    iri, label = row["object"], row["objectLabel"]
    return shorten(iri) if label == iri and iri.startswith(DISP) else label


def _rows(graph: Graph, query: str, bindings: Bindings) -> list[dict[str, str]]:
    found = answer(graph, canned(query), bindings)
    rows = ({**dict(zip(found.variables, map(plain, cells), strict=True))} for cells in found)
    return [{**row, **{name: str(value) for name, value in bindings.items()}} for row in rows]


def _passages(graph: Graph, bindings: Bindings, query: str = "sentences-about") -> dict[str, tuple[Passage, ...]]:
    """Return the passages of each statement, in the order of sources and offsets."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for row in _rows(graph, query, bindings):
        found[row["statement"]].append(
            Passage(
                row["title"] or row["fileName"] or shorten(row["source"]),
                int(row["start"]),
                int(row["end"]),
                "supports" if row["stance"] == "supports" else "disputes",
                row["quote"],
                row["certainty"].removeprefix(DISP).lower(),
                row["evidence"],
                row["source"],
            )
        )
    return {statement: tuple(sorted(set(passages))) for statement, passages in found.items()}


def sources(facts: Iterable[Known]) -> dict[str, str]:
    """Return the sources of some facts, title by IRI, in the order of their first passage."""
    passages = (passage for fact in facts for ground in fact.grounds for passage in ground.passages)
    return {each.source_iri: each.source for each in passages}
