"""Withdraws what the graph cannot hold: where assertions clash, the least believed of them is reported, not asserted.

Texts contradict each other and the ontology, and one false fact must not take all others with it. In each round every
clash gives up one fact: what is meant of every member of a class, where it has a part, since what is said of a member
wins over it; else the least believed of the asserted ones that its proof rests on. Of equals, what is said of a whole
class goes first, and a denial goes before what is affirmed. It ends when no clash rests on an asserted fact; what
clashes then, the ontology says by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad

from ontology.assertion import Fact, Restrictions, assertions, fact
from ontology.reasoning import Clash, Reasoning, inferred_quads
from ontology.terms import OWL, RDFS, is_class
from ontology.values import Literal, Statement, Verdict, canonical

Reason: TypeAlias = Callable[[Iterable[Quad]], Reasoning]
Groups: TypeAlias = Mapping[Fact, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A fact that is not asserted, the statements that carry it, and the clash that it had a part in."""

    fact: Fact
    statements: tuple[Statement, ...]
    clash: Clash


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is asserted, what follows, and what was withdrawn for it."""

    asserted: tuple[Quad, ...]
    inferred: tuple[Quad, ...]
    conclusions: int  # facts inferred; some take several triples
    withdrawn: tuple[Withdrawal, ...]


def settle(
    statements: Iterable[Statement],
    firmness: Mapping[str, float],
    ontology: Sequence[Quad],
    restrictions: Restrictions,
    reason: Reason,
) -> Settlement:
    """Assert what can stand together, and say what was withdrawn so that it can.

    `firmness` tells, by the IRI of a statement, how far the sources are believed in what its verdict says.
    """
    groups = _groups(statements)
    withdrawn: list[Withdrawal] = []
    doubted: set[Fact] | None = None
    while True:
        gone = {each.fact for each in withdrawn}
        standing = (statement for what, group in groups.items() if what not in gone for statement in group)
        asserted = tuple(assertions(standing, restrictions))
        reasoning = reason([*ontology, *asserted])
        if reasoning.clashes and doubted is None:
            doubted = _doubted(groups, ontology, restrictions)
        more = _give_up(reasoning.clashes, (doubted or set()) - gone, groups, firmness)
        if not more:
            inferred = tuple(inferred_quads(reasoning))
            return Settlement(asserted, inferred, len(reasoning.inferred), tuple(withdrawn))
        withdrawn += more


def _doubted(groups: Groups, ontology: Sequence[Quad], restrictions: Restrictions) -> set[Fact]:
    """Return the facts that can be withdrawn: those asserted, save what the ontology says too and would still hold."""
    asserted = {what for what, group in groups.items() if any(True for _ in assertions(group, restrictions))}
    return asserted - _facts(ontology)


def _give_up(
    clashes: Iterable[Clash], doubted: set[Fact], groups: Groups, firmness: Mapping[str, float]
) -> list[Withdrawal]:
    """Choose one fact of every clash; a clash that a fact chosen before takes part in is solved with it."""
    chosen: dict[Fact, Withdrawal] = {}
    for clash in sorted(clashes, key=str):
        involved = doubted.intersection(what for claim in clash.claims if (what := _fact(claim)) is not None)
        if involved and involved.isdisjoint(chosen):
            weakest = min(involved, key=lambda what: _rank(what, groups[what], firmness))
            chosen[weakest] = Withdrawal(weakest, tuple(groups[weakest]), clash)
    return list(chosen.values())


def _groups(statements: Iterable[Statement]) -> Groups:
    groups: defaultdict[Fact, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda statement: statement.iri):
        groups[fact(statement.proposition)].append(statement)
    return groups


def _facts(quads: Iterable[Quad]) -> frozenset[Fact]:
    found = set()
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Text):
            found.add(_fact((quad.subject.value, quad.predicate.value, quad.object)))
    return frozenset(each for each in found if each is not None)


def _fact(claim: tuple[object, str, object]) -> Fact | None:
    """Return the fact that a statement would carry, or None where no statement can: of an unnamed class, say."""
    subject, predicate, value = claim
    if predicate == OWL + "differentFrom":
        predicate = OWL + "sameAs"
    if isinstance(value, Text):
        value = Literal(value.value)
    elif isinstance(value, NamedNode):
        value = value.value
    if isinstance(subject, str) and isinstance(value, str | Literal):
        return (subject, predicate, value)
    return None


def _rank(what: Fact, group: Sequence[Statement], firmness: Mapping[str, float]) -> tuple[object, ...]:
    """Return what orders facts by how readily they are given up."""
    held = max(firmness[statement.iri] for statement in group)
    affirmed = any(statement.verdict is Verdict.SUPPORTED for statement in group)
    general = is_class(what[0]) and what[1] != RDFS + "subClassOf"
    return (not general, held, not is_class(what[0]), affirmed, what[0], what[1], canonical(what[2]))
