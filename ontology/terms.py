"""The names of the graph: namespaces, prefixes, named graphs and the property a predicate's short word stands for."""

from functools import lru_cache

#: The namespace of classes and properties; every entity namespace lies one path segment below it.
DISP = "https://w3id.org/dispensatory/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"

#: The kinds of entity that have a namespace of their own: `drug:` is `DISP + "drug/"`, and so on.
ENTITY_PREFIXES = (
    "activity",
    "agent",
    "aspect",
    "condition",
    "drug",
    "event",
    "form",
    "jurisdiction",
    "law",
    "level",
    "measure",
    "mediator",
    "population",
    "process",
    "route",
    "schedule",
    "scheduling",
    "site",
    "target",
)

#: What was read and what is claimed: one namespace each, with hashes as local names.
RECORD_PREFIXES = ("dispute", "evidence", "source", "statement")

#: Every prefix that queries may use undeclared and that exports declare.
PREFIXES: dict[str, str] = {
    "disp": DISP,
    **{name: f"{DISP}{name}/" for name in ENTITY_PREFIXES + RECORD_PREFIXES},
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "skos": SKOS,
    "void": VOID,
    "xsd": XSD,
}

GRAPH_ONTOLOGY = DISP + "graph/ontology"
GRAPH_EVIDENCE = DISP + "graph/evidence"
GRAPH_ASSERTED = DISP + "graph/asserted"
GRAPH_INFERRED = DISP + "graph/inferred"
GRAPH_LINKS = DISP + "graph/links"
GRAPH_DATASET = DISP + "graph/dataset"
GRAPHS = (GRAPH_ONTOLOGY, GRAPH_EVIDENCE, GRAPH_ASSERTED, GRAPH_INFERRED, GRAPH_LINKS, GRAPH_DATASET)

#: The dataset as a whole; `ontology/dataset.ttl` describes it.
DATASET = DISP + "dataset"

#: Short words of predicates that OWL has a term of its own for; all others are `disp:` properties.
OWL_PREDICATES = {"sameAs": OWL + "sameAs"}


def is_class(iri: str) -> bool:
    """Tell a class (`disp:Opioid`) from an individual (`drug:…`): classes sit right below the namespace."""
    return iri.startswith(DISP) and "/" not in iri[len(DISP) :]


def predicate_iri(predicate: str, subject: str) -> str:
    """Return the property that a predicate's short word stands for; `isA` depends on what its subject is."""
    if predicate == "isA":
        return RDFS + "subClassOf" if is_class(subject) else RDF + "type"
    return OWL_PREDICATES.get(predicate, DISP + predicate)


def predicate_word(iri: str) -> str:
    """Return the short word of a property, the inverse of `predicate_iri`."""
    if iri in (RDF + "type", RDFS + "subClassOf"):
        return "isA"
    return next((word for word, owl in OWL_PREDICATES.items() if owl == iri), iri.rpartition("/")[2])


@lru_cache(maxsize=1 << 16)
def shorten(iri: str) -> str:
    """Return an IRI as a prefixed name where a prefix fits, else in angle brackets."""
    fits = [(base, name) for name, base in PREFIXES.items() if iri.startswith(base)]
    if not fits:
        return f"<{iri}>"
    base, name = max(fits, key=lambda fit: len(fit[0]))
    return f"{name}:{iri[len(base) :]}"


def denied(relation: str) -> str:
    """Return how the label of a property reads where it is denied: "acts on" as "does not act on"."""
    verb, _, rest = relation.partition(" ")
    if ":" in verb or not verb.endswith("s"):  # a prefixed name, or no verb: "metabolized to"
        return f"not {relation}"
    if verb == "is":
        return f"is not {rest}"
    return f"does not {'have' if verb == 'has' else verb[:-1]} {rest}".rstrip()
