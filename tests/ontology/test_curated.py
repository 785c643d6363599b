"""The ontology speaks for what it says outright and for what the law lists; what it does not list it does not deny."""

import pytest

from ontology import files
from ontology.curated import ONTOLOGY, Curated
from ontology.subsumption import Subsumption
from ontology.terms import DISP
from ontology.values import Literal, Node, Proposition


@pytest.fixture(scope="module")
def curated() -> Curated:
    """Read what the ontology that ships holds."""
    graph = files.load()
    return Curated.of(graph, Subsumption.of(graph))


def on(curated: Curated, subject: str, predicate: str, value: Node, **qualifiers: str) -> set[tuple[str, str]]:
    """Return the records on a proposition: the side, and the entry without its namespace."""
    pairs = tuple((key, DISP + text) for key, text in qualifiers.items())
    found = curated.on(Proposition(DISP + subject, predicate, value, pairs))
    return {(record.polarity, record.iri.removeprefix(DISP)) for record in found}


def test_what_the_ontology_says_it_bears_out(curated: Curated) -> None:
    """A brand name, a class under a class, and what is more general than both."""
    outright = {("+", ONTOLOGY.removeprefix(DISP))}
    assert on(curated, "drug/baclofen", "hasBrandName", Literal("Lioresal")) == outright
    assert on(curated, "Opiate", "isA", DISP + "Opioid") == outright
    assert on(curated, "Benzodiazepine", "actsOn", DISP + "target/gaba-a-receptor") == outright
    assert on(curated, "drug/baclofen", "isA", DISP + "Opioid") == set()


def test_a_listing_speaks_for_its_schedule_and_against_the_others_of_its_law(curated: Curated) -> None:
    """Tramadol stands in Schedule IV of the federal law, so not in III; of the Canadian law another listing tells."""
    listing = "scheduling/tramadol-us-csa-iv-2014-08-18"
    assert on(curated, "drug/tramadol", "hasSchedule", DISP + "schedule/us-csa-iv") == {("+", listing)}
    assert on(curated, "drug/tramadol", "hasSchedule", DISP + "schedule/us-csa-iii") == {("-", listing)}
    assert ("-", listing) not in on(curated, "drug/tramadol", "hasSchedule", DISP + "schedule/canada-cdsa-iv")


def test_a_listing_that_ended_speaks_against_its_schedule(curated: Curated) -> None:
    """Hydrocodone with acetaminophen left Schedule III in 2014, and the record tells both."""
    found = curated.on(
        Proposition(f"{DISP}drug/hydrocodone-acetaminophen", "hasSchedule", f"{DISP}schedule/us-csa-iii")
    )
    assert {record.polarity for record in found} == {"-"}
    assert [record for record in found if "until 2014-10-06" in record.text]
    assert all(record.citation for record in found)


def test_the_law_of_a_day_is_told_apart_from_that_of_today(curated: Curated) -> None:
    """Hydrocodone with acetaminophen stood in Schedule III until 2014, and carisoprodol in none until 2012."""
    combination = Proposition(f"{DISP}drug/hydrocodone-acetaminophen", "hasSchedule", f"{DISP}schedule/us-csa-iii")
    assert [record.polarity for record in curated.on(combination, "2014-10-05")] == ["+"]
    assert {record.polarity for record in curated.on(combination, "2014-10-06")} == {"-"}
    controlled = Proposition(f"{DISP}drug/carisoprodol", "isA", f"{DISP}SubstanceControlledInUS")
    assert not curated.on(controlled, "2012-01-10")
    assert curated.on(controlled, "2012-01-11") == curated.on(controlled)


def test_what_is_listed_is_controlled(curated: Curated) -> None:
    """In the country of the law, and in any where none is named; what no law lists is not denied to be."""
    controlled = DISP + "ControlledSubstance"
    us = ("+", "scheduling/carisoprodol-us-csa-iv-2012-01-11")
    assert us in on(curated, "drug/carisoprodol", "isA", controlled)
    assert us in on(curated, "drug/carisoprodol", "isA", DISP + "SubstanceControlledInUS")
    assert on(curated, "drug/carisoprodol", "isA", controlled, jurisdiction="jurisdiction/us") == {us}
    assert on(curated, "drug/carisoprodol", "isA", controlled, jurisdiction="jurisdiction/germany") == set()
    assert on(curated, "drug/baclofen", "isA", controlled) == set()


def test_a_state_decides_for_itself_alone(curated: Curated) -> None:
    """What some states list is controlled there; that it is not controlled, said of no place, is no error by that."""
    kentucky = ("+", "scheduling/gabapentin-us-kentucky-v-2017-07-01")
    controlled = DISP + "ControlledSubstance"
    assert kentucky in on(curated, "drug/gabapentin", "isA", controlled, jurisdiction="jurisdiction/us-ky")
    assert kentucky not in on(curated, "drug/gabapentin", "isA", controlled)
