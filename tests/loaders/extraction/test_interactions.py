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
        "## Interactions\n\nTramadol increases its effects more than lithium.",
        {"sertraline interactsWith tramadol +"},
    ),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_the_drugs_under_interactions_interact(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The topic does not interact with itself, and other headings list other things."""
    assert facts(text, "Sertraline") == read
