"""Tables with drugs as columns or as rows, and tables that plain text has flattened."""

from collections.abc import Callable

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.tables import cells_of_line
from loaders.readers import read
from ontology.values import Literal


def table(*rows: str) -> str:
    """Return a Markdown table; the cells of a row are parted by ` / `."""
    lines = ["| " + row.replace(" / ", " | ") + " |" for row in rows]
    return "\n".join([lines[0], "|---" * (rows[0].count(" / ") + 1) + "|", *lines[1:]])


def test_each_column_is_about_the_drug_that_heads_it(facts: Callable[..., set[str]]) -> None:
    """The label of a row tells what its cells say."""
    text = table(
        "Feature / Gabapentin / Pregabalin",
        "Drug class / Gabapentinoid / Gabapentinoid",
        "Uses / Epilepsy, neuropathic pain / Fibromyalgia",
        "Abuse potential / Low / Moderate",
        "Side effects / Dizziness / Dizziness, weight gain",
        "Colour / White / Yellow",
    )
    assert facts(text, "Gabapentin vs. pregabalin") == {
        "gabapentin isA gabapentinoid +",
        "gabapentin treats epilepsy +",
        "gabapentin treats neuropathic pain +",
        "gabapentin hasAbusePotential low +",
        "gabapentin hasAdverseEffect dizziness +",
        "pregabalin isA gabapentinoid +",
        "pregabalin treats fibromyalgia +",
        "pregabalin hasAbusePotential moderate +",
        "pregabalin hasAdverseEffect dizziness +",
        "pregabalin hasAdverseEffect weight gain +",
    }


def test_each_row_is_about_the_drug_it_begins_with(facts: Callable[..., set[str]]) -> None:
    """The header tells what each column says; an empty cell says nothing."""
    text = table(
        "Drug / Class / Uses / Side effects",
        "Zolpidem / Hypnotic / Insomnia / Drowsiness",
        "Ibuprofen / NSAID / Pain, fever /  ",
        "Haloperidol / Antipsychotic / Schizophrenia / Tremor",
    )
    assert facts(text) == {
        "zolpidem isA hypnotic +",
        "zolpidem treats insomnia +",
        "zolpidem hasAdverseEffect drowsiness +",
        "ibuprofen isA nonsteroidal anti-inflammatory drug +",
        "ibuprofen treats pain +",
        "ibuprofen treats fever +",
        "haloperidol isA antipsychotic +",
        "haloperidol treats schizophrenia +",
        "haloperidol hasAdverseEffect tremor +",
    }


TABLES = [
    (
        ("Feature / Amlodipine / Lisinopril", "Uses / Angina / Heart failure", "Made by / Fever / Pain"),
        {"amlodipine treats angina +", "lisinopril treats heart failure +"},
    ),
    (
        ("Drug / Indications / Contraindications", "Metformin / Type 2 diabetes / Kidney failure"),
        {"metformin treats type 2 diabetes +", "metformin hasPrecaution kidney failure +"},
    ),
    (
        ("Feature / Digoxin / Heparin", "Route / Oral / Intravenous"),
        {"digoxin hasRoute oral +", "heparin hasRoute intravenous +"},
    ),
    (
        ("Feature / Tramadol / Naproxen", "Controlled drug / Yes / No"),
        {"tramadol isA controlled substance +", "naproxen isA controlled substance -"},
    ),
    (
        ("Drug / Uses", "Rifampicin / Tuberculosis, but not malaria"),
        {"rifampin treats tuberculosis +", "rifampin treats malaria -"},
    ),
    (
        ("Feature / Aspirin / Paracetamol", "Side effects / Stomach bleeding / None"),
        {"aspirin hasAdverseEffect gastrointestinal bleeding +"},
    ),
    (
        ("Drug / Not used for / Interactions", "Methotrexate / Malaria / Ibuprofen"),
        {"methotrexate interactsWith ibuprofen +"},
    ),
    (("Feature / Simvastatin / Loratadine", "Not a side effect / Cough / Insomnia"), set()),
    (
        ("Drug / Common side effects / Uses", "Atorvastatin / Headache / High cholesterol"),
        {"atorvastatin hasAdverseEffect headache + [frequency=common]", "atorvastatin treats high cholesterol +"},
    ),
    (("Brand / Drug", "Norvasc / Amlodipine"), set()),
    (("Drug / Price / Packs", "Metformin / 5 / 30"), set()),
    (
        ("Drug / Short-term symptoms of use / Common ways taken", "Ketamine / Confusion / Snorted"),
        {"ketamine hasAdverseEffect confusion +", "ketamine hasRoute intranasal +"},
    ),
]


