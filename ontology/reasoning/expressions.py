"""Class expressions in normal form: names, conjunctions, existentials and values, each affirmed or denied.

Whatever else OWL offers is written with these: a union is the denial of a conjunction of denials, `p only C` the denial
of `p some not C`, everything the empty conjunction and nothing its denial. Two axioms that use the same expression thus
share it, and a rule has to be written for four kinds only, once for each sign.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from ontology.terms import shorten

#: An individual or a value.
Term: TypeAlias = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Named:
    """A class with a name."""

    iri: str


@dataclass(frozen=True, slots=True)
class And:
    """What belongs to all of the parts; without parts, everything."""

    parts: "tuple[Signed, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """What has a value of the property among the members of the filler."""

    property: str
    filler: "Signed"


@dataclass(frozen=True, slots=True)
class Value:
    """What has the very value of the property."""

    property: str
    value: Term


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the individuals listed."""

    members: tuple[Term, ...]


Expression: TypeAlias = Named | And | Some | Value | OneOf


@dataclass(frozen=True, slots=True)
class Signed:
    """An expression or, where not positive, its complement."""

    expression: Expression
    positive: bool = True
    _hash: int = field(init=False, compare=False, repr=False)  # what an expression holds can be deep

    def __post_init__(self) -> None:
        """Work the hash out once: expressions are looked up again and again."""
        object.__setattr__(self, "_hash", hash((self.expression, self.positive)))

    def __hash__(self) -> int:
        """Return the hash."""
        return self._hash

    def __neg__(self) -> "Signed":
        """Return the complement."""
        return Signed(self.expression, not self.positive)

    def __str__(self) -> str:
        return text(self)


EVERYTHING = Signed(And(()))
NOTHING = -EVERYTHING


def conjunction(parts: tuple[Signed, ...]) -> Signed:
    """Return what belongs to all parts, in one order whatever the order given."""
    kept = {part for part in parts if part != EVERYTHING}
    if len(kept) == 1:
        return kept.pop()
    return Signed(And(tuple(sorted(kept, key=text))))


def disjunction(parts: tuple[Signed, ...]) -> Signed:
    """Return what belongs to at least one part."""
    return -conjunction(tuple(-part for part in parts))


def names(signed: Signed) -> Iterator[str]:
    """Give the named classes of an expression."""
    match signed.expression:
        case Named(iri):
            yield iri
        case And(parts):
            for part in parts:
                yield from names(part)
        case Some(_, filler):
            yield from names(filler)


def text(signed: Signed, *, inner: bool = False) -> str:
    """Write an expression in Manchester syntax with prefixed names; `inner` brackets what needs it."""
    match signed.expression:
        case Named(iri):
            return shorten(iri) if signed.positive else f"not {shorten(iri)}"
        case And(()):
            return "owl:Thing" if signed.positive else "owl:Nothing"
        case And(parts):
            joined = (
                " and ".join(text(part, inner=True) for part in parts)
                if signed.positive
                else " or ".join(sorted(text(-part, inner=True) for part in parts))
            )
        case Some(role, filler) if signed.positive:
            joined = f"{shorten(role)} some {text(filler, inner=True)}"
        case Some(role, Signed(_, False) as filler):
            joined = f"{shorten(role)} only {text(-filler, inner=True)}"
        case Some(role, filler):
            joined = f"not ({shorten(role)} some {text(filler, inner=True)})"
        case Value(role, value):
            plain = f"{shorten(role)} value {term_text(value)}"
            joined = plain if signed.positive else f"not ({plain})"
        case OneOf(members):
            plain = "{" + ", ".join(map(term_text, members)) + "}"
            return plain if signed.positive else f"not {plain}"
    return f"({joined})" if inner else joined


def term_text(term: Term) -> str:
    """Write an individual as a prefixed name and a value as it stands in Turtle."""
    return shorten(term.value) if isinstance(term, NamedNode) else str(term)
