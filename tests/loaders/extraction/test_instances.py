"""Members of a class that only their place shows."""

from collections.abc import Callable

import pytest

SHOWN = [
    ("Statins (atorvastatin, simvastatin) lower cholesterol.", {"atorvastatin isA statin", "simvastatin isA statin"}),
    (
        "Avoid benzodiazepines (e.g. diazepam or lorazepam).",
        {"diazepam isA benzodiazepine", "lorazepam isA benzodiazepine"},
    ),
    ("It was compared with warfarin (anticoagulant).", {"warfarin isA anticoagulant"}),
    (
        "Fluconazole or ketoconazole (antifungal) slow it.",
        {"fluconazole isA antifungal", "ketoconazole isA antifungal"},
    ),
    ("Opioids (painkillers) are often misused.", {"opioid isA analgesic"}),
    ("Take no sedatives (e.g. barbiturates).", {"barbiturate isA sedative"}),
    ("She was given the opioid fentanyl.", {"fentanyl isA opioid"}),
    ("Compared with the older antidepressant imipramine, nothing changed.", {"imipramine isA antidepressant"}),
    ("## Types of opioids\n\n- Morphine\n- Fentanyl, a strong one\n", {"morphine isA opioid", "fentanyl isA opioid"}),
    ("## Common statins\n\n- Simvastatin (Zocor)\n", {"simvastatin isA statin"}),
    (
        "Common benzodiazepines include:\n\n- Diazepam\n- Lorazepam\n",
        {"diazepam isA benzodiazepine", "lorazepam isA benzodiazepine"},
    ),
    (
        "Barbiturates are old drugs. They include\n- Phenobarbital\n- Secobarbital\n",
        {"phenobarbital isA barbiturate", "secobarbital isA barbiturate"},
    ),
    ("Examples of SSRIs are:\n\n- Sertraline: for adults\n", {"sertraline isA selective serotonin reuptake inhibitor"}),
    ("Zolpidem\n\nThis benzodiazepine is taken at night.", {"zolpidem isA benzodiazepine"}),
    ("Zolpidem\n\nA hypnotic chemically similar to alpidem.", {"zolpidem isA hypnotic"}),
]

NOT_SHOWN = [
    "Opioids (and alcohol) are dangerous.",
    "Statins (with or without ezetimibe) lower cholesterol.",
    "Many opioids (see morphine) depress breathing.",
    "The opioid receptor naloxone blocks is found everywhere.",
    "Antidepressants and lithium (Lithobid) are given.",
    "Do not take opioids:\n\n- Alcohol makes them dangerous\n",
    "## Interactions with opioids\n\n- Alcohol\n",
    "Opioids may interact with:\n\n- Diazepam\n",
]


def members(found: set[str]) -> set[str]:
    """Return the memberships among facts."""
    return {fact.removesuffix(" +") for fact in found if " isA " in fact}


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_the_place_of_a_drug_shows_its_class(facts: Callable[..., set[str]], text: str, shown: set[str]) -> None:
    """In brackets, behind the class's name, or in a list that names its members."""
    assert members(facts(text)) == shown


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_beside_a_class_does_not_mean_in_it(facts: Callable[..., set[str]], text: str) -> None:
    """Other words in the bracket, or a list of another kind, show no members."""
    assert members(facts(text)) == set()
