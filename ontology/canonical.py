"""The one form of a Turtle file: prefixes sorted, predicates and values in order, each statement laid out one way.

Comments, the order of statements and single blank lines between them are the curator's and stay. The predicates of a
statement fill its lines; one whose values do not fit begins a line, and they fill the lines below. Names and literals
are kept to the letter. `python -m ontology.canonical` rewrites the files that are not in this form.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import OntologyError

WIDTH = 120
#: What comes first in a statement, in this order; all other predicates follow by name.
FIRST = (
    "a sh:targetClass sh:targetSubjectsOf sh:path sh:nodeKind sh:datatype sh:minCount sh:maxCount rdfs:label "
    "skos:prefLabel skos:altLabel disp:abbreviation disp:ambiguousLabel disp:hasBrandName skos:definition "
    "rdfs:comment disp:saltOf disp:enantiomerOf disp:hasIngredient disp:drug disp:schedule disp:inJurisdiction "
    "disp:inLaw disp:level disp:validFrom disp:validTo rdfs:subPropertyOf rdfs:subClassOf owl:equivalentClass "
    "owl:inverseOf rdfs:domain rdfs:range owl:onProperty"
)
_RANKS = {predicate: rank for rank, predicate in enumerate(FIRST.split())}
_STEP = "    "
#: So much room a predicate needs for its first value to begin beside it.
_OPENING = 20

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
    | (?P<literal>(?:\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|"(?:[^"\\\n]|\\.)*")
        (?:@[A-Za-z-]+|\^\^(?:<[^>\s]*>|[\w.-]*:[\w-]+))?)
    | (?P<iri><[^>\s]*>)
    | (?P<mark>[\[\](),;])
    | (?P<word>@prefix|[\w-]*:(?:[\w%/+'~-]|\\.|\.(?=[\w%/]))*|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]\w*)
    | (?P<stop>\.)
    | (?P<blank>\n[ \t\r]*\n[\s]*)
    | (?P<space>\s+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _List:
    """A collection: `( … )`, in its order."""

    items: "tuple[_Node, ...]"


@dataclass(frozen=True, slots=True)
class _Blank:
    """A node without a name: `[ … ]`, with its predicates in their order."""

    pairs: "tuple[_Pair, ...]"


_Node = str | _List | _Blank
_Pair = tuple[str, tuple[_Node, ...]]


def canonical(text: str, name: str = "the file") -> str:
    """Return the text of a Turtle file in its one form; OntologyError names the line that cannot be read."""
    reader = _Reader([token for token in _tokens(text, name) if token.kind != "space"], name)
    head: list[str] = []
    prefixes: list[str] = []
    body: list[str] = []
    while (token := reader.peek()) is not None:
        if token.kind == "blank":
            reader.take()
            if body and body[-1]:
                body.append("")
        elif token.kind == "comment":
            (body if prefixes else head).append(reader.take().text.rstrip())
        elif token.text == "@prefix":
            prefixes.append(reader.prefix())
        else:
            body.extend(_statement(*reader.statement()))
    parts = ["\n".join(head), "\n".join(sorted(prefixes)), "\n".join(body).strip("\n")]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tokens(text: str, name: str) -> Iterator[_Token]:
    at, line = 0, 1
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise OntologyError(f"{name}, line {line}: {text[at:].split(maxsplit=1)[0]!r} is no Turtle; mend it")
        yield _Token(match.lastgroup, match[0], line)
        line += match[0].count("\n")
        at = match.end()


class _Reader:
    """Reads prefixes and statements off the tokens of a file."""

    def __init__(self, tokens: Sequence[_Token], name: str) -> None:
        self._tokens, self._name, self._at = tokens, name, 0

    def peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> _Token:
        token = self.peek()
        if token is None:
            raise OntologyError(f"{self._name}: the file ends within a statement; end it with a full stop")
        self._at += 1
        return token

    def prefix(self) -> str:
        """Read a line that declares a prefix."""
        _, prefix, iri, _ = (self.take().text for _ in range(4))
        return f"@prefix {prefix} {iri} ."

    def statement(self) -> tuple[str, tuple[_Pair, ...]]:
        """Read a subject with all that is said of it."""
        subject = self._node()
        if not isinstance(subject, str):
            subject = _flat(subject)
        return subject, self._pairs(".")

    def _pairs(self, end: str) -> tuple[_Pair, ...]:
        found: dict[str, list[_Node]] = {}
        while True:
            token = self._solid()
            if token.text == end:
                break
            if token.text == ";":
                continue
            values = found.setdefault(token.text, [])
            values.append(self._node())
            while self._next() == ",":
                self._solid()
                values.append(self._node())
        order = sorted(found, key=lambda predicate: (_RANKS.get(predicate, len(_RANKS)), predicate))
        return tuple((predicate, tuple(sorted(found[predicate], key=_rank))) for predicate in order)

    def _node(self) -> _Node:
        token = self._solid()
        if token.text == "[":
            return _Blank(self._pairs("]"))
        if token.text == "(":
            items = []
            while self._next() != ")":
                items.append(self._node())
            self._solid()
            return _List(tuple(items))
        if token.kind not in ("word", "iri", "literal"):
            raise OntologyError(f"{self._name}, line {token.line}: {token.text!r} stands where a term is due; mend it")
        return token.text

    def _solid(self) -> _Token:
        """Take the next token of a statement, past blank lines; a comment has no place inside."""
        while (token := self.take()).kind == "blank":
            pass
        if token.kind == "comment":
            raise OntologyError(
                f"{self._name}, line {token.line}: a comment stands within a statement; move it above the statement"
            )
        return token

    def _next(self) -> str:
        while (token := self.peek()) is not None and token.kind == "blank":
            self._at += 1
        return token.text if token else ""


def _rank(node: _Node) -> tuple[bool, str, str]:
    """Order values by their letters, names before nodes without a name."""
    flat = _flat(node)
    return not isinstance(node, str), flat.casefold(), flat


def _flat(node: _Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, _List):
        return f"( {' '.join(map(_flat, node.items))} )" if node.items else "()"
    return f"[ {' ; '.join(map(_flat_pair, node.pairs))} ]" if node.pairs else "[]"


def _flat_pair(pair: _Pair) -> str:
    predicate, values = pair
    return f"{predicate} {', '.join(map(_flat, values))}"


def _statement(subject: str, pairs: tuple[_Pair, ...]) -> list[str]:
    """Lay a statement out."""
    page = _Page(subject)
    page.pairs(pairs, 1)
    page.add(" .")
    return page.lines


class _Page:
    """The lines of a statement: what fits joins the last one, what would fit alone begins one, the rest is broken up.

    `depth` counts the nodes that are open around a part: the steps it is indented by, and the marks that will close it.
    """

    def __init__(self, subject: str) -> None:
        self.lines = [subject]

    def add(self, text: str) -> None:
        self.lines[-1] += text

    def pairs(self, pairs: tuple[_Pair, ...], depth: int) -> None:
        """Write predicates with their values, parted by semicolons."""
        for place, pair in enumerate(pairs):
            if place:
                self.add(" ;")
            if not self._whole(_flat_pair(pair), depth):
                self._part(pair, depth)

    def _part(self, pair: _Pair, depth: int) -> None:
        predicate, values = pair
        inner = depth > 1 and not isinstance(values[0], str)
        if inner and len(self.lines[-1]) + len(predicate) + _OPENING <= WIDTH:
            self.add(f" {predicate}")
        else:
            self.lines.append(_STEP * depth + predicate)
        for place, node in enumerate(values):
            self._node(node, depth + 1, follows=place > 0)
            if place + 1 < len(values):
                self.add(",")

    def _node(self, node: _Node, depth: int, *, follows: bool) -> None:
        """Write a value or an item; a long one without a name begins a line if another comes before it."""
        flat = _flat(node)
        if self._whole(flat, depth):
            return
        if isinstance(node, str):
            self.lines.append(_STEP * depth + flat)
            return
        marks = "()" if isinstance(node, _List) else "[]"
        if follows:
            self.lines.append(_STEP * depth + marks[0])
            depth += 1
        else:
            self.add(f" {marks[0]}")
        if isinstance(node, _List):
            for place, item in enumerate(node.items):
                self._node(item, depth, follows=place > 0)
        else:
            self.pairs(node.pairs, depth)
        self.add(f" {marks[1]}")

    def _whole(self, flat: str, depth: int) -> bool:
        """Write a part in one piece if there is room for it, on the last line or on one of its own."""
        closing = 2 * depth
        if len(self.lines[-1]) + 1 + len(flat) + closing <= WIDTH:
            self.add(f" {flat}")
        elif len(_STEP) * depth + len(flat) + closing <= WIDTH:
            self.lines.append(_STEP * depth + flat)
        else:
            return False
        return True


def main() -> None:
    """Rewrite the ontology's files that are not in their one form, and name them."""
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.ttl")):
        place = path.relative_to(folder.parent).as_posix()
        text = path.read_text("utf-8")
        if (formed := canonical(text, place)) != text:
            path.write_text(formed, "utf-8")
            sys.stdout.write(f"rewritten: {place}\n")


if __name__ == "__main__":
    main()
