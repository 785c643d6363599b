"""The links to other vocabularies: well-formed, one owner each, and true to the tables that hold the identifiers."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from ontology.errors import OntologyError
from ontology.mappings import COLUMNS, PREDICATES, Link, quads, read
from ontology.terms import DISP, GRAPH_LINKS, RDFS, SKOS

ONTOLOGY = Path(__file__).parents[2] / "ontology"
DATA = Path(__file__).parents[2].parent / "shared" / "data"
FILES = ("conditions", "drugs")

#: What the Bioregistry says that a local identifier looks like; UNII has ten places, of which it says nothing.
PATTERNS = {
    "CHEBI": r"\d+",
    "DOID": r"\d+",
    "HP": r"\d{7}",
    "MONDO": r"\d{7}",
    "atc": r"[A-Z]\d\d[A-Z]{2}\d\d",
    "chembl.compound": r"CHEMBL\d+",
    "drugbank": r"DB\d{5}",
    "drugcentral": r"\d+",
    "iuphar.ligand": r"\d+",
    "mesh": r"[CD]\d{6,9}",
    "rxnorm": r"\d{1,7}",
    "unii": r"[A-Z0-9]{10}",
    "wikidata": r"Q\d+",
}
JUSTIFICATIONS = {
    "semapv:LexicalMatching",  # the names are the same
    "semapv:MappingChaining",  # another vocabulary that the entity is linked to says so
    "semapv:CompositeMatching",  # both
    "semapv:ManualMappingCuration",  # looked up one by one
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
def links(name: str) -> tuple[Link, ...]:
    """Read the links of a file, once a run."""
    return read(name, place(name).read_text("utf-8")).links


def place(name: str) -> Path:
    """Return where a mapping file lies."""
    return ONTOLOGY / "mappings" / f"{name}.sssom.tsv"


@cache
def names(name: str) -> dict[str, dict[str, list[str]]]:
    """Return label and synonyms of the entities that a folder of Turtle files holds, by compact name."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"label": [], "other": []})
    for quad in (quad for path in sorted((ONTOLOGY / name).glob("*.ttl")) for quad in parse(path=path)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            curie = quad.subject.value.removeprefix(DISP).replace("/", ":")
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


@pytest.mark.parametrize("name", FILES)
def test_identifiers_are_as_the_bioregistry_has_them(name: str) -> None:
    """Prefixes, local identifiers, kinds of match and justifications are legal."""
    assert [
        link.object
        for link in links(name)
        if not re.fullmatch(PATTERNS.get(link.object.partition(":")[0], "(?!)"), link.object.partition(":")[2])
    ] == []
    assert {link.predicate for link in links(name)} <= PREDICATES
    assert {link.justification for link in links(name)} <= JUSTIFICATIONS


def test_an_identifier_of_others_belongs_to_one_entity() -> None:
    """No two entities claim an exact match with one identifier, and none claims two of one vocabulary."""
    exact = [link for name in FILES for link in links(name) if link.predicate == "skos:exactMatch"]
    assert [key for key, count in Counter(link.object for link in exact).items() if count > 1] == []
    vocabularies = Counter((link.subject, link.object.partition(":")[0]) for link in exact)
    assert [key for key, count in vocabularies.items() if count > 1] == []


def test_no_turtle_file_of_entities_repeats_the_links() -> None:
    """Links of drugs and conditions have one owner, the mapping file; all of them are in the graph."""
    for name in FILES:
        for path in (ONTOLOGY / name).glob("*.ttl"):
            assert re.findall(r"skos:\w+Match", path.read_text("utf-8")) == []
    found = quads()
    assert len(found) == len(set(found)) == sum(len(links(name)) for name in FILES)


def test_nine_of_ten_single_substances_have_three_links_or_more() -> None:
    """Nine of ten drugs that are no combination are in three vocabularies; plants and new drugs often in none."""
    known = {folded(form) for forms in names("drugs").values() for form in (*forms["label"], *forms["other"])}

    def combined(forms: dict[str, list[str]]) -> bool:
        parts = [folded(part) for part in forms["label"][0].lower().split("-")]
        joint = any(" and " in form or "/" in form for form in forms["other"])
        return len(parts) > 1 and (joint or set(parts) <= known)

    single = [curie for curie, forms in names("drugs").items() if not combined(forms)]
    count = Counter(link.subject for link in links("drugs") if link.predicate == "skos:exactMatch")
    assert len([curie for curie in single if count[curie] >= 3]) / len(single) > 0.9


def table(path: str, delimiter: str = "\t") -> list[dict[str, str]]:
    """Read a reference table, or skip the test where the tables are not there."""
    place = DATA / path
    if not place.exists():
        pytest.skip(f"{path} is not at hand")
    with gzip.open(place, "rt", encoding="utf-8-sig") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=delimiter))


