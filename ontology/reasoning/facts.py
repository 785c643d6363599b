"""What the reasoner hands out: facts, the axioms that lead from one to the next, proofs and clashes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal

from ontology.reasoning.expressions import Named, Signed, Some, Value, term_text, text
from ontology.terms import OWL, RDF, RDFS, denied, shorten

TYPE = RDF + "type"
SUBCLASS = RDFS + "subClassOf"
SAME = OWL + "sameAs"
DIFFERENT = OWL + "differentFrom"

#: The object of a fact: an entity or class by IRI, a literal, or a class expression.
Object: TypeAlias = "str | Literal | Signed"

#: How the predicates of OWL read in a sentence, affirmed and denied.
WORDS = {
    TYPE: ("is a", "is not a"),
    SUBCLASS: ("is a kind of", "is no kind of"),
    SAME: ("is the same as", "is not the same as"),
    DIFFERENT: ("differs from", "does not differ from"),
}


def _article(words: str, noun: str) -> str:
    """Return the words with `an` where the noun asks for it."""
    return f"{words}n" if words.endswith(" a") and noun[:1].casefold() in "aeio" else words


def _relation(label: str, positive: bool) -> str:
    return label if positive else denied(label)


class Fact(NamedTuple):
    """A triple that holds or, where negative, one that is known not to hold.

    Membership in an anonymous class has the class expression as its object; its subject is an expression only in the
    steps of a proof about classes.
    """

    subject: Object
    predicate: str
    object: Object
    negative: bool = False

    @property
    def claim(self) -> tuple[Object, str, Object]:
        """The triple that a statement makes of the fact: `x is a (p some C)` is claimed as x p C."""
        if self.predicate in (TYPE, SUBCLASS) and isinstance(self.object, Signed):
            match self.object.expression:
                case Some(role, Signed(Named(iri), True)):
                    return (self.subject, role, iri)
                case Value(role, value):
                    return (self.subject, role, value if isinstance(value, Literal) else value.value)
        return (self.subject, self.predicate, self.object)

    def sentence(self, name: Callable[[str], str] = shorten) -> str:
        """Read the fact as a sentence; `name` turns an IRI into what stands for it."""
        subject = name(self.subject) if isinstance(self.subject, str) else str(self.subject)
        if isinstance(self.object, Signed):
            signed = -self.object if self.negative else self.object
            match signed.expression:
                case Some(role, Signed(Named(iri), True)):
                    relation = _relation(name(role), signed.positive)
                    some = "any" if relation.startswith("does not") else "some"
                    return f"{subject} {relation} {some} {name(iri)}"
                case Value(role, term):
                    shown = term_text(term) if isinstance(term, Literal) else name(term.value)
                    return f"{subject} {_relation(name(role), signed.positive)} {shown}"
            if isinstance(signed.expression, Named):
                words = WORDS[self.predicate][0 if signed.positive else 1]
                return f"{subject} {_article(words, name(signed.expression.iri))} {name(signed.expression.iri)}"
            return f"{subject} {WORDS[self.predicate][0]} ({text(signed)})"
        value = term_text(self.object) if isinstance(self.object, Literal) else name(self.object)
        if self.predicate in WORDS:
            words = WORDS[self.predicate][self.negative]
            return f"{subject} {_article(words, value)} {value}"
        return f"{subject} {_relation(name(self.predicate), not self.negative)} {value}"

    def __str__(self) -> str:
        return self.sentence()


@dataclass(frozen=True, slots=True)
class Axiom:
    """What licenses a step: its text, and the triple that a statement makes of it where a source can claim it."""

    text: str
    claim: tuple[str, str, Object] | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Proof:
    """A conclusion, the axiom that yields it and what the axiom rests on; without an axiom, it is asserted."""

    conclusion: Fact
    axiom: Axiom | None = None
    premises: "tuple[Proof, ...]" = ()

    def steps(self) -> "Iterator[Proof]":
        """Give this step and all that lie under it, each before its premises."""
        yield self
        for premise in self.premises:
            yield from premise.steps()

    def facts(self) -> tuple[Fact, ...]:
        """Return the asserted facts that the proof rests on, once each, in the order of the proof."""
        return tuple(dict.fromkeys(step.conclusion for step in self.steps() if step.axiom is None))

    def axioms(self) -> tuple[Axiom, ...]:
        """Return the axioms that the proof uses, once each, in the order of the proof."""
        return tuple(dict.fromkeys(step.axiom for step in self.steps() if step.axiom is not None))

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, name: Callable[[str], str] = shorten, indent: str = "") -> Iterator[str]:
        """Yield the proof as lines, each premise indented below what it proves; `name` as for a fact's sentence."""
        yield f"{indent}{self.conclusion.sentence(name)}" + (f"  [{self.axiom}]" if self.axiom else "")
        for premise in self.premises:
            yield from premise.lines(name, indent + "  ")


@dataclass(frozen=True, slots=True)
class Clash:
    """Facts that cannot all hold: the kind of contradiction, the entities, the axiom broken, a proof of each side."""

    kind: str
    entities: tuple[str, ...]
    axiom: Axiom
    sides: tuple[Proof, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The asserted facts that together clash."""
        return tuple(dict.fromkeys(fact for side in self.sides for fact in side.facts()))

    @property
    def claims(self) -> tuple[tuple[Object, str, Object], ...]:
        """The triples of all facts and axioms involved: those that statements carry are what can be withdrawn."""
        axioms = [self.axiom, *(axiom for side in self.sides for axiom in side.axioms())]
        told = [axiom.claim for axiom in axioms if axiom.claim]
        return tuple(dict.fromkeys([*(fact.claim for fact in self.facts), *told]))

    @property
    def message(self) -> str:
        """The clash in one line."""
        return self.sentence()

    def sentence(self, name: Callable[[str], str] = shorten) -> str:
        """Read the clash as one line; `name` as for a fact's sentence."""
        return f"{self.kind}: {' and '.join(side.conclusion.sentence(name) for side in self.sides)}; but {self.axiom}"

    def __str__(self) -> str:
        return self.message
