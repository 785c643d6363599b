"""Turtle that reads well and is the same bytes every time: sorted, prefixed, blank nodes written where they are used.

It works on lines of N-Triples, which Oxigraph writes much faster than Python could build terms. A blank node that is
used once is written inside its user, a list as `( … )`; only a shared or circular one keeps its label.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ontology.terms import PREFIXES, RDF, XSD

Properties: TypeAlias = dict[str, list[str]]  # predicate → objects, as N-Triples writes them
Subjects: TypeAlias = dict[str, Properties]

TYPE = f"<{RDF}type>"
FIRST = f"<{RDF}first>"
REST = f"<{RDF}rest>"
NIL = f"<{RDF}nil>"

_NAMES = {base: prefix for prefix, base in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[\w.\-]*[\w\-])?", re.ASCII)
_SPLIT = re.compile(r"(.*[/#])([^/#]+)", re.DOTALL)
_BARE = {
    f"<{XSD}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{XSD}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"<{XSD}boolean>": re.compile(r"true|false"),
}


def prologue() -> str:
    """Return the declarations of the model's prefixes."""
    return "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in sorted(PREFIXES.items()))


def turtle(triples: Iterable[str], shared: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield one block a subject from lines of N-Triples; `shared` blank nodes keep their labels."""
    subjects: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in triples:
        subject, predicate, rest = line.split(" ", 2)
        subjects[subject][predicate].append(rest.removesuffix(" ."))
    yield from _Writer(dict(subjects), shared).blocks()


class _Writer:
    """One graph on its way into Turtle."""

    def __init__(self, subjects: Subjects, shared: frozenset[str]) -> None:
        self.subjects = subjects
        self.names: dict[str, str] = {}
        users: defaultdict[str, list[str]] = defaultdict(list)
        for subject, properties in subjects.items():
            for objects in properties.values():
                for value in objects:
                    if value.startswith("_:"):
                        users[value].append(subject)
        self.parent = {node: used[0] for node, used in users.items() if len(used) == 1 and node not in shared}
        self.roots = {node for node in subjects if node.startswith("_:") and node not in users and node not in shared}
        for node in [node for node in self.parent if self._circular(node)]:
            del self.parent[node]

    def blocks(self) -> Iterator[str]:
        """Yield the subjects that have a name, sorted, then those that need none, sorted by what they say."""
        for subject in sorted(self.subjects):
            if subject not in self.parent and subject not in self.roots:
                yield f"\n{self._term(subject)}{self._properties(subject, '    ')} .\n"
        yield from sorted(f"\n[{self._properties(node, '    ')}\n] .\n" for node in self.roots)

    def _circular(self, node: str) -> bool:
        """Tell whether the users of a node lead back to it, so that no block would ever write it."""
        seen = {node}
        while (node := self.parent.get(node, "")) and node not in seen:
            seen.add(node)
        return bool(node)

    def _properties(self, subject: str, indent: str) -> str:
        properties = self.subjects.get(subject, {})
        written = []
        for predicate in sorted(properties, key=lambda name: (name != TYPE, name)):
            objects = sorted(self._object(value, indent + "    ") for value in properties[predicate])
            word = "a" if predicate == TYPE else self._term(predicate)  # as an object, rdf:type has no short form
            written.append(f"\n{indent}{word} {', '.join(objects)}")
        return " ;".join(written) if subject.startswith("_:") else " ;".join(written).replace(f"\n{indent}", " ", 1)

    def _object(self, value: str, indent: str) -> str:
        if value not in self.parent:
            return self._term(value)
        if (items := self._list(value)) is not None:
            return f"( {' '.join(self._object(item, indent) for item in items)} )"
        inner = self._properties(value, indent)
        return f"[{inner}\n{indent[:-4]}]" if inner else "[]"

    def _list(self, node: str) -> list[str] | None:
        """Return the items of a list that is nothing but a list."""
        items: list[str] = []
        while node != NIL:
            properties = self.subjects.get(node, {})
            if node not in self.parent or set(properties) != {FIRST, REST}:
                return None
            if len(properties[FIRST]) != 1 or len(properties[REST]) != 1:
                return None
            items.append(properties[FIRST][0])
            node = properties[REST][0]
        return items

    def _term(self, term: str) -> str:
        """Write a term as short as Turtle can."""
        if term in self.names:
            return self.names[term]
        if term.startswith("<") and not term.startswith("<<"):
            return self.names.setdefault(term, name(term))
        if term.startswith('"') and term.endswith(">"):
            text, _, datatype = term.rpartition("^^")
            if datatype in _BARE and _BARE[datatype].fullmatch(text[1:-1]):
                return text[1:-1]
            return f"{text}^^{self._term(datatype)}"
        return term


def name(term: str) -> str:
    """Return `<iri>` as a prefixed name where one of the model's prefixes fits."""
    parts = _SPLIT.fullmatch(term[1:-1])
    if parts and parts[1] in _NAMES and _LOCAL.fullmatch(parts[2]):
        return f"{_NAMES[parts[1]]}:{parts[2]}"
    return term
