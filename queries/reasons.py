"""Why an answer is what it is: the passages on each side, and the lines that lead from them to the verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from pyoxigraph import NamedNode

from ontology.terms import shorten
from queries.catalogue import canned
from queries.facts import Fact
from queries.graph import Graph
from queries.run import answer
from queries.templates import Kind
from queries.verdicts import Decision, Row, Slots, plain

_OPEN_WORLD = "No source says so or denies it, and nothing follows from what the sources say: it is unknown, not false."
_BY_LAW = "By the lists of the law that the ontology records, not by a source that was read:"
_NOTHING = "No source that was read answers this."
_HEADS = {
    "ingredient": "Said of what it holds, and not of the combination itself:",
    "expected": "Expected, since sources say it of a class and not of the drug itself:",
    "inferred": "Inferred, since it follows though no source says it:",
    "law": _BY_LAW,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a source that supports or disputes what is asked; offsets are code points of the source's text."""

    source: str
    quote: str
    start: int
    end: int
    stance: str  # supports or disputes


def passages_of(graph: Graph, rows: Sequence[Row]) -> tuple[Passage, ...]:
    """Return the passages behind the statements of these rows, each once: one of each statement before the next."""
    query = canned("evidence-for-statement")
    believed = sorted(rows, key=lambda row: -float(plain(row.get("belief")) or 0))
    statements = dict.fromkeys(
        term.value
        for row in believed
        for name in ("statement", "otherStatement")
        if isinstance(term := row.get(name), NamedNode)
    )
    each = [_passages(graph, query.name, statement) for statement in statements]
    # What bears out a fact that excludes this one speaks against it.
    excluding = dict.fromkeys(term.value for row in rows if isinstance(term := row.get("against"), NamedNode))
    each += [
        [
            replace(passage, stance="disputes")
            for passage in _passages(graph, query.name, statement)
            if passage.stance == "supports"
        ]
        for statement in excluding
    ]
    return tuple(dict.fromkeys(passage for passage in chain(*zip_longest(*each)) if passage is not None))


def _passages(graph: Graph, name: str, statement: str) -> list[Passage]:
    answered = answer(graph, canned(name), {"statement": statement})
    rows = [dict(zip(answered.variables, map(plain, cells), strict=True)) for cells in answered]
    return [
        Passage(
            row["title"] or row["fileName"] or shorten(row["source"]),
            row["quote"],
            int(row["start"]),
            int(row["end"]),
            row["stance"],
        )
        for row in rows
    ]


def why(kind: Kind, decision: Decision, facts: Sequence[Fact], passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the lines of an explanation."""
    if decision.verdict == "unknown":
        yield _NOTHING if kind.rule == "open" else _OPEN_WORLD
        if decision.rows and kind.rule in ("unsafe", "unwise"):
            yield "That a harm is denied does not make it safe."
        yield from (str(fact) for fact in facts if fact.basis == "law")
        return
    if counted := _counted(passages):
        yield counted
    if kind.rule == "apart" and decision.verdict == "no":
        yield "Sources name what each of the two acts on, and nothing of it is common."
    before = ""
    for fact in facts:
        if fact.basis != before and fact.basis in _HEADS and (fact.basis != "law" or facts[0].basis == "law"):
            yield _HEADS[fact.basis]
        before = fact.basis
        yield str(fact)
    if kind.rule in ("unsafe", "unwise"):
        yield "This is no medical advice: ask a doctor or a pharmacist."


def proof_of(graph: Graph, kind: Kind, decision: Decision, slots: Slots) -> tuple[str, tuple[Passage, ...]]:
    """Return the proof of a fact that no passage states, and the passages that it comes down to."""
    if not kind.proves or decision.verdict not in ("yes", "no"):
        return "", ()
    from queries.explain import explain  # noqa: PLC0415  # the reasoner is loaded only for what is inferred
    from queries.renderings import as_text  # noqa: PLC0415

    for row in decision.rows:
        if plain(row.get("scheduling")):
            continue  # a listing of the law is its own proof
        predicate = plain(row.get("predicate")) or kind.proves
        about, thing = slots["drug"][0], plain(row.get("claimed")) or slots["other"][0]
        found = explain(graph, about, predicate, thing)
        if found.standing != "unknown":
            passages = (
                Passage(each.source, each.quote, each.start, each.end, each.stance) for each in found.passages()
            )
            return f"Proof:\n{as_text(found)}", tuple(dict.fromkeys(passages))
    return "", ()


def _counted(passages: Sequence[Passage]) -> str:
    """Say how many passages of how many sources stand on each side."""
    said = []
    for stance, verb in (("supports", "for"), ("disputes", "against")):
        side = [each for each in passages if each.stance == stance]
        if side:
            sources = len({each.source for each in side})
            said.append(f"{_number(len(side), 'passage')} of {_number(sources, 'source')} {verb} it")
    return f"{', '.join(said)}." if said else ""


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
