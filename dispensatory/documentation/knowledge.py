"""The ontology as a page needs it: what is said of each thing, in one order, and which file says it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ontology import mappings
from ontology.files import NOT_PART, quads
from ontology.terms import DISP, OWL, RDF, RDFS, shorten

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_SECTION = re.compile(r"# -{3,} (.+)")
_SUBJECT = re.compile(r"([a-z]*):([\w.-]+) ")
_PREFIX = re.compile(r"@prefix ([a-z]*): <([^>]+)> \.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing is described: the file that owns it and the section of the file."""

    file: str
    section: str = ""


@dataclass(slots=True)
class Files:
    """What the ontology's files tell beside the triples: owners, sections, and what a file says it holds."""

    places: dict[str, Place] = field(default_factory=dict)
    openings: dict[str, str] = field(default_factory=dict)
    sections: dict[Place, str] = field(default_factory=dict)  # what stands below the head of a section

    @classmethod
    def read(cls, folder: Traversable | None = None) -> "Files":
        """Read the Turtle files in the order of their places."""
        found = cls()
        for place, text in sorted(_texts(folder or files("ontology"))):
            if place not in NOT_PART:
                found._read(place, text)
        return found

    def _read(self, place: str, text: str) -> None:
        lines = text.splitlines()
        opening = [line[2:] for line in _while_comment(lines)]
        self.openings[place] = " ".join(opening)
        prefixes = {match[1]: match[2] for line in lines if (match := _PREFIX.fullmatch(line))}
        section, sections = "", dict[str, str]()
        for number, line in enumerate(lines):
            if match := _SECTION.fullmatch(line):
                section = match[1]
                self.sections[Place(place, section)] = " ".join(
                    each[2:] for each in _while_comment(lines[number + 1 :])
                )
            elif (match := _SUBJECT.match(line)) and match[1] in prefixes:
                sections.setdefault(prefixes[match[1]] + match[2], section)
        # The file that gives a thing its name owns it; a record has no name, so there the kind decides.
        for name in (RDFS + "label", RDF + "type"):
            for quad in parse(text.encode(), RdfFormat.TURTLE):
                if quad.predicate.value == name and isinstance(quad.subject, NamedNode):
                    iri = quad.subject.value
                    known = self.places.get(iri)
                    if known is None or (name == RDFS + "label" and known.file != place):
                        self.places[iri] = Place(place, sections.get(iri, ""))


class Knowledge:
    """An index of triples; whatever it returns is in one order, whichever order they came in."""

    def __init__(self, found: Iterable[Quad], told: Files) -> None:
        """Take the quads, and what the files tell beside them."""
        self.files = told
        self._said: defaultdict[Term, dict[str, set[Term]]] = defaultdict(dict)
        self._inverse: defaultdict[tuple[str, Term], set[Term]] = defaultdict(set)
        for quad in found:
            self._said[quad.subject].setdefault(quad.predicate.value, set()).add(quad.object)
            self._inverse[quad.predicate.value, quad.object].add(quad.subject)

    @classmethod
    def ready(cls) -> "Knowledge":
        """Read the ontology and the links that ship."""
        return cls([*quads(), *mappings.quads()], Files.read())

    def predicates(self, subject: str | Term) -> list[str]:
        """Return what kinds of thing are said of a subject."""
        return sorted(self._said.get(_node(subject), ()))

    def objects(self, subject: str | Term, predicate: str) -> list[Term]:
        """Return what is said, things by their labels."""
        return sorted(self._said.get(_node(subject), {}).get(predicate, ()), key=self._rank)

    def iris(self, subject: str | Term, predicate: str) -> list[str]:
        """Return what is said, as far as it has an IRI."""
        return [node.value for node in self.objects(subject, predicate) if isinstance(node, NamedNode)]

    def texts(self, subject: str | Term, predicate: str) -> list[str]:
        """Return what is said, as far as it is text."""
        return [node.value for node in self.objects(subject, predicate) if isinstance(node, Literal)]

    def text(self, subject: str | Term, predicate: str) -> str:
        """Return the one text that is said, or nothing."""
        return next(iter(self.texts(subject, predicate)), "")

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Return what a thing is said of, as far as it has an IRI, by label."""
        found = self._inverse.get((predicate, NamedNode(value)), ())
        return [node.value for node in sorted(found, key=self._rank) if isinstance(node, NamedNode)]

    def unnamed(self, predicate: str, value: str) -> list[Term]:
        """Return the nodes without a name that something is said of."""
        found = self._inverse.get((predicate, NamedNode(value)), ())
        return sorted((node for node in found if isinstance(node, BlankNode)), key=str)

    def members(self, node: Term) -> Iterator[Term]:
        """Yield the members of an RDF list."""
        while isinstance(node, BlankNode):
            yield from self.objects(node, RDF + "first")
            (node,) = self.objects(node, RDF + "rest")

    def label(self, iri: str) -> str:
        """Return what a thing is called; a thing without a label has its prefixed name."""
        said = self._said.get(NamedNode(iri), {}).get(RDFS + "label", ())
        return min((each.value for each in said if isinstance(each, Literal)), default=shorten(iri))

    def is_known(self, iri: str) -> bool:
        """Tell whether anything is said of a thing."""
        return NamedNode(iri) in self._said

    def within(self, namespace: str) -> list[str]:
        """Return the things right below a namespace that have a name or a kind, by label."""
        found = [iri for iri in self.files.places if iri.startswith(namespace) and "/" not in iri[len(namespace) :]]
        return sorted(found, key=lambda iri: (self.label(iri).casefold(), iri))

    @cached_property
    def drug_classes(self) -> frozenset[str]:
        """All named classes below `disp:Drug`."""
        return frozenset(self.below(DISP + "Drug"))

    def below(self, iri: str) -> Iterator[str]:
        """Yield the named classes below a class, however deep."""
        seen, waiting = {iri}, [iri]
        while waiting:
            for each in self.subjects(RDFS + "subClassOf", waiting.pop()):
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
                    yield each

    def of_kind(self, kind: str) -> list[str]:
        """Return the terms of the ontology's own that have a type of the OWL vocabulary, by label."""
        return [iri for iri in self.subjects(RDF + "type", OWL + kind) if iri.startswith(DISP)]

    def _rank(self, node: Term) -> tuple[str, str]:
        return (self.label(node.value) if isinstance(node, NamedNode) else str(node)).casefold(), str(node)


def prefixes(spaces: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return short names of the vocabularies linked to, by what their IRIs begin with, the longest first."""
    short = {space: iri.rpartition("/")[2] for space, (iri, _) in spaces.items()}
    return dict(sorted(short.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _node(subject: str | Term) -> Term:
    return NamedNode(subject) if isinstance(subject, str) else subject


def _texts(folder: Traversable, place: str = "") -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry, f"{place}{entry.name}/")
        elif entry.name.endswith(".ttl"):
            yield place + entry.name, entry.read_text("utf-8")


def _while_comment(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("# "):
            return
        yield line
