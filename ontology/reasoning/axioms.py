"""The axioms that the compiler knows, each with the text that a proof shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as OneOf

from ontology.reasoning.expressions import Named, Signed, Term, text
from ontology.reasoning.facts import SUBCLASS, Axiom, Fact
from ontology.reasoning.numbering import Numbering, Pair
from ontology.terms import shorten

RoleKind = OneOf[
    "sub",
    "inverse",
    "symmetric",
    "transitive",
    "chain",
    "domain",
    "range",
    "functional",
    "inverse functional",
    "asymmetric",
    "irreflexive",
    "disjoint",
]

#: How each property axiom reads, with the names of its properties and its class.
ROLE_TEXTS: dict[RoleKind, str] = {
    "sub": "{0} SubPropertyOf {1}",
    "inverse": "{0} InverseOf {1}",
    "symmetric": "{0} is symmetric",
    "transitive": "{0} is transitive",
    "domain": "{0} Domain {c}",
    "range": "{0} Range {c}",
    "functional": "{0} is functional",
    "inverse functional": "{0} is inverse functional",
    "asymmetric": "{0} is asymmetric",
    "irreflexive": "{0} is irreflexive",
    "disjoint": "{0} DisjointWith {1}",
}


@dataclass(frozen=True, slots=True)
class SubClass:
    """All members of one expression belong to the other."""

    sub: Signed
    sup: Signed
    axiom: Axiom
    told: bool = True  # stated as it stands, rather than half of an equivalence


@dataclass(frozen=True, slots=True)
class Disjoint:
    """The two expressions share no member."""

    one: Signed
    other: Signed
    axiom: Axiom


@dataclass(frozen=True, slots=True)
class Role:
    """An axiom about properties; a chain names its links first and what they come to last."""

    kind: RoleKind
    roles: tuple[str, ...]
    axiom: Axiom
    expression: Signed | None = None


@dataclass(slots=True)
class Facts:
    """What is asserted of individuals, which are places in `things`, by class and by property."""

    things: Numbering[Term] = field(default_factory=Numbering)
    types: dict[Signed, set[int]] = field(default_factory=dict)
    values: dict[str, set[Pair]] = field(default_factory=dict)
    denials: dict[str, set[Pair]] = field(default_factory=dict)
    same: set[Pair] = field(default_factory=set)
    different: set[Pair] = field(default_factory=set)
    subjects: set[int] = field(default_factory=set)  # of whom something is asserted beyond the curated ontology


@dataclass(frozen=True, slots=True)
class Ontology:
    """A graph as the compiler takes it: axioms in one order whatever the graph's, facts, and what it cannot use."""

    classes: tuple[str, ...]
    data_properties: frozenset[str]
    subclasses: tuple[SubClass, ...]
    disjoints: tuple[Disjoint, ...]
    roles: tuple[Role, ...]
    facts: Facts
    left_out: tuple[str, ...]
    records: Mapping[str, list[tuple[Term, Term]]] = field(default_factory=dict)  # curated annotations, by property


def subclass(sub: Signed, sup: Signed) -> SubClass:
    """Return the axiom as a source can claim it."""
    claim = None
    if isinstance(sub.expression, Named) and sub.positive:
        target = sup if sup.positive else -sup
        told = target.expression.iri if isinstance(target.expression, Named) else target
        subject, predicate, value = Fact(sub.expression.iri, SUBCLASS, told).claim
        claim = (sub.expression.iri, predicate, value) if subject else None
    return SubClass(sub, sup, Axiom(f"{text(sub)} SubClassOf {text(sup)}", claim))


def equivalent(one: Signed, other: Signed) -> tuple[SubClass, SubClass]:
    """Return both halves of an equivalence; the simpler side stands first in the text."""
    first, second = sorted((one, other), key=lambda side: (not isinstance(side.expression, Named), text(side)))
    axiom = Axiom(f"{text(first)} EquivalentTo {text(second)}")
    return (SubClass(one, other, axiom, told=False), SubClass(other, one, axiom, told=False))


def disjoint(one: Signed, other: Signed) -> Disjoint:
    """Return the axiom with its sides in one order."""
    first, second = sorted((one, other), key=text)
    return Disjoint(first, second, Axiom(f"{text(first)} DisjointWith {text(second)}"))


def role(kind: RoleKind, *roles: str, expression: Signed | None = None) -> Role:
    """Return a property axiom."""
    names = [shorten(iri) for iri in roles]
    if kind == "chain":
        return Role(kind, roles, Axiom(f"{' o '.join(names[:-1])} SubPropertyOf {names[-1]}"))
    kind_text = ROLE_TEXTS[kind].format(*names, c=text(expression) if expression else "")
    return Role(kind, roles, Axiom(kind_text), expression)
