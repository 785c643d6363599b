"""An English question answered: mapped to a canned query, judged by its rows, and told with the sentences behind it.

A question that fits no pattern is not guessed at: the answer says so and names the nearest that can be asked. A name
that the graph does not know makes the answer unknown, since no source that was read speaks of it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain, islice

from pyoxigraph import NamedNode

from ontology.errors import CallError
from ontology.terms import predicate_iri, shorten
from ontology.values import Literal, Verdict
from queries.catalogue import Canned, canned
from queries.combinations import of_whole, parts_of
from queries.facts import BASES, Basis, Fact, facts_of
from queries.graph import Graph
from queries.names import Names
from queries.nearby import COUNT, nearby
from queries.questions import Match, match
from queries.reasons import Passage, passages_of, proof_of, why
from queries.run import answer as answer_canned
from queries.templates import kinds_of_slots
from queries.verdicts import BY_RULE, Decision, Row, open_question, plain, sources_first

#: So many labels are told of what was not asked.
_SHOWN = 8

#: Columns in which a row without a value does not answer a question for one.
_STRICT = frozenset({"aspect", "direction", "result", "status"})

_SILENCE = "No source that was read speaks of it."


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph answers: the verdict, the answers of an open question, the sentences on each side, and why."""

    question: str
    query: str  # the canned query's name; "" where the question fits none
    verdict: str  # yes, no, disputed, unknown, or answer for an open question
    answers: tuple[str, ...]
    evidence: tuple[Passage, ...]
    explanation: str
    basis: Basis | None = None  # the best that the verdict rests on
    call: str = ""  # the canned query as it was asked, on the command line
    nearby: tuple[str, ...] = ()  # what can be asked instead of a question that fits nothing
    facts: tuple[Fact, ...] = ()
    reasons: tuple[str, ...] = ()  # the lines of the explanation

    def to_json(self) -> str:
        """Return the answer as one JSON object."""
        told = {key: value for key, value in asdict(self).items() if key not in ("facts", "reasons")}
        return json.dumps(told, ensure_ascii=False, indent=2)


def ask(graph: Graph, question: str, names: Names | None = None) -> Answer:
    """Answer an English question from the graph; who asks many reads the names once, `names_for(graph)`."""
    names = names or names_for(graph)
    found = match(question, names)
    if found is None:
        near = _answered(graph, nearby(question, names), names)
        return _unanswered(question, "", _cannot(near), nearby=near)
    unknown = next((filled.words for _, filled in found.slots if filled.value is None), "")
    if unknown:
        return _unanswered(question, found.kind.query, _missing(found, names, unknown))
    query = canned(found.kind.query)
    try:
        named = _named(found, query, names)
        rows, unused = _rows(graph, query, found, named, names)
    except CallError as error:
        return _unanswered(question, query.name, f"{error}.")
    decision = BY_RULE[found.kind.rule](sources_first(rows), named)
    facts: tuple[Fact, ...] = ()
    held: tuple[str, ...] = ()
    if not found.kind.whole and not any(isinstance(row.get("statement"), NamedNode) for row in decision.rows):
        decision, facts, held = _of_parts(graph, query, found, named, decision, names)
    passages = passages_of(graph, decision.rows)
    if found.kind.rule == "agree" and {each.stance for each in passages} == {"supports", "disputes"}:
        decision = replace(decision, verdict="disputed")
    facts = facts or facts_of(graph, query, decision.rows, named)
    proof, proven = proof_of(graph, found.kind, decision, named) if not passages else ("", ())
    reasons = (
        *(f"'{filled.words}' is read as '{filled.read}'." for _, filled in found.slots if filled.read),
        *held,
        *why(found.kind, decision, facts, passages),
        *(_instead(graph, found, named, names) if decision.verdict == "unknown" else ()),
        *((proof,) if proof else ()),
        *((f"The answer is not narrowed to {unused}.",) if unused else ()),
    )
    return Answer(
        question=question,
        query=query.name,
        verdict=decision.verdict,
        answers=() if decision.verdict == "unknown" else _labels(found, facts),
        evidence=passages or proven,
        explanation=" ".join(reasons),
        basis=None
        if decision.verdict == "unknown"
        else min((each.basis for each in facts), key=BASES.index, default=None),
        call=_call(query, named),
        facts=facts,
        reasons=reasons,
    )


