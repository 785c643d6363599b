"""A contrast compares: who lacks what another has has less of it."""

from collections.abc import Callable

import pytest

READ = [
    ("Buspirone relieves anxiety without the sedation of benzodiazepines.", "buspirone", "benzodiazepine", "sedation"),
    (
        "Cetirizine works without the sedative effects associated with older antihistamines.",
        "cetirizine",
        "antihistamine",
        "sedation",
    ),
    ("Tapentadol lacks the euphoria typical of opioids.", "tapentadol", "opioid", "euphoria"),
    ("Unlike benzodiazepines, buspirone does not cause dependence.", "buspirone", "benzodiazepine", "dependence"),
    ("Unlike opioids, ibuprofen does not cause euphoria.", "ibuprofen", "opioid", "euphoria"),
    ("In contrast to stimulants, atomoxetine has no abuse potential.", "atomoxetine", "stimulant", "abuse potential"),
    (
        "It gives relief without the sedation that can accompany other antipsychotics.",
        "aripiprazole",
        "antipsychotic",
        "sedation",
    ),
]

UNREAD = [
    "Buspirone relieves anxiety without sedation.",
    "Unlike benzodiazepines, buspirone treats anxiety.",
    "Buspirone was taken without the advice of doctors.",
    "Like benzodiazepines, zolpidem causes sedation.",
]


@pytest.mark.parametrize(("text", "subject", "other", "aspect"), READ)
def test_what_is_lacked_is_less(
    facts: Callable[..., set[str]], text: str, subject: str, other: str, aspect: str
) -> None:
    """The subject has less of it than the one whose it is."""
    wanted = f"{subject} comparedWith {other} + [aspect={aspect}, direction=lower]"
    assert wanted in facts(text, "Aripiprazole" if subject == "aripiprazole" else "")


@pytest.mark.parametrize("text", UNREAD)
def test_without_an_owner_nothing_is_compared(facts: Callable[..., set[str]], text: str) -> None:
    """A lack by itself, or a contrast about something else, is no comparison."""
    assert [fact for fact in facts(text) if "comparedWith" in fact] == []
