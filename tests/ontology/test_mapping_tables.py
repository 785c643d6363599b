"""The links agree with the tables of others that hold the identifiers, and where they do not, a file tells why."""

import csv
import gzip
import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, parse

from ontology.mappings import Link, read
from ontology.terms import DISP

ONTOLOGY = Path(__file__).parents[2] / "ontology"
DATA = Path(__file__).parents[2].parent / "shared" / "data"
EXPLAINED = ONTOLOGY / "mappings" / "disagreements.tsv"
COLUMNS = ("subject_id", "object_id", "table", "table_says", "explanation")
GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "μ": "mu", "ρ": "rho"})
tables = pytest.mark.skipif(not DATA.exists(), reason="the tables of others are not at hand")
NAMING = ("label", "altLabel", "ambiguousLabel", "abbreviation", "hasBrandName")


@dataclass(frozen=True, slots=True)
class Names:
    """A table that names identifiers: their column, those of the names, the prefix to set before an identifier."""

    table: str
    key: str
    names: tuple[str, ...]
    prefix: str = ""
    delimiter: str = "\t"
    fieldnames: tuple[str, ...] = ()

    def read(self) -> Iterator[tuple[str, str]]:
        """Return every identifier with every name that the table gives to it."""
        for key, *names in columns(self.table, self.delimiter, self.fieldnames, (self.key, *self.names)):
            for name in "|".join(names).split("|"):
                yield self.prefix + key.strip(), name.strip().removesuffix("@en")


@dataclass(frozen=True, slots=True)
class Pairs:
    """A table that says which identifier of one vocabulary is which of another."""

    table: str
    left: tuple[str, str]
    right: tuple[str, str]
    delimiter: str = "\t"
    where: tuple[str, str] = ("", "")
    fieldnames: tuple[str, ...] = ()

    def read(self) -> Iterator[tuple[str, str]]:
        """Return the pairs of identifiers, each written as the links write it."""
        wanted = (self.left[0], self.right[0], self.where[0] or self.left[0])
        for left, right, where in columns(self.table, self.delimiter, self.fieldnames, wanted):
            if where == self.where[1] or not self.where[0]:
                for other in right.split("|"):
                    yield compact(left, self.left[1]), compact(other, self.right[1])


@dataclass(frozen=True, slots=True)
class Tagged:
    """A file that is no table, with what an identifier and its name look like in it."""

    table: str
    pattern: str
    prefix: str = ""

    def read(self) -> Iterator[tuple[str, str]]:
        """Return every identifier with its name."""
        yield from (
            (self.prefix + found["key"], found["name"]) for found in re.finditer(self.pattern, text(self.table))
        )


