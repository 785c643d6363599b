"""Finds what the sources do not agree on: among themselves, with the record of the law, and with the ontology."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dispensatory.report import Line
from dispensatory.withdrawal import Withdrawal
from dispensatory.words import because, plainly, shortly, words
from loaders.judge import Judgement
from loaders.weighing import Side
from ontology.curated import ONTOLOGY, Record
from ontology.disputes import Dispute, Kind
from ontology.exclusion import FEARED, SOUGHT, Exclusion
from ontology.reasoning import Clash
from ontology.values import Evidence, Proposition, Source, Statement, Verdict

#: How many sentences of a side a report shows.
SHOWN = 2


@dataclass(frozen=True, slots=True)
class Point:
    """What is said on a side of a conflict: a passage, or a record of the ontology."""

    side: str
    said: Evidence | Record


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all be taken as they are, what speaks on each side, and the proof where there is one."""

    kind: Kind
    statements: tuple[Statement, ...]
    points: tuple[Point, ...]
    clash: Clash | None = None


def conflicts(
    judgements: Iterable[Judgement],
    withdrawn: Iterable[Withdrawal],
    evidence: Mapping[str, Evidence],
    exclusion: Exclusion,
    listed: Callable[[Proposition], tuple[Record, ...]],
) -> tuple[Conflict, ...]:
    """Return every conflict once, ordered by kind; `listed` gives the ontology's records on a proposition."""
    judged = list(judgements)
    return (
        *(found for each in judged if (found := _denied(each))),
        *_values(judged, evidence, exclusion, listed),
        *(_against_ontology(each, evidence) for each in withdrawn),
    )


def _denied(judgement: Judgement) -> Conflict | None:
    """Find what some affirm and others deny, be it of a narrower or a wider fact."""
    sides = judgement.weighing.supports, judgement.weighing.disputes
    texts = [bool(side.sources()) for side in sides]
    recorded = [any(witness.record for witness in side.witnesses) for side in sides]
    against_record = texts != [True, True] and any(texts[n] and recorded[1 - n] for n in (0, 1))
    if not against_record and (judgement.statement.verdict is not Verdict.DISPUTED or not all(texts)):
        return None
    law = any(witness.record and witness.record.iri != ONTOLOGY for side in sides for witness in side.witnesses)
    kind = Kind.DENIED if not against_record else Kind.LAW if law else Kind.ONTOLOGY
    points = (*_points(sides[0], "+"), *_points(sides[1], "-"))
    return Conflict(kind, (judgement.statement,), points)


def _points(side: Side, sign: str) -> Iterator[Point]:
    for witness in side.witnesses:
        if witness.record:
            yield Point(sign, witness.record)
        for passage, _ in witness.passages:
            yield Point(sign, passage)


def _values(
    judgements: list[Judgement],
    evidence: Mapping[str, Evidence],
    exclusion: Exclusion,
    listed: Callable[[Proposition], tuple[Record, ...]],
) -> Iterator[Conflict]:
    """Find what gives two values to what can have one, save where the law itself does."""
    affirmed = {
        each.statement.proposition: each.statement
        for each in judgements
        if each.statement.supports and each.statement.verdict is not Verdict.REFUTED
    }
    for group in exclusion.conflicts(affirmed):
        if all(any(record.polarity == "+" for record in listed(what)) for _, what in group):
            continue
        points = tuple(Point(value, evidence[iri]) for value, what in group for iri in affirmed[what].supports)
        yield Conflict(Kind.VALUES, tuple(affirmed[what] for _, what in group), points)


def _against_ontology(withdrawal: Withdrawal, evidence: Mapping[str, Evidence]) -> Conflict:
    points = tuple(
        Point(sign, evidence[iri])
        for statement in withdrawal.statements
        for sign, side in (("+", statement.supports), ("-", statement.disputes))
        for iri in side
    )
    return Conflict(Kind.ONTOLOGY, withdrawal.statements, points, withdrawal.clash)


def as_dispute(conflict: Conflict, sources: Mapping[str, Source], label: Callable[[str], str]) -> Dispute:
    """Return a conflict as the graph keeps it."""
    return Dispute(
        conflict.kind,
        tuple(sorted({each.iri for each in conflict.statements})),
        tuple(sorted({point.said.iri for point in conflict.points} - {ONTOLOGY})),
        _reason(conflict, sources, label),
    )


