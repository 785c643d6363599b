"""The first page: what the ontology is, by whom, under which licence, what it holds, its prefixes and its files."""

from collections import Counter
from collections.abc import Mapping

from dispensatory.documentation.addresses import Links
from dispensatory.documentation.classes import axes
from dispensatory.documentation.elements import code, definitions, element, link, listing, table, text
from dispensatory.documentation.entities import TITLES
from dispensatory.documentation.knowledge import Knowledge
from ontology.terms import (
    DATASET,
    DCTERMS,
    DISP,
    ENTITY_PREFIXES,
    GRAPHS,
    OWL,
    PREFIXES,
    RDF,
    RECORD_PREFIXES,
    VOID,
    shorten,
)

ONTOLOGY = DISP + "ontology"
TITLE = DCTERMS + "title"
_NAME = "http://xmlns.com/foaf/0.1/name"
_VANN = "http://purl.org/vocab/vann/"
_NONE = "none: this is the first"


def content(
    links: Links,
    described: Knowledge,
    linked: Mapping[str, int],
    guides: Mapping[str, str],
    downloads: Mapping[str, str],
) -> str:
    """Return the content of the page.

    `described` is the description of the dataset, `linked` counts links by the title of the vocabulary, `guides` and
    `downloads` tell titles by the names of files.
    """
    parts = [
        element("p", text(links.knowledge.text(ONTOLOGY, DCTERMS + "description"))),
        definitions(_metadata(links, guides)),
        element("h2", "What it holds", id="holds"),
        _holdings(links),
        element("h2", "Links to other vocabularies", id="linked"),
        table(
            ("Vocabulary", "Links"), (("", (text(name), str(count))) for name, count in sorted(linked.items())), "Links"
        ),
        element("h2", "Prefixes", id="prefixes"),
        _prefixes(),
        element("h2", "The dataset", id="dataset"),
        _dataset(described),
        element("h2", "Download", id="download"),
        listing(link(name, text(said)) for name, said in downloads.items()),
    ]
    if guides:
        named = (link(name, text(said)) for name, said in guides.items())
        parts += [element("h2", "Guides and changes", id="guides"), listing(named)]
    parts += [element("h2", "Files", id="files"), _files(links)]
    return "\n".join(parts)


def _metadata(links: Links, guides: Mapping[str, str]) -> list[tuple[str, str]]:
    known = links.knowledge

    def agents(name: str) -> str:
        iris = known.iris(ONTOLOGY, DCTERMS + name)
        return ", ".join(text(known.text(iri, _NAME) or iri) for iri in iris)

    def addresses(predicate: str) -> str:
        return ", ".join(link(iri, code(iri)) for iri in known.iris(ONTOLOGY, predicate))

    licences = known.iris(ONTOLOGY, DCTERMS + "license")
    return [
        ("IRI", link(ONTOLOGY, code(ONTOLOGY))),
        ("Version", text(known.text(ONTOLOGY, OWL + "versionInfo"))),
        ("Version IRI", addresses(OWL + "versionIRI")),
        ("Previous version", addresses(OWL + "priorVersion") or _NONE),
        ("Created", text(known.text(ONTOLOGY, DCTERMS + "created"))),
        ("Modified", text(known.text(ONTOLOGY, DCTERMS + "modified"))),
        ("Creators", agents("creator")),
        ("Publisher", agents("publisher")),
        ("Licence", ", ".join(link(iri, text(_licence(iri))) for iri in licences)),
        ("Namespace", code(known.text(ONTOLOGY, f"{_VANN}preferredNamespaceUri"))),
        ("Profile", _guide(guides, "profile", "OWL 2 DL")),
        ("Identifiers", _guide(guides, "iris", "")),
        ("Changes", link("changes.html", "what changed in each version") if "changes.html" in guides else ""),
    ]


def _guide(guides: Mapping[str, str], stem: str, otherwise: str) -> str:
    name = f"guide-{stem}.html"
    return link(name, text(guides[name])) if name in guides else otherwise


def _licence(iri: str) -> str:
    return "Creative Commons Attribution 4.0 International (CC BY 4.0)" if "/by/4.0" in iri else iri


def _holdings(links: Links) -> str:
    known = links.knowledge
    drugs = len(known.drug_classes)
    rows = [
        ("Classes", "classes.html", len(known.of_kind("Class"))),
        ("Classes of drugs", "classes.html#tree-drugs", drugs),
        *((f"… by {name.lower()}", "classes.html#tree-drugs", len(of)) for name, (_, of) in axes(known).items()),
        ("Object properties", "properties.html#ObjectProperty", len(known.of_kind("ObjectProperty"))),
        ("Data properties", "properties.html#DatatypeProperty", len(known.of_kind("DatatypeProperty"))),
        ("Annotation properties", "properties.html#AnnotationProperty", len(known.of_kind("AnnotationProperty"))),
        *((TITLES[name], f"{name}.html", len(known.within(f"{DISP}{name}/"))) for name in ENTITY_PREFIXES),
        ("Salts and esters among the substances", "drug.html", len(known.subjects(RDF + "type", DISP + "Salt"))),
    ]
    listed = (("", (link(place, text(name)), str(count))) for name, place, count in rows if count)
    return table(("What", "How many"), listed, "Terms and entities")


def _dataset(described: Knowledge) -> str:
    """Return what the dataset is that a build makes by this ontology, and its named graphs."""
    rows = (
        ("", (code(shorten(iri)), text(described.text(iri, TITLE)), text(described.text(iri, DCTERMS + "description"))))
        for iri in described.iris(DATASET, VOID + "subset")
        if iri in GRAPHS
    )
    said = element("p", text(described.text(DATASET, DCTERMS + "description")))
    asked = element("p", f"{code('dispensatory run dataset-description')} shows the counts of a store.")
    return said + asked + table(("Named graph", "What it is", "What it holds"), rows, "Named graphs")


def _prefixes() -> str:
    def said(name: str) -> str:
        if name in TITLES:
            return link(f"{name}.html", text(TITLES[name]))
        if name == "disp":
            return f"{link('classes.html', 'Classes')} and {link('properties.html', 'properties')}"
        return "Records, named by a hash" if name in RECORD_PREFIXES else ""

    rows = (("", (code(f"{name}:"), code(base), said(name))) for name, base in PREFIXES.items())
    return table(("Prefix", "Namespace", "What lives there"), rows, "Prefixes")


def _files(links: Links) -> str:
    told = links.knowledge.files
    owned = Counter(place.file for place in told.places.values())
    rows = (
        ("", (code(f"ontology/{name}"), str(owned[name]), text(said))) for name, said in sorted(told.openings.items())
    )
    return table(("File", "Owns", "What it holds"), rows, "Files")