EPC = r"<name>(?P<name>[^<]+) \[EPC\]</name>\s*<code>(?P<key>N\d+)</code>"
SPL = r'<(?:form|route)Code code="(?P<key>C\d+)"[^>]*displayName="(?P<name>[^"]+)"'
RECORD = r"<(?:Descriptor|Record)UI>(?P<key>[CD]\d+)</\w+UI>\s*<\w+Name>\s*<String>(?P<name>[^<]+)</String>"
INDRA = ("from", "local", "name", "to", "other", "other_name")
BIOMAPPINGS = "biomappings/positive.sssom.tsv.gz"
VOCABULARY = "drugbank_open_vocabulary/drugbank_vocabulary_"
GUIDE = tuple(f"gtopdb/targets_and_families_{release}.csv.gz" for release in ("2023.1", "2025.3"))
TARGET = ("Target name", "Target abbreviated name", "synonyms", "HGNC name", "HGNC symbol")
RECEPTOR, FAMILY, LIGAND = "iuphar.receptor:", "iuphar.family:", "iuphar.ligand:"
NAMED: tuple[Names | Tagged, ...] = (
    Names("mesh_2015/terms.tsv.gz", "mesh_id", ("mesh_name",), "mesh:"),
    Names("xref/mesh_mappings_indra.tsv.gz", "local", ("name",), "mesh:", fieldnames=INDRA),
    *(Tagged(f"native_format_subsets/mesh_{part}_subset.xml", RECORD, "mesh:") for part in ("desc", "supp", "pa")),
    Names("hpo/hp_labels_en_2023-07-21.tsv.gz", "id", ("label",)),
    Names("hpo/layperson-synonyms.tsv.gz", "?term", ("?term_label",)),
    Names("doid/HumanDO.tsv.gz", "id", ("label",)),
    Names("doid/allXREFinDO.tsv.gz", "id", ("label",)),
    *(
        Names(f"mondo/mondo_exactmatch_{other}.sssom.tsv.gz", "subject_id", ("subject_label",))
        for other in ("doid", "medgen", "mesh", "ncit")
    ),
    Names("mondo/mondo_exactmatch_doid.sssom.tsv.gz", "object_id", ("object_label",)),
    Names("chebi/chebi_name_to_id_indra.tsv.gz", "id", ("name",), fieldnames=("name", "id")),
    Tagged("chebi/hpo_chebi_import_2020-12.obo.gz", r"\nid: (?P<key>CHEBI:\d+)\nname: (?P<name>.+)"),
    *(Names("drugcentral/rephetio_classes.tsv.gz", "class_id", ("class_name",), of) for of in ("", "ndfrt:", "mesh:")),
    *(
        Names(f"drugcentral/rephetio_{of}.tsv.gz", "drugbank_id", ("drugbank_name",), "drugbank:")
        for of in ("drug-to-class", "targets")
    ),
    Tagged("native_format_subsets/medrt_subset.xml", EPC, "ndfrt:"),
    Names("drugcentral/2023_structures.smiles.tsv.gz", "ID", ("INN",), "drugcentral:"),
    Names("drugcentral/2023_FDA_Approved.csv.gz", "id", ("name",), "drugcentral:", ",", ("id", "name")),
    Names(f"{VOCABULARY}2020.csv.gz", "DrugBank ID", ("Common name", "Synonyms"), "drugbank:", ","),
    Names(f"{VOCABULARY}2021_semicolon.csv.gz", "Column1", ("Column3", "Column6"), "drugbank:", ";"),
    Names("gtopdb/ligands_older.csv.gz", "Ligand id", ("Name", "INN", "Synonyms"), LIGAND, ","),
    *(Names(guide, "Target id", TARGET, RECEPTOR, ",") for guide in GUIDE),
    *(Names(guide, "Family id", ("Family name",), FAMILY, ",") for guide in GUIDE),
    *(Names(guide, "Human SwissProt", ("HGNC name", "HGNC symbol"), "uniprot:", ",") for guide in GUIDE),
    Names("rxnorm/rxnorm-as-ingredient.tsv.gz", "ingredient_rxcui", ("ingredient_name",), "rxnorm:"),
    Names("native_format_subsets/unii_subset.tsv", "UNII", ("Display Name",), "unii:"),
    Names("wikidata_2021/WikiDataMedicineData.csv.gz", "medicine_uri", ("medicine_uriLabel",), "", ","),
    Names(BIOMAPPINGS, "subject_id", ("subject_label",)),
    Names(BIOMAPPINGS, "object_id", ("object_label",)),
    *(
        Tagged(f"fda_spl_samples/{name}.xml.gz", SPL, "NCIT:")
        for name in ("64f8040f", "cough", "humira", "lipitor-orig", "lipitor-repack", "no-title", "tac_label_adcetris")
    ),
)
EXACT = ("predicate_id", "skos:exactMatch")
PAIRED = (
    *(
        Pairs(f"mondo/mondo_exactmatch_{other}.sssom.tsv.gz", ("subject_id", ""), ("object_id", ""))
        for other in ("doid", "mesh")
    ),
    Pairs("doid/allXREFinDO.tsv.gz", ("id", ""), ("xref", "")),
    *(
        Pairs("xref/mesh_mappings_indra.tsv.gz", ("local", "mesh:"), ("other", f"{to}:"), "\t", ("to", to), INDRA)
        for to in ("CHEBI", "CL", "DOID", "GO", "HP", "NCIT", "UBERON")
    ),
    *(
        Pairs("xref/drugbank_mappings_indra.tsv.gz", ("DRUGBANK_ID", "drugbank:"), ("ID", to), "\t", ("NAMESPACE", of))
        for of, to in (("CHEBI", "CHEBI:"), ("CHEMBL", "chembl.compound:"))
    ),
    Pairs(f"{VOCABULARY}2020.csv.gz", ("DrugBank ID", "drugbank:"), ("UNII", "unii:"), ","),
    Pairs(f"{VOCABULARY}2021_semicolon.csv.gz", ("Column1", "drugbank:"), ("Column5", "unii:"), ";"),
    Pairs("rxnorm/rxcui-unii-map.tsv.gz", ("rxnorm_id", "rxnorm:"), ("fdasrs_id", "unii:")),
    Pairs("rxnorm/rxcui-unii-map.tsv.gz", ("fdasrs_id", "unii:"), ("rxnorm_id", "rxnorm:")),
    Pairs("native_format_subsets/unii_subset.tsv", ("UNII", "unii:"), ("RXCUI", "rxnorm:")),
    *(Pairs(guide, ("Target id", RECEPTOR), ("Human SwissProt", "uniprot:"), ",") for guide in GUIDE),
    Pairs(BIOMAPPINGS, ("subject_id", ""), ("object_id", ""), "\t", EXACT),
    Pairs(BIOMAPPINGS, ("object_id", ""), ("subject_id", ""), "\t", EXACT),
)
#: The vocabularies whose identifiers the tables hold; ATC, UBERON and NCIt are looked up one by one.
VOCABULARIES = (
    *("CHEBI", "DOID", "HP", "MONDO", "chembl.compound", "drugbank", "drugcentral", "iuphar.family", "iuphar.ligand"),
    *("iuphar.receptor", "mesh", "ndfrt", "rxnorm", "unii", "uniprot", "wikidata"),
)
#: Those of which the tables have the first name of a substance only.
SPARSE = ("CHEBI", "cas", "chembl.compound", "mesh", "pubchem.compound", "unii")
#: Vocabularies that tables write in small letters, or as an address.
CASED = {name.lower(): name for name in ("CHEBI", "CL", "DOID", "GO", "HP", "MONDO", "NCIT", "UBERON", "mesh")}