def _reason(conflict: Conflict, sources: Mapping[str, Source], label: Callable[[str], str]) -> str:
    if conflict.clash:
        proofs = [line for side in conflict.clash.sides for line in because(side, label)]
        return "\n".join((conflict.clash.sentence(label), *proofs))
    if conflict.kind is Kind.VALUES:
        values = dict.fromkeys(plainly(point.side, label) for point in conflict.points)
        return f"the sources give it {len(values)} values: {', '.join(values)}"
    records = [f"{each.text} ({each.citation})" for point in conflict.points if isinstance(each := point.said, Record)]
    if conflict.kind is Kind.DENIED:
        return "; ".join(("sources affirm it and sources deny it", *records))
    if conflict.kind is Kind.LAW:
        told = {each.source: None for point in conflict.points if isinstance(each := point.said, Evidence)}
        records += dict.fromkeys(f"{sources[iri].name}: {_held(sources[iri])}" for iri in told)
    return "; ".join(records)


def _held(source: Source) -> str:
    """Say which law a source's word is held against."""
    return f"of {source.date}" if source.date else "without a date, so held against the law of today"


def as_line(conflict: Conflict, sources: Mapping[str, Source], label: Callable[[str], str]) -> Line:
    """Return a conflict as the report shows it: in words, and the first sentences of each side."""
    facts = " / ".join(dict.fromkeys(words(each.proposition, label) for each in conflict.statements))
    lines: list[str] = []
    if conflict.clash:
        facts = f"{facts} ({conflict.clash.sentence(label)})"
        lines += [line for side in conflict.clash.sides for line in because(side, label)]
    elif conflict.kind is Kind.VALUES:
        facts = _common(conflict, label)
    about = conflict.statements[0].proposition if conflict.kind is not Kind.VALUES and not conflict.clash else None
    for side in dict.fromkeys(point.side for point in conflict.points):
        said = _in_turn((point.said for point in conflict.points if point.side == side), about, sources)
        dated = conflict.kind is Kind.LAW
        lines += [_shown(each, plainly(side, label), about, sources, label, dated=dated) for each in said[:SHOWN]]
        if len(said) > SHOWN:
            lines.append(f"{plainly(side, label)} … and {len(said) - SHOWN} more")
    return Line(facts, tuple(lines))


def _common(conflict: Conflict, label: Callable[[str], str]) -> str:
    """Say what it is that was given several values."""
    values = {point.side for point in conflict.points}
    first = conflict.statements[0].proposition
    if values <= {SOUGHT, FEARED}:
        return (
            f"{label(first.subject)} {first.predicate} {label(str(first.object))}: sought by some, warned of by others"
        )
    return " / ".join(dict.fromkeys(words(each.proposition, label) for each in conflict.statements))


def _in_turn(
    side: Iterable[Evidence | Record], about: Proposition | None, sources: Mapping[str, Source]
) -> list[Evidence | Record]:
    """Order what is said: records, then one sentence of each source, then the rest; the very fact before others."""

    def place(said: Evidence | Record) -> tuple[object, ...]:
        if isinstance(said, Record):
            return (False, said.iri, 0)
        return (about is not None and said.proposition != about, sources[said.source].name, said.start)

    told: dict[tuple[str, int], Evidence | Record] = {}  # a sentence once, though it speaks of several results
    for said in sorted(side, key=place):
        told.setdefault((said.iri, 0) if isinstance(said, Record) else (said.source, said.start), said)
    rank: defaultdict[str, int] = defaultdict(int)
    ranked: list[tuple[bool, int, int, Evidence | Record]] = []
    for said in told.values():
        key = said.iri if isinstance(said, Record) else said.source
        ranked.append((isinstance(said, Evidence), rank[key], len(ranked), said))
        rank[key] += 1
    return [said for *_, said in sorted(ranked, key=lambda each: each[:3])]


def _shown(
    said: Evidence | Record,
    side: str,
    about: Proposition | None,
    sources: Mapping[str, Source],
    label: Callable[[str], str],
    *,
    dated: bool,
) -> str:
    if isinstance(said, Record):
        return f"{side} {said.text} ({said.citation})"
    other = f" (of: {shortly(said.proposition, label)})" if about and said.proposition != about else ""
    source = sources[said.source]
    name = f"{source.name} ({_held(source)})" if dated else source.name
    return f"{side} {name}: “{' '.join(said.quote.split())}”{other}"
