"""Derivations of the engine into proofs: numbers become facts, and steps inside an expression disappear."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import repeat

from pyoxigraph import Literal, NamedNode

from ontology.reasoning import alternatives
from ontology.reasoning.datalog import Predicate, Prototype, Rule, Thing
from ontology.reasoning.derivations import Derivation
from ontology.reasoning.engine import Engine
from ontology.reasoning.expressions import Named, Signed
from ontology.reasoning.facts import DIFFERENT, SAME, SUBCLASS, TYPE, Axiom, Fact, Object, Proof
from ontology.reasoning.taxonomy import Taxonomy

#: Makes a fact of its parts, of which there are hundreds of thousands, without a call of Python.
_FACT: Callable[[tuple[Object, str, Object, bool]], Fact] = partial(tuple.__new__, Fact)

#: The axiom of a conclusion that is no more than its premises put together.
MEANING = Axiom("by what the expression means")


def fact(predicate: Predicate, row: tuple[Thing, ...]) -> Fact:
    """Return the fact that a row of a predicate stands for."""
    (made,) = facts(predicate, [object_of(row[0])], [object_of(row[-1])])
    return made._replace(predicate=SUBCLASS) if isinstance(row[0], Prototype) else made


def facts(predicate: Predicate, subjects: Iterable[Object], objects: Iterable[Object] = ()) -> Iterator[Fact]:
    """Return the facts that rows of a predicate stand for; a membership has the predicate's class as its object."""
    of, negative = predicate.of, False
    if predicate.kind in ("value", "told value", "record"):
        role, negative = str(of), not predicate.positive
    elif predicate.kind in ("same", "different"):
        role = SAME if predicate.kind == "same" else DIFFERENT
    else:
        role = TYPE
        kind: Object = str(of)  # of a clash, which no one is shown
        if isinstance(of, Signed):
            kind = of.expression.iri if isinstance(of.expression, Named) else Signed(of.expression)
            negative = not of.positive
        objects = repeat(kind)
    return map(_FACT, zip(subjects, repeat(role), objects, repeat(negative)))


def object_of(thing: Thing) -> Object:
    """Return a thing as facts hold it."""
    if isinstance(thing, Prototype):
        expression = thing.of.expression
        return expression.iri if isinstance(expression, Named) and thing.of.positive else thing.of
    if isinstance(thing, NamedNode):
        return thing.value
    return thing if isinstance(thing, Literal) else str(thing)


@dataclass(frozen=True, slots=True)
class _Step:
    """A proof on its way: steps without an axiom of their own are dissolved into those above them."""

    proof: Proof
    rule: Rule | None
    assumed: bool = False


class Prover:
    """Writes the proofs of one run over individuals, with those about classes that it rests on."""

    def __init__(self, engine: Engine, taxonomy: Taxonomy) -> None:
        self._engine = engine
        self._taxonomy = taxonomy

    def prove(self, predicate: Predicate, row: tuple[Thing, ...]) -> Proof | None:
        """Return the proof that a row holds, if it does."""
        return self._prove(self._engine, predicate, row)

    def prove_of_class(self, predicate: Predicate, thing: Thing) -> Proof | None:
        """Return the proof that all members of a class belong to an expression, if they do."""
        return self._prove(self._taxonomy.engine, predicate, (thing,))

    def smallest(self, predicate: Predicate, row: tuple[Thing, ...], limit: int, *, of_classes: bool) -> list[Proof]:
        """Return the smallest proofs that a row holds, at most so many, each once."""
        engine = self._taxonomy.engine if of_classes else self._engine
        goal = engine.found(predicate, row)
        found = alternatives.smallest(engine.derivations, *goal, limit) if goal else ()
        return list(dict.fromkeys(self._root(self._step(each)) for each in found))

    def sides(self, predicate: Predicate, row: tuple[Thing, ...], *, of_classes: bool = False) -> tuple[Proof, ...]:
        """Return the proofs of what clashes in a row of a clash predicate."""
        trace = (self._taxonomy.engine if of_classes else self._engine).trace(predicate, row)
        return tuple(self._root(self._step(premise)) for premise in trace.premises) if trace else ()

    def _prove(self, engine: Engine, predicate: Predicate, row: tuple[Thing, ...]) -> Proof | None:
        trace = engine.trace(predicate, row)
        return None if trace is None else self._root(self._step(trace))

    def _root(self, step: _Step) -> Proof:
        proof = step.proof
        if proof.axiom is None and step.rule is not None:
            return Proof(proof.conclusion, MEANING, proof.premises)
        return proof

    def _step(self, trace: Derivation) -> _Step:
        rule = trace.rule
        conclusion = fact(trace.predicate, trace.row)
        if rule is None:
            return _Step(Proof(conclusion), None, isinstance(trace.row[0], Prototype))
        steps = [self._step(premise) for premise in trace.premises]
        if rule.unpacks and rule.axiom is None and len(steps) == 1 and not steps[0].assumed:
            inner = steps[0].proof
            if inner.axiom is not None:
                return _Step(Proof(conclusion, inner.axiom, inner.premises), steps[0].rule)
        premises = tuple(premise for step in steps for premise in _dissolved(step))
        if rule.lemma:
            predicate, prototype = rule.lemma
            lemma = self.prove_of_class(predicate, prototype)
            if lemma and lemma.axiom:
                premises += (lemma,)
        return _Step(Proof(conclusion, rule.axiom, tuple(dict.fromkeys(premises))), rule)


def _dissolved(step: _Step) -> tuple[Proof, ...]:
    if step.assumed:
        return ()  # that a prototype belongs to its own class
    if step.rule is not None and step.proof.axiom is None:
        return step.proof.premises
    return (step.proof,)
