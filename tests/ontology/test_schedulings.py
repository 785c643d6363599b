"""The dated schedulings: well formed, of known drugs and schedules, never two at a time, and right where known."""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology.consistency import shacl_report
from ontology.files import load, quads
from ontology.terms import DCTERMS, DISP, PREFIXES, RDF, RDFS, SKOS
from queries.graph import LocalGraph
from queries.run import run

ONTOLOGY = Path(__file__).parents[2] / "ontology"
TABLES = Path(__file__).parents[2].parent / "shared" / "data" / "us_schedules"

#: The properties of a scheduling, by the field that holds their value.
FIELDS = {
    "drug": DISP + "drug",
    "schedule": DISP + "schedule",
    "start": DISP + "validFrom",
    "end": DISP + "validTo",
    "source": DCTERMS + "source",
}
#: Laws that list a drug in two schedules at once: Schedule IV of the Single Convention adds to its Schedule I.
TWICE = frozenset({"un-1961"})
#: Substances of the DEA's list that the law does not list so: by drug and schedule, why.
UNLISTED = {
    ("amobarbital", "III"): "suppositories; the drug itself is in II",
    ("barbituric-acid", "III"): "21 CFR 1308.13(c) lists its derivatives",
    ("carfentanil", "III"): "21 CFR 1308.12(c) lists it in II",
    ("delta-8-tetrahydrocannabinol", "I"): "from hemp it is disputed",
    ("gbl", "I"): "a listed chemical of 21 CFR 1310.02",
    ("hexahydrocannabinol", "I"): "from hemp it is disputed",
    ("tiletamine", "III"): "21 CFR 1308.13(c) lists it together with zolazepam",
    ("zolazepam", "III"): "21 CFR 1308.13(c) lists it together with tiletamine",
}
#: Rows of single tables that the law overrides: what the table says, and why it does not count.
OVERRIDDEN = {
    ("amobarbital", "III"): "suppositories; the drug itself is in II",
    ("carfentanil", "III"): "21 CFR 1308.12(c) lists it in II",
    ("dronabinol", "II"): "the oral solution; the capsule is in III",
    ("sodium-oxybate", "I"): "the bulk substance; approved products are in III",
}
#: What gives a thing its names.
NAMING = frozenset({RDFS + "label", SKOS + "altLabel", DISP + "abbreviation", DISP + "ambiguousLabel"})
PREAMBLE = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
GOOD = 'scheduling:t a disp:Scheduling ; disp:drug drug:t ; disp:schedule schedule:t ; dcterms:source "21 CFR 1308" .\n'


class Scheduling(NamedTuple):
    """One scheduling by local names; a date that is not told is empty."""

    name: str
    drug: str
    schedule: str
    start: str
    end: str
    source: str


