"""An ontology into the program that runs over individuals."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import cast

from ontology.reasoning import classes, properties
from ontology.reasoning.axioms import Ontology
from ontology.reasoning.classes import Sides
from ontology.reasoning.datalog import (
    DIFFERENT,
    RELEVANT,
    SAME,
    Held,
    Predicate,
    Program,
    Rule,
    Thing,
    denies,
    live,
    member,
    needed,
)
from ontology.reasoning.domain import Template, expand
from ontology.reasoning.expressions import Named, Signed, Some
from ontology.reasoning.numbering import Numbering
from ontology.reasoning.relevance import limited
from ontology.reasoning.taxonomy import Taxonomy, existential_domains, inclusions


def compile_program(
    ontology: Ontology,
    sides: Sides,
    taxonomy: Taxonomy,
    above: dict[str, frozenset[str]],
    templates: Iterable[Template],
) -> Program:
    """Compile axioms and domain rules, leaving out whatever cannot fire on the facts there are."""
    facts = _facts(ontology)
    rules = [
        *classes.implications(ontology),
        *(rule for _, pair in classes.denials(ontology) for rule in pair),
        *classes.clashes(ontology),
        *classes.conjunctions(sides),
        *classes.existentials(sides),
        *classes.values(sides),
        *classes.claims(ontology),
        *existential_domains(ontology, sides, above),
        *inclusions(taxonomy, sides, above),
        *properties.property_rules(ontology),
        *properties.difference_rules(),
        *properties.denial_clashes(ontology.facts.denials, ontology.facts.types),
        *expand(templates, sides),
    ]
    facts |= _records(ontology, rules)
    kept = live(_limited(rules, taxonomy), facts)
    filled = {*facts, *(rule.head.predicate for rule in kept)}
    if SAME in filled:
        kept = live([*kept, *properties.identity_rules(filled)], facts)
    filled = {*facts, *(rule.head.predicate for rule in kept)}
    kept = [_without_idle_negations(rule, filled) for rule in kept]
    if 2 * len(ontology.facts.subjects) < len(ontology.facts.things):
        facts[RELEVANT] = {*ontology.facts.subjects}
        kept = [*limited(kept)]
    return Program(tuple(kept), facts, cast("Numbering[Thing]", ontology.facts.things))  # it may grow by prototypes


def _records(ontology: Ontology, rules: Iterable[Rule]) -> dict[Predicate, set[Held]]:
    """Return the records that rules read."""
    read = {atom.predicate for rule in rules for atom in rule.body if atom.predicate.kind == "record"}
    place = ontology.facts.things.place
    told = ((each, sorted(ontology.records.get(str(each.of), ()), key=str)) for each in sorted(read, key=str))
    return {each: {(place(one), place(other)) for one, other in rows} for each, rows in told if rows}


def _without_idle_negations(rule: Rule, filled: Container[Predicate]) -> Rule:
    """Leave out what is denied of a predicate without rows: it always holds."""
    body = tuple(atom for atom in rule.body if not atom.negated or atom.predicate in filled)
    return rule if len(body) == len(rule.body) else replace(rule, body=body)


def _facts(ontology: Ontology) -> dict[Predicate, set[Held]]:
    told = ontology.facts
    rows: dict[Predicate, set[Held]] = {}
    for signed, found in told.types.items():
        rows[Predicate("member", signed)] = found
        if not signed.positive:
            rows[Predicate("told member", signed)] = found
        elif isinstance(signed.expression, Some):
            rows[Predicate("claimed", signed)] = found
    for role, pairs in told.values.items():
        rows[Predicate("value", role)] = pairs
    for role, pairs in told.denials.items():
        rows[Predicate("value", role, positive=False)] = pairs
        rows[Predicate("told value", role, positive=False)] = pairs
    rows[SAME] = told.same
    rows[DIFFERENT] = told.different
    return {predicate: found for predicate, found in rows.items() if found}


def _limited(rules: list[Rule], taxonomy: Taxonomy) -> Iterator[Rule]:
    """Work out what something is not only among its own kind, unless a conclusion of another sort needs it.

    That a receptor is no opioid, no benzodiazepine and so forth through all classes of drugs is true and tells nothing;
    that an opioid is no benzodiazepine tells something.
    """
    wanted = needed(rules)
    for rule in rules:
        of = rule.head.predicate.of
        denied = of.expression if denies(rule.head.predicate) and isinstance(of, Signed) else None
        if not isinstance(denied, Named) or rule.head.predicate in wanted:
            yield rule
            continue
        for root in taxonomy.roots(denied.iri):
            kind = member(Signed(Named(root)), *rule.head.arguments)
            yield replace(rule, body=(*rule.body, kind), limits=1)