def _of_parts(
    graph: Graph, query: Canned, found: Match, named: Mapping[str, tuple[str, ...]], whole: Decision, names: Names
) -> tuple[Decision, tuple[Fact, ...], tuple[str, ...]]:
    """Return the decision on what a combination holds, where no source decides on the combination itself."""
    parts = parts_of(graph, named)
    if parts is None:
        return whole, (), ()
    decisions: dict[str, Decision] = {}
    told: dict[str, tuple[Fact, ...]] = {}
    for part, label in parts.labels.items():
        asked = {**named, parts.slot: (part,)}
        rows, _ = _rows(graph, query, found, asked, names)
        said = tuple(row for row in sources_first(rows) if plain(row.get("statement")) or plain(row.get("scheduling")))
        decisions[part] = BY_RULE[found.kind.rule](said, asked)
        facts = facts_of(graph, query, decisions[part].rows, asked)
        told[part] = tuple(replace(each, basis="ingredient", about=each.about or label) for each in facts)
    decision, deciding = of_whole(decisions, harm=found.kind.rule == "unsafe")
    if decision.verdict == "unknown":
        return whole, (), ()
    held = " and ".join(parts.labels.values())
    return decision, tuple(chain(*(told[part] for part in deciding))), (f"It is a combination of {held}.",)


def _instead(graph: Graph, found: Match, named: Mapping[str, tuple[str, ...]], names: Names) -> Iterator[str]:
    """Tell what sources do say where they do not answer the question itself."""
    if not found.kind.instead:
        return
    name, saying = found.kind.instead
    query = canned(name)
    given = {each.name: named[each.name] for each in query.parameters if named.get(each.name)}
    rows, _ = _rows(graph, query, found, given, names)
    facts = facts_of(graph, query, open_question(rows, given).rows, given)
    labels = tuple(dict.fromkeys(each.label for each in facts if each.basis == "stated"))
    if labels:
        yield f"{saying}: {', '.join(labels[:_SHOWN])}{' …' * (len(labels) > _SHOWN)}."


def names_for(graph: Graph) -> Names:
    """Read the names that questions may hold."""
    return Names.of(graph, kinds_of_slots())


def _answered(graph: Graph, questions: Sequence[str], names: Names) -> tuple[str, ...]:
    """Return the first of these questions that the graph answers, filled up with the others where they are too few."""
    answered = (each for each in questions if ask(graph, each, names).verdict != "unknown")
    near = tuple(islice(answered, COUNT))
    return (*near, *(each for each in questions if each not in near))[:COUNT]


def _unanswered(question: str, query: str, why: str, nearby: tuple[str, ...] = ()) -> Answer:
    return Answer(question, query, "unknown", (), (), why, nearby=nearby, reasons=(why,))


def _call(query: Canned, named: Mapping[str, tuple[str, ...]]) -> str:
    """Return the command that asks the canned query for what the question named."""
    given = (f"{each.name}={_quoted(_short(named[each.name][0]))}" for each in query.parameters if named.get(each.name))
    return " ".join(["dispensatory run", query.name, *given])


def _short(value: str) -> str:
    """Return an identifier with its prefix, and a text as it is."""
    return shorten(value) if value.startswith("http") else value


def _quoted(text: str) -> str:
    return f"'{text}'" if " " in text else text


