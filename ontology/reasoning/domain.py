"""The rules of the domain, which OWL cannot say, as they stand in `ontology/rules/*.rls`.

The language is the part of Nemo's that needs no explanation: `head :- body .` with prefixed names for classes (one
argument) and properties (two), variables that start with a question mark, `!=`, comments after `%`, and a name for
each rule, which the proof shows. Two atoms speak of classes by a variable: `claimed(?x, disp:p, ?Class)` holds where
a source claims that ?x, or a class it belongs to, has p with members of the class; `member(?y, ?Class)` holds of its
members. `record(?entry, disp:p, ?value)` reads the records of the ontology, which are annotations; `~` before it asks
that there is no such record.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import NamedNode

from ontology.errors import OntologyError
from ontology.reasoning.classes import Sides
from ontology.reasoning.datalog import Atom, Predicate, Rule, member, value
from ontology.reasoning.expressions import Named, Signed, Some
from ontology.reasoning.facts import Axiom

_TOKEN = re.compile(
    r"""(?P<space>\s+|%[^\n]*)|(?P<named>\#\[name\("(?P<name>[^"\n]+)"\)\])
    |(?P<prefix>@prefix\s+(?P<short>[\w-]*):\s*<(?P<base>[^>\s]+)>\s*\.)
    |(?P<variable>\?\w+)|(?P<iri><[^>\s]+>)|(?P<curie>[\w-]*:[A-Za-z][\w/-]*)|(?P<word>[a-z]+)|(?P<sign>:-|!=|[(),.~])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An atom as it is written: a name and its arguments, variables among them."""

    name: str
    arguments: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A rule as it is written; a variable for a class makes it stand for one rule a class."""

    name: str
    head: Pattern
    body: tuple[Pattern, ...]
    unequal: tuple[tuple[str, str], ...]
    place: str


def load(folder: Traversable | None = None) -> tuple[Template, ...]:
    """Read all rules that ship, in the order of the files' names."""
    folder = folder or files("ontology").joinpath("rules")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".rls"))
    return tuple(rule for name in names for rule in parse(folder.joinpath(name).read_text("utf-8"), name))


def parse(text: str, name: str) -> Iterator[Template]:
    """Read the rules of one file."""
    prefixes: dict[str, str] = {}
    label, words, start = "", list[str](), 1
    position = 0
    while position < len(text):
        line = text.count("\n", 0, position) + 1
        match = _TOKEN.match(text, position)
        if not match:
            raise OntologyError(
                f"ontology/rules/{name}, line {line}: cannot read {text[position:].split(maxsplit=1)[0]!r}"
            )
        position = match.end()
        if match["prefix"]:
            prefixes[match["short"]] = match["base"]
        elif match["named"]:
            label = match["name"]
        elif match["curie"]:
            short, _, local = match["curie"].partition(":")
            if short not in prefixes:
                raise OntologyError(f"ontology/rules/{name}, line {line}: no @prefix declares {short}:")
            words.append(prefixes[short] + local)
        elif match["sign"] == ".":
            place = f"ontology/rules/{name}, line {start}"
            if not label:
                raise OntologyError(f'{place}: the rule has no #[name("…")], which its proofs would show; give it one')
            yield _template(words, label, place)
            label, words = "", []
        elif not match["space"]:
            words.append(match["iri"][1:-1] if match["iri"] else match[0])
        if len(words) == 1 and not match["space"]:
            start = line
    if words:
        raise OntologyError(f"ontology/rules/{name}, line {start}: the rule does not end with a full stop")


def _template(words: list[str], label: str, place: str) -> Template:
    """Put the words of one rule together."""
    patterns: list[Pattern] = []
    unequal: list[tuple[str, str]] = []
    rest = list(words)
    separators = [":-"]
    while rest:
        if len(rest) > 2 and rest[1] == "!=":
            unequal.append((rest[0], rest[2]))
            rest = rest[3:]
        elif len(rest) > 3 and rest[negated := int(rest[0] == "~" and bool(patterns)) + 1] == "(" and ")" in rest:
            end = rest.index(")")
            arguments = tuple(word for word in rest[negated + 1 : end] if word != ",")
            patterns.append(Pattern(rest[negated - 1], arguments, negated=negated > 1))
            rest = rest[end + 1 :]
        else:
            raise OntologyError(f"{place}: cannot read the rule at {' '.join(rest[:4])!r}")
        if rest:
            if rest[0] != separators[-1] or len(rest) == 1:
                raise OntologyError(f"{place}: {separators[-1]!r} must stand where {rest[0]!r} is")
            rest = rest[1:]
            separators.append(",")
    if len(patterns) < 2:
        raise OntologyError(f"{place}: a rule needs a head, ':-' and a body")
    bound = {argument for pattern in patterns[1:] if not pattern.negated for argument in pattern.arguments}
    if loose := sorted({argument for argument in patterns[0].arguments if argument.startswith("?")} - bound):
        raise OntologyError(f"{place}: {loose[0]} stands in the head but not in the body")
    return Template(label, patterns[0], tuple(patterns[1:]), tuple(unequal), place)


def expand(templates: Iterable[Template], sides: Sides) -> Iterator[Rule]:
    """Turn templates into rules, one for each class that a source claims something about."""
    known = [item for item in sides.unpacked if isinstance(item, Some) and _named(item.filler)]
    for template in templates:
        claims = [pattern for pattern in template.body if pattern.name == "claimed"]
        if not claims:
            yield _rule(template, {})
        elif len(claims) > 1 or len(claims[0].arguments) != 3:
            raise OntologyError(f"{template.place}: a rule has at most one claimed(?x, property, ?Class)")
        else:
            _, role, variable = claims[0].arguments
            for some in known:
                if some.property == role:
                    yield _rule(template, {variable: some})


def _named(filler: Signed) -> bool:
    return filler.positive and isinstance(filler.expression, Named)


def _rule(template: Template, claimed: dict[str, Some]) -> Rule:
    guards = tuple(f"{one} != {other}" for one, other in template.unequal)
    body = tuple(_atom(pattern, claimed, template.place) for pattern in template.body)
    return Rule(_atom(template.head, {}, template.place), body, Axiom(template.name), guards)


def _atom(pattern: Pattern, claimed: dict[str, Some], place: str) -> Atom:
    arguments = [word if word.startswith("?") else NamedNode(word) for word in pattern.arguments]
    last = pattern.arguments[-1] if pattern.arguments else ""
    if pattern.name == "record" and len(arguments) == 3:
        return Atom(Predicate("record", pattern.arguments[1]), (arguments[0], arguments[2]), pattern.negated)
    if pattern.negated:
        raise OntologyError(f"{place}: ~ stands before a record only, not before {pattern.name}")
    if pattern.name == "claimed" and last in claimed:
        return Atom(Predicate("claimed", Signed(claimed[last])), (arguments[0],))
    if pattern.name == "member" and len(arguments) == 2 and last in claimed:
        return member(claimed[last].filler, arguments[0])
    if ":" in pattern.name and len(arguments) == 1:
        return member(Signed(Named(pattern.name)), arguments[0])
    if ":" in pattern.name and len(arguments) == 2:
        return value(pattern.name, arguments[0], arguments[1])
    raise OntologyError(f"{place}: {pattern.name} with {len(arguments)} arguments means nothing here")
