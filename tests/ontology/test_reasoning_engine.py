"""The engine derives what Nemo, a Datalog engine of others, derives from the same program."""

import nmo_python as nemo
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.ontologies import turtle
from ontology.reasoning.datalog import Argument, Atom, Held, Predicate, Program, Rule, Thing
from ontology.reasoning.engine import Engine
from ontology.reasoning.numbering import Numbering
from ontology.reasoning.reasoner import reason
from ontology.terms import GRAPH_ASSERTED, GRAPH_ONTOLOGY

THINGS = [ox.NamedNode(f"http://x/{letter}") for letter in "abcde"]
ONE = [Predicate("record", name) for name in ("p", "q", "r")]
TWO = [Predicate("value", name) for name in ("s", "t", "u")]
TOLD = Predicate("record", "told")  # no rule derives it, so that rules may deny it
VARIABLES = ("?x", "?y", "?z")


def derived_by_nemo(program: Program) -> dict[Predicate, set[Held]]:
    """Run a program in Nemo."""
    names = {predicate: f"q{number}" for number, predicate in enumerate(program.predicates())}

    def atom(of: Atom) -> str:
        inner = (item if isinstance(item, str) else str(program.things.place(item)) for item in of.arguments)
        return f"{'~' if of.negated else ''}{names[of.predicate]}({', '.join(inner)})"

    told = (
        f"{names[predicate]}({', '.join(map(str, row if isinstance(row, tuple) else (row,)))}) ."
        for predicate, rows in program.facts.items()
        for row in rows
    )
    rules = (f"{atom(rule.head)} :- {', '.join([*map(atom, rule.body), *rule.guards])} ." for rule in program.rules)
    output = (f"@output {name} ." for name in names.values())
    engine = nemo.NemoEngine(nemo.load_string("\n".join([*told, *rules, *output])))
    engine.reason()
    rows = {predicate: map(tuple, engine.result(name)) for predicate, name in names.items()}
    return {predicate: {row if len(row) > 1 else row[0] for row in found} for predicate, found in rows.items()}


def derived(engine: Engine) -> dict[Predicate, set[Held]]:
    """Return the rows of all predicates."""
    return {predicate: set(engine.rows(predicate)) for predicate in engine.program.predicates()}


def atoms(variables: tuple[str, ...]) -> st.SearchStrategy[Atom]:
    """Return atoms of one place and of two, a constant here and there."""
    item: st.SearchStrategy[Argument] = st.sampled_from([*variables * 3, THINGS[0], THINGS[1]])
    one = st.builds(lambda predicate, at: Atom(predicate, (at,)), st.sampled_from(ONE), item)
    two = st.builds(lambda predicate, at, to: Atom(predicate, (at, to)), st.sampled_from(TWO), item, item)
    return st.one_of(one, two)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Draw a rule whose head, guard and denial use variables that its body binds."""
    body = draw(st.lists(atoms(VARIABLES), min_size=1, max_size=3))
    bound = tuple(sorted({item for atom in body for item in atom.arguments if isinstance(item, str)}))
    guards: tuple[str, ...] = ()
    sign, denies = draw(st.sampled_from(("", "!=", "<", "<="))), draw(st.integers(0, 1))
    if len(bound) > 1 and sign:
        guards = (f"{bound[0]} {sign} {bound[1]}",)
    if bound and denies:
        body.append(Atom(TOLD, (bound[0], draw(st.sampled_from([*bound, "?new"]))), negated=True))
    return Rule(draw(atoms(bound)), tuple(body), guards=guards)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Draw a program with some facts of each predicate."""
    place = st.integers(0, len(THINGS) - 1)
    facts: dict[Predicate, set[Held]] = {each: draw(st.sets(place, max_size=2)) for each in ONE}
    facts |= {each: draw(st.sets(st.tuples(place, place), max_size=4)) for each in (*TWO, TOLD)}
    things: Numbering[Thing] = Numbering(THINGS)
    drawn = draw(st.lists(rules(), min_size=1, max_size=6))
    return Program(tuple(drawn), {each: rows for each, rows in facts.items() if rows}, things)


@settings(max_examples=150, deadline=None)
@given(programs())
def test_any_program_comes_to_what_nemo_makes_of_it(program: Program) -> None:
    """Recursion, constants, comparisons, denials and repeated variables among them."""
    assert derived(Engine(program)) == derived_by_nemo(program)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=14), st.integers(0, 2**14 - 1))