@pytest.mark.parametrize(("rows", "read"), TABLES)
def test_a_cell_says_what_its_row_and_column_ask(
    facts: Callable[..., set[str]], rows: tuple[str, ...], read: set[str]
) -> None:
    """What a label asks is affirmed or denied by the cell; a label that denies, or asks nothing known, says nothing."""
    assert facts(table(*rows)) == read


def test_a_row_may_be_of_what_happens_as_often(facts: Callable[..., set[str]]) -> None:
    """A first cell that only tells how often leaves it to the head of the column as what."""
    text = table("Frequency / Side effects", "Common / Bleeding", "Rare / Hair loss", "Packs / Rash")
    assert facts(text, "Warfarin") == {
        "warfarin hasAdverseEffect bleeding + [frequency=common]",
        "warfarin hasAdverseEffect hair loss + [frequency=rare]",
    }


def test_a_cell_may_hold_only_the_number_of_a_schedule(facts: Callable[..., set[str]]) -> None:
    """The row says that it is one; where no country is named, it is that of the US."""
    text = table("Feature / Zolpidem / Fentanyl", "Schedule / IV / II", "Steps / IV / II")
    assert facts(text) == {"zolpidem hasSchedule US Schedule IV +", "fentanyl hasSchedule US Schedule II +"}


def test_a_table_of_other_things_says_nothing_of_drugs(facts: Callable[..., set[str]]) -> None:
    """Without a drug in the header or the first cell no cell has a subject of its own."""
    text = table("Country / Cases / Deaths", "France / Nausea / Fever", "Spain / Tremor / Pain")
    assert facts(text) == set()


def test_a_table_without_drugs_may_give_the_attributes_of_the_page(facts: Callable[..., set[str]]) -> None:
    """The first cell labels the others; a route over the table or in a row is one of the page's drug."""
    oral = table("Oral /  ", "Light / 5-10 mg", "Strong / 20 mg+", "Onset / 20-40 minutes", "Total / 4-6 hours")
    assert facts(oral, "Oxycodone") == {
        "oxycodone hasRoute oral +",
        "oxycodone hasDose 5-10 mg + [kind=light]",
        "oxycodone hasDose >=20 mg + [kind=strong]",
        "oxycodone hasOnset 20-40 min +",
        "oxycodone hasDurationOfAction 4-6 h +",
    }
    info = table("Drug class / Opioid", "Side effects / Nausea, constipation", "Dose forms / Tablet", "Price / 5 g")
    assert facts(info, "Oxycodone") == {
        "oxycodone isA opioid +",
        "oxycodone hasAdverseEffect nausea +",
        "oxycodone hasAdverseEffect constipation +",
        "oxycodone hasDoseForm tablet +",
    }


def test_the_heads_of_columns_say_of_what_the_cells_are_values(facts: Callable[..., set[str]]) -> None:
    """Each row is about a route, and each column about a dose or a time."""
    text = table(
        "Route / Common dose / Onset / Duration", "Oral / 50 mg / 30 min / 4-6 h", "Nasal / 20 mg / 10 min / 2 h"
    )
    assert facts(text, "Ketamine") == {
        "ketamine hasRoute oral +",
        "ketamine hasDose 50 mg + [kind=common]",
        "ketamine hasOnset 30 min +",
        "ketamine hasDurationOfAction 4-6 h +",
        "ketamine hasRoute intranasal +",
        "ketamine hasDose 20 mg + [kind=common]",
        "ketamine hasOnset 10 min +",
        "ketamine hasDurationOfAction 2 h +",
    }


