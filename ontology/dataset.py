"""The description of the dataset: what `dataset.ttl` says of it, and the counts of a graph, in the terms of VoID.

The description stands in a named graph of its own and counts the graphs that a build makes, not itself: so the same
graph always gets the same description.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from ontology.errors import OntologyError
from ontology.terms import DATASET, DCTERMS, DISP, GRAPH_DATASET, GRAPHS, RDF, SKOS, VOID, XSD, shorten

FILE = "dataset.ttl"

_GRAPH = NamedNode(GRAPH_DATASET)
_INTEGER = NamedNode(XSD + "integer")
_TYPE = f"<{RDF}type>"
_MATCHES = frozenset(f"<{SKOS}{kind}Match>" for kind in ("exact", "close", "broad", "narrow", "related"))


@dataclass(slots=True)
class Counts:
    """What is counted of some triples; terms are as N-Triples write them."""

    triples: int = 0
    subjects: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    members: dict[str, set[str]] = field(default_factory=dict)  # of each class with a name
    uses: Counter[str] = field(default_factory=Counter)  # of each property
    links: set[tuple[str, str, str]] = field(default_factory=set)  # entity, kind of match, what it is linked to

    def add(self, triple: str) -> None:
        """Count one triple."""
        subject, predicate, thing = triple.split(" ", 2)
        self.triples += 1
        self.subjects.add(subject)
        self.objects.add(thing)
        self.uses[predicate] += 1
        if predicate == _TYPE and thing.startswith("<"):
            self.members.setdefault(thing, set()).add(subject)
        elif predicate in _MATCHES:
            self.links.add((subject, predicate, thing))

    def join(self, other: "Counts") -> None:
        """Take in the counts of another graph; a triple that stands in two graphs is counted in each."""
        self.triples += other.triples
        self.subjects |= other.subjects
        self.objects |= other.objects
        self.uses += other.uses
        for kind, members in other.members.items():
            self.members.setdefault(kind, set()).update(members)
        self.links |= other.links

    @property
    def entities(self) -> int:
        """How many subjects have an IRI of the dataset's own."""
        return sum(subject.startswith(f"<{DISP}") for subject in self.subjects)


def curated() -> list[Quad]:
    """Read what `dataset.ttl` says, in the order of the file."""
    data = files("ontology").joinpath(FILE).read_bytes()
    try:
        return [Quad(each.subject, each.predicate, each.object, _GRAPH) for each in parse(data, RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise OntologyError(f"ontology/{FILE}, line {error.lineno}: {error.msg}; mend the file") from error


def describe(quads: Iterable[Quad]) -> list[Quad]:
    """Return the description of a graph from its quads: what is curated, and the counts."""
    told, parts = curated(), {f"<{name}>": Counts() for name in GRAPHS if name != GRAPH_DATASET}
    # Oxigraph writes quads ten times faster than Python could ask each for its terms.
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    for line in set(written.decode().split("\n")):
        triple, _, graph = line.removesuffix(" .").rpartition(" ")
        if graph in parts:
            parts[graph].add(triple)
    whole = Counts()
    for part in parts.values():
        whole.join(part)
    counted = {DATASET: whole, **{graph[1:-1]: part for graph, part in parts.items()}}
    return [*told, *_statistics(counted), *_linksets(whole.links, vocabularies(told))]


def vocabularies(told: Iterable[Quad]) -> dict[str, tuple[str, str]]:
    """Return the vocabularies that a description names: their IRIs and titles, by what their IRIs begin with."""
    spaces: dict[str, str] = {}
    titles: dict[str, str] = {}
    for quad in told:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            if quad.predicate.value == VOID + "uriSpace" and quad.subject.value != DATASET:
                spaces[quad.object.value] = quad.subject.value
            elif quad.predicate.value == DCTERMS + "title":
                titles[quad.subject.value] = quad.object.value
    return {space: (iri, titles[iri]) for space, iri in sorted(spaces.items())}


def _statistics(counted: Mapping[str, Counts]) -> Iterator[Quad]:
    """Write the counts of the whole and of its graphs, and how the whole parts by class and by property."""
    whole = counted[DATASET]
    for iri, counts in sorted(counted.items()):
        yield _number(iri, "triples", counts.triples)
        yield _number(iri, "entities", counts.entities)
        yield _number(iri, "distinctSubjects", len(counts.subjects))
        yield _number(iri, "distinctObjects", len(counts.objects))
        yield _number(iri, "classes", len(counts.members))
        yield _number(iri, "properties", len(counts.uses))
    for written, members in sorted(whole.members.items()):
        kind = written[1:-1]
        part = f"{DATASET}/class/{_slug(kind)}"
        yield _link(DATASET, "classPartition", part)
        yield _link(part, "class", kind)
        yield _number(part, "entities", len(members))
    for written, uses in sorted(whole.uses.items()):
        name = written[1:-1]
        part = f"{DATASET}/property/{_slug(name)}"
        yield _link(DATASET, "propertyPartition", part)
        yield _link(part, "property", name)
        yield _number(part, "triples", uses)


def _linksets(links: Iterable[tuple[str, str, str]], known: Mapping[str, tuple[str, str]]) -> Iterator[Quad]:
    """Write one set of links for each vocabulary and kind of match; a link to no vocabulary of ours is in none."""
    longest = sorted(known, key=lambda space: (-len(space), space))
    found: Counter[tuple[str, str]] = Counter()
    for _, match, target in links:
        space = next((space for space in longest if target.startswith(space, 1)), None)
        if space:
            found[space, match[1:-1]] += 1
    for (space, match), count in sorted(found.items()):
        vocabulary, title = known[space]
        kind = match.removeprefix(SKOS)
        part = f"{DATASET}/links/{vocabulary.rpartition('/')[2]}-{kind}"
        yield _link(DATASET, "subset", part)
        yield Quad(NamedNode(part), NamedNode(RDF + "type"), NamedNode(VOID + "Linkset"), _GRAPH)
        words = Literal(f"Links to {title} by skos:{kind}", language="en")
        yield Quad(NamedNode(part), NamedNode(DCTERMS + "title"), words, _GRAPH)
        yield _link(part, "linkPredicate", match)
        yield _link(part, "subjectsTarget", DATASET)
        yield _link(part, "objectsTarget", vocabulary)
        yield _number(part, "triples", count)


def _slug(iri: str) -> str:
    """Return a name that fits into an IRI: the prefixed name, or the beginning of a hash where no prefix fits."""
    short = shorten(iri)
    return sha256(iri.encode()).hexdigest()[:12] if short.startswith("<") else short.replace(":", "-").replace("/", "-")


def _number(iri: str, name: str, count: int) -> Quad:
    return Quad(NamedNode(iri), NamedNode(VOID + name), Literal(str(count), datatype=_INTEGER), _GRAPH)


def _link(iri: str, name: str, target: str) -> Quad:
    return Quad(NamedNode(iri), NamedNode(VOID + name), NamedNode(target), _GRAPH)