def test_a_transitive_property_is_closed_though_some_of_it_comes_late(edges: set[tuple[int, int]], late: int) -> None:
    """Rows that other rules add in between are met from both sides."""
    role, fed, again = (Predicate("value", name) for name in ("role", "fed", "again"))
    ordered = sorted(edges)
    facts: dict[Predicate, set[Held]] = {
        role: {edge for n, edge in enumerate(ordered) if not late >> n & 1},
        again: {edge for n, edge in enumerate(ordered) if late >> n & 1},
    }
    closing = Rule(Atom(role, ("?x", "?z")), (Atom(role, ("?x", "?y")), Atom(role, ("?y", "?z"))))
    feeding = (
        Rule(Atom(fed, ("?x", "?y")), (Atom(again, ("?x", "?y")), Atom(role, ("?z", "?x")))),
        Rule(Atom(role, ("?x", "?y")), (Atom(fed, ("?x", "?y")),)),
    )
    things: Numbering[Thing] = Numbering(ox.Literal(n) for n in range(10))
    program = Program((closing, *feeding), {each: rows for each, rows in facts.items() if rows}, things)
    assert derived(Engine(program)) == derived_by_nemo(program)


def test_the_rules_of_an_ontology_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of entailment among them, and the clashes of a graph that contradicts itself."""
    ran: list[Engine] = []

    def run(program: Program) -> Engine:
        ran.append(Engine(program))
        return ran[-1]

    monkeypatch.setattr("ontology.reasoning.reasoner.Engine", run)
    reason(ox.parse(turtle(120), ox.RdfFormat.TURTLE), rules=())
    (engine,) = ran
    assert derived(engine) == derived_by_nemo(engine.program)


def test_each_row_is_derived_from_rows_that_came_before_it() -> None:
    """A proof of a row in a circle of rules never goes through the row itself."""
    likes = Predicate("value", "likes")
    turned = Rule(Atom(likes, ("?y", "?x")), (Atom(likes, ("?x", "?y")),))
    onward = Rule(Atom(likes, ("?x", "?z")), (Atom(likes, ("?x", "?y")), Atom(likes, ("?y", "?z"))))
    things: Numbering[Thing] = Numbering(THINGS)
    engine = Engine(Program((turned, onward), {likes: {(0, 1), (1, 2), (3, 2)}}, things))
    for row in engine.rows(likes):
        found = engine.trace(likes, engine.named(row))
        assert found is not None
        waiting = [(found, frozenset([found.row]))]
        while waiting:
            step, above = waiting.pop()
            assert not above & {premise.row for premise in step.premises}
            assert step.premises or engine.held(step.row) in engine.told(likes)
            waiting += [(premise, above | {premise.row}) for premise in step.premises]


CURATED = """
    :Drug a owl:Class ; owl:disjointWith :Target . :Target a owl:Class . :Food a owl:Class ; owl:disjointWith :Target .
    :Opioid rdfs:subClassOf :Drug ; owl:disjointWith :Stimulant . :Stimulant rdfs:subClassOf :Drug .
    :blocks a owl:ObjectProperty ; rdfs:range [ a owl:Class ; owl:unionOf ( :Target :Opioid ) ] .
    :Blocker owl:equivalentClass [ a owl:Restriction ; owl:onProperty :blocks ; owl:someValuesFrom :Target ] .
    drug:caffeine a :Stimulant ; :blocks drug:unclear . drug:unclear a :Food . drug:morphine a :Opioid .
    drug:cocoa a :Food . drug:tea a :Food . drug:milk a :Food . drug:salt a :Food . drug:oil a :Food .
"""


def test_what_is_denied_is_worked_out_for_whom_it_matters_and_whoever_is_asked_about() -> None:
    """Of entities that no source speaks of nothing is denied, unless someone asks or something else hangs on it."""
    head = "@prefix : <https://w3id.org/dispensatory/> . @prefix drug: <https://w3id.org/dispensatory/drug/> .\n" + (
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    quads = [
        ox.Quad(each.subject, each.predicate, each.object, ox.NamedNode(graph))
        for graph, text in ((GRAPH_ONTOLOGY, CURATED), (GRAPH_ASSERTED, "drug:morphine :blocks drug:x ."))
        for each in ox.parse(head + text, ox.RdfFormat.TURTLE)
    ]
    drawn = reason(quads, rules=())
    base, kind = "https://w3id.org/dispensatory/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    told = {(str(fact.subject).removeprefix(base), str(fact.object).removeprefix(base)) for fact in drawn.inferred}
    assert ("drug/unclear", "Opioid") in told  # no target as it is food, and yet in the union
    assert not any(fact.negative and fact.subject == f"{base}drug/caffeine" for fact in drawn.inferred)
    assert drawn.proof(f"{base}drug/caffeine", kind, f"{base}Opioid", negative=True)
    assert drawn.proof(f"{base}drug/cocoa", kind, f"{base}Target", negative=True)
