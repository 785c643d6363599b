"""Why an answer is what it is: the passages on each side, and the sentences that lead from them to the verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology.terms import DISP, predicate_word, shorten
from queries.catalogue import Canned, canned
from queries.graph import Graph
from queries.run import answer
from queries.templates import Kind
from queries.verdicts import Decision, Row, Slots, named_in, plain, verdict_of

#: Columns that tell how a fact is meant, in the order in which they are told.
_DETAILS = ("predicate", "action", "status", "direction", "aspectLabel", "kind", "dose", "jurisdictionLabel")

_OPEN_WORLD = "No source says so or denies it, and nothing follows from what the sources say: it is unknown, not false."
_BY_LAW = "By the lists of the law that the ontology records, not by a source that was read:"
_FOLLOWS = "it follows from the ontology"
_NOTHING = "No source that was read answers this."


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a source that supports or disputes what is asked; offsets are code points of the source's text."""

    source: str
    quote: str
    start: int
    end: int
    stance: str  # supports or disputes


def passages_of(graph: Graph, rows: Sequence[Row]) -> tuple[Passage, ...]:
    """Return the passages behind the statements of these rows, in the order of the rows, each once."""
    query = canned("evidence-for-statement")
    statements = dict.fromkeys(
        term.value
        for row in rows
        for name in ("statement", "otherStatement")
        if isinstance(term := row.get(name), NamedNode)
    )
    found: dict[Passage, None] = {}
    for statement in statements:
        answered = answer(graph, query, {"statement": statement})
        for cells in answered:
            row = dict(zip(answered.variables, map(plain, cells), strict=True))
            source = row["title"] or row["fileName"] or shorten(row["source"])
            found[Passage(source, row["quote"], int(row["start"]), int(row["end"]), row["stance"])] = None
    return tuple(found)


def why(
    graph: Graph,
    query: Canned,
    kind: Kind,
    decision: Decision,
    passages: Sequence[Passage],
    slots: Slots,
) -> Iterator[str]:
    """Yield the sentences of an explanation."""
    if decision.verdict == "unknown":
        yield _NOTHING if kind.rule == "open" else _OPEN_WORLD
        if decision.rows and kind.rule == "unsafe":
            yield "That an interaction is denied does not make the combination safe."
        listed = [row for row in decision.rows if plain(row.get("scheduling"))]
        yield from dict.fromkeys(_fact(graph, query, row, slots) for row in listed)
        return
    if counted := _counted(passages):
        yield counted
    if decision.rows and all(plain(row.get("scheduling")) and not plain(row.get("statement")) for row in decision.rows):
        yield _BY_LAW
    told: dict[str, None] = {}
    for row in decision.rows:
        if line := _fact(graph, query, row, slots):
            told[line] = None
    yield from told
    if kind.rule == "unsafe":
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


def _fact(graph: Graph, query: Canned, row: Row, slots: Slots) -> str:
    """Say one row in words where it needs them: how it is meant, whom it is said of, and by which step it answers."""
    label = plain(row.get(query.answer)) or plain(row.get("claimed")).rpartition("/")[2] or query.tags[0]
    details = [_detail(name, row[name]) for name in _DETAILS if plain(row.get(name)) and name != query.answer]
    verdict = verdict_of(row)
    if verdict and verdict != "Supported" and not plain(row.get("scheduling")):
        details.append(verdict.lower())
    if belief := plain(row.get("belief")):
        details.append(f"belief {float(belief):.2f}")
    text = f"{label} ({', '.join(details)})" if details else label
    about = plain(row.get("about"))
    if about and about not in named_in(slots):
        text += f", said of {_label(graph, about)}"
    inferred = _FOLLOWS if "statement" in row and row["statement"] is None else ""
    if because := plain(row.get("because")) or inferred:
        text += f"; {because}"
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _detail(name: str, term: object) -> str:
    text = plain(term)
    return predicate_word(text) if name in ("predicate", "action") else text.removeprefix(DISP)


def _label(graph: Graph, iri: str) -> str:
    found = graph.select("SELECT ?entity ?label WHERE { ?entity rdfs:label ?label } ORDER BY ?label", {"entity": iri})
    return next((plain(row[1]) for row in found), shorten(iri))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
