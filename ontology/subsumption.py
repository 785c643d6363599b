"""Which proposition says more than which: an agonist of a receptor acts on it, an opiate is an opioid.

A proposition entails another of the same subject where its property implies the other's, its object lies under the
other's, and its qualifiers tell at least as much. Objects lie under one another by `skos:broader` (conditions), by
class, and by the property chains of the schema (a subtype of a receptor under the receptor).

A qualifier that elaborates (what an interaction leads to, how often an effect comes) may be left out of what is
entailed. One that narrows (for whom, at which dose, where, until when) may not: a fact told of some circumstances
neither bears out nor contradicts one told of none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, NamedNode, Store
from pyoxigraph import Literal as Text

from ontology.terms import DISP, OWL, RDF, RDFS, SKOS, is_class, predicate_word
from ontology.values import Literal, Node, Proposition

#: A property's short word and an object: what a proposition says of its subject.
Said = tuple[str, Node]

_NIL = NamedNode(RDF + "nil")


@dataclass(frozen=True, slots=True)
class Subsumption:
    """What the ontology says of properties and objects, as direct steps to what is more general."""

    properties: Mapping[str, frozenset[str]]  # to the properties directly above
    broader: Mapping[str, frozenset[str]]  # conditions and classes to those directly above
    types: Mapping[str, frozenset[str]]  # individuals to their classes
    chains: Mapping[tuple[str, str], frozenset[tuple[str, str]]]  # property and object to what a chain makes of them
    every: frozenset[str] = frozenset()  # properties that, said of a class as object, are meant of every member
    elaborating: frozenset[str] = frozenset()  # qualifiers without which the fact still holds
    harmless: frozenset[tuple[str, str]] = frozenset()  # a qualifier and a value that say nothing
    _known: dict[Said, frozenset[Said]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, store: Store) -> "Subsumption":
        """Read the steps from the ontology graph."""
        above = _pairs(store, RDFS + "subPropertyOf")
        return cls(
            _words(above),
            _grouped((*_pairs(store, SKOS + "broader"), *_pairs(store, RDFS + "subClassOf"))),
            _grouped(pair for pair in _pairs(store, RDF + "type") if is_class(pair[1])),
            _chains(store, above),
            marked(store, "ofEveryMember"),
            marked(store, "elaborates"),
            frozenset((key.removeprefix(DISP), value) for key, value in _values(store, "doesNotRestrict")),
        )

    def generalizations(self, said: Said) -> frozenset[Said]:
        """Return all that follows from what is said of a subject, without itself."""
        if said not in self._known:
            reached, waiting = {said}, [said]
            while waiting:
                fresh = set(self._steps(*waiting.pop())) - reached
                reached |= fresh
                waiting += fresh
            self._known[said] = frozenset(reached - {said})
        return self._known[said]

    def entails(self, one: Proposition, other: Proposition) -> bool:
        """Tell whether one proposition says all that the other says, and more."""
        wider = (other.predicate, other.object)
        mine = (one.predicate, one.object)
        if one.subject != other.subject or one == other or not (wider == mine or wider in self.generalizations(mine)):
            return False
        more, less = self._qualifiers(one), self._qualifiers(other)
        return less <= more and all(key in self.elaborating for key, _ in more - less)

    def wider(self, propositions: Iterable[Proposition]) -> Mapping[Proposition, tuple[Proposition, ...]]:
        """Return, for each proposition that entails others of those given, which ones."""
        by_fact: defaultdict[tuple[str, str, Node], list[Proposition]] = defaultdict(list)
        listed = list(propositions)
        for each in listed:
            by_fact[each.subject, each.predicate, each.object].append(each)
        found: dict[Proposition, tuple[Proposition, ...]] = {}
        for each in listed:
            mine = (each.predicate, each.object)
            others = (
                other
                for said in (mine, *self.generalizations(mine))
                for other in by_fact.get((each.subject, *said), ())
            )
            if entailed := tuple(other for other in others if self.entails(each, other)):
                found[each] = entailed
        return found

    def _qualifiers(self, proposition: Proposition) -> set[tuple[str, Node]]:
        """Return the qualifiers that say something."""
        return {pair for pair in proposition.qualifiers if (pair[0], _plain(pair[1])) not in self.harmless}

    def _steps(self, predicate: str, value: Node) -> Iterator[Said]:
        for wider in self.properties.get(predicate, ()):
            yield wider, value
        if isinstance(value, Literal):
            return
        yield from self.chains.get((predicate, value), ())
        if not (is_class(value) and predicate in self.every):
            for above in self.broader.get(value, ()):
                yield predicate, above
        if predicate not in self.every:
            for kind in self.types.get(value, ()):
                yield predicate, kind


def _plain(node: Node) -> str:
    return node.value if isinstance(node, Literal) else node


def _pairs(store: Store, predicate: str) -> list[tuple[str, str]]:
    """Return the named subjects and objects of a property in the ontology."""
    return [
        (quad.subject.value, quad.object.value)
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and not quad.object.value.startswith((OWL, RDF, RDFS))
    ]


def _values(store: Store, mark: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, NamedNode(DISP + mark), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Text):
            yield quad.subject.value, quad.object.value


def marked(store: Store, mark: str) -> frozenset[str]:
    """Return the short words of the properties that bear a mark."""
    return frozenset(predicate_word(name) for name, value in _values(store, mark) if value == "true")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: frozenset(others) for one, others in found.items()}


def _words(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    return _grouped((predicate_word(one), predicate_word(other)) for one, other in pairs)


def _chains(store: Store, above: list[tuple[str, str]]) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """Apply the chains of two links to what the ontology says of their second link's individuals."""
    under: defaultdict[str, set[str]] = defaultdict(set)
    for narrow, wide in above:
        under[wide].add(narrow)
    found: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, NamedNode(OWL + "propertyChainAxiom"), None):
        links = _items(store, quad.object)
        if len(links) == 2 and isinstance(quad.subject, NamedNode):
            first, second = links
            for link in (second, *sorted(under[second])):
                for part, whole in _pairs(store, link):
                    result = (predicate_word(quad.subject.value), whole)
                    found[predicate_word(first), part].add(result)
    return {said: frozenset(results) for said, results in found.items()}


def _items(store: Store, head: object) -> list[str]:
    items: list[str] = []
    while isinstance(head, BlankNode) and head != _NIL:
        (first,) = store.quads_for_pattern(head, NamedNode(RDF + "first"), None)
        (rest,) = store.quads_for_pattern(head, NamedNode(RDF + "rest"), None)
        if isinstance(first.object, NamedNode):
            items.append(first.object.value)
        head = rest.object
    return items