def matches(name: str, prefix: str) -> dict[str, str]:
    """Return the exact matches in a vocabulary, each with the entity that claims it."""
    exact = [link for link in links(name) if link.predicate == "skos:exactMatch"]
    pairs = [(link.object.partition(":"), link.subject) for link in exact]
    return {parts[2]: subject for parts, subject in pairs if parts[0] == prefix}


def fits(name: str, subject: str, label: str) -> bool:
    """Tell whether a label of others is a name of the entity."""
    forms = names(name)[subject]
    return folded(label) in {folded(form) for form in (*forms["label"], *forms["other"])}


def test_drugbank_identifiers_name_the_drug() -> None:
    """The name that DrugBank's open vocabulary of 2020 gives to an identifier is a name of the drug that claims it."""
    common = {
        row["DrugBank ID"]: row["Common name"]
        for row in table("drugbank_open_vocabulary/drugbank_vocabulary_2020.csv.gz", ",")
    }
    claimed = matches("drugs", "drugbank")
    assert len(claimed) > 700
    assert {key: drug for key, drug in claimed.items() if not fits("drugs", drug, common.get(key, drug[5:]))} == {}


def test_rxnorm_and_unii_identifiers_are_of_one_substance() -> None:
    """Where a drug has exact matches in both and the map between the two knows one, it holds the pair."""
    pairs = {(row["rxnorm_id"], row["fdasrs_id"]) for row in table("rxnorm/rxcui-unii-map.tsv.gz")}
    held = {key for pair in pairs for key in pair}
    unii = {drug: key for key, drug in matches("drugs", "unii").items()}
    rxnorm = matches("drugs", "rxnorm")
    assert len(rxnorm) > 500
    both = {(key, unii[drug]) for key, drug in rxnorm.items() if drug in unii and {key, unii[drug]} & held}
    assert both - pairs == set()


def test_wikidata_items_name_the_drug() -> None:
    """The label of the Wikidata item, where the table has it, is a name of the drug."""
    rows = table("wikidata_2021/WikiDataMedicineData.csv.gz", ",")
    label = {row["medicine_uri"].rpartition("/")[2]: row["medicine_uriLabel"] for row in rows}
    claimed = matches("drugs", "wikidata")
    wrong = {key for key, drug in claimed.items() if key in label and not fits("drugs", drug, label[key])}
    assert wrong == set()


def test_mesh_headings_are_those_of_the_thesaurus() -> None:
    """The object's label is the heading that MeSH gives to the identifier, where the table of 2015 has it."""
    heading = {row["mesh_id"]: row["mesh_name"] for row in table("mesh_2015/terms.tsv.gz")}
    linked = [link for name in FILES for link in links(name) if link.object.startswith("mesh:")]
    held = [link for link in linked if link.object[5:] in heading]
    assert len(held) > 1000
    assert [link for link in held if folded(heading[link.object[5:]]) != folded(link.object_label)] == []


def test_hpo_labels_are_those_of_the_ontology() -> None:
    """The object's label is the one that the Human Phenotype Ontology gives to the identifier."""
    label = {row["id"]: row["label"] for row in table("hpo/hp_labels_en_2023-07-21.tsv.gz")}
    linked = [link for link in links("conditions") if link.object.startswith("HP:")]
    assert [link for link in linked if label.get(link.object) != link.object_label] == []


@pytest.mark.parametrize("other", ["doid", "mesh"])
def test_mondo_agrees_with_the_other_links_of_a_condition(other: str) -> None:
    """Where MONDO names its own exact match, a condition that is linked to both has that one."""
    theirs: defaultdict[str, set[str]] = defaultdict(set)
    for row in table(f"mondo/mondo_exactmatch_{other}.sssom.tsv.gz"):
        theirs[row["subject_id"]].add(row["object_id"].partition(":")[2])
    prefix = "DOID" if other == "doid" else "mesh"
    ours = {subject: key for key, subject in matches("conditions", prefix).items()}
    mondo = {f"MONDO:{key}": subject for key, subject in matches("conditions", "MONDO").items()}
    both = {key: ours[subject] for key, subject in mondo.items() if subject in ours and theirs[key]}
    assert len(both) > 100
    assert {key: mine for key, mine in both.items() if mine not in theirs[key]} == {}