def compact(identifier: str, prefix: str) -> str:
    """Write an identifier of a table as the links write it."""
    found = identifier.strip()
    if "//" in found:
        found = found.replace("http://www.wikidata.org/entity/", "wikidata:")
        found = re.sub(r"^<http://purl\.obolibrary\.org/obo/(\w+)_(\d+)>$", r"\1:\2", found)
    bare, colon, local = (prefix + found.removeprefix(prefix)).partition(":")
    return CASED.get(bare.lower(), bare) + colon + local


@cache
def folded(name: str) -> str:
    """Fold what names in tables differ in: case, markup, Greek letters, hyphens, commas and spaces."""
    plain = html.unescape(re.sub(r"<[^>]+>", "", name)).lower()
    return re.sub(r"[\s,\-–—]+", " ", plain.translate(GREEK)).strip()


@cache
def text(path: str) -> str:
    """Read a file of others."""
    data = (DATA / path).read_bytes()
    return (gzip.decompress(data) if path.endswith(".gz") else data).decode("utf-8-sig")


@cache
def table(path: str, delimiter: str) -> list[list[str]]:
    """Read a table of others, without its comments."""
    kept = (line for line in text(path).splitlines(keepends=True) if not line.startswith(("#", '"#')))
    return list(csv.reader(kept, delimiter=delimiter))


