"""An explanation as a value: steps that lead from a fact down to statements, passages and sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as OneOf

#: Where a step comes from: sources, the ontology's own files, other steps, or what is said of a class.
#: A step that is `missing` is not known; one that is `possible` would follow if what it lacks were known.
Origin = OneOf["asserted", "curated", "inferred", "expected", "possible", "missing"]

#: What the whole comes to. `expected` is said of a class, and nothing of the member itself; `qualified` is said by
#: sources, but with a reservation, or against something firmer, so that it is not asserted; `clash` is what holds and
#: is denied at once.
Standing = OneOf["holds", "denied", "disputed", "expected", "not expected", "qualified", "clash", "unknown"]

HEADLINES: dict[Standing, str] = {
    "holds": "yes",
    "denied": "no",
    "disputed": "disputed: sources stand on either side",
    "expected": "expected: sources say it of a class that it belongs to, and nothing of it by itself",
    "not expected": "not expected: sources deny it of a class that it belongs to, and say nothing of it by itself",
    "qualified": "not as a plain fact: sources say it only with a reservation, or something firmer speaks against it",
    "clash": "contradictory: it holds and is denied at once",
    "unknown": "unknown: no source says so or denies it, and nothing follows from what the sources say",
}


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage that supports or disputes a statement; offsets are code points of the source's text."""

    source: str  # title, or name
    start: int
    end: int
    stance: OneOf["supports", "disputes"]
    quote: str
    certainty: str
    evidence: str  # IRI
    source_iri: str

    def __str__(self) -> str:
        return f'{self.stance}: "{self.quote}" ({self.source}, {self.start}-{self.end}, {self.certainty})'


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that carries a fact or an axiom, with its passages on both sides."""

    statement: str  # IRI
    verdict: str
    belief: float
    qualifiers: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]

    def __str__(self) -> str:
        details = [self.verdict.lower(), f"belief {self.belief:.2f}"]
        return ", ".join([*details, *(f"{key} {value}" for key, value in self.qualifiers)])


@dataclass(frozen=True, slots=True)
class Step:
    """A conclusion: what it says, where it comes from, the axiom that yields it and what it rests on.

    `told` are the statements that carry the conclusion or, of an inferred one, its axiom.
    """

    conclusion: str
    origin: Origin
    axiom: str = ""
    told: tuple[Told, ...] = ()
    premises: "tuple[Step, ...]" = ()

    def walk(self) -> "Iterator[Step]":
        """Give this step and all under it."""
        yield self
        for premise in self.premises:
            yield from premise.walk()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A dispute that a statement is part of: of which kind, why, and the other statements with their passages."""

    kind: str
    reason: str
    others: tuple[tuple[str, Told], ...]  # each with its sentence


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a fact holds, is denied or is disputed."""

    fact: str
    standing: Standing
    steps: tuple[Step, ...]  # one, or one for each side
    told: tuple[Told, ...] = ()  # statements about it that no step rests on
    ways: tuple[Step, ...] = ()  # of what is unknown: by what it would follow, and what that lacks
    conflicts: tuple[Conflict, ...] = ()

    @property
    def headline(self) -> str:
        """What the whole comes to, in words."""
        contested = self.conflicts and self.standing != "disputed"
        return HEADLINES[self.standing] + (", but in dispute" if contested else "")

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage that the explanation shows, once each, in the order of the steps."""
        steps = (told for root in self.steps for step in root.walk() for told in step.told)
        return tuple(dict.fromkeys(passage for told in (*self.told, *steps) for passage in told.passages))
