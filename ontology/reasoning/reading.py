"""Quads into axioms and facts: the OWL of a graph, read once and put in one order.

Only the ontology graph, the asserted graph and the default graph are read. In the first and last, a triple is a fact
only where its property is declared as an object or datatype property, so that labels, mappings and marks stay out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from ontology.reasoning import axioms
from ontology.reasoning.axioms import Disjoint, Facts, Ontology, Role, SubClass
from ontology.reasoning.expressions import EVERYTHING, Named, Signed, Term, names
from ontology.reasoning.numbering import numbered
from ontology.reasoning.structures import Nodes, OutsideError, Structures
from ontology.terms import GRAPH_ASSERTED, GRAPH_ONTOLOGY, OWL, RDF, RDFS, shorten

Terms: TypeAlias = tuple[Term, Term]

_TYPE = NamedNode(RDF + "type")
_CURATED, _ASSERTED, _PLAIN = 0, 1, 2

#: The graphs that are read.
_READ: dict[NamedNode | BlankNode | DefaultGraph, int] = {
    NamedNode(GRAPH_ONTOLOGY): _CURATED,
    NamedNode(GRAPH_ASSERTED): _ASSERTED,
    DefaultGraph(): _PLAIN,
}

#: What a property is declared to be, and the axiom that this makes.
CHARACTERISTICS: dict[str, axioms.RoleKind] = {
    OWL + "SymmetricProperty": "symmetric",
    OWL + "TransitiveProperty": "transitive",
    OWL + "FunctionalProperty": "functional",
    OWL + "InverseFunctionalProperty": "inverse functional",
    OWL + "AsymmetricProperty": "asymmetric",
    OWL + "IrreflexiveProperty": "irreflexive",
}

#: Property axioms between two properties, by their predicates.
BETWEEN: dict[str, tuple[axioms.RoleKind, ...]] = {
    RDFS + "subPropertyOf": ("sub",),
    OWL + "inverseOf": ("inverse",),
    OWL + "propertyDisjointWith": ("disjoint",),
}

_STRUCTURAL = frozenset(
    NamedNode(iri)
    for iri in (
        *BETWEEN,
        *(RDFS + name for name in ("subClassOf", "domain", "range")),
        *(
            OWL + name
            for name in (
                "equivalentClass",
                "disjointWith",
                "disjointUnionOf",
                "equivalentProperty",
                "propertyChainAxiom",
                "sameAs",
                "differentFrom",
                "hasKey",
                "complementOf",
                "unionOf",
                "intersectionOf",
                "oneOf",
            )
        ),
    )
)


def read(quads: Iterable[Quad]) -> Ontology:
    """Read the axioms and facts of the ontology and asserted graphs."""
    return _Reader(quads).ontology()


class _Reader:
    def __init__(self, quads: Iterable[Quad]) -> None:
        self.nodes: Nodes = defaultdict(lambda: defaultdict(list))
        self.structure: list[tuple[NamedNode, str, Term]] = []
        self.members: tuple[dict[Term, list[Term]], ...] = ({}, {}, {})
        self.values: tuple[dict[NamedNode, list[Terms]], ...] = ({}, {}, {})
        self.kinds: defaultdict[str, set[str]] = defaultdict(set)
        self.subclasses: set[SubClass] = set()
        self.disjoints: set[Disjoint] = set()
        self.roles: set[Role] = set()
        self.left_out: set[str] = set()
        self.types: defaultdict[Signed, list[Term]] = defaultdict(list)
        self.links: defaultdict[str, list[Terms]] = defaultdict(list)
        self.denials: defaultdict[str, list[Terms]] = defaultdict(list)
        self.subjects: list[Term] = []
        self._sort(quads)
        self.structures = Structures(self.nodes)

    def _sort(self, quads: Iterable[Quad]) -> None:
        """Put each quad where it belongs; of a large graph nearly all are facts, at which no one looks further here."""
        last, place = None, None
        for subject, predicate, value, graph in quads:
            if graph != last:
                last, place = graph, _READ.get(graph)
            if place is None:
                continue
            if isinstance(subject, BlankNode):
                self.nodes[subject][predicate.value].append(value)
            elif predicate == _TYPE:
                if (members := self.members[place].get(value)) is not None:
                    members.append(subject)
                elif isinstance(value, BlankNode):
                    self._structural(subject, predicate, value, place)
                elif value.value.startswith((OWL, RDF, RDFS)):
                    self.kinds[subject.value].add(value.value)
                else:
                    self.members[place][value] = [subject]
            elif (pairs := self.values[place].get(predicate)) is not None:
                pairs.append((subject, value))
            elif predicate in _STRUCTURAL:
                self._structural(subject, predicate, value, place)
            else:
                self.values[place][predicate] = [(subject, value)]

    def _structural(self, subject: NamedNode, predicate: NamedNode, value: Term, place: int) -> None:
        self.structure.append((subject, predicate.value, value))
        if place != _CURATED:
            self.subjects.append(subject)

    def ontology(self) -> Ontology:
        """Return what was read."""
        for iri, kinds in self.kinds.items():
            self.roles.update(axioms.role(CHARACTERISTICS[kind], iri) for kind in kinds if kind in CHARACTERISTICS)
        for subject, predicate, value in self.structure:
            self._guarded(shorten(subject.value), self._axiom, subject, predicate, value)
        for node in self.nodes:
            self._guarded("an anonymous axiom", self._anonymous, node)
        return Ontology(
            tuple(sorted(self._classes())),
            frozenset(iri for iri, kinds in self.kinds.items() if OWL + "DatatypeProperty" in kinds),
            tuple(sorted(self.subclasses, key=lambda item: (item.axiom.text, str(item.sub), str(item.sup)))),
            tuple(sorted(self.disjoints, key=lambda item: item.axiom.text)),
            tuple(sorted(self.roles, key=lambda item: item.axiom.text)),
            self._facts(),
            tuple(sorted(self.left_out)),
            self._records(),
        )

    def _guarded(self, place: str, take: Callable[..., None], *arguments: object) -> None:
        try:
            take(*arguments)
        except OutsideError as outside:
            self.left_out.add(f"{place}: {outside}")

    def _axiom(self, subject: NamedNode, predicate: str, value: Term) -> None:
        """Take one triple that OWL gives a meaning to."""
        expression = self.structures.expression
        iri = subject.value
        if predicate == _TYPE.value:
            self.types[expression(value)].append(subject)
        elif predicate == RDFS + "subClassOf":
            self._subclass(expression(subject), expression(value))
        elif predicate == OWL + "equivalentClass":
            self.subclasses.update(axioms.equivalent(expression(subject), expression(value)))
        elif predicate == OWL + "disjointWith":
            self.disjoints.add(axioms.disjoint(expression(subject), expression(value)))
        elif predicate == OWL + "disjointUnionOf":
            parts = self.structures.expressions(value)
            self.subclasses.update(axioms.equivalent(expression(subject), self.structures.union(parts)))
            self._pairwise(parts)
        elif predicate in BETWEEN:
            self.roles.update(axioms.role(kind, iri, self.structures.role(value)) for kind in BETWEEN[predicate])
        elif predicate == OWL + "equivalentProperty":
            other = self.structures.role(value)
            self.roles.update((axioms.role("sub", iri, other), axioms.role("sub", other, iri)))
        elif predicate == OWL + "propertyChainAxiom":
            links = [self.structures.role(link) for link in self.structures.items(value)]
            self.roles.add(axioms.role("chain", *links, iri))
        elif predicate in (RDFS + "domain", RDFS + "range"):
            if not self.structures.is_datatype(value):
                kind: axioms.RoleKind = "domain" if predicate.endswith("domain") else "range"
                self.roles.add(axioms.role(kind, iri, expression=expression(value)))
        elif predicate == OWL + "sameAs":
            self.links["same"].append((subject, value))
        elif predicate == OWL + "differentFrom":
            self.links["different"].append((subject, value))
        else:
            raise OutsideError(f"{shorten(predicate)} on a named class or property")

    def _anonymous(self, node: BlankNode) -> None:
        """Take an axiom that is a blank node, or that is about an anonymous class."""
        about = self.nodes[node]
        kinds = {kind.value for kind in about.get(_TYPE.value, ()) if isinstance(kind, NamedNode)}
        if OWL + "AllDisjointClasses" in kinds:
            self._pairwise(self.structures.expressions(self.structures.only(node, "members")))
        elif OWL + "AllDisjointProperties" in kinds:
            listed = [
                self.structures.role(item) for item in self.structures.items(self.structures.only(node, "members"))
            ]
            self.roles.update(axioms.role("disjoint", *sorted((a, b))) for a in listed for b in listed if a < b)
        elif OWL + "AllDifferent" in kinds:
            key = "members" if OWL + "members" in about else "distinctMembers"
            items = self.structures.items(self.structures.only(node, key))
            self.links["different"] += [(a, b) for n, a in enumerate(items) for b in items[n + 1 :]]
        elif OWL + "NegativePropertyAssertion" in kinds:
            target = "targetIndividual" if OWL + "targetIndividual" in about else "targetValue"
            denied = (self.structures.only(node, "sourceIndividual"), self.structures.only(node, target))
            self.subjects.append(denied[0])
            property_ = self.structures.role(self.structures.only(node, "assertionProperty"))
            self.denials[property_].append(denied)
        for value in about.get(RDFS + "subClassOf", ()):
            self._subclass(self.structures.expression(node), self.structures.expression(value))

    def _subclass(self, sub: Signed, sup: Signed) -> None:
        if sub == EVERYTHING:
            raise OutsideError(f"owl:Thing SubClassOf {sup}")
        if sub != sup:
            self.subclasses.add(axioms.subclass(sub, sup))

    def _pairwise(self, parts: list[Signed]) -> None:
        self.disjoints.update(axioms.disjoint(a, b) for n, a in enumerate(parts) for b in parts[n + 1 :])

    def _facts(self) -> Facts:
        """Return the facts in numbers; a class as subject is annotation, not a fact about an individual."""
        members = [
            (Signed(Named(kind.value)), place, rows)
            for place, found in enumerate(self.members)
            for kind, rows in found.items()
        ]
        valued = [
            (predicate.value, place, rows)
            for place, found in enumerate(self.values)
            for predicate, rows in found.items()
            if self._is_fact(predicate.value, place)
        ]
        links = [self.links[kind] for kind in ("same", "different")]
        facts = Facts()
        facts.things, ones, twos = numbered(
            [*(rows for *_, rows in members), *self.types.values(), self.subjects],
            [*(rows for *_, rows in valued), *links, *self.denials.values()],
        )
        *_, facts.subjects = ones
        facts.same, facts.different = twos[len(valued) : len(valued) + 2]
        facts.denials = dict(zip(self.denials, twos[len(valued) + 2 :], strict=True))
        facts.types = dict(zip(self.types, ones[len(members) :], strict=False))
        for (kind, place, _), rows in zip(members, ones, strict=False):
            facts.types[kind] = facts.types[kind] | rows if kind in facts.types else rows
            if place != _CURATED:
                facts.subjects |= rows
        named = (facts.things.known(NamedNode(iri)) for iri, kinds in self.kinds.items() if OWL + "Class" in kinds)
        classes = {place for place in named if place is not None}
        for (role, place, _), pairs in zip(valued, twos, strict=False):
            told = {pair for pair in pairs if pair[0] not in classes} if classes else pairs
            facts.values[role] = facts.values[role] | told if role in facts.values else told
            if place != _CURATED:
                facts.subjects.update({one for one, _ in pairs})
        return facts

    def _records(self) -> dict[str, list[Terms]]:
        found: defaultdict[str, list[Terms]] = defaultdict(list)
        for place in (_CURATED, _PLAIN):
            for predicate, pairs in self.values[place].items():
                found[predicate.value] += pairs
        return found

    def _is_fact(self, role: str, place: int) -> bool:
        """Tell whether a property's values are facts: asserted ones are unless it is an annotation property."""
        kinds = self.kinds.get(role, set())
        if place == _ASSERTED:
            return OWL + "AnnotationProperty" not in kinds
        return not kinds.isdisjoint((OWL + "ObjectProperty", OWL + "DatatypeProperty", *CHARACTERISTICS))

    def _classes(self) -> set[str]:
        named = {iri for iri, kinds in self.kinds.items() if OWL + "Class" in kinds}
        for axiom in self.subclasses:
            named.update(names(axiom.sub), names(axiom.sup))
        return named
