"""Datalog as values: predicates that know what they stand for, atoms, rules, and the program text that Nemo reads.

The text holds numbers only, for predicates as for individuals, so that no name or literal needs escaping.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import TypeAlias

from ontology.reasoning.expressions import Signed, Term, text
from ontology.reasoning.facts import Axiom
from ontology.terms import shorten

PredicateKind = OneOf["member", "value", "same", "different", "told member", "told value", "claimed", "record", "clash"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a Datalog predicate says: membership in an expression, a property's value, identity, or a clash.

    `told` predicates hold what is asserted and nothing inferred; `claimed` is membership in an existential that a
    source claims, of the individual or of one of its classes, rather than one that some value happens to satisfy. A
    `record` is an annotation of the ontology, which no axiom speaks of.
    """

    kind: PredicateKind
    of: Signed | str = ""
    positive: bool = True  # of a property: whether it holds or is known not to

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
Rows: TypeAlias = set[tuple[Thing, ...]]


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
    filled = set(facts)
    waiting = list(dict.fromkeys(rules))
    kept: set[int] = set()
    while fresh := [n for n, rule in enumerate(waiting) if n not in kept and filled.issuperset(_needs(rule))]:
        kept.update(fresh)
        filled.update(waiting[n].head.predicate for n in fresh)
    return [waiting[n] for n in sorted(kept)]


def _needs(rule: Rule) -> Iterator[Predicate]:
    return (atom.predicate for atom in rule.body if not atom.negated)


def denies(predicate: Predicate) -> bool:
    """Tell whether a predicate says what something does not belong to."""
    return predicate.kind == "member" and isinstance(predicate.of, Signed) and not predicate.of.positive


def needed(rules: Iterable[Rule]) -> set[Predicate]:
    """Find the denials that lead to something other than a denial."""
    found: set[Predicate] = set()
    waiting = list(rules)
    size = -1
    while size != len(found):
        size = len(found)
        for rule in waiting:
            if not denies(rule.head.predicate) or rule.head.predicate in found:
                found.update(atom.predicate for atom in rule.body if denies(atom.predicate))
    return found


@dataclass(frozen=True, slots=True)
class Program:
    """Rules and the facts they start from."""

    rules: tuple[Rule, ...]
    facts: Mapping[Predicate, Rows]

    def things(self) -> list[Thing]:
        """Return every individual, value and prototype in one order."""
        found: set[Thing] = {thing for rows in self.facts.values() for row in rows for thing in row}
        for rule in self.rules:
            for atom in (rule.head, *rule.body):
                found.update(argument for argument in atom.arguments if not isinstance(argument, str))
        return sorted(found, key=str)

    def predicates(self) -> list[Predicate]:
        """Return every predicate in one order."""
        found = set(self.facts)
        for rule in self.rules:
            found.update(atom.predicate for atom in (rule.head, *rule.body))
        return sorted(found, key=lambda predicate: (predicate.kind, str(predicate)))


def render(program: Program, predicates: Mapping[Predicate, int], things: Mapping[Thing, int]) -> Iterator[str]:
    """Write each rule as Nemo reads it, named by its number."""

    def atom(of: Atom) -> str:
        inner = ",".join(item if isinstance(item, str) else str(things[item]) for item in of.arguments)
        return f"{'~' if of.negated else ''}q{predicates[of.predicate]}({inner})"

    for number, rule in enumerate(program.rules):
        body = ",".join([*map(atom, rule.body), *rule.guards])
        yield f'#[name("{number}")]\n{atom(rule.head)}:-{body} .'
