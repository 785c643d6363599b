"""Datalog as values: predicates that know what they stand for, atoms and rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from typing import Literal as OneOf

from ontology.reasoning.expressions import Signed, Term, text
from ontology.reasoning.facts import Axiom
from ontology.reasoning.numbering import Numbering
from ontology.terms import shorten

PredicateKind = OneOf[
    "member", "value", "same", "different", "told member", "told value", "claimed", "record", "relevant", "clash"
]


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a Datalog predicate says: membership in an expression, a property's value, identity, or a clash.

    `told` predicates hold what is asserted and nothing inferred; `claimed` is membership in an existential that a
    source claims, of the individual or of one of its classes, rather than one that some value happens to satisfy. A
    `record` is an annotation of the ontology, which no axiom speaks of. What is `relevant` has its denials worked out.
    """

    kind: PredicateKind
    of: Signed | str = ""
    positive: bool = True  # of a property: whether it holds or is known not to
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work the hash out once."""
        object.__setattr__(self, "_hash", hash((self.kind, self.of, self.positive)))

    def __hash__(self) -> int:
        """Return the hash."""
        return self._hash

    def __str__(self) -> str:
        name = (
            text(self.of)
            if isinstance(self.of, Signed)
            else shorten(self.of)
            if self.kind in ("value", "record")
            else self.of
        )
        return f"{self.kind} {'' if self.positive else 'not '}{name}".rstrip()


@dataclass(frozen=True, slots=True)
class Prototype:
    """A member of a class of which nothing is known but that: what holds of it holds of every member.

    `role` is set for the value that an existential speaks of, which the property's range tells more about.
    """

    of: Signed
    role: str = ""

    def __str__(self) -> str:
        return f"[{text(self.of)}]{self.role}"


#: A variable is a string that starts with a question mark.
Argument: TypeAlias = str | Term | Prototype
Thing: TypeAlias = Term | Prototype
#: A row in numbers: of one place the bare number, which makes sets small and fast, of more a tuple.
Held: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Atom:
    """A predicate with its arguments; where negated, that it does not hold for any value of a variable of its own."""

    predicate: Predicate
    arguments: tuple[Argument, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A head that follows from a body.

    A rule without an axiom is a step inside an expression, which no proof shows; `unpacks` marks those whose head is a
    part of what the body says. A lemma is what the rule owes to the reasoning about classes. `limits` counts the
    last atoms of the body that only keep the rule from conclusions of no interest; a proof does not show them either.
    """

    head: Atom
    body: tuple[Atom, ...]
    axiom: Axiom | None = None
    guards: tuple[str, ...] = ()
    unpacks: bool = False
    lemma: tuple[Predicate, Prototype] | None = None
    limits: int = 0


X, Y, Z = "?x", "?y", "?z"
SAME = Predicate("same")
DIFFERENT = Predicate("different")
#: What denials are worked out for.
RELEVANT = Predicate("relevant")


def member(of: Signed, argument: Argument = X) -> Atom:
    """Return the atom of membership."""
    return Atom(Predicate("member", of), (argument,))


def value(role: str, subject: Argument = X, object: Argument = Y, *, positive: bool = True) -> Atom:
    """Return the atom of a property's value."""
    return Atom(Predicate("value", role, positive), (subject, object))


def clash(kind: str, axiom: Axiom, *body: Atom, guards: tuple[str, ...] = ()) -> Rule:
    """Return the rule that names a contradiction; its head carries every variable of the body."""
    names = {argument: None for atom in body for argument in atom.arguments if isinstance(argument, str)}
    return Rule(Atom(Predicate("clash", f"{kind}: {axiom.text}"), tuple(names)), body, axiom, guards)


def live(rules: Iterable[Rule], facts: Iterable[Predicate]) -> list[Rule]:
    """Keep the rules that can ever fire, each once: most of an ontology is idle in a small graph."""
    ordered = list(dict.fromkeys(rules))
    lacks = [{atom.predicate for atom in rule.body if not atom.negated} for rule in ordered]
    users: dict[Predicate, list[int]] = {}
    for n, predicates in enumerate(lacks):
        for predicate in predicates:
            users.setdefault(predicate, []).append(n)
    filled = set(facts)
    waiting = [*filled]
    kept: set[int] = set()
    while waiting:
        predicate = waiting.pop()
        for n in users.get(predicate, ()):
            lacks[n].discard(predicate)
            if not lacks[n]:
                kept.add(n)
                if (head := ordered[n].head.predicate) not in filled:
                    filled.add(head)
                    waiting.append(head)
    return [ordered[n] for n in sorted(kept)]


def denies(predicate: Predicate) -> bool:
    """Tell whether a predicate says what something does not belong to."""
    return predicate.kind == "member" and isinstance(predicate.of, Signed) and not predicate.of.positive


def needed(rules: Iterable[Rule]) -> set[Predicate]:
    """Find the denials that lead to something other than a denial."""
    leads: dict[Predicate, list[Predicate]] = {}
    waiting: list[Predicate] = []
    for rule in rules:
        body = [atom.predicate for atom in rule.body if denies(atom.predicate)]
        if denies(rule.head.predicate):
            leads.setdefault(rule.head.predicate, []).extend(body)
        else:
            waiting += body
    found: set[Predicate] = set()
    while waiting:
        predicate = waiting.pop()
        if predicate not in found:
            found.add(predicate)
            waiting += leads.get(predicate, ())
    return found


@dataclass(frozen=True, slots=True)
class Program:
    """Rules and the facts they start from, which are in numbers: places in `things`."""

    rules: tuple[Rule, ...]
    facts: Mapping[Predicate, set[Held]]
    things: Numbering[Thing]

    def predicates(self) -> list[Predicate]:
        """Return every predicate in one order."""
        found = set(self.facts)
        for rule in self.rules:
            found.update(atom.predicate for atom in (rule.head, *rule.body))
        return sorted(found, key=lambda predicate: (predicate.kind, str(predicate)))
