"""The page of what stands beside the axioms: domain rules, the judge's rates, and the shapes of every graph."""

from collections.abc import Iterator
from importlib.resources import files

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from dispensatory.documentation.addresses import Links
from dispensatory.documentation.elements import code, definitions, element, listing, text
from dispensatory.documentation.knowledge import Files, Knowledge, Place, Term
from ontology.terms import DISP, RDF, SKOS, shorten

_SH = "http://www.w3.org/ns/shacl#"
_TARGETS = {
    "targetClass": "every",
    "targetSubjectsOf": "every subject of",
    "targetObjectsOf": "every object of",
    "targetNode": "the node",
}


def content(links: Links) -> str:
    """Return the content of the page."""
    parts = [element("h2", "Domain rules", id="rules"), element("p", "What OWL cannot say, in Datalog.")]
    folder = files("ontology").joinpath("rules")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".rls"):
            parts.append(element("h3", code(f"ontology/rules/{entry.name}")))
            parts += _rules(entry.read_text("utf-8"))
    parts.append(element("h2", "The judge's rates", id="rates"))
    parts += [_rates(links, iri) for iri in links.knowledge.subjects(RDF + "type", DISP + "ErrorRates")]
    parts.append(element("h2", "Shapes", id="shapes"))
    parts.append(
        element("p", "What SHACL asks of every graph; " + code("dispensatory check") + " tells what it finds.")
    )
    parts += shapes(files("ontology").joinpath("shapes.ttl").read_text("utf-8"))
    return "\n".join(parts)


def shapes(turtle: str) -> Iterator[str]:
    """Yield each node shape: what it looks at, and what it demands, in the words of its messages."""
    known = Knowledge(parse(turtle.encode(), RdfFormat.TURTLE), Files())
    for shape in known.subjects(RDF + "type", _SH + "NodeShape"):
        looks = [
            f"{word} {', '.join(code(shorten(iri)) for iri in known.iris(shape, _SH + name))}"
            for name, word in _TARGETS.items()
            if known.iris(shape, _SH + name)
        ]
        said = sorted(set(_messages(known, NamedNode(shape), set())))
        yield element("h3", code(shorten(shape).strip("<>").rpartition("/")[2]))
        yield definitions([("Looks at", "; ".join(looks)), ("Demands", listing(map(text, said)))])


def _messages(known: Knowledge, node: Term, seen: set[Term]) -> Iterator[str]:
    """Yield the messages of a shape and of all that it is made of."""
    seen.add(node)
    yield from known.texts(node, _SH + "message")
    for predicate in known.predicates(node):
        for each in known.objects(node, predicate):
            if each not in seen and isinstance(each, BlankNode | NamedNode):
                yield from _messages(known, each, seen)


def _rules(source: str) -> Iterator[str]:
    """Yield the parts of a file of rules: comments as text, rules as they are written."""
    for block in source.strip().split("\n\n"):
        lines = block.splitlines()
        said = [line.removeprefix("%").strip() for line in lines if line.startswith("%")]
        written = [line for line in lines if not line.startswith("%")]
        if said:
            yield element("p", text(" ".join(said)))
        if written:
            yield element("pre", text("\n".join(written)), tabindex="0")


def _rates(links: Links, iri: str) -> str:
    known = links.knowledge
    named = [name for name in known.predicates(iri) if name.endswith("Error")]
    pairs = [
        (known.label(name), f"{text(known.text(iri, name))}: {text(known.text(name, SKOS + 'definition'))}")
        for name in named
    ]
    place = known.files.places.get(iri, Place(""))
    return element("p", links.to(iri)) + definitions(pairs) + element("p", text(known.files.sections.get(place, "")))
