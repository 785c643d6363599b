"""What a heading gives to the text below it: a topic and a role."""

from collections.abc import Callable

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.headings import role_of
from ontology.tokens import normal_form

ROLES = [
    ("Side effects", "hasAdverseEffect"),
    ("What are the possible side effects of sertraline?", "hasAdverseEffect"),
    ("Withdrawal symptoms", "hasWithdrawalSymptom"),
    ("Medical uses", "treats"),
    ("Overdose", "hasOverdoseEffect"),
    ("Drug interactions", "interactsWith"),
    ("Contraindications", "hasPrecaution"),
    ("Chemistry", ""),
    ("See also", ""),
]

READ = [
    (
        "## Approved uses:\n\n- Depression\n\n## Comparison with other drugs\n\nUnlike many, it causes nausea.",
        {"sertraline treats depression +", "sertraline hasAdverseEffect nausea +"},
    ),
    (
        "## Side effects\n\nNausea, diarrhea and insomnia.\n\n## Uses\n\nDepression and panic disorder.",
        {
            "sertraline hasAdverseEffect nausea +",
            "sertraline hasAdverseEffect diarrhea +",
            "sertraline hasAdverseEffect insomnia +",
            "sertraline treats depression +",
            "sertraline treats panic disorder +",
        },
    ),
    (
        "## Side effects\n\n### Common\n\n- Nausea\n\n### Serious\n\n- Seizures\n\n## Chemistry\n\n- Headache",
        {"sertraline hasAdverseEffect nausea + [frequency=common]", "sertraline hasAdverseEffect seizure +"},
    ),
    (
        "## Tramadol\n\nIt treats pain.\n\n## Lithium\n\nIt treats mania.\n\n## Cost\n\nIt treats depression.",
        {"tramadol treats pain +", "lithium treats mania +", "sertraline treats depression +"},
    ),
    (
        "## What is it?\n\nIt is an SSRI.",
        {"sertraline isA selective serotonin reuptake inhibitor +"},
    ),
    ("## See also\n\n- Depression\n- Fluoxetine", set()),
    ("## What is it not used for?\n\n- Malaria\n- Asthma", set()),
    ("## Who should not take it?\n\n- Epilepsy", {"sertraline hasPrecaution epilepsy +"}),
    (
        "## Is it an opioid?\n\nOpioids relieve pain.\n\nIt can cause nausea.",
        {"opioid treats pain +", "sertraline hasAdverseEffect nausea +"},
    ),
    ("## Are benzodiazepines opioids?\n\nThey act on GABA receptors.", {"benzodiazepine actsOn GABA receptor +"}),
]


@pytest.mark.parametrize(("heading", "role"), ROLES)
def test_a_heading_names_the_role_of_what_it_heads(extractor: Extractor, heading: str, role: str) -> None:
    """The longest cue in it decides; a heading without one gives no role."""
    assert role_of(normal_form(heading), extractor.cues) == role


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_section_is_read_under_its_heading(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Role and topic hold for the section and its sub-sections, and end with it."""
    assert facts(text, "Sertraline") == read


@pytest.mark.parametrize("title", ["Prescription drugs", "Illegal drugs", "Over-the-counter medicines", "Prodrugs"])
def test_a_class_that_only_says_what_a_drug_is_is_no_topic(facts: Callable[..., set[str]], title: str) -> None:
    """Of a page on what the law or a shop calls drugs no fact is said; of a page on a class of drugs it is."""
    assert facts("They can lead to addiction.", title) == set()
    assert facts("They can lead to addiction.", "Opioids") == {"opioid hasRisk addiction +"}


@pytest.mark.parametrize("heading", ["References", "Further reading", "External links"])
def test_references_say_nothing_of_the_drug(facts: Callable[..., set[str]], heading: str) -> None:
    """The titles of other texts below a heading are not read, whatever section they close."""
    text = f"## Side effects\n\nNausea.\n{heading}\n- Lee A. Association of sertraline with seizures."
    assert facts(text, "Sertraline") == {"sertraline hasAdverseEffect nausea +"}


@pytest.mark.parametrize("heading", ["Avoiding alcohol", "Quitting tobacco", "Medicines and stimulants"])
def test_what_a_heading_tells_to_avoid_or_adds_is_no_topic(facts: Callable[..., set[str]], heading: str) -> None:
    """What stands below it is not said of that drug."""
    assert facts(f"## {heading}\n\nManage stress.\n\nTreats anxiety.", "Stroke") == set()


def test_a_page_on_a_disease_has_no_drug_as_its_topic(facts: Callable[..., set[str]]) -> None:
    """A heading with a drug speaks for its own section only."""
    assert facts("## Warfarin\n\nCan cause bleeding.\n\n## Outlook\n\nCan cause nausea.", "Stroke") == {
        "warfarin hasAdverseEffect bleeding +"
    }


def test_a_page_whose_headings_name_no_drug_is_about_the_one_it_comes_back_to(facts: Callable[..., set[str]]) -> None:
    """What a leaflet calls "this medicine" is the drug that its first line names, if not only there."""
    page = "Nadolol tablets\n\n## Uses\n\nThis medicine treats angina.\n\n## More\n\nKeep nadolol dry. Store nadolol."
    assert facts(page) == {"nadolol treats angina +", "nadolol hasDoseForm tablet +"}
    assert facts("## Uses\n\nUnlike nadolol, much treats angina.\n\n## Risks\n\nCan cause nausea.") == set()


def test_a_label_heads_its_own_paragraph(facts: Callable[..., set[str]]) -> None:
    """What stands below it is no longer under it; a label of a bare list is like that of a row."""
    text = "OVERDOSE: Get help. It may cause coma.\n\nIt may cause nausea.\n\nWarnings: gout, asthma"
    assert facts(text, "Sertraline") == {
        "sertraline hasOverdoseEffect coma +",
        "sertraline hasAdverseEffect nausea +",
        "sertraline hasPrecaution gout +",
        "sertraline hasPrecaution asthma +",
    }


def test_a_line_with_a_name_alone_is_no_new_topic(facts: Callable[..., set[str]]) -> None:
    """A list without bullets may name others beside the page's drug."""
    assert facts("Fentanyl;\n\nThis medicine may cause nausea.", "Sertraline") == {
        "sertraline hasAdverseEffect nausea +"
    }


def test_a_question_below_the_title_asks_something_else(facts: Callable[..., set[str]]) -> None:
    """What stands below it has not the role that the title gives."""
    text = "## What is venlafaxine?\n\nIt helps to regulate anxiety.\n\n## Symptoms\n\n- dizziness\n"
    read = facts(text, "Venlafaxine withdrawal")
    assert not any("hasWithdrawalSymptom anxiety" in fact for fact in read)
    assert "venlafaxine hasWithdrawalSymptom dizziness +" in read


def test_a_list_of_headings_says_nothing(facts: Callable[..., set[str]]) -> None:
    """What a leaflet contains is no list of what the drug treats, wherever its items are nested."""
    text = (
        "In this leaflet:\n\n1. What nitrazepam is and what it is used for\n   2. Before you take it\n"
        "   3. Possible headache and nausea\n\nIt is used to treat insomnia.\n"
    )
    assert facts(text, "Nitrazepam") == {"nitrazepam treats insomnia +"}
