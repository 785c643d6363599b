"""What would have to be known for a fact to follow: for each rule that could yield it, the premises that are missing.

This is abduction by one step: rules that are idle for want of facts count as well, and a way that needs something
known not to hold is closed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ontology.reasoning import classes, properties
from ontology.reasoning.axioms import Ontology
from ontology.reasoning.classes import Sides
from ontology.reasoning.datalog import Argument, Atom, Rule
from ontology.reasoning.domain import Template, expand
from ontology.reasoning.expressions import EVERYTHING, And, Named, Signed, Some, Value
from ontology.reasoning.facts import SUBCLASS, TYPE, Axiom, Fact, Object

#: Tells whether a fact holds (true), is known not to (false), or neither is so.
Holds = Callable[[Fact], bool | None]

#: How a proof calls what a rule leaves open.
SOMETHING = "?something"


@dataclass(frozen=True, slots=True)
class Gap:
    """An axiom that would yield a fact, the premises that are known, and those that are not."""

    axiom: Axiom
    missing: tuple[Fact, ...]
    known: tuple[Fact, ...] = ()


def general_rules(ontology: Ontology, sides: Sides, templates: Iterable[Template]) -> list[Rule]:
    """Return every rule that affirms something, whether or not it can fire on the facts there are."""
    rules = [*classes.implications(ontology), *properties.property_rules(ontology), *expand(templates, sides)]
    return [rule for rule in rules if rule.axiom and not any(atom.negated for atom in rule.body)]


def gaps(goal: Fact, rules: Iterable[Rule], holds: Holds) -> tuple[Gap, ...]:
    """Return the ways in which a fact could follow, the one that lacks least first."""
    of_class = goal.predicate == SUBCLASS
    found: dict[Gap, None] = {}
    for rule in rules:
        if rule.axiom is None or (bound := _unified(rule.head, goal)) is None:
            continue
        premises = dict.fromkeys(premise for atom in rule.body for premise in _facts(atom, bound, of_class))
        known = {premise: holds(premise) for premise in premises}
        missing = tuple(premise for premise, holding in known.items() if holding is None)
        turned = Fact(goal.object, goal.predicate, goal.subject)  # to know it is to know the same
        possible = False not in known.values() and not {goal, turned} & {*premises} and missing
        if possible and not all(_vague(premise) for premise in missing):
            found[Gap(rule.axiom, missing, tuple(premise for premise in premises if known[premise]))] = None
    return tuple(sorted(found, key=lambda gap: (len(gap.missing), -len(gap.known), str(gap.axiom))))


def _unified(head: Atom, goal: Fact) -> dict[str, Object] | None:
    """Bind the variables of a rule's head so that it says the goal, if it can."""
    of = head.predicate.of
    if head.predicate.kind == "member" and isinstance(of, Signed) and of.positive:
        if goal.predicate in (TYPE, SUBCLASS) and isinstance(of.expression, Named):
            told: tuple[Object, ...] = (goal.subject,)
            fits = of.expression.iri == goal.object
        else:  # what a class implies of its members' properties
            fits = _says(of, goal)
            told = (goal.subject,)
    else:
        fits = head.predicate.kind == "value" and head.predicate.positive and of == goal.predicate
        told = (goal.subject, goal.object)
    if not fits or len(told) != len(head.arguments):
        return None
    bound: dict[str, Object] = {}
    for argument, value in zip(head.arguments, told, strict=True):
        if isinstance(argument, str):
            if bound.setdefault(argument, value) != value:
                return None
        elif _object(argument) != value:
            return None
    return bound


def _says(of: Signed, goal: Fact) -> bool:
    match of.expression:
        case Value(role, value):
            return role == goal.predicate and _object(value) == goal.object
        case Some(role, Signed(Named(iri), True)):
            return role == goal.predicate and iri == goal.object
        case And(parts):
            return any(part.positive and _says(part, goal) for part in parts)
    return False


def _facts(atom: Atom, bound: dict[str, Object], of_class: bool) -> Iterator[Fact]:
    """Yield what an atom asks for; what joins several expressions asks for each."""
    arguments = [bound.get(item, SOMETHING) if isinstance(item, str) else _object(item) for item in atom.arguments]
    of = atom.predicate.of
    if isinstance(of, Signed):
        yield from _membership(arguments[0], of, of_class)
    elif atom.predicate.kind == "value":
        yield Fact(arguments[0], of, arguments[-1], not atom.predicate.positive)


def _membership(subject: Object, of: Signed, of_class: bool) -> Iterator[Fact]:
    relation = SUBCLASS if of_class else TYPE
    match of.expression:
        case And(parts) if of.positive:
            for part in parts:
                yield from _membership(subject, part, of_class)
        case Named(iri):
            yield Fact(subject, relation, iri, not of.positive)
        case Value(role, value) if of.positive and not of_class:
            yield Fact(subject, role, _object(value))
        case _ if of != EVERYTHING:
            yield Fact(subject, relation, of)


def _vague(fact: Fact) -> bool:
    return SOMETHING in (fact.subject, fact.object)


def _object(thing: Argument) -> Object:
    if isinstance(thing, NamedNode):
        return thing.value
    return thing if isinstance(thing, Literal) else str(thing)
