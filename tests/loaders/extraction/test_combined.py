"""Drugs that are meant to be taken together."""

from collections.abc import Callable

import pytest

WANTED = [
    "Clonidine may be employed alone or concomitantly with other antihypertensives.",
    "Saquinavir must be co-administered with ritonavir.",
    "Midazolam is preferably given together with haloperidol.",
    "Caspofungin or micafungin can be used in combination with amphotericin B.",
    "Metformin is often used in combination with sitagliptin.",
    "Oxaliplatin in combination with fluorouracil is indicated for colon cancer.",
    "Doctors began combining valproate with risperidone in severe cases of mania.",
]

FEARED = [
    "## Interactions\n\nTramadol should be taken with caution when using linezolid.",
    "Tramadol should not be taken with linezolid.",
    "Taking tramadol with linezolid can cause seizures.",
]


@pytest.mark.parametrize("text", WANTED)
def test_drugs_for_use_together_do_not_interact(facts: Callable[..., set[str]], text: str) -> None:
    """How a drug is to be used tells of no harm."""
    assert not [fact for fact in facts(text) if "interactsWith" in fact]


@pytest.mark.parametrize("text", FEARED)
def test_a_warning_tells_of_an_interaction(facts: Callable[..., set[str]], text: str) -> None:
    """Advice against it, or its result, does."""
    assert [fact for fact in facts(text, "Tramadol") if fact.startswith("tramadol interactsWith linezolid +")]
