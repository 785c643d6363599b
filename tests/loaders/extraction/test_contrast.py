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
    ("Apixaban prevents stroke without the bleeding of warfarin.", "apixaban", "warfarin", "bleeding"),
    ("Unlike sulfonylureas, metformin does not cause weight gain.", "metformin", "sulfonylurea", "weight gain"),
    ("Unlike many antibiotics, nitrofurantoin does not cause thrush.", "nitrofurantoin", "antibiotic", "thrush"),
    ("In contrast to ACE inhibitors, losartan does not cause a cough.", "losartan", "ACE inhibitor", "cough"),
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
    "Losartan lowers blood pressure without a cough.",
    "Unlike heparin, dabigatran is taken by mouth.",
    "Unlike metformin, insulin can cause hypoglycemia.",
    "Unlike aspirin, paracetamol does not treat inflammation.",
    "People without asthma of any kind may take propranolol.",
    "Like benzodiazepines, zolpidem causes sedation.",
]


@pytest.mark.parametrize(("text", "subject", "other", "aspect"), READ)
def test_what_is_lacked_is_less(
    facts: Callable[..., set[str]], text: str, subject: str, other: str, aspect: str
) -> None:
    """The subject has less of it than the one whose it is."""
    wanted = f"{subject} comparedWith {other} + [aspect={aspect}, direction=lower]"
    assert wanted in facts(text, "Aripiprazole" if subject == "aripiprazole" else "")


def test_what_only_some_of_a_class_lack_is_not_denied_of_it(facts: Callable[..., set[str]]) -> None:
    """The class behind "unlike many" is set against the subject, and is no subject itself."""
    found = facts("Unlike many antibiotics, nitrofurantoin does not cause thrush.")
    assert [fact for fact in found if fact.startswith("antibiotic hasAdverseEffect thrush -")] == []


@pytest.mark.parametrize("text", UNREAD)
def test_without_an_owner_nothing_is_compared(facts: Callable[..., set[str]], text: str) -> None:
    """A lack by itself, or a contrast about something else, is no comparison."""
    assert [fact for fact in facts(text) if "comparedWith" in fact] == []


SHARED = [
    ("Unlike opioids, ibuprofen does not act on opioid receptors.", "opioid actsOn opioid receptor +"),
    ("Unlike opioids, buspirone does not relieve pain.", "opioid treats pain +"),
    ("Unlike morphine, ketorolac is not an opioid.", "morphine isA opioid +"),
]


@pytest.mark.parametrize(("text", "fact"), SHARED)
def test_whom_a_drug_is_unlike_has_what_it_lacks(facts: Callable[..., set[str]], text: str, fact: str) -> None:
    """What has no degrees is not compared: the one has it, and the other has not."""
    assert fact in facts(text)
