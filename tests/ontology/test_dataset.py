"""The description of the dataset: counts that are those of the quads, and names for all that is linked to."""

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from ontology import dataset, mappings
from ontology.files import quads
from ontology.terms import (
    DATASET,
    DCAT,
    DCTERMS,
    DISP,
    GRAPH_DATASET,
    GRAPH_LINKS,
    GRAPH_ONTOLOGY,
    GRAPHS,
    OWL,
    RDFS,
    VOID,
)

SMALL = f"""
@prefix disp: <{DISP}> .
@prefix drug: <{DISP}drug/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <{RDFS}> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{GRAPH_ONTOLOGY}> {{
    disp:Opioid a owl:Class ; rdfs:label "opioid" ; rdfs:subClassOf [ a owl:Class ] .
    drug:a a disp:Opioid ; skos:exactMatch <http://id.nlm.nih.gov/mesh/D1> .
}}
<{GRAPH_LINKS}> {{
    drug:a skos:exactMatch <http://id.nlm.nih.gov/mesh/D1>, <http://example.org/1> .
    drug:b a disp:Opioid ; skos:exactMatch <http://id.nlm.nih.gov/mesh/D2> .
}}
<http://example.org/graph> {{ drug:c a disp:Opioid . }}
"""


def iri(node: object) -> str:
    """Return the IRI of a node, or nothing where it has none."""
    return node.value if isinstance(node, NamedNode) else ""


def small() -> list[Quad]:
    """Read the small graph."""
    return list(parse(SMALL, RdfFormat.TRIG))


def told(found: list[Quad], iri: str) -> dict[str, int]:
    """Return the counts that a description gives of one thing."""
    return {
        quad.predicate.value.removeprefix(VOID): int(quad.object.value)
        for quad in found
        if quad.subject == NamedNode(iri) and isinstance(quad.object, Literal) and quad.object.value.isdigit()
    }


def test_a_graph_is_counted() -> None:
    """Of each graph and of the whole the triples, subjects, objects, classes and properties are told."""
    found = dataset.describe(small())
    of_whole = {
        "triples": 10,
        "entities": 3,
        "distinctSubjects": 4,
        "distinctObjects": 7,
        "classes": 2,
        "properties": 4,
    }
    of_links = {
        "triples": 4,
        "entities": 2,
        "distinctSubjects": 2,
        "distinctObjects": 4,
        "classes": 1,
        "properties": 2,
    }
    assert told(found, DATASET) == of_whole
    assert told(found, GRAPH_LINKS) == of_links
    assert told(found, DISP + "graph/evidence") == dict.fromkeys(of_links, 0)


def test_the_whole_parts_by_class_and_by_property() -> None:
    """Members are counted once, however many graphs tell of them; a triple counts in each graph that holds it."""
    found = dataset.describe(small())
    assert told(found, f"{DATASET}/class/disp-Opioid") == {"entities": 2}
    assert told(found, f"{DATASET}/property/skos-exactMatch") == {"triples": 4}
    parts = {iri(quad.object) for quad in found if quad.predicate.value == VOID + "class"}
    assert parts == {DISP + "Opioid", OWL + "Class"}


def test_a_link_that_two_graphs_hold_is_one_link() -> None:
    """A set of links counts entities linked; what leads to no vocabulary that the description names is in none."""
    found = dataset.describe(small())
    sets = {iri(quad.subject) for quad in found if quad.object == NamedNode(VOID + "Linkset")}
    assert sets == {f"{DATASET}/links/mesh-exactMatch"}
    assert told(found, f"{DATASET}/links/mesh-exactMatch") == {"triples": 2}


def test_the_order_of_the_quads_has_no_say() -> None:
    """The same graph gets the same description, in the same order."""
    found = small()
    assert dataset.describe(found) == dataset.describe([*reversed(found), *found])


def test_the_description_stands_apart() -> None:
    """It has a graph of its own, without labels that a lexicon would read, and the ontology says nothing of it."""
    found = dataset.curated()
    assert {quad.graph_name for quad in found} == {NamedNode(GRAPH_DATASET)}
    assert RDFS + "label" not in {quad.predicate.value for quad in found}
    assert all(isinstance(quad.subject, NamedNode) for quad in found)
    assert {quad.triple for quad in found} & {quad.triple for quad in quads() if DATASET in str(quad.subject)} == set()


def test_every_graph_is_described() -> None:
    """The dataset's subsets are the named graphs that a build makes, each with a title."""
    found = dataset.curated()
    subsets = {iri(quad.object) for quad in found if quad.predicate.value == VOID + "subset"}
    titled = {iri(quad.subject) for quad in found if quad.predicate.value == DCTERMS + "title"}
    assert subsets == set(GRAPHS) - {GRAPH_DATASET}
    assert subsets <= titled


def test_every_link_leads_to_a_vocabulary_with_a_name() -> None:
    """What the ontology and its mapping files link to is described in dataset.ttl by the beginning of its IRIs."""
    spaces = tuple(dataset.vocabularies(dataset.curated()))
    targets = {iri(quad.object) for quad in (*quads(), *mappings.quads()) if quad.predicate.value.endswith("Match")}
    unknown = sorted(target for target in targets if not target.startswith(spaces))
    assert not unknown, f"add the vocabulary of {unknown[0]} to ontology/dataset.ttl"


def test_the_versions_agree() -> None:
    """The ontology and the dataset bear one version and one licence, and the version's IRI ends with it."""
    store = Store()
    store.extend([*quads(), *dataset.curated()])
    ontology = NamedNode(DISP + "ontology")

    def value(subject: NamedNode, predicate: str) -> str:
        (quad,) = store.quads_for_pattern(subject, NamedNode(predicate), None)
        assert isinstance(quad.object, Literal | NamedNode)
        return quad.object.value

    version = value(ontology, OWL + "versionInfo")
    assert value(ontology, OWL + "versionIRI") == f"{DISP}ontology/{version}"
    assert value(NamedNode(DATASET), DCAT + "version") == version
    for name in ("creator", "license", "modified", "publisher"):
        assert value(NamedNode(DATASET), DCTERMS + name) == value(ontology, DCTERMS + name)
