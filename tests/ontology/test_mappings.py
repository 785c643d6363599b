"""The links to other vocabularies: well-formed, one owner each, and as the Bioregistry writes them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from ontology.errors import OntologyError
from ontology.mappings import COLUMNS, PREDICATES, Link, MappingSet, quads, read
from ontology.terms import DISP, GRAPH_LINKS, RDFS, SKOS

if TYPE_CHECKING:
    from bioregistry import Resource

ONTOLOGY = Path(__file__).parents[2] / "ontology"
#: Which part of the ontology names the subjects of a mapping file: a folder or a file of the same name.
FILES = ("anatomy", "classes", "conditions", "drugs", "mediators", "routes", "targets")

#: Where a vocabulary's identifiers look narrower than the pattern of the Bioregistry says.
NARROWER = {
    "mesh": r"[CD]\d{6,9}",  # no qualifiers
    "unii": r"[A-Z0-9]{10}",  # ten places, of which the Bioregistry says nothing
}
#: The namespaces of this ontology, which no registry of others knows.
OWN = ("condition", "disp", "drug", "form", "mediator", "process", "route", "site", "target")
JUSTIFICATIONS = {
    "semapv:LexicalMatching",  # the names are the same
    "semapv:MappingChaining",  # another vocabulary that the entity is linked to says so
    "semapv:CompositeMatching",  # both
    "semapv:ManualMappingCuration",  # looked up one by one
    "semapv:LogicalReasoning",  # it follows from other links: the group of a code, the ingredients of a combination
}

HEAD = "#curie_map:\n#  drug: https://w3id.org/dispensatory/drug/\n#  mesh: http://id.nlm.nih.gov/mesh/\n"
HEAD += "#  semapv: https://w3id.org/semapv/vocab/\n#  skos: http://www.w3.org/2004/02/skos/core#\n"
ROW = (
    "drug:baclofen",
    "baclofen",
    "skos:exactMatch",
    "mesh:D001418",
    "Baclofen",
    "semapv:LexicalMatching",
    "Dispensatory",
    "0.97",
)


def sssom(*rows: tuple[str, ...]) -> str:
    """Return a mapping file with these rows."""
    return HEAD + "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))


@cache
def links_of(name: str) -> MappingSet:
    """Read a mapping file, once a run."""
    return read(name, place(name).read_text("utf-8"))


def links(name: str) -> tuple[Link, ...]:
    """Return the links of a file."""
    return links_of(name).links


def place(name: str) -> Path:
    """Return where a mapping file lies."""
    return ONTOLOGY / "mappings" / f"{name}.sssom.tsv"


@cache
def names(name: str) -> dict[str, dict[str, list[str]]]:
    """Return label and synonyms of what a folder or file of Turtle holds, by compact name."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"label": [], "other": []})
    paths = sorted((ONTOLOGY / name).glob("*.ttl")) or [ONTOLOGY / f"{name}.ttl"]
    for quad in (quad for path in paths for quad in parse(path=path)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            local = quad.subject.value.removeprefix(DISP)
            curie = local.replace("/", ":") if "/" in local else f"disp:{local}"
            if quad.predicate.value in (RDFS + "label", SKOS + "altLabel"):
                found[curie]["label" if quad.predicate.value == RDFS + "label" else "other"].append(quad.object.value)
    return dict(found)


def folded(form: str) -> str:
    """Fold what names in tables differ in: case, hyphens and dashes."""
    return re.sub(r"[\s\-–—]+", " ", form.lower())


def test_a_row_becomes_one_triple_of_the_graph_of_links() -> None:
    """Both identifiers are written out by the file's own prefixes."""
    drug, mesh = NamedNode(DISP + "drug/baclofen"), NamedNode("http://id.nlm.nih.gov/mesh/D001418")
    expected = [Quad(drug, NamedNode(SKOS + "exactMatch"), mesh, NamedNode(GRAPH_LINKS))]
    assert list(read("a", sssom(ROW)).quads()) == expected
    assert list(read("a", sssom()).quads()) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (sssom(ROW, ROW[:5]), "line 8: 5 cells where 8 are due; mend the row"),
        (sssom(("drug:a", "", *ROW[2:])), "line 7: no subject_label; fill it in"),
        (sssom((*ROW[:3], "umls:C1", *ROW[4:])), "line 7: 'umls:C1' is no known identifier: prefix 'umls' is not in"),
        (sssom((*ROW[:3], "D001418", *ROW[4:])), "line 7: 'D001418' is no known identifier: it has no prefix"),
        (sssom((*ROW[:3], "mesh:", *ROW[4:])), "line 7: 'mesh:' is no known identifier"),
        (sssom((*ROW[:2], "skos:broader", *ROW[3:])), "line 7: 'skos:broader' is no kind of match; take one of"),
        (sssom((*ROW[:7], "1.5")), "line 7: '1.5' is no confidence; write a number"),
        (sssom((*ROW[:7], "high")), "line 7: 'high' is no confidence; write a number"),
        (HEAD + "subject_id\tobject_id\n", "line 6: the columns are not subject_id, "),
        ("", "line 1: the columns are not subject_id, "),
    ],
)
def test_a_slip_is_named_by_file_and_line(text: str, message: str) -> None:
    """A row that cannot be read is reported with its place and what to do."""
    with pytest.raises(OntologyError) as slip:
        read("a.sssom.tsv", text)
    assert str(slip.value).startswith(f"ontology/mappings/a.sssom.tsv, {message}")


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_in_its_one_form(name: str) -> None:
    """Head, columns and rows are written one way: sorted, no row twice, no quotes, a newline at the end."""
    data = place(name).read_text("utf-8")
    lines = data.splitlines(keepends=True)
    head = [line for line in lines if line.startswith("#")]
    rows = lines[len(head) + 1 :]
    keys = [line.split("\t") for line in rows]
    order = [(row[0], row[3], row[2]) for row in keys]
    assert head[0] == f"#mapping_set_id: {DISP}mappings/{name}\n"
    assert "#license: https://creativecommons.org/licenses/by/4.0/\n" in head
    assert tuple(lines[len(head)].rstrip("\n").split("\t")) == COLUMNS
    assert order == sorted(order)
    assert [pair for pair, count in Counter((row[0], row[3]) for row in keys).items() if count > 1] == []
    assert '"' not in data
    assert data.endswith("\n")
    prefixes = [line.split()[1] for line in head[head.index("#curie_map:\n") + 1 :]]
    assert prefixes == sorted(prefixes, key=str.lower)