@cache
def schedulings() -> tuple[Scheduling, ...]:
    """Read all schedulings, once a run."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    fields = {iri: field for field, iri in FIELDS.items()}
    for path in sorted((ONTOLOGY / "schedules").glob("schedulings-*.ttl")):
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            if quad.predicate.value in fields:
                value = getattr(quad.object, "value", "")
                local = value.rpartition("/")[2] if isinstance(quad.object, NamedNode) else value
                found[getattr(quad.subject, "value", "")][fields[quad.predicate.value]] = local
    return tuple(
        Scheduling(iri.rpartition("/")[2], *(values.get(field, "") for field in FIELDS))
        for iri, values in sorted(found.items())
    )


@cache
def graph() -> LocalGraph:
    """Load the ontology as a graph that canned queries read, once a run."""
    return LocalGraph(load())


def law(schedule: str) -> str:
    """Return the law of a schedule, as its name begins: all schedules of one law share it."""
    return schedule.rpartition("-")[0]


def as_of(drug: str, date: str, jurisdiction: str = "") -> list[str]:
    """Return the local names of the schedules that a drug stood in on a day."""
    given = {"drug": f"drug:{drug}", "date": date} | ({"jurisdiction": jurisdiction} if jurisdiction else {})
    return [
        getattr(node, "value", "").rpartition("/")[2]
        for node in run(graph(), "schedule-as-of", given).column("schedule")
    ]


def report(text: str) -> tuple[str, ...]:
    """Return what the shapes say of some facts."""
    return shacl_report(parse(PREAMBLE + text, RdfFormat.TURTLE))


@cache
def names() -> dict[str, set[str]]:
    """Return the drugs that bear a name, by the name in lower case."""
    bear: dict[str, set[str]] = defaultdict(set)
    for quad in quads():
        subject = getattr(quad.subject, "value", "")
        if quad.predicate.value in NAMING and subject.startswith(PREFIXES["drug"]):
            bear[getattr(quad.object, "value", "").lower()].add(subject.removeprefix(PREFIXES["drug"]))
    return bear


@cache
def parents() -> dict[str, str]:
    """Return the drugs of which others are salts."""
    local = len(PREFIXES["drug"])
    salts = [quad for quad in quads() if quad.predicate.value == DISP + "saltOf"]
    return {getattr(quad.subject, "value", "")[local:]: getattr(quad.object, "value", "")[local:] for quad in salts}


@cache
def dea() -> list[tuple[str, tuple[str, ...]]]:
    """Return the schedule and the names of every substance that a table has in a schedule of the DEA."""
    with gzip.open(TABLES / "dod_opss_prohibited_with_dea_schedules.json.gz", "rt", encoding="utf-8") as file:
        rows = json.load(file)
    told = [(re.search(r"DEA Controlled Substance List: Schedule (\w+)", row["Reasons"] or ""), row) for row in rows]
    return [(found[1], (row["Name"], *json.loads(row["other_names"] or "[]"))) for found, row in told if found]


@cache
def tables() -> dict[str, dict[str, set[str]]]:
    """Return the schedules that two tables tell of a name in lower case; of the one with slips, the commonest."""
    dod: dict[str, set[str]] = defaultdict(set)
    for level, (name, *_) in dea():
        dod[name.lower()].add(level)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    path = TABLES / "fda_ndc_unfinished_2018_rows_with_deaschedule.tsv.gz"
    with gzip.open(path, "rt", encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            votes[row["NONPROPRIETARYNAME"].lower()][row["DEASCHEDULE"].removeprefix("C")] += 1
    return {"dod": dod, "fda": {name: {count.most_common(1)[0][0]} for name, count in votes.items()}}


def test_every_scheduling_is_named_by_what_it_says() -> None:
    """The name is the drug, the schedule and the first date, so that no two say the same."""
    assert schedulings()
    for each in schedulings():
        assert each.name == "-".join(filter(None, (each.drug, each.schedule, each.start)))
        assert each.source


def test_drugs_and_schedules_are_entities() -> None:
    """A scheduling speaks of a drug and a schedule that the ontology describes."""
    named = {getattr(quad.subject, "value", "") for quad in quads() if quad.predicate.value == RDFS + "label"}
    assert {each.drug for each in schedulings() if PREFIXES["drug"] + each.drug not in named} == set()
    assert {each.schedule for each in schedulings() if PREFIXES["schedule"] + each.schedule not in named} == set()


def test_dates_are_iso_and_in_order() -> None:
    """A date is a day, a bare month or a bare year, and a scheduling begins before it ends."""
    dates = [date for each in schedulings() for date in (each.start, each.end) if date]
    iso = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
    assert [date for date in dates if not iso.fullmatch(date)] == []
    assert [each.name for each in schedulings() if each.end and each.start >= each.end] == []
    assert min(dates) > "1961"


def test_no_drug_stands_in_two_schedules_of_one_law_at_a_time() -> None:
    """What begins later begins when the one before has ended, but for a law that lists twice."""
    listed: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for each in schedulings():
        if law(each.schedule) not in TWICE:
            listed[each.drug, law(each.schedule)].append((each.start, each.end or "9999"))
    clashes = [key for key, times in listed.items() for one, two in pairwise(sorted(times)) if one[1] > two[0]]
    assert clashes == []


def test_an_entry_of_an_act_is_as_old_as_the_act() -> None:
    """Nothing is listed before its law was, such as in the US before 1970-10-27, in the UK before 1973-07-01."""
    facts = list(parse(path=ONTOLOGY / "schedules" / "laws.ttl"))
    first = {
        quad.subject: getattr(quad.object, "value", "") for quad in facts if quad.predicate.value == DCTERMS + "date"
    }
    assert len(first) == 7
    since = {
        getattr(quad.subject, "value", "").rpartition("/")[2]: first.get(quad.object, "")
        for quad in quads()
        if quad.predicate.value == DISP + "inLaw"
    }
    assert [each.name for each in schedulings() if each.start and each.start < since[each.schedule]] == []


def test_citations_name_the_schedule_of_the_regulations() -> None:
    """A US scheduling in force cites the section of 21 CFR 1308 that is its schedule."""
    sections = {"i": "11", "ii": "12", "iii": "13", "iv": "14", "v": "15"}
    for each in schedulings():
        if law(each.schedule) == "us-csa" and not each.end:
            section = sections[each.schedule.rpartition("-")[2]]
            assert re.match(rf"21 CFR 1308\.{section}(\(\w\))?(;|$)", each.source), each.name


def test_there_are_as_many_as_were_checked() -> None:
    """Removing one is a decision, not an accident, and so is taking a date: most listings of the US bear one."""
    counts = Counter(law(each.schedule) for each in schedulings())
    assert counts["us-csa"] >= 550
    assert sum(number for name, number in counts.items() if name.startswith("us-") and name != "us-csa") >= 41
    assert sum(law(each.schedule) == "us-csa" and not each.start for each in schedulings()) <= 110
    assert counts["un-1961"] + counts["un-1971"] >= 232
    assert counts["uk-class"] + counts["uk-mdr"] >= 260
    assert counts["canada-cdsa"] >= 305
    assert counts["germany-btmg"] >= 340
    assert sum(number for name, number in counts.items() if name.startswith("australia")) >= 33
    assert sum(len(each.start) == len("2012-01-11") for each in schedulings()) >= 590
    assert len({each.start for each in schedulings() if len(each.start) == len("2012-01-11")}) >= 100


def test_states_are_parts_of_the_country_with_schedules_of_their_own() -> None:
    """A state's schedule bears the state's name, a bare one stays federal; each state is part of the US."""
    facts = list(parse(path=ONTOLOGY / "schedules" / "states.ttl"))
    states = {quad.subject for quad in facts if quad.object == NamedNode(DISP + "Jurisdiction")}
    assert len(states) >= 19
    assert {quad.subject for quad in facts if quad.predicate.value == DCTERMS + "isPartOf"} == states
    called = {
        quad.subject: getattr(quad.object, "value", "") for quad in facts if quad.predicate.value == RDFS + "label"
    }
    kept = {quad.subject: called[quad.object] for quad in facts if quad.object in states and quad.subject in called}
    bear = [quad for quad in facts if "chedule" in getattr(quad.object, "value", "") and quad.predicate.value in NAMING]
    assert [quad for quad in bear if kept[quad.subject] not in getattr(quad.object, "value", "")] == []


def test_a_scheduling_asserts_nothing_of_the_drug() -> None:
    """A scheduling is annotation: no drug has a schedule by it, and no axiom speaks of its properties."""
    files = [quad for path in sorted((ONTOLOGY / "schedules").glob("schedulings-*.ttl")) for quad in parse(path=path)]
    assert {quad.predicate.value for quad in files} <= {RDF + "type", *FIELDS.values()}
    assert {quad.object for quad in files if quad.predicate.value == RDF + "type"} == {NamedNode(DISP + "Scheduling")}


def test_the_shape_wants_a_drug_a_schedule_dates_and_a_citation() -> None:
    """A whole scheduling passes; one without citation, with a date in words or the wrong way round is named."""
    assert report(GOOD) == ()
    assert report(GOOD + 'scheduling:t disp:validFrom "2012" ; disp:validTo "2012-01-11" .') == ()
    assert report("scheduling:t a disp:Scheduling .") == (
        "scheduling:t: a scheduling has one citation",
        "scheduling:t: a scheduling lists its drug in one schedule",
        "scheduling:t: a scheduling lists one drug",
    )
    assert report(GOOD + 'scheduling:t disp:validFrom "May 2012" .') == (
        "scheduling:t: a scheduling begins at most once, on an ISO date or year before its end",
    )
    assert report(GOOD + 'scheduling:t disp:validFrom "2013-01-01" ; disp:validTo "2012-01-11" .') == (
        "scheduling:t: a scheduling begins at most once, on an ISO date or year before its end",
    )
    assert report(GOOD + "scheduling:t disp:drug drug:u .") == ("scheduling:t: a scheduling lists one drug",)


@pytest.mark.skipif(not TABLES.exists(), reason="the tables of schedules are not at hand")
@pytest.mark.parametrize("table", ["dod", "fda"])
def test_the_tables_agree(table: str) -> None:
    """Where a table names a drug as we do, it has it in the schedule in force, but for what the law overrides."""
    current = {each.drug: each.schedule for each in schedulings() if law(each.schedule) == "us-csa" and not each.end}
    told = {drug: tables()[table].get(drug.replace("-", " "), set()) for drug in current}
    compared = {drug: levels for drug, levels in told.items() if levels}
    assert len(compared) >= {"dod": 95, "fda": 40}[table]
    differing = {
        (drug, level)
        for drug, levels in compared.items()
        for level in levels
        if current[drug] not in {f"us-csa-{each.lower()}" for each in levels}
    }
    assert differing <= set(OVERRIDDEN)


@pytest.mark.skipif(not TABLES.exists(), reason="the tables of schedules are not at hand")
def test_what_the_dea_lists_is_scheduled() -> None:
    """A drug that bears any name of a listed substance stands in its schedule, or its salt's drug does."""
    current = {(each.drug, each.schedule) for each in schedulings() if law(each.schedule) == "us-csa" and not each.end}
    told = {
        (drug, level) for level, called in dea() for name in called for drug in names().get(name.strip().lower(), ())
    }
    assert len(told) >= 430
    held = {drug: {drug, parents().get(drug, drug)} for drug, _ in told}
    unlisted = {
        (drug, level)
        for drug, level in told
        if not any((one, f"us-csa-{level.lower()}") in current for one in held[drug])
    }
    assert unlisted == set(UNLISTED)


