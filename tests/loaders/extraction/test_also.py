"""What holds of another drug as well."""

from collections.abc import Callable

import pytest

SHARED = [
    ("Diazepam is a benzodiazepine, as is lorazepam.", "lorazepam isA benzodiazepine +", True),
    ("Morphine is an opioid, as are codeine and fentanyl.", "codeine isA opioid +", True),
    ("Morphine is an opioid, as are codeine and fentanyl.", "fentanyl isA opioid +", True),
    ("Oxycodone causes constipation, as does codeine.", "codeine hasAdverseEffect constipation +", True),
    ("Midazolam is a Class C drug in the UK, as is diazepam.", "diazepam hasSchedule UK Class C +", True),
    ("Zaleplon is a hypnotic, and so is zolpidem.", "zolpidem isA hypnotic +", True),
    ("Simvastatin is a statin, as is atorvastatin.", "atorvastatin isA statin +", True),
    ("Oxycodone causes constipation and nausea, as do other opioids.", "opioid hasAdverseEffect nausea +", True),
    ("Buspirone is not a benzodiazepine, as is diazepam.", "diazepam isA benzodiazepine -", False),
    ("Diazepam is a benzodiazepine, as is known.", "lorazepam isA benzodiazepine +", False),
    ("Diazepam is a benzodiazepine, as is lorazepam when given by mouth.", "lorazepam isA benzodiazepine +", False),
    ("Diazepam is as effective as lorazepam.", "lorazepam isA benzodiazepine +", False),
    ("Use codeine as is.", "codeine isA opioid +", False),
    ("Morphine is an opioid, unlike ibuprofen.", "ibuprofen isA opioid +", False),
    ("Morphine is an opioid and ibuprofen is not.", "ibuprofen isA opioid +", False),
]


@pytest.mark.parametrize(("text", "fact", "shared"), SHARED)
def test_as_is_says_the_same_of_another(facts: Callable[..., set[str]], text: str, fact: str, *, shared: bool) -> None:
    """Where the drugs stand last; with more behind them, something else may be said."""
    assert (fact in facts(text)) == shared
