"""SPARQL text read as tokens, so that parameters are bound as terms and nothing is ever pasted into a query.

A parameter is a variable of the query (`$drug` or `?drug`). Binding it puts the term itself wherever the variable
stands, as SPARQL's SEP-0007 defines substitution: in patterns, paths, filters and sub-queries alike, and in a SELECT
clause as `(term AS ?drug)`. Strings, comments and IRIs are tokens of their own, so a `$drug` inside them stays; the
term is written by the RDF library from a checked value, so no value can end its own token.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal as OneOf
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as Text

from ontology.errors import CallError
from ontology.terms import PREFIXES
from ontology.values import Literal

#: What a parameter may be: an IRI as plain text, a text, a number, or an RDF term.
Value: TypeAlias = str | int | float | Literal | NamedNode | Text

#: How a variable's place takes a term: as it is, in a SELECT clause, as a bare condition, after LIMIT, in BOUND().
Place: TypeAlias = OneOf["term", "select", "condition", "count", "bound", "assigned"]

_TOKEN = re.compile(
    r"""
      (?P<space>[ \t\r\n]+|\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''|\"""(?:(?:"|"")?(?:[^"\\]|\\.))*\"""
                |'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*")
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d_](?:[\w.\-]*[\w\-])?|_)?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<word>@?\w[\w\-]*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_ENDS_SELECT = frozenset({"WHERE", "FROM", "{"})
_STARTS_CONDITIONS = frozenset({"BY", "HAVING"})
_ENDS_CONDITIONS = frozenset({"LIMIT", "OFFSET", "VALUES", "}"})
_BETWEEN = frozenset({"("})  # VALUES (?x ?y): the word before a list of variables still counts inside it


@dataclass(frozen=True, slots=True)
class Token:
    """The smallest piece of a query's text that means something."""

    kind: str
    text: str
    offset: int

    @property
    def word(self) -> str:
        """The keyword or mark in upper case; "" for names, variables, strings and IRIs."""
        return self.text.upper() if self.kind in ("word", "mark") else ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a query where a variable stands."""

    name: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Query:
    """A query's text taken apart: what is fixed, where its variables stand, and what it says of itself."""

    parts: tuple[str | Slot, ...]
    variables: frozenset[str]
    form: str  # SELECT, ASK, CONSTRUCT, DESCRIBE; "" where there is none
    has_dataset: bool  # FROM or FROM NAMED
    declared: frozenset[str]  # prefixes that it declares itself
    used: tuple[tuple[str, int], ...]  # prefixes that it uses, with the offset of the first use
    prefixes: dict[str, str]  # those that the model declares for it: the fewer, the faster a query parses

    def bind(self, bindings: Mapping[str, Value]) -> str:
        """Return the text with each bound variable replaced by its term."""
        terms = {name: term(name, value) for name, value in bindings.items()}
        if not terms.keys() <= self.variables:
            name = min(terms.keys() - self.variables)
            raise CallError(f"the query has no variable ${name}; it has: {_listed(self.variables)}")
        written = {name: str(found) for name, found in terms.items()}
        return "".join(
            [
                part
                if isinstance(part, str)
                else part.written
                if part.name not in written
                else written[part.name]
                if part.place == "term"
                else _fill(part, terms[part.name])
                for part in self.parts
            ]
        )


def term(name: str, value: object) -> NamedNode | Text:
    """Return a parameter's value as an RDF term; a text that is no IRI is refused, not repaired."""
    match value:
        case NamedNode() | Text():
            return value
        case Literal():
            return Text(value.value)
        case bool() | int() | float():
            return Text(value)
        case str():
            try:
                return NamedNode(value)
            except ValueError as error:
                raise CallError(f"${name} is no IRI: {value!r}; a text is given as a literal") from error
        case BlankNode() | Triple() | _:
            raise CallError(f"${name} cannot be bound to {value!r}; give an IRI, a text or a number")


@lru_cache(maxsize=512)
def prepare(text: str) -> Query:
    """Take a query's text apart; the same text is taken apart once."""
    tokens = [Token(match.lastgroup or "", match.group(), match.start()) for match in _TOKEN.finditer(text)]
    solid = [token for token in tokens if token.kind != "space"]
    parts = tuple(_joined(_parts(tokens)))
    declared: set[str] = set()
    used: dict[str, int] = {}
    for before, token in zip([None, *solid], solid, strict=False):
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and before is not None and before.word == "PREFIX":
            declared.add(prefix)
        elif token.kind == "name" and prefix != "_":
            used.setdefault(prefix, token.offset)
    return Query(
        parts,
        frozenset(part.name for part in parts if isinstance(part, Slot)),
        next((token.word for token in solid if token.word in _FORMS), ""),
        any(token.word == "FROM" for token in solid),
        frozenset(declared),
        tuple(used.items()),
        {prefix: PREFIXES[prefix] for prefix in used if prefix in PREFIXES and prefix not in declared},
    )


def _parts(tokens: list[Token]) -> Iterator[str | Slot]:
    """Find the places of the variables: the clause that a variable stands in decides how it takes a term."""
    clause, depth = "", 0
    last = ""  # the word before, where it is one that says what follows
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.kind == "space":
            yield token.text
        elif token.kind == "variable":
            yield Slot(token.text[1:], token.text, _place(clause, depth, last))
            last = last if last == "VALUES" else ""
        elif token.word == "BOUND" and (call := _bound(tokens[at:])):
            length, name = call
            yield Slot(name, token.text + "".join(part.text for part in tokens[at : at + length]), "bound")
            at += length
        else:
            yield token.text
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            if token.word == "SELECT" or token.word in _STARTS_CONDITIONS:
                clause, depth = token.word, 0
            elif token.word in (_ENDS_SELECT if clause == "SELECT" else _ENDS_CONDITIONS):
                clause = ""
            if token.word not in _BETWEEN:
                last = token.word


def _joined(parts: Iterator[str | Slot]) -> Iterator[str | Slot]:
    """Join neighbouring pieces of fixed text, so that binding has little to do."""
    for fixed, group in groupby(parts, lambda part: isinstance(part, str)):
        if fixed:
            yield "".join(map(str, group))
        else:
            yield from group


def _place(clause: str, depth: int, last: str) -> Place:
    if last in ("AS", "VALUES"):
        return "assigned"
    if last in ("LIMIT", "OFFSET"):
        return "count"
    if clause and depth == 0:
        return "select" if clause == "SELECT" else "condition"
    return "term"


def _bound(tokens: list[Token]) -> tuple[int, str] | None:
    """Return the length and the variable of `(?name)` after BOUND."""
    solid = [(at, token) for at, token in enumerate(tokens[:12]) if token.kind != "space"][:3]
    kinds = [token.kind if token.kind == "variable" else token.text for _, token in solid]
    return (solid[2][0] + 1, solid[1][1].text[1:]) if kinds == ["(", "variable", ")"] else None


def _fill(slot: Slot, term: NamedNode | Text) -> str:
    match slot.place:
        case "select":
            return f"({term} AS ?{slot.name})"
        case "condition":
            return f"({term})"
        case "bound":
            return "true"
        case "count" if isinstance(term, Text) and term.value.isascii() and term.value.isdecimal():
            return term.value
        case "count":
            raise CallError(f"${slot.name} counts results: give a whole number, not {term}")
        case "assigned":
            raise CallError(f"${slot.name} is assigned by the query itself and cannot be bound")
        case "term":
            return str(term)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "none"
