"""Where a drug acts, told beside what it does there."""

from collections.abc import Callable

import pytest

TOLD = [
    ("Pregabalin calms overactive nerves in the brain.", {"pregabalin actsIn brain"}),
    (
        "Pregabalin calms overactive nerves in the brain and spinal cord.",
        {"pregabalin actsIn brain", "pregabalin actsIn spinal cord"},
    ),
    ("Fluoxetine raises serotonin in the brain.", {"fluoxetine actsIn brain"}),
    ("Cocaine increases the release of dopamine in the nucleus accumbens.", {"cocaine actsIn nucleus accumbens"}),
    ("Morphine activates opioid receptors in the spinal cord.", {"morphine actsIn spinal cord"}),
    (
        "Lorazepam enhances the activity of GABA in the central nervous system.",
        {"lorazepam actsIn central nervous system"},
    ),
    ("It affects certain chemicals in the brain.", {"sertraline actsIn brain"}),
    ("Lithium alters signals within the brain.", {"lithium actsIn brain"}),
    ("Donepezil inhibits acetylcholinesterase throughout the brain.", {"donepezil actsIn brain"}),
    ("It works by lowering the amount of glucose made by the liver.", {"sertraline actsIn liver"}),
    ("It restores the balance of natural substances (serotonin, dopamine) in the brain.", {"sertraline actsIn brain"}),
    ("Fluoxetine does not raise dopamine in the brain.", set()),
    ("Tumors in the brain were treated with temozolomide.", set()),
    ("Levels in the blood are measured with lithium.", set()),
    ("Dopamine in the brain falls with age.", set()),
    ("The nerves in the brain are overactive.", set()),
    ("Ibuprofen may cause bleeding in the stomach.", set()),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_the_site_stands_behind_what_is_acted_on(facts: Callable[..., set[str]], text: str, told: set[str]) -> None:
    """The drug is the named subject of a verb of action; what it does not do tells of no site."""
    assert {fact.removesuffix(" +") for fact in facts(text, "Sertraline") if "actsIn" in fact} == told
