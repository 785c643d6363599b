"""Two referees of a graph: SHACL shapes for its form, HermiT, a complete OWL 2 DL reasoner, for its sense.

Both are optional and slow beside the reasoner that builds the graph, and share no line with it; that is their worth.
"""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from ontology.errors import CallError, OntologyError
from ontology.terms import OWL, RDF, RDFS, shorten

_SH = "http://www.w3.org/ns/shacl#"
_TYPE = NamedNode(RDF + "type")
_OBJECT_PROPERTY = NamedNode(OWL + "ObjectProperty")
_ENDS = (NamedNode(RDFS + "domain"), NamedNode(RDFS + "range"))
_ANNOTATION_PROPERTY = NamedNode(OWL + "AnnotationProperty")
_NAMED_INDIVIDUAL = NamedNode(OWL + "NamedIndividual")
_BUILT_IN_ANNOTATIONS = frozenset(NamedNode(RDFS + name) for name in ("label", "comment", "seeAlso", "isDefinedBy"))
_CONTRADICTION = "the axioms contradict each other, so that nothing can hold; the clashes of the build name the facts"


@dataclass(frozen=True, slots=True)
class Classification:
    """What HermiT makes of a graph: whether it can hold, the empty classes, and every class of every individual.

    `values` are those of the object properties that some axiom besides a domain and a range speaks of, if asked for.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()
    types: frozenset[tuple[str, str]] = frozenset()
    values: frozenset[tuple[str, str, str]] = frozenset()


def shacl_report(quads: Iterable[Quad], shapes: str = "") -> tuple[str, ...]:
    """Return a line for each breach of the shapes, in Turtle; those of the ontology where none are given."""
    pyshacl, rdflib = _extra("pyshacl"), _extra("rdflib")
    turtle = shapes or files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")
    graph = rdflib.Graph().parse(data=_ntriples({quad.triple for quad in quads}), format="nt")
    rules = rdflib.Graph().parse(data=turtle, format="turtle")
    _, results, _ = pyshacl.validate(graph, shacl_graph=rules)
    if not isinstance(results, rdflib.Graph):
        raise OntologyError(f"the shapes cannot be read: {results}; mend them")
    iri = rdflib.URIRef
    lines = set()
    for result in results.subjects(iri(RDF + "type"), iri(_SH + "ValidationResult")):
        node, message = results.value(result, iri(_SH + "focusNode")), results.value(result, iri(_SH + "resultMessage"))
        lines.add(f"{_written(node)}: {message}")
    return tuple(sorted(lines))


def dl_consistent(graph: Iterable[Quad] | Path) -> tuple[bool, tuple[str, ...]]:
    """Tell whether HermiT finds a graph or a Turtle or N-Triples file free of contradiction, and what is wrong."""
    found = dl_classify(_quads(graph) if isinstance(graph, Path) else graph)
    if not found.consistent:
        return False, (_CONTRADICTION,)
    return not found.unsatisfiable, tuple(f"{shorten(iri)} can have no member" for iri in found.unsatisfiable)


def dl_classify(quads: Iterable[Quad], *, values: bool = False) -> Classification:
    """Let HermiT classify a graph: the classes that can have no member, and for each individual all it belongs to.

    With `values` it is also asked for the values of properties, which takes half as long again.
    """
    owlready2 = _extra("owlready2")
    if shutil.which("java") is None:
        raise CallError("HermiT needs Java, and there is no java on the PATH; install it, or check without --dl")
    triples, bystanders = _logical({quad.triple for quad in quads})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nt"
        file.write_bytes(_ntriples(triples))
        world = owlready2.World()
        world.get_ontology(file.as_uri()).load()
        try:
            with world.get_ontology("urn:dispensatory:inferred#"):
                owlready2.sync_reasoner_hermit(world, infer_property_values=values, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return Classification(consistent=False)
        except owlready2.OwlReadyJavaError as error:
            raise OntologyError(f"HermiT broke off: {_reason(str(error))}; mend the axiom it names") from error

        def named(classes: Iterable[object]) -> set[str]:
            return {
                each.iri for each in classes if isinstance(each, owlready2.ThingClass) and each is not owlready2.Thing
            }

        empty = named(world.inconsistent_classes()) - {OWL + "Nothing"}
        types = {(one.iri, kind) for one in world.individuals() for kind in named(one.INDIRECT_is_a)}
        for iri, kind in bystanders.items():
            if world[kind] is None:
                raise OntologyError(f"{shorten(iri)}: its class {shorten(kind)} is not declared; declare or rename it")
            types |= {(iri, above) for above in named(world[kind].ancestors())}
        found = _values(world, owlready2.Thing) if values else ()
    return Classification(
        empty.isdisjoint(bystanders.values()), tuple(sorted(empty)), frozenset(types), frozenset(found)
    )


def _values(world: Any, individual: Any) -> Iterator[tuple[str, str, str]]:
    for role in world.object_properties():
        for one in world.individuals():
            for other in getattr(one, f"INDIRECT_{role.python_name}"):
                if isinstance(other, individual):  # owlready2 gives the classes of unnamed values too
                    yield one.iri, role.iri, other.iri


def _logical(triples: set[Triple]) -> tuple[set[Triple], dict[str, str]]:
    """Return the triples that HermiT must weigh, and the individuals it need not: those with a kind and no relation.

    Annotations mean nothing to it, and an individual with one kind behaves as any member of that class would; leaving
    both out makes it five times faster.
    """
    annotation = {t.subject for t in triples if t.predicate == _TYPE and t.object == _ANNOTATION_PROPERTY}
    kept = {t for t in triples if t.predicate not in annotation and t.predicate not in _BUILT_IN_ANNOTATIONS}
    kept = _spelled_out(kept)
    kinds: defaultdict[NamedNode, list[Triple]] = defaultdict(list)
    for t in kept:
        if t.predicate == _TYPE and isinstance(t.subject, NamedNode) and not _is_vocabulary(t.object):
            kinds[t.subject].append(t)
    related = {t.object for t in kept if t.predicate != _TYPE}
    related |= {t.subject for t in kept if t.predicate != _TYPE and not isinstance(t.object, Literal)}
    lone = {
        one: of[0].object.value
        for one, of in kinds.items()
        if len(of) == 1 and one not in related and isinstance(of[0].object, NamedNode)
    }
    weighed = {t for t in kept if t.subject not in lone}
    declared = {Triple(one, _TYPE, _NAMED_INDIVIDUAL) for one in kinds if one not in lone}
    return weighed | declared, {one.value: kind for one, kind in lone.items()}


def _spelled_out(triples: set[Triple]) -> set[Triple]:
    """Write what a simple property says of two individuals as the kinds that follow from its domain and range.

    Of a property that no other axiom speaks of, nothing else follows; HermiT is spared the network that it spans.
    """
    ends: defaultdict[object, dict[NamedNode, NamedNode]] = defaultdict(dict)
    busy = {t.object for t in triples}
    for t in triples:
        if t.predicate in _ENDS and isinstance(t.object, NamedNode) and t.predicate not in ends[t.subject]:
            ends[t.subject][t.predicate] = t.object
        elif t.predicate != _TYPE or t.object != _OBJECT_PROPERTY:
            busy.add(t.subject)
    kept: set[Triple] = set()
    for t in triples:
        simple = t.predicate in ends and t.predicate not in busy
        if simple and isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode):
            kinds = [(node, ends[t.predicate].get(end)) for end, node in zip(_ENDS, (t.subject, t.object), strict=True)]
            kept.update(Triple(node, _TYPE, kind) for node, kind in kinds if kind)
        else:
            kept.add(t)
    return kept


def _is_vocabulary(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith((OWL, RDF, RDFS))


def _extra(name: str) -> ModuleType:
    """Import what only the checks need."""
    try:
        return import_module(name)
    except ImportError as error:
        raise CallError(f"this check needs {name}; pip install 'dispensatory[dl]' (HermiT also needs Java)") from error


def _quads(path: Path) -> Iterable[Quad]:
    try:
        return list(parse(path=path, format=RdfFormat.from_extension(path.suffix[1:]) or RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path.name}: {error}; give a Turtle or N-Triples file") from error


def _ntriples(triples: Iterable[Triple]) -> bytes:
    return serialize(sorted(triples, key=str), format=RdfFormat.N_TRIPLES) or b""


def _written(node: object) -> str:
    text = str(node)
    return shorten(text) if ":" in text else f"_:{text}"


def _reason(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "Exception" in line or "Error" in line), lines[-1] if lines else "no reason")
