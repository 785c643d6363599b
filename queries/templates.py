"""The patterns of English questions, read from `questions.yaml`, which tells how they are written.

A pattern is a row of words with slots for names: adding a way to ask needs a line of data and no Python.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from ontology.errors import OntologyError
from ontology.tokens import normal_form
from queries.catalogue import load_yaml
from queries.names import KINDS

_FILE = "questions.yaml"

#: How an answer's rows become a verdict; `queries/verdicts.py` holds one function each.
RULES = ("fact", "open", "unsafe", "agree", "compare", "shared")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a name: of one of these kinds, the first preferred, or one of a few words with a meaning each."""

    name: str
    kinds: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()  # the folded words and what they mean


#: The kind of a slot that takes no name but a date.
DATE = "date"

#: A pattern is a sequence of words, slots and choices between patterns.
Pattern: TypeAlias = "tuple[str | Slot | tuple[Pattern, ...], ...]"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: the canned query that answers it, the rule that gives its verdict, and its patterns."""

    about: str
    example: str
    query: str
    rule: str
    given: tuple[tuple[str, tuple[str, ...]], ...]
    proves: str  # the short word of the predicate that reasoning may yield; "" for none
    slots: tuple[Slot, ...]
    patterns: tuple[Pattern, ...]


def kinds_of_slots() -> tuple[str, ...]:
    """Return every kind of thing that some slot takes."""

    def walk(pattern: Pattern) -> Iterator[str]:
        for part in pattern:
            if isinstance(part, Slot):
                yield from part.kinds
            elif isinstance(part, tuple):
                for choice in part:
                    yield from walk(choice)

    found = {kind for each in kinds() for pattern in each.patterns for kind in walk(pattern)}
    return tuple(sorted(found - {DATE}))


@cache
def kinds() -> tuple[Kind, ...]:
    """Read the kinds of question from the data file."""
    return parse(files("queries").joinpath(_FILE).read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Kind, ...]:
    """Read kinds of question from YAML; what is wrong is named."""
    given = load_yaml(_FILE, text)
    slots = {name: _slot(name, spec) for name, spec in given["slots"].items()}
    return tuple(_kind(each, slots) for each in given["questions"])


def _kind(given: Mapping[str, Any], slots: Mapping[str, Slot]) -> Kind:
    own = {**slots, **{name: _slot(name, spec) for name, spec in (given.get("slots") or {}).items()}}
    if given["rule"] not in RULES:
        raise OntologyError(f"queries/{_FILE}: '{given['rule']}' is no rule; known are {', '.join(RULES)}")
    return Kind(
        about=given["about"],
        example=given["example"],
        query=given["query"],
        rule=given["rule"],
        given=tuple((str(key), _texts(value)) for key, value in (given.get("given") or {}).items()),
        proves=given.get("proves", ""),
        slots=tuple(own[name] for name in sorted(own)),
        patterns=tuple(_pattern(text, own) for text in given["patterns"]),
    )


def _slot(name: str, spec: object) -> Slot:
    if isinstance(spec, Mapping):
        pairs = ((" ".join(normal_form(str(words))), str(meaning)) for words, meaning in spec.items())
        return Slot(name, (), tuple(pairs))
    kinds_wanted = _texts(spec)
    for kind in kinds_wanted:
        if kind not in KINDS | {DATE}:
            raise OntologyError(f"queries/{_FILE}: slot '{name}': '{kind}' is no kind of thing")
    return Slot(name, kinds_wanted)


def _texts(given: object) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, list) else (str(given),)


def _pattern(text: str, slots: Mapping[str, Slot]) -> Pattern:
    """Read a pattern: words, {slots}, (choices|between|) with an empty one for what may be left out."""
    pieces = text.replace("(", " ( ").replace(")", " ) ").replace("|", " | ").split()
    pattern, rest = _sequence(pieces, slots, text)
    if rest:
        raise OntologyError(f"queries/{_FILE}: '{text}' closes a choice that it does not open")
    return pattern


def _sequence(pieces: list[str], slots: Mapping[str, Slot], text: str) -> tuple[Pattern, list[str]]:
    parts: list[str | Slot | tuple[Pattern, ...]] = []
    while pieces and pieces[0] not in ("|", ")"):
        piece, *pieces = pieces
        if piece == "(":
            choices: list[Pattern] = []
            closing = ""
            while closing != ")":
                choice, pieces = _sequence(pieces, slots, text)
                choices.append(choice)
                if not pieces:
                    raise OntologyError(f"queries/{_FILE}: '{text}' does not close a choice")
                closing, *pieces = pieces
            parts.append(tuple(choices))
        elif piece.startswith("{") and piece.endswith("}"):
            name = piece[1:-1]
            base = slots.get(name.rstrip("0123456789"))
            if base is None:
                raise OntologyError(f"queries/{_FILE}: '{text}' has a slot {piece} that is not declared")
            parts.append(Slot(name, base.kinds, base.words))
        else:
            parts.extend(normal_form(piece))
    return tuple(parts), pieces
