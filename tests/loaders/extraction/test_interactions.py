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