@pytest.mark.parametrize("name", FILES)
def test_every_link_is_of_an_entity_that_its_file_holds(name: str) -> None:
    """The subject is an entity of the Turtle file of the same name, by the label that it has there."""
    known = {curie: forms["label"] for curie, forms in names(name).items()}
    assert [link for link in links(name) if known.get(link.subject) != [link.subject_label]] == []


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], "Resource"]:
    """Return what looks a prefix up in the records that the Bioregistry's package brings along."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSTOW_HOME", str(tmp_path_factory.mktemp("registry")))  # it makes a folder where it is imported
        import bioregistry  # noqa: PLC0415
    return lambda prefix: bioregistry.get_resource(prefix, strict=True)


@pytest.mark.parametrize("name", FILES)
def test_prefixes_are_those_of_the_bioregistry(name: str, record: Callable[[str], "Resource"]) -> None:
    """A prefix is written as the Bioregistry prefers it, and expands to one of the addresses that it lists."""
    for prefix, base in links_of(name).prefixes.items():
        if prefix in OWN:
            assert base == DISP + ("" if prefix == "disp" else f"{prefix}/")
            continue
        known = record(prefix)
        assert prefix == known.get_preferred_prefix(passthrough=True)
        assert f"{base}$1" in known.get_uri_formats(), prefix


@pytest.mark.parametrize("name", FILES)
def test_identifiers_are_as_the_bioregistry_has_them(name: str, record: Callable[[str], "Resource"]) -> None:
    """Local identifiers, kinds of match and justifications are legal."""
    for prefix in {link.object.partition(":")[0] for link in links(name)}:
        pattern = record(prefix).get_pattern()
        assert pattern is not None, prefix
        for local in (link.object.partition(":")[2] for link in links(name) if link.object.startswith(f"{prefix}:")):
            assert re.fullmatch(pattern, local), f"{prefix}:{local}"
            assert re.fullmatch(NARROWER.get(prefix, ".*"), local), f"{prefix}:{local}"
    assert {link.predicate for link in links(name)} <= PREDICATES
    assert {link.justification for link in links(name)} <= JUSTIFICATIONS


@pytest.mark.parametrize("name", FILES)
def test_an_identifier_of_others_belongs_to_one_entity(name: str) -> None:
    """No two entities of a kind claim an exact match with one identifier, and none claims two of one vocabulary.

    Entities of two kinds may: dopamine is a mediator and a drug.
    """
    exact = [link for link in links(name) if link.predicate == "skos:exactMatch"]
    assert [key for key, count in Counter(link.object for link in exact).items() if count > 1] == []
    vocabularies = Counter((link.subject, link.object.partition(":")[0]) for link in exact)
    assert [key for key, count in vocabularies.items() if count > 1] == []


def test_a_condition_is_exactly_a_sign_or_exactly_a_disease() -> None:
    """The Human Phenotype Ontology has signs, MONDO and the Disease Ontology have diseases; one of the two is close."""
    exact: defaultdict[str, set[str]] = defaultdict(set)
    for link in links("conditions"):
        if link.predicate == "skos:exactMatch":
            exact[link.subject].add(link.object.partition(":")[0])
    assert [subject for subject, found in exact.items() if "HP" in found and found & {"DOID", "MONDO"}] == []


def test_the_mapping_files_are_the_only_owners_of_links() -> None:
    """No Turtle file of entities or classes says a match, every mapping file is checked here, all are in the graph."""
    # What a term of ours is close to is part of its definition; the shapes only ask for links.
    terms = {"borrowed.ttl", "properties.ttl", "schema.ttl", "shapes.ttl"}
    for path in ONTOLOGY.rglob("*.ttl"):
        assert path.name in terms or re.findall(r"skos:\w+Match", path.read_text("utf-8")) == [], path.name
    assert sorted(path.name for path in (ONTOLOGY / "mappings").iterdir() if path.name.endswith(".sssom.tsv")) == [
        f"{name}.sssom.tsv" for name in FILES
    ]
    found = quads()
    assert len(found) == len(set(found)) == sum(len(links(name)) for name in FILES)


def test_most_drugs_have_three_links_or_more() -> None:
    """Of a hundred substances 95 are exactly in three vocabularies; combinations have the links of their parts."""
    triples = [quad.triple for path in sorted((ONTOLOGY / "drugs").glob("*.ttl")) for quad in parse(path=path)]
    drugs = {curie_of(t.subject) for t in triples if t.object == NamedNode(DISP + "Drug")}
    combined = {curie_of(t.subject) for t in triples if t.predicate.value == DISP + "hasIngredient"}
    exact = Counter(link.subject for link in links("drugs") if link.predicate == "skos:exactMatch")
    any_kind = Counter(link.subject for link in links("drugs"))
    assert len(drugs) > 2600
    single = drugs - combined
    assert len([curie for curie in single if exact[curie] >= 3]) / len(single) >= 0.95
    assert len([curie for curie in drugs if any_kind[curie] >= 3]) / len(drugs) >= 0.95


def curie_of(node: object) -> str:
    """Return a drug's IRI as the mapping files write it."""
    return str(node).strip("<>").removeprefix(DISP).replace("/", ":", 1)
