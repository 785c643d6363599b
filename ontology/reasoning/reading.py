"""Quads into axioms and facts: the OWL of a graph, read once and put in one order.

Only the ontology graph, the asserted graph and the default graph are read. In the first and last, a triple is a fact
only where its property is declared as an object or datatype property, so that labels, mappings and marks stay out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from ontology.reasoning import axioms
from ontology.reasoning.axioms import Disjoint, Facts, Ontology, Role, SubClass
from ontology.reasoning.expressions import EVERYTHING, Named, Signed, Term, names
from ontology.reasoning.structures import Nodes, OutsideError, Structures
from ontology.terms import GRAPH_ASSERTED, GRAPH_ONTOLOGY, OWL, RDF, RDFS, shorten

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
        self.members: defaultdict[str, set[Term]] = defaultdict(set)
        self.curated: defaultdict[str, set[tuple[Term, Term]]] = defaultdict(set)
        self.asserted: defaultdict[str, set[tuple[Term, Term]]] = defaultdict(set)
        self.kinds: defaultdict[str, set[str]] = defaultdict(set)
        self.subclasses: set[SubClass] = set()
        self.disjoints: set[Disjoint] = set()
        self.roles: set[Role] = set()
        self.left_out: set[str] = set()
        self.facts = Facts()
        self._sort(quads)
        self.structures = Structures(self.nodes)

    def _sort(self, quads: Iterable[Quad]) -> None:
        """Put each quad where it belongs; of a large graph nearly all are facts, whose places are kept at hand."""
        typed: dict[Term | Triple, set[Term]] = {}
        valued: tuple[dict[NamedNode, set[tuple[Term, Term]]], ...] = ({}, {})
        subjects = self.facts.subjects
        for subject, predicate, value, graph in quads:
            place = _READ.get(graph)
            if place is None:
                continue
            if place:
                subjects.add(subject)
            if isinstance(subject, BlankNode):
                self.nodes[subject][predicate.value].append(value)
            elif predicate == _TYPE:
                if (members := typed.get(value)) is not None:
                    members.add(subject)
                elif isinstance(value, BlankNode):
                    self.structure.append((subject, predicate.value, value))
                elif value.value.startswith((OWL, RDF, RDFS)):
                    self.kinds[subject.value].add(value.value)
                else:
                    typed[value] = self.members[value.value]
                    typed[value].add(subject)
            elif (pairs := valued[place == _ASSERTED].get(predicate)) is not None:
                pairs.add((subject, value))
            elif predicate in _STRUCTURAL:
                self.structure.append((subject, predicate.value, value))
            else:
                pairs = (self.asserted if place == _ASSERTED else self.curated)[predicate.value]
                valued[place == _ASSERTED][predicate] = pairs
                pairs.add((subject, value))

    def ontology(self) -> Ontology:
        """Return what was read."""
        for iri, kinds in self.kinds.items():
            self.roles.update(axioms.role(CHARACTERISTICS[kind], iri) for kind in kinds if kind in CHARACTERISTICS)
        for subject, predicate, value in self.structure:
            self._guarded(shorten(subject.value), self._axiom, subject, predicate, value)
        for node in self.nodes:
            self._guarded("an anonymous axiom", self._anonymous, node)
        for iri, members in self.members.items():
            self.facts.types.setdefault(Signed(Named(iri)), set()).update(members)
        self._values()
        return Ontology(
            tuple(sorted(self._classes())),
            frozenset(iri for iri, kinds in self.kinds.items() if OWL + "DatatypeProperty" in kinds),
            tuple(sorted(self.subclasses, key=lambda item: (item.axiom.text, str(item.sub), str(item.sup)))),
            tuple(sorted(self.disjoints, key=lambda item: item.axiom.text)),
            tuple(sorted(self.roles, key=lambda item: item.axiom.text)),
            self.facts,
            tuple(sorted(self.left_out)),
            self.curated,
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
            self.facts.types.setdefault(expression(value), set()).add(subject)
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
            self.facts.same.add((subject, value))
        elif predicate == OWL + "differentFrom":
            self.facts.different.add((subject, value))
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
            self.facts.different.update((a, b) for n, a in enumerate(items) for b in items[n + 1 :])
        elif OWL + "NegativePropertyAssertion" in kinds:
            target = "targetIndividual" if OWL + "targetIndividual" in about else "targetValue"
            denied = (self.structures.only(node, "sourceIndividual"), self.structures.only(node, target))
            self.facts.subjects.add(denied[0])
            property_ = self.structures.role(self.structures.only(node, "assertionProperty"))
            self.facts.denials.setdefault(property_, set()).add(denied)
        for value in about.get(RDFS + "subClassOf", ()):
            self._subclass(self.structures.expression(node), self.structures.expression(value))

    def _subclass(self, sub: Signed, sup: Signed) -> None:
        if sub == EVERYTHING:
            raise OutsideError(f"owl:Thing SubClassOf {sup}")
        if sub != sup:
            self.subclasses.add(axioms.subclass(sub, sup))

    def _pairwise(self, parts: list[Signed]) -> None:
        self.disjoints.update(axioms.disjoint(a, b) for n, a in enumerate(parts) for b in parts[n + 1 :])

    def _values(self) -> None:
        declared = {OWL + "ObjectProperty", OWL + "DatatypeProperty"}
        for iri, pairs in self.asserted.items():
            if OWL + "AnnotationProperty" not in self.kinds.get(iri, ()):
                self.facts.values.setdefault(iri, set()).update(pairs)
        for iri, pairs in self.curated.items():
            if declared & self.kinds.get(iri, set()) or self.kinds.get(iri, set()) & CHARACTERISTICS.keys():
                self.facts.values.setdefault(iri, set()).update(pairs)
        classes = {NamedNode(iri) for iri, kinds in self.kinds.items() if OWL + "Class" in kinds}
        for pairs in self.facts.values.values():
            # A class as subject is annotation, not a fact about an individual.
            pairs -= {pair for pair in pairs if pair[0] in classes}

    def _classes(self) -> set[str]:
        named = {iri for iri, kinds in self.kinds.items() if OWL + "Class" in kinds}
        for axiom in self.subclasses:
            named.update(names(axiom.sub), names(axiom.sup))
        return named
