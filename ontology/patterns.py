"""The little language in which cues are written in Turtle.

    used (to treat|for)             words, and alternatives between which a bar stands
    [mainly] indicated for          what may be missing stands in brackets
    <act> ~ on {o}                  a verb in all its regular forms; `~` lets up to two words pass ("acts directly on")
    {o} agonist                     the object stands right before the words
    {o} is treated with {s}         subject and object in another order than subject, words, object
    combining {s} with {o}          words on several sides of the slots
    mixing {b}                      a list of which any two are subject and object
    {o:AbusePotential} abuse risk   a slot that takes one kind of entity only (or several: `{o:Mediator,Process}`)
    effect of {x:Mediator} at {o}   something that must be named there and is not part of the fact

A pattern without slots means `{s} … {o}`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ontology.errors import OntologyError
from ontology.tokens import normal_form

_PIECE: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{(\w)(?::([\w,]+))?\}|<([\w-]+)>|~|[^\s()\[\]{}<>~]+")
_VOWELS: Final = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in the text to the letter, once folded."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for subject (`s`), object (`o`), both (`b`) or neither (`x`): any entity that fits, or some kinds."""

    role: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where up to two words may stand that the cue does not name."""


Element = Words | Slot | Gap


def written(element: Element) -> str:
    """Return an element as a plain value, which is fast to keep and to read again."""
    if isinstance(element, Words):
        return " ".join(element.words)
    return f"{{{element.role}:{element.kind}" if isinstance(element, Slot) else "{"


def element_of(value: str) -> Element:
    """Return the element that was written so."""
    if not value.startswith("{"):
        return Words(tuple(value.split()))
    role, _, kind = value[1:].partition(":")
    return Slot(role, kind) if role else Gap()


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return a regular verb's forms: treat, treats, treated, treating."""
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return (verb, verb + "es", verb + "ed", verb + "ing")
    return (verb, verb + "s", verb + "ed", verb + "ing")


def parse(pattern: str) -> tuple[tuple[Element, ...], ...]:
    """Return every plain sequence that a pattern stands for, with its slots; OntologyError where it is malformed."""
    sequences = tuple(dict.fromkeys(_join(each) for each in _expand(pattern)))
    slotted = tuple(
        sequence if any(isinstance(element, Slot) for element in sequence) else (Slot("s"), *sequence, Slot("o"))
        for sequence in sequences
    )
    for sequence in slotted:
        if not any(isinstance(element, Words) for element in sequence):
            raise OntologyError(f"the cue {pattern!r} has a form without any word: give it at least one")
    return slotted


def wordings(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return every sequence of words that a pattern without slots and gaps stands for; OntologyError for any other."""
    sequences = []
    for each in _expand(pattern):
        if not all(isinstance(element, Words) for element in each):
            raise OntologyError(f"the words {pattern!r} hold a slot or a gap, which only a cue may")
        sequences.append(tuple(word for element in each if isinstance(element, Words) for word in element.words))
    return tuple(dict.fromkeys(sequences))


def _expand(pattern: str) -> Iterator[tuple[Element, ...]]:
    end = 0
    choices: list[list[tuple[Element, ...]]] = []
    for piece in _PIECE.finditer(pattern):
        if pattern[end : piece.start()].strip():
            raise OntologyError(f"the cue {pattern!r} cannot be read at {pattern[end : piece.start()]!r}")
        end = piece.end()
        among, maybe, role, kind, verb = piece.groups()
        if among is not None:
            choices.append([each for part in among.split("|") for each in _expand(part)])
        elif maybe is not None:
            choices.append([(), *(each for part in maybe.split("|") for each in _expand(part))])
        elif role is not None:
            choices.append([(Slot(role, kind or ""),)])
        elif verb is not None:
            choices.append([(Words(normal_form(form)),) for form in verb_forms(verb)])
        elif piece.group() == "~":
            choices.append([(Gap(),)])
        else:
            choices.append([(Words(normal_form(piece.group())),)])
    if pattern[end:].strip():
        raise OntologyError(f"the cue {pattern!r} cannot be read at {pattern[end:]!r}")
    sequences: list[tuple[Element, ...]] = [()]
    for options in choices:
        sequences = [(*sequence, *option) for sequence in sequences for option in options]
    yield from sequences


def _join(sequence: tuple[Element, ...]) -> tuple[Element, ...]:
    joined: list[Element] = []
    for element in sequence:
        last = joined[-1] if joined else None
        if isinstance(element, Words) and isinstance(last, Words):
            joined[-1] = Words(last.words + element.words)
        else:
            joined.append(element)
    return tuple(joined)
