"""The drugs: salts, mirror forms and combinations kept apart and tied, and what the law and the shelves name known."""

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from ontology import files
from ontology.lexicon import Lexicon
from ontology.terms import DISP
from ontology.tokens import normal_form

DRUGS = Path(__file__).parents[2] / "ontology" / "drugs"
DATA = Path(__file__).parents[2].parent / "shared" / "data"
DRUG = DISP + "drug/"


@dataclass
class Drug:
    """What the files say of a drug or a salt, by the local names of the properties."""

    kind: str = ""
    said: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def label(self) -> str:
        """The preferred name."""
        return self.said["label"][0]

    @property
    def names(self) -> list[str]:
        """Label, synonyms and abbreviations."""
        return self.said["label"] + self.said["altLabel"] + self.said["abbreviation"]


@cache
def held() -> dict[str, Drug]:
    """Read all drugs and salts once a run, by local name."""
    found: dict[str, Drug] = defaultdict(Drug)
    for path in sorted(DRUGS.glob("*.ttl")):
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            drug = found[str(quad.subject)[1:-1].removeprefix(DRUG)]
            name = re.split(r"[/#]", quad.predicate.value)[-1]
            if name == "type":
                drug.kind = str(quad.object)[1:-1].removeprefix(DISP)
            else:
                value = quad.object.value if isinstance(quad.object, Literal) else str(quad.object)[1:-1]
                drug.said[name].append(value.removeprefix(DRUG))
    return dict(found)


def of_kind(kind: str) -> dict[str, Drug]:
    """Return the drugs, or the salts."""
    return {name: drug for name, drug in held().items() if drug.kind == kind}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the ontology."""
    return Lexicon.of(files.load())


def read_as(form: str) -> set[str]:
    """Return the local names of what a form is read as, classes and drugs alike."""
    return {each.entity.iri.removeprefix(DISP) for each in lexicon().lookup(normal_form(form))}


def table(path: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a reference table, or skip the test where it is not at hand."""
    place = DATA / path
    if not place.exists():
        pytest.skip(f"{path} is not at hand")
    with gzip.open(place, "rt", encoding="utf-8-sig") as lines:
        yield from csv.DictReader(lines, delimiter="," if place.suffixes[0] == ".csv" else "\t")


def plain(name: str) -> str:
    """Fold what names in tables differ in: case, hyphens, primes, Greek letters."""
    spelt = name.lower().replace("α", "alpha ").replace("β", "beta ").replace("δ", "delta ")
    return " ".join(re.findall(r"[a-z0-9]+", spelt))


def test_the_centre_is_broad() -> None:
    """There are more than 2,600 drugs, 550 salts, 160 combinations and 40 mirror forms."""
    drugs = of_kind("Drug")
    assert len(drugs) > 2600
    assert len(of_kind("Salt")) > 550
    assert len([name for name, drug in drugs.items() if drug.said["hasIngredient"]]) > 160
    assert len([name for name, drug in drugs.items() if drug.said["enantiomerOf"]]) > 40
    assert set(held()) == set(drugs) | set(of_kind("Salt"))


def test_a_salt_has_one_parent_drug_and_nothing_of_its_own_but_names() -> None:
    """A brand name is that of the drug, and a salt of a salt is none."""
    for name, salt in of_kind("Salt").items():
        assert len(salt.said["saltOf"]) == 1, name
        assert held()[salt.said["saltOf"][0]].kind == "Drug", name
        assert set(salt.said) - {"label", "altLabel", "saltOf", "abbreviation", "hasBrandName"} == set(), name
        assert salt.said["hasBrandName"] + salt.said["abbreviation"] == [], name


def test_a_salt_is_called_by_its_drug() -> None:
    """A word of the salt's name is one of the drug's names, but for iron's old name and a double salt's short one."""

    def stems(names: list[str]) -> set[str]:
        return {word[:6] for name in names for word in re.findall(r"[a-z]{4,}", name.lower())}

    strange = [
        name
        for name, salt in of_kind("Salt").items()
        if not stems([salt.label]) & stems(held()[salt.said["saltOf"][0]].names)
    ]
    assert sorted(strange) == ["divalproex-sodium", "ferrous-sulfate"]


