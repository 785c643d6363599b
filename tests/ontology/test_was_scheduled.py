"""Whether a drug was in a schedule on a day, by the dated schedulings and the days of their laws."""

import pytest

from ontology.files import load
from queries.graph import LocalGraph
from queries.run import run


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Load the ontology as a graph that canned queries read."""
    return LocalGraph(load())


@pytest.mark.parametrize(
    ("drug", "date", "jurisdiction", "verdicts"),
    [
        ("carisoprodol", "2012-01-10", "US", {"Refuted"}),
        ("carisoprodol", "2012-01-11", "US", {"Supported"}),
        ("testosterone", "1980", "US", {"Refuted"}),
        ("testosterone", "1991", "US", {"Supported"}),
        ("butorphanol", "1970-10-01", "US", set()),
        ("fenfluramine", "2024", "US", {"Refuted"}),
        ("tramadol", "2000", "UK", {"Refuted"}),
        ("tramadol", "2015", "UK", {"Supported"}),
        ("heroin", "1970", "UK", set()),
        ("morphine", "1990", "UN", {""}),
        ("morphine", "2026", "UN", {"Supported"}),
        ("carfentanil", "2017", "UN", {"Refuted"}),
        ("carfentanil", "2018", "UN", {"Supported"}),
        ("cocaine", "1950", "UN", set()),
        ("ketamine", "2020", "UN", set()),
        ("tianeptine", "2024", "US", set()),
        ("tianeptine", "2024", "Michigan", {"Supported"}),
    ],
)
def test_a_listing_speaks_only_from_its_law_on(
    graph: LocalGraph, drug: str, date: str, jurisdiction: str, verdicts: set[str]
) -> None:
    """A later first listing speaks against it, but before the law was nothing does: an older law may have listed it."""
    found = run(graph, "was-scheduled", {"drug": f"drug:{drug}", "date": date, "jurisdiction": jurisdiction})
    assert {getattr(term, "value", "").rpartition("/")[2] for term in found.column("verdict")} == verdicts


def test_an_undated_listing_tells_the_day_of_its_law(graph: LocalGraph) -> None:
    """What is told of a listing without a first date is that it is no older than its law."""
    given = {"drug": "drug:morphine", "date": "1990", "jurisdiction": "UN"}
    assert [getattr(term, "value", "") for term in run(graph, "was-scheduled", given).column("because")] == [
        "since a day that is not told, not before 1964-12-13, by Single Convention on Narcotic Drugs, Schedule I"
    ]
