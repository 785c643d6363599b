"""The patterns of English questions, read from `questions.yaml`, which tells how they are written.

A pattern is a row of words with slots for names: adding a way to ask needs a line of data and no Python.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from ontology.errors import OntologyError
from ontology.tokens import normal_form
from queries.catalogue import load_yaml
from queries.names import KINDS, stem

_FILE = "questions.yaml"
_NAMED = re.compile(r"<[a-z ]+>")

#: How an answer's rows become a verdict; `queries/verdicts.py` holds one function each.
RULES = ("fact", "beside", "open", "unsafe", "unwise", "agree", "compare", "shared", "apart")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a name: of one of these kinds, the first preferred, or one of a few words with a meaning each.

    Words of a slot that takes names as well stand for a name: "sleepy" for "drowsiness".
    """

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
    instead: tuple[str, ...]  # the canned query whose answers are told where there is no answer, and words before them
    whole: bool  # whether it is about the product itself, so that what holds of its ingredients is no answer
    slots: tuple[Slot, ...]
    patterns: tuple[Pattern, ...]
    bags: tuple[Pattern, ...] = ()  # parts that may stand in any order, among words that say nothing

    @property
    def ways(self) -> tuple[Pattern, ...]:
        """All patterns, in order or not."""
        return (*self.patterns, *self.bags)


def kinds_of_slots() -> tuple[str, ...]:
    """Return every kind of thing that some slot takes."""
    parts = (part for each in kinds() for pattern in each.ways for part in _parts(pattern))
    return tuple(sorted({kind for part in parts if isinstance(part, Slot) for kind in part.kinds} - {DATE}))


@cache
def vocabulary() -> frozenset[str]:
    """Return every word that some pattern knows by heart."""
    parts = (part for each in kinds() for pattern in each.ways for part in _parts(pattern))
    return frozenset(part for part in parts if isinstance(part, str))


def known_words(kind: Kind) -> frozenset[str]:
    """Return the words that the patterns of a kind know by heart."""
    return frozenset(part for pattern in kind.ways for part in _parts(pattern) if isinstance(part, str))


def _parts(pattern: Pattern) -> Iterator[str | Slot]:
    """Yield the words and slots of a pattern, those of its choices included."""
    for part in pattern:
        if isinstance(part, tuple):
            for choice in part:
                yield from _parts(choice)
        else:
            yield part


@cache
def kinds() -> tuple[Kind, ...]:
    """Read the kinds of question from the data file."""
    return parse(files("queries").joinpath(_FILE).read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Kind, ...]:
    """Read kinds of question from YAML; what is wrong is named."""
    given = load_yaml(_FILE, text)
    slots = {name: _slot(name, spec) for name, spec in given["slots"].items()}
    words = {f"<{name}>": f"({text})" for name, text in (given.get("words") or {}).items()}
    return tuple(_kind(each, slots, words) for each in given["questions"])


def _kind(given: Mapping[str, Any], slots: Mapping[str, Slot], words: Mapping[str, str]) -> Kind:
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
        instead=tuple(given.get("instead") or ()),
        whole=bool(given.get("whole")),
        slots=tuple(own[name] for name in sorted(own)),
        patterns=tuple(_pattern(_spelt_out(text, words), own) for text in given["patterns"]),
        bags=tuple(_pattern(_spelt_out(text, words), own) for text in given.get("bags") or ()),
    )


def _spelt_out(text: str, words: Mapping[str, str]) -> str:
    """Put the choice that it stands for in place of each <word>."""
    while (found := _NAMED.search(text)) is not None:
        if found.group() not in words:
            raise OntologyError(f"queries/{_FILE}: '{text}' has {found.group()}, which is not among the words")
        text = text.replace(found.group(), words[found.group()])
    return text


def _slot(name: str, spec: object) -> Slot:
    if isinstance(spec, Mapping):
        own = spec.get("words", spec)
        pairs = ((" ".join(map(stem, normal_form(str(words)))), str(meaning)) for words, meaning in own.items())
        if "words" not in spec:
            return Slot(name, (), tuple(pairs))
        return Slot(name, _slot(name, spec["kinds"]).kinds, tuple(pairs))
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
            parts.extend(map(stem, normal_form(piece)))
    return tuple(parts), pieces