def test_no_form_of_a_salt_is_one_of_its_drug_or_another() -> None:
    """Each name of a salt is borne by that salt alone."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, drug in held().items():
        for form in drug.names + drug.said["hasBrandName"] + drug.said["ambiguousLabel"]:
            owners[plain(form)].add(name)
    shared = {form: names for form, names in owners.items() if len(names) > 1 and names & set(of_kind("Salt"))}
    assert shared == {}


#: Names that end like a salt's and are none, or are the drug itself.
NO_SALTS = {
    "acetylmethadol": "the acetic ester is what the name means",
    "bromide": "the ion is the drug",
    "calcium-acetate": "its ions are no drugs here",
    "dimethyl-fumarate": "the ester is the drug, fumaric acid is none",
    "diroximel-fumarate": "the ester is the drug, fumaric acid is none",
    "etorphine-hydrochloride": "the law sets it apart from the base",
    "fluocinolone-acetonide": "an acetal",
    "glycopyrrolate": "the name is that of the bromide",
    "levomethadyl-acetate": "the acetic ester is the drug",
    "magnesium-sulfate": "a drug of its own, given into a vein",
    "methylene-blue": "the name is that of the chloride",
    "potassium-chloride": "its ions are no drugs here",
    "potassium-citrate": "its ions are no drugs here",
    "sodium-chloride": "its ions are no drugs here",
    "triamcinolone-acetonide": "an acetal",
}
SALT_WORD = re.compile(
    r"\b(hydrochloride|hydrobromide|sul(ph|f)ate|phosphate|sodium|potassium|calcium|citrate|tartrate|maleate|fumarate|succinate"
    r"|acetate|mesylate|besylate|pamoate|decanoate|propionate|bromide|chloride|nitrate|acetonide|HCL)$"
)


def test_no_drug_has_a_salt_for_a_synonym() -> None:
    """Only combinations and the drugs that are excused above are called by a name that ends like a salt's."""
    single = {name: drug for name, drug in of_kind("Drug").items() if not drug.said["hasIngredient"]}
    assert {name for name, drug in single.items() if any(map(SALT_WORD.search, drug.names))} == set(NO_SALTS)


@pytest.mark.parametrize(
    ("drug", "parent"),
    [
        ("sodium-oxybate", "ghb"),
        ("etorphine-hydrochloride", "etorphine"),
        ("dimenhydrinate", "diphenhydramine"),
        ("barbexaclone", "phenobarbital"),
        ("magnesium-sulfate", "magnesium"),
        ("mycophenolate-mofetil", "mycophenolic-acid"),
        ("tenofovir-disoproxil", "tenofovir"),
    ],
)
def test_a_salt_with_a_law_or_a_use_of_its_own_is_a_drug(drug: str, parent: str) -> None:
    """It is a drug, and tied to the parent all the same."""
    assert (held()[drug].kind, held()[drug].said["saltOf"]) == ("Drug", [parent])


def test_a_mirror_form_is_tied_to_the_drug_that_holds_both() -> None:
    """The racemate is a drug, is no mirror form itself, and no form is one of two racemates."""
    for name, drug in of_kind("Drug").items():
        for racemate in drug.said["enantiomerOf"]:
            assert held()[racemate].kind == "Drug", name
            assert held()[racemate].said["enantiomerOf"] == [], name
        assert len(drug.said["enantiomerOf"]) < 2, name


@pytest.mark.parametrize(
    ("one", "other", "racemate"),
    [
        ("esketamine", "arketamine", "ketamine"),
        ("dextroamphetamine", "levoamphetamine", "amphetamine"),
        ("dextromethadone", "levomethadone", "methadone"),
        ("dextromethamphetamine", "levomethamphetamine", "methamphetamine"),
        ("dextromethorphan", "levomethorphan", "racemethorphan"),
        ("dextromoramide", "levomoramide", "racemoramide"),
        ("dextrorphan", "levorphanol", "racemorphan"),
        ("r-baclofen", "s-baclofen", "baclofen"),
    ],
)
def test_both_mirror_forms_lead_to_one_racemate(one: str, other: str, racemate: str) -> None:
    """Levorphanol and dextrorphan are the two halves of racemorphan, and so on."""
    assert [held()[form].said["enantiomerOf"] for form in (one, other)] == [[racemate], [racemate]]


@pytest.mark.parametrize("drug", ["levomepromazine", "quinidine", "pseudoephedrine", "cisatracurium", "levodopa"])
def test_a_name_that_looks_so_or_another_isomer_makes_no_mirror_form(drug: str) -> None:
    """A diastereomer, one isomer of many, or a drug whose racemate nobody uses is tied to nothing."""
    assert held()[drug].said["enantiomerOf"] == []


def test_structures_bear_out_the_mirror_forms() -> None:
    """By DrugBank's InChIKeys a form and its racemate have the same atoms and bonds, and differ in space."""
    keys: dict[str, set[str]] = defaultdict(set)
    for row in table("drugbank_open_vocabulary/drugbank_vocabulary_2020.csv.gz"):
        if row["Standard InChI Key"]:
            keys[plain(row["Common name"])].add(row["Standard InChI Key"])

    def known(name: str) -> set[str]:
        return {key for form in held()[name].names for key in keys[plain(form)]}

    pairs = [(name, drug.said["enantiomerOf"][0]) for name, drug in held().items() if drug.said["enantiomerOf"]]
    checked = [(known(one), known(other)) for one, other in pairs if known(one) and known(other)]
    assert len(checked) > 25
    for one, other in checked:
        assert {key[:14] for key in one} & {key[:14] for key in other}
        assert one != other


