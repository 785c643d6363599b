"""Under a heading on interactions each other drug interacts with the topic."""

from collections.abc import Callable

import pytest

READ = [
    (
        "## Interactions\n\nTramadol, lithium and ibuprofen.",
        {
            "sertraline interactsWith tramadol +",
            "sertraline interactsWith lithium +",
            "sertraline interactsWith ibuprofen +",
        },
    ),
    (
        "## Drug interactions\n\n- Monoamine oxidase inhibitors\n- Sertraline with alcohol",
        {"sertraline interactsWith monoamine oxidase inhibitor +", "sertraline interactsWith alcohol +"},
    ),
    ("## Similar drugs\n\nTramadol, lithium and ibuprofen.", set()),
    ("## Interactions\n\nAsk a pharmacist.", set()),
    (
        "## Interactions\n\n- Other selective serotonin reuptake inhibitors",
        {"sertraline interactsWith selective serotonin reuptake inhibitor +"},
    ),
    (
        "## Interactions\n\n- Alcohol: more drowsiness\n- Strong painkillers such as tramadol: together they sedate",
        {
            "sertraline interactsWith alcohol + [result=drowsiness]",
            "sertraline interactsWith analgesic +",
            "sertraline interactsWith tramadol +",
            "tramadol isA analgesic +",
        },
    ),
    ("## Interactions\n\nSertraline does not affect digoxin.", {"sertraline interactsWith digoxin -"}),
    ("## Mixed use\n\nSertraline + MDMA: serotonin.", {"sertraline interactsWith MDMA +"}),
    (
        "Ketamine + opioids (heroin, fentanyl): slow it.",
        {
            "ketamine interactsWith opioid +",
            "ketamine interactsWith heroin +",
            "ketamine interactsWith fentanyl +",
            "heroin isA opioid +",
            "fentanyl isA opioid +",
        },
    ),
    ("Tablets hold sertraline + lithium for trials", set()),
    (
        "## Interactions\n\nTramadol increases its effects more than lithium.",
        {"sertraline interactsWith tramadol +"},
    ),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_the_drugs_under_interactions_interact(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The topic does not interact with itself, and other headings list other things."""
    assert facts(text, "Sertraline") == read


PROSE = [
    ("Do not mix clozapine with alcohol.", {"alcohol"}),
    ("Caution is needed when clozapine is used in conjunction with sedatives.", {"sedative"}),
    ("Clozapine should not be given concurrently with carbamazepine.", {"carbamazepine"}),
    ("Clozapine increases the effects of alcohol.", {"alcohol"}),
    ("Clozapine may interfere with levodopa.", {"levodopa"}),
    ("It is dangerous when mixed with alcohol.", {"alcohol"}),
    ("The combination with alcohol increases drowsiness.", {"alcohol"}),
    ("Clozapine is sold in combination with caffeine.", set()),
    ("Clozapine, along with risperidone, is a drug.", set()),
    ("Clozapine is compared with risperidone.", set()),
    ("Using clozapine with alcohol can lead to fainting.", {"alcohol"}),
    ("Taking clozapine and diazepam together can cause coma.", {"diazepam"}),
    ("You should avoid alcohol while taking this medicine.", {"alcohol"}),
    ("Drinking alcohol can worsen drowsiness.", {"alcohol"}),
    ("Alcohol can harm the liver.", set()),
    ("It is advisable not to drink alcohol while taking clozapine.", {"alcohol"}),
    ("People who consume alcohol while on clozapine may faint.", {"alcohol"}),
    ("A mixture of clozapine and alcohol can lead to vomiting.", {"alcohol"}),
    ("Clozapine and alcohol should not be mixed.", {"alcohol"}),
    ("Many people drink alcohol.", set()),
    (
        "Clozapine interacts with other drugs that cause drowsiness, including alcohol.",
        {"alcohol", "drowsiness-causing drug"},
    ),
    (
        "Clozapine may increase the effects of other drugs that cause drowsiness, including diazepam and alcohol.",
        {"diazepam", "alcohol", "drowsiness-causing drug"},
    ),
]


@pytest.mark.parametrize(("text", "read"), PROSE)
def test_prose_tells_of_interactions_in_many_words(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What is mixed, used in conjunction or changed in its effects interacts; a product of two drugs does not."""
    told = {fact for fact in facts(text, "Clozapine") if " interactsWith " in fact}
    assert {fact.split(" interactsWith ")[1].split(" +")[0] for fact in told} == read


def test_a_list_is_of_what_interacts_with_the_drug_of_the_page(facts: Callable[..., set[str]]) -> None:
    """Whatever else the line above it names, and however it puts it."""
    found = facts(
        "Some medicines sold without a prescription may react with lithium including:\n\n- ibuprofen", "Lithium"
    )
    assert any(each.startswith("lithium interactsWith ibuprofen +") for each in found)


def test_what_is_not_to_be_drunk_interacts(facts: Callable[..., set[str]]) -> None:
    """Food and drink are named in many orders."""
    found = facts("Do not drink alcohol or eat grapefruit while you are taking it.", "Lithium")
    assert "lithium interactsWith alcohol +" in found


def test_examples_of_medicines_interact_from_the_first(facts: Callable[..., set[str]]) -> None:
    """Those behind "such as" are members of no description."""
    found = facts("## Interactions\n\n- medicines for gout such as ACE inhibitors or beta blockers", "Lithium")
    assert {"lithium interactsWith ACE inhibitor +", "lithium interactsWith beta blocker +"} <= {
        each.split(" [")[0] for each in found
    }


def test_what_else_a_line_speaks_of_makes_no_side_effects_of_drugs(facts: Callable[..., set[str]]) -> None:
    """Medicines may make side effects more likely; their list is of medicines."""
    text = "## Other medicines\n\nSome make side effects more likely. These include:\n\n- valproate\n- rifampicin"
    assert {"lithium interactsWith valproate +", "lithium interactsWith rifampin +"} <= facts(text, "Lithium")


def test_medicines_not_to_be_taken_without_asking_interact(facts: Callable[..., set[str]]) -> None:
    """Of the page's own drug such advice says nothing."""
    found = facts(
        "Do not take aspirin or ibuprofen without asking your doctor. Antifungals may affect how lithium works.",
        "Lithium",
    )
    assert {f"lithium interactsWith {each} +" for each in ("aspirin", "ibuprofen")} <= found
    assert "antifungal interactsWith lithium +" in found or "lithium interactsWith antifungal +" in found
    assert facts("Do not take lithium without asking your doctor.", "Lithium") == set()