def columns(path: str, delimiter: str, header: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Return the cells of some columns, named by the first row where no header is given."""
    rows = iter(table(path, delimiter))
    names = header or tuple(next(rows))
    places = [names.index(name) for name in wanted]
    for row in rows:
        if len(row) > max(places):
            yield tuple(row[at] for at in places)


@cache
def links() -> tuple[Link, ...]:
    """Read every mapping file."""
    paths = sorted((ONTOLOGY / "mappings").glob("*.sssom.tsv"))
    return tuple(link for path in paths for link in read(path.name, path.read_text("utf-8")).links)


@cache
def known() -> dict[str, set[str]]:
    """Return the folded names of everything that the ontology names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in (quad for path in sorted(ONTOLOGY.rglob("*.ttl")) for quad in parse(path=path)):
        naming = re.split(r"[#/]", quad.predicate.value)[-1] in NAMING
        if naming and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            local = quad.subject.value.removeprefix(DISP)
            found[local.replace("/", ":") if "/" in local else f"disp:{local}"].add(folded(quad.object.value))
    return found


@cache
def said_by(source: Names | Tagged) -> dict[str, dict[str, None]]:
    """Return the names that a table gives to what we link to, in its order."""
    said: dict[str, dict[str, None]] = {link.object: {} for link in links()}
    for identifier, name in source.read():
        compacted = compact(identifier, "")
        if name and compacted in said:
            said[compacted][name] = None
    return said


def misnamed(source: Names | Tagged) -> Iterator[tuple[str, str, str, str]]:
    """Find the links whose object a table names otherwise than the link or the ontology does."""
    said = said_by(source)
    for link in links():
        theirs = said.get(link.object, {})
        ours = known()[link.subject] | {folded(link.object_label)}
        if theirs and not ours & {folded(name) for name in theirs}:
            yield link.subject, link.object, source.table, next(iter(theirs))


def mispaired(source: Pairs) -> Iterator[tuple[str, str, str, str]]:
    """Find the links to an identifier where a table has another one for what the subject exactly is."""
    theirs: dict[str, set[str]] = {link.object: set() for link in links()}
    for left, right in source.read():
        if left in theirs and right.partition(":")[2]:
            theirs[left].add(right)
    for link in links():
        if link.predicate == "skos:exactMatch" and theirs[link.object]:
            for other in of_subject()[link.subject]:
                vocabulary = other.object.partition(":")[0]
                same = sorted(one for one in theirs[link.object] if one.partition(":")[0] == vocabulary)
                if same and other.object not in same and other is not link:
                    yield link.subject, other.object, source.table, f"{link.object} = {' '.join(same)}"


@cache
def of_subject() -> dict[str, list[Link]]:
    """Return the exact matches of a subject, and its proteins, which are close matches only."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links():
        if link.predicate == "skos:exactMatch" or link.object.startswith("uniprot:"):
            found[link.subject].append(link)
    return found


@cache
def explained() -> dict[tuple[str, ...], str]:
    """Read the disagreements that are known, each with its explanation."""
    rows = list(csv.reader(EXPLAINED.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert tuple(rows[0]) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    return {tuple(row[:-1]): row[-1] for row in rows[1:]}


def words(name: str) -> frozenset[str]:
    """Return the words of a name, in whatever order and number they stand ("Receptors, Opioid, mu")."""
    return frozenset(re.sub(r"('s|s)$", "", word) for word in re.split(r"[ /]+", folded(name)))


def test_the_disagreements_are_in_their_one_form() -> None:
    """The file of disagreements is sorted, none stands twice, each is of a link and explained in a sentence."""
    lines = EXPLAINED.read_text("utf-8").splitlines()
    keys = [line.rpartition("\t")[0] for line in lines[1:]]
    assert keys == sorted(set(keys))
    assert {key[:2] for key in explained()} <= {(link.subject, link.object) for link in links()}
    assert [text for text in explained().values() if not re.fullmatch(r"[A-Z].{20,}\.", text)] == []


@tables
def test_every_disagreement_with_a_table_is_explained_and_none_is_past() -> None:
    """All links are held against all tables; where one says otherwise, the file says why, and of nothing else."""
    found = {row for named in NAMED for row in misnamed(named)} | {
        row for paired in PAIRED for row in mispaired(paired)
    }
    assert sorted(found - explained().keys()) == []
    assert sorted(explained().keys() - found) == []


@tables
def test_a_lexical_match_has_a_name_in_common() -> None:
    """What is linked for its name has one of the names that a table, or the link, gives to the identifier.

    The tables lack the entry terms of some vocabularies, by which a drug may have been found, and a combination is
    found by its parts.
    """
    ours = {subject: {words(name) for name in names} for subject, names in known().items()}
    for link in links():
        sparse = link.object.partition(":")[0] in SPARSE or "/" in link.object_label
        named = link.justification in ("semapv:LexicalMatching", "semapv:CompositeMatching")
        if named and not (sparse and link.subject.startswith("drug:")):
            theirs = {link.object_label, *(name for source in NAMED for name in said_by(source)[link.object])}
            assert ours[link.subject] & {words(name) for name in theirs if name}, link


@cache
def held() -> frozenset[str]:
    """Return every identifier that some table has."""
    named = (key for source in NAMED for key, names in said_by(source).items() if names)
    return frozenset(named).union(key for source in PAIRED for pair in source.read() for key in pair)


@tables
@pytest.mark.parametrize("prefix", VOCABULARIES)
def test_the_tables_hold_most_identifiers(prefix: str) -> None:
    """A vocabulary that the tables have is checked, but for what is newer than they are."""
    asked = {link.object for link in links() if link.object.startswith(f"{prefix}:")}
    assert len(asked) > 20
    assert len(asked & held()) / len(asked) > 0.7


@tables
def test_a_family_of_the_guide_holds_the_targets_of_the_class_that_it_is_matched_with() -> None:
    """A target that is exactly an entry of the Guide lies in a family that its class is, holds or lies in."""
    rows = columns(GUIDE[-1], ",", (), ("Target id", "Family id"))
    family = {f"iuphar.receptor:{target}": f"iuphar.family:{key}" for target, key in rows}
    matched: defaultdict[str, set[str]] = defaultdict(set)
    for link in links():
        if link.object.startswith("iuphar.family:"):
            matched[link.subject].add(link.object)
    entry = {link.subject: link.object for link in links() if link.object in family and link.predicate == EXACT[1]}
    for path in sorted((ONTOLOGY / "targets").glob("*.ttl")):
        for quad in (quad for quad in parse(path=path) if quad.predicate.value.endswith("#type")):
            target = str(getattr(quad.subject, "value", "")).removeprefix(DISP).replace("/", ":")
            families = matched["disp:" + str(getattr(quad.object, "value", "")).removeprefix(DISP)]
            assert not families or target not in entry or family[entry[target]] in families, target