def test_a_combination_is_tied_to_the_drugs_that_its_label_tells() -> None:
    """Each part of the label is a name of one ingredient; an extract alone has a name of its own."""
    for name, drug in of_kind("Drug").items():
        if drug.said["hasIngredient"] and name != "nabiximols":
            owners = [
                [each for each in drug.said["hasIngredient"] if part in held()[each].names]
                for part in drug.label.split("-")
            ]
            assert sorted(owners) == sorted([each] for each in set(drug.said["hasIngredient"])), name
            assert len(owners) > 1, name


def test_what_is_called_like_a_combination_is_one() -> None:
    """A drug whose label joins the names of drugs has them for ingredients."""
    known = {form for drug in of_kind("Drug").values() for form in drug.names}
    joined = {
        name for name, drug in of_kind("Drug").items() if "-" in drug.label and set(drug.label.split("-")) <= known
    }
    assert joined == {name for name, drug in of_kind("Drug").items() if drug.said["hasIngredient"]} - {"nabiximols"}


def test_a_brand_stands_where_its_substances_are() -> None:
    """A brand that the FDA lists with several substances is a combination's, but for forms of one drug or enzymes."""
    listed: dict[str, set[bool]] = defaultdict(set)
    for row in table("fda_ndc_2015/ndc_names_substances_pharmclasses.tsv.gz"):
        if row["substances"]:
            listed[plain(row["proprietary_name"])].add(";" in row["substances"])
    brands = {(brand, name) for name, drug in held().items() for brand in drug.said["hasBrandName"]}
    found = {pair for pair in brands if plain(pair[0]) in listed}
    wrong = {pair for pair in found if bool(held()[pair[1]].said["hasIngredient"]) not in listed[plain(pair[0])]}
    assert len(found) > 600
    assert wrong == {("Creon", "pancrelipase"), ("Macrobid", "nitrofurantoin"), ("Zenpep", "pancrelipase")}


@pytest.mark.parametrize(
    ("form", "thing"),
    [
        ("codeine phosphate", "drug/codeine"),
        ("divalproex", "drug/valproate"),
        ("Depakote", "drug/valproate"),
        ("haloperidol decanoate", "drug/haloperidol"),
        ("lithium carbonate", "drug/lithium"),
        ("esketamine", "drug/esketamine"),
        ("Percocet", "drug/oxycodone-acetaminophen"),
        ("Suboxone", "drug/buprenorphine-naloxone"),
        ("THC", "drug/tetrahydrocannabinol"),
        ("APAP", "drug/paracetamol"),
        ("LAAM", "drug/levomethadyl-acetate"),
        ("opium tincture", "drug/laudanum"),
        ("ma huang", "drug/ephedra"),
        ("nitazene", "Nitazene"),
        ("penicillin", "PenicillinAntibiotic"),
    ],
)
def test_a_name_is_read_as_what_it_means(form: str, thing: str) -> None:
    """A salt is read as its drug, a product as its combination, a plant as the plant, a class as the class."""
    assert read_as(form) == {thing}


@pytest.mark.parametrize("short", ["PCP", "CBD", "DET", "AMT", "PMA", "NAC", "DM"])
def test_a_short_form_that_means_more_is_marked_as_ambiguous(short: str) -> None:
    """It counts only where its kind fits or the text defines it."""
    assert {each.mark for each in lexicon().lookup(normal_form(short))} == {"ambiguous"}


#: What the law lists and no text calls a drug by name.
UNNAMED = {
    "1-phenylcyclohexylamine": "what phencyclidine is made from",
    "FP-3": "a product that holds pentobarbital",
    "PCC": "what phencyclidine is made from",
    "methadone-intermediate": "what methadone is made from",
    "moramide-intermediate": "what dextromoramide is made from",
    "pethidine-intermediate-A": "what meperidine is made from",
    "pethidine-intermediate-C": "what meperidine is made from",
}
#: The name of an anabolic steroid that only tells its structure.
STRUCTURE = re.compile(r"(?=.*\d).*(androst|estr|gon-|nandrolone)")


def test_every_scheduled_substance_with_a_name_is_known() -> None:
    """What the Defense Department lists with a schedule of the DEA is a drug here by the name or another one."""
    place = DATA / "us_schedules/dod_opss_prohibited_with_dea_schedules.json.gz"
    if not place.exists():
        pytest.skip("the list is not at hand")
    known = {plain(form) for drug in held().values() for form in drug.names + drug.said["ambiguousLabel"]}
    known |= {plain(form) for drug in held().values() for form in drug.said["hasBrandName"]}
    scheduled = {
        row["Name"]: [row["Name"], *json.loads(row["other_names"] or "[]")]
        for row in json.loads(gzip.decompress(place.read_bytes()))
        if re.search(r"(DEA[^\"]*|Controlled substance: )Schedule [IV]+", f"{row['Reasons']} {row['Reason']}")
    }
    missing = {name for name, names in scheduled.items() if not known & {plain(each) for each in names}}
    assert len(scheduled) > 500
    assert {name for name in missing if not STRUCTURE.search(name)} == set(UNNAMED)
