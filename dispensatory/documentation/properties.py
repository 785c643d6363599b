"""The page of properties: what a source can claim, what ties entities together, and what records and words carry."""

from dispensatory.documentation.addresses import Links, anchor
from dispensatory.documentation.classes import marks, names, owner
from dispensatory.documentation.elements import code, definitions, element, link, listing, text
from dispensatory.documentation.expressions import chain, expression, property_expression
from dispensatory.documentation.knowledge import Knowledge, Term
from ontology.terms import DISP, OWL, RDF, RDFS

_KINDS = {
    "ObjectProperty": "Object properties",
    "DatatypeProperty": "Data properties",
    "AnnotationProperty": "Annotation properties",
}
#: So many example phrases of a long list are shown.
_PHRASES = 5


def content(links: Links) -> str:
    """Return the content of the page."""
    known = links.knowledge
    claimable = [iri for kind in _KINDS for iri in known.of_kind(kind) if known.texts(iri, DISP + "claimable")]
    said = "A source can claim these of a drug or of a class of drugs; every one can be affirmed or denied."
    parts = [
        element("h2", "What a source can claim", id="what-a-source-can-claim"),
        element("p", said),
        element("p", links.all(sorted(claimable, key=lambda iri: known.label(iri).casefold()))),
    ]
    for kind, title in _KINDS.items():
        parts.append(element("h2", title, id=kind))
        parts += [_entry(links, iri) for iri in known.of_kind(kind)]
    parts.append(element("h2", "Terms of other vocabularies in use", id="of-others"))
    parts.append(listing(link(iri, code(links.short(iri)), id=anchor(iri)) for iri in foreign(known)))
    return "\n".join(parts)


def foreign(knowledge: Knowledge) -> list[str]:
    """Return the annotation properties of others that the ontology uses."""
    found = knowledge.subjects(RDF + "type", OWL + "AnnotationProperty")
    return sorted(iri for iri in found if not iri.startswith(DISP))


def _entry(links: Links, iri: str) -> str:
    known = links.knowledge
    both = [*known.iris(iri, OWL + "inverseOf"), *known.subjects(OWL + "inverseOf", iri)]
    kinds = [each.removeprefix(OWL) for each in known.iris(iri, RDF + "type") if each.startswith(OWL)]
    characters = [_spaced(kind.removesuffix("Property")) for kind in kinds if kind not in _KINDS]
    chains = [f"{chain(links, node)} → {links.to(iri)}" for node in known.objects(iri, OWL + "propertyChainAxiom")]
    pairs = [
        ("IRI", link(iri, code(iri))),
        *names(links, iri),
        ("Domain", "; ".join(expression(links, node) for node in known.objects(iri, RDFS + "domain"))),
        ("Range", "; ".join(expression(links, node) for node in known.objects(iri, RDFS + "range"))),
        ("Characteristics", ", ".join(map(text, characters))),
        ("Inverse of", links.all(sorted(set(both)))),
        ("Subproperty of", ", ".join(property_expression(links, node) for node in _above(known, iri))),
        ("Subproperties", links.all(known.subjects(RDFS + "subPropertyOf", iri))),
        ("Chains", "; ".join(chains)),
        *marks(links, iri, _PHRASES),
        ("Other vocabularies", links.out(iri)),
        ("File", owner(known, iri)),
    ]
    return element("section", element("h3", text(known.label(iri))) + definitions(pairs), id=anchor(iri))


def _above(knowledge: Knowledge, iri: str) -> list[Term]:
    return knowledge.objects(iri, RDFS + "subPropertyOf")


def _spaced(name: str) -> str:
    """Return a name in camel case as words."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