def test_the_first_column_may_itself_hold_the_values(facts: Callable[..., set[str]]) -> None:
    """A leaflet lists side effects beside what to do about them; a column of measures has no values."""
    beside = table("Common side effects / What can I do?", "Feeling sick / Eat simple meals", "Dry mouth / Chew gum")
    assert facts(beside, "Ketamine") == {"ketamine hasAdverseEffect nausea +", "ketamine hasAdverseEffect dry mouth +"}
    assert facts(table("Reported / How many", "Nausea / 12", "Tremor / 3"), "Ketamine") == set()


def test_rows_that_label_nothing_known_say_nothing_of_the_page(facts: Callable[..., set[str]]) -> None:
    """A table of cases or prices on a drug's page is not about the drug's effects."""
    text = table("Country / Cases / Deaths", "France / Nausea / Fever", "Spain / Tremor / 20 mg")
    assert facts(text, "Ketamine") == set()


def test_a_flattened_table_is_cut_where_its_cells_begin(extractor: Extractor) -> None:
    """In plain text the header and the rows are lines; each row is a quote."""
    text = (
        "Zolpidem or diazepam?\n\nThese are two drugs.\n\n"
        "Feature Zolpidem Diazepam\nDrug class Hypnotic Benzodiazepine\nUses Insomnia Anxiety\n\nAsk a pharmacist.\n"
    )
    page = read(text.encode(), "page.txt")
    found = [
        (extractor.lexicon.entities[p.subject].label, p.predicate, extractor.lexicon.entities[p.object].label, e.quote)
        for e in extractor.extract(page)
        for p in [e.proposition]
        if not isinstance(p.object, Literal)
    ]
    assert found == [
        ("zolpidem", "isA", "hypnotic", "Drug class Hypnotic Benzodiazepine"),
        ("diazepam", "isA", "benzodiazepine", "Drug class Hypnotic Benzodiazepine"),
        ("zolpidem", "treats", "insomnia", "Uses Insomnia Anxiety"),
        ("diazepam", "treats", "anxiety", "Uses Insomnia Anxiety"),
    ]


def test_a_line_without_a_cut_has_no_cells() -> None:
    """Two cells need a place where a capital letter begins the second."""
    line = "pain and fever"
    assert cells_of_line(line, 0, len(line), 2) == ()
    line = "Pain (mild to moderate) Fever"
    assert [line[a:b] for a, b in cells_of_line(line, 0, len(line), 2)] == ["Pain (mild to moderate)", "Fever"]


def test_a_labelled_line_is_like_a_row(facts: Callable[..., set[str]]) -> None:
    """The classes behind the label are the drug's, and so is the schedule among them."""
    read = facts("Drug class: benzodiazepine\n\nClassification: Schedule IV, depressant", "Triazolam")
    assert read == {
        "triazolam isA benzodiazepine +",
        "triazolam isA central nervous system depressant +",
        "triazolam hasSchedule US Schedule IV +",
    }


def test_what_stands_over_a_table_is_read_as_text(facts: Callable[..., set[str]]) -> None:
    """A first row with words in one cell alone is no header: the row below it is."""
    text = table(
        "It is given to people who suffer from narcolepsy. It can also cause nausea and headache. /  / ",
        "Names / Common forms / Ways taken",
        "Fenibut / Powder / Swallowed",
    )
    found = facts(text, "Phenibut")
    assert {"phenibut hasDoseForm powder +", "phenibut hasRoute oral +"} <= found
    assert {"phenibut hasAdverseEffect nausea +", "phenibut hasAdverseEffect headache +"} <= found