@pytest.mark.parametrize(
    ("drug", "date", "jurisdiction", "schedules"),
    [
        ("carisoprodol", "2011-12-31", "", []),
        ("carisoprodol", "2012-01-10", "", []),
        ("carisoprodol", "2012-01-11", "", ["us-csa-iv"]),
        ("carisoprodol", "2011", "", []),
        ("carisoprodol", "2012", "US", ["us-csa-iv"]),
        ("carisoprodol", "2013-01-01", "UK", []),
        ("hydrocodone-acetaminophen", "2014-10-05", "", ["us-csa-iii"]),
        ("hydrocodone-acetaminophen", "2014-10-06", "", ["us-csa-ii"]),
        ("hydrocodone", "2000-01-01", "", ["us-csa-ii"]),
        ("tramadol", "2014-08-17", "", []),
        ("tramadol", "2014-08-18", "", ["us-csa-iv"]),
        ("tramadol", "2020-01-01", "UK", ["uk-class-c", "uk-mdr-3"]),
        ("tramadol", "2020-01-01", "UN", []),
        ("pregabalin", "2005-07-28", "", ["us-csa-v"]),
        ("gabapentin", "2020-01-01", "", []),
        ("gabapentin", "2020-01-01", "UK", ["uk-class-c", "uk-mdr-3"]),
        ("ketamine", "1999-08-11", "", []),
        ("ketamine", "2010-01-01", "UK", ["uk-class-c"]),
        ("ketamine", "2016-01-01", "UK", ["uk-class-b"]),
        ("ketamine", "2020-01-01", "UN", []),
        ("mdma", "1984-01-01", "", []),
        ("mdma", "1986-01-01", "", ["us-csa-i"]),
        ("mdma", "1988-02-01", "", []),
        ("mdma", "1988-03-23", "", ["us-csa-i"]),
        ("cannabis", "2003-01-01", "UK", ["uk-class-b", "uk-mdr-1"]),
        ("cannabis", "2005-01-01", "UK", ["uk-class-c", "uk-mdr-1"]),
        ("cannabis", "2010-01-01", "UK", ["uk-class-b", "uk-mdr-1"]),
        ("salvinorin-a", "2016-02-07", "Canada", []),
        ("salvinorin-a", "2016-02-08", "Canada", ["canada-cdsa-iv"]),
        ("o-desmethyltramadol", "2013-02-26", "UK", ["uk-class-b", "uk-mdr-1"]),
        ("methaqualone", "1983", "", ["us-csa-ii"]),
        ("methaqualone", "1985", "", ["us-csa-i"]),
        ("fenfluramine", "2023-01-01", "", []),
        ("carfentanil", "2017", "UN", []),
        ("carfentanil", "2021-01-01", "UN", ["un-1961-i", "un-1961-iv"]),
        ("25i-nbome", "2015", "UN", ["un-1971-i"]),
        ("gbl", "2023-01-01", "UK", ["uk-class-b"]),
        ("testosterone", "1990", "", []),
        ("cannabis", "2020-12-01", "UN", ["un-1961-i", "un-1961-iv"]),
        ("cannabis", "2020-12-02", "UN", ["un-1961-i"]),
        ("dronabinol", "1999-07-01", "", ["us-csa-ii"]),
        ("quazepam", "2020", "", ["us-csa-iv"]),
        ("baclofen", "2020-01-01", "", []),
        ("phenibut", "2019", "Australia", ["australia-s9"]),
        ("zolpidem", "1993-02-04", "", []),
        ("zolpidem", "1993-02-05", "", ["us-csa-iv"]),
        ("eluxadoline", "2015-12-16", "", []),
        ("eluxadoline", "2015-12-17", "", ["us-csa-iv"]),
        ("u-47700", "2016-11-13", "", []),
        ("u-47700", "2016-11-14", "", ["us-csa-i"]),
        ("tianeptine", "2024-01-01", "", []),
        ("tianeptine", "2018-07-03", "Michigan", []),
        ("tianeptine", "2018-07-04", "Michigan", ["us-michigan-ii"]),
        ("tianeptine", "2021-11-13", "Alabama", ["us-alabama-ii"]),
        ("tianeptine", "2021-11-14", "Alabama", ["us-alabama-i"]),
        ("gabapentin", "2024-04", "Michigan", ["us-michigan-v"]),
        ("gabapentin", "2024-06-01", "Michigan", []),
        ("pseudoephedrine", "2021", "Oregon", ["us-oregon-iii"]),
        ("pseudoephedrine", "2022", "Oregon", []),
        ("carisoprodol", "2013-01-01", "Michigan", []),
        ("alprazolam", "1980", "", []),
        ("alprazolam", "2000-01-01", "", ["us-csa-iv"]),
        ("diazepam", "1975", "", ["us-csa-iv"]),
        ("heroin", "1970-10-27", "", ["us-csa-i"]),
        ("alfentanil", "1987-01-23", "", ["us-csa-ii"]),
        ("methylphenidate", "1971", "", ["us-csa-ii"]),
        ("secobarbital", "1973-11-12", "", ["us-csa-iii"]),
        ("secobarbital", "1973-11-13", "", ["us-csa-ii"]),
        ("crotonyl-fentanyl", "2018-02-06", "", ["us-csa-i"]),
        ("tetrahydrogestrinone", "2005-01-20", "", ["us-csa-iii"]),
        ("fentanyl", "1981-12-31", "Germany", []),
    ],
)
def test_the_schedule_of_a_day_is_known(drug: str, date: str, jurisdiction: str, schedules: list[str]) -> None:
    """A drug stands in a schedule from its first day to the day before it left; a month or year means its end."""
    assert as_of(drug, date, jurisdiction) == schedules


def test_changes_come_in_order() -> None:
    """On the day of a transfer the old schedule ends before the new one is told; all countries are shown."""
    texts = [getattr(term, "value", "") for term in run(graph(), "schedule-changes", {"drug": "MDMA"}).column("text")]
    assert texts == [
        "undated: listed in Canadian Schedule III",
        "undated: listed in German BtMG Anlage I",
        "undated: listed in UN 1971 Schedule I",
        "1977: listed in UK Class A",
        "1985-07-01: listed in US Schedule I",
        "1987: ended in US Schedule I",
        "1988-03-23: listed in US Schedule I",
        "2012: ended in Canadian Schedule III",
        "2012: listed in Canadian Schedule I",
    ]
    rows = run(graph(), "schedule-changes", {"drug": "drug:hydrocodone-acetaminophen"}).column("text")
    assert [getattr(term, "value", "") for term in rows] == [
        "1970-10-27: listed in US Schedule III",
        "2014-10-06: ended in US Schedule III",
        "2014-10-06: listed in US Schedule II",
    ]