def _named(found: Match, query: Canned, names: Names) -> dict[str, tuple[str, ...]]:
    """Return what stands for each slot; a slot with a number adds to the one without."""
    named: dict[str, tuple[str, ...]] = {}
    for name, texts in found.kind.given:
        parameter = query.parameter(name)
        if name == "predicate":
            named[name] = tuple(predicate_iri(text, "") for text in texts)
        else:
            # A column that is no parameter holds what a slot of its name would.
            slot = next((each for each in found.kind.slots if each.name == name), None)
            wanted = parameter.kinds if parameter is not None else slot.kinds if slot is not None else ()
            plainly = wanted in ((), ("text",))
            named[name] = texts if plainly else tuple(names.resolve(text, wanted) for text in texts)
    for name, filled in found.slots:
        base = name.rstrip("0123456789")
        if filled.value is not None:
            is_brand = (parameter := query.parameter(base)) is not None and parameter.kinds == ("brand",)
            value = names.written(filled.words) if is_brand else filled.value
            named[base] = (*named.get(base, ()), value)
    for parameter in query.parameters:
        if parameter.default:
            named.setdefault(parameter.name, (names.resolve(parameter.default),))
    return named


def _rows(
    graph: Graph, query: Canned, found: Match, named: Mapping[str, tuple[str, ...]], names: Names
) -> tuple[tuple[Row, ...], str]:
    """Ask the query once for each value of a slot with several; slots that are no parameters keep the rows that fit."""
    asked: list[dict[str, str | Literal]] = [{}]
    for parameter in query.parameters:
        is_text = parameter.kinds in (("text",), ("brand",), ("date",))
        terms = [Literal(value) if is_text else value for value in dict.fromkeys(named.get(parameter.name, ()))]
        asked = [{**bindings, parameter.name: term} for bindings in asked for term in terms] if terms else asked
    rows: list[Row] = []
    for bindings in asked:
        answered = answer_canned(graph, query, bindings)
        rows.extend(dict(zip(answered.variables, row, strict=True)) for row in answered)
    unused = []
    for name, wanted in named.items():
        if query.parameter(name) is not None or (name == "direction" and found.kind.rule == "compare"):
            continue
        if not rows or name in rows[0]:
            # What names no country is taken to hold in that of most sources, and is no answer for another one.
            strict = name in _STRICT or (name == "jurisdiction" and _home(names) not in wanted)
            rows = _narrowed(rows, name, wanted, strict=strict)
        else:
            unused.append(" and ".join(map(_tail, wanted)))
    return tuple(rows), ", ".join(unused)


def _narrowed(rows: list[Row], name: str, wanted: tuple[str, ...], *, strict: bool) -> list[Row]:
    """Keep the rows with one of these values; where there are none, unless `strict`, those that do not tell it."""
    fit = [row for row in rows if plain(row[name]) in wanted]
    return fit or ([] if strict else [row for row in rows if row[name] is None])


def _home(names: Names) -> str:
    """Return the jurisdiction that is meant where none is named."""
    parameter = canned("was-scheduled").parameter("jurisdiction")
    return names.resolve(parameter.default, parameter.kinds) if parameter is not None else ""


def _labels(found: Match, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return the answers: of an open question all that was found, of a yes or no only what is affirmed."""
    affirmed_only = found.kind.rule in ("fact", "beside", "agree", "compare")
    return tuple(
        dict.fromkeys(each.label for each in facts if not affirmed_only or each.verdict in ("", Verdict.SUPPORTED))
    )


def _missing(found: Match, names: Names, words: str) -> str:
    """Say that a name of the question is not known, as far as the slot tells what it should have named."""
    wanted = next(name for name, filled in found.slots if filled.value is None).rstrip("0123456789")
    slot = next(each for each in found.kind.slots if each.name == wanted)
    try:
        names.resolve(words, slot.kinds)
    except CallError as error:
        said = str(error) if str(error).endswith("?") else f"{error}."
        return f"{said[0].upper()}{said[1:]} {_SILENCE}"
    return f"'{words}' is not known here. {_SILENCE}"


def _cannot(near: Sequence[str]) -> str:
    """Say that a question fits nothing, and what can be asked instead."""
    return "The question fits no kind that can be answered. What can be asked instead: " + " · ".join(near)


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2].replace("-", " ")
