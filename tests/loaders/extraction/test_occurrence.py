"""What is said to happen has the role of the heading above it."""

from collections.abc import Callable

import pytest

#: A condition that no vocabulary has.
YODELLING = "https://w3id.org/dispensatory/condition/yodelling"

READ = [
    (
        "## Overdose\n\nComa and respiratory depression may occur.",
        {"zolpidem hasOverdoseEffect coma +", "zolpidem hasOverdoseEffect respiratory depression +"},
    ),
    ("## Withdrawal\n\nSeizures have been reported.", {"zolpidem hasWithdrawalSymptom seizure +"}),
    ("## Side effects\n\nTremor does not occur.", {"zolpidem hasAdverseEffect tremor -"}),
    ("## Side effects\n\nNightmares are rare.", {"zolpidem hasAdverseEffect nightmare + [frequency=rare]"}),
    ("## Risks\n\nAnxiety can persist for weeks.", {"zolpidem hasAdverseEffect anxiety +"}),
    (
        "## Side effects\n\nHeadaches are frequently reported.",
        {"zolpidem hasAdverseEffect headache + [frequency=common]"},
    ),
    (
        "## Overdose\n\nConfusion and bleeding have been reported.",
        {"zolpidem hasOverdoseEffect confusion +", "zolpidem hasOverdoseEffect bleeding +"},
    ),
    ("## Side effects\n\nWeight gain has not been reported.", {"zolpidem hasAdverseEffect weight gain -"}),
    ("## Side effects\n\nSudden yodelling has also been noted.", {f"zolpidem hasAdverseEffect {YODELLING} +"}),
    ("## Side effects\n\nSeveral studies have been reported.", set()),
    ("## Side effects\n\nIt has also been reported in men, and no interaction has been seen.", set()),
    ("## Uses\n\nSudden yodelling has been noted.", set()),
    ("## Uses\n\nStroke is common.", set()),
    ("Insomnia is common.", set()),
    ("Seizures have been reported.", {"zolpidem hasAdverseEffect seizure +"}),
    ("With other hypnotics, such as diazepam, coma may occur.", {"diazepam isA hypnotic +"}),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_happens_has_the_role_of_its_heading(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Without a heading that tells as what, an event is an adverse effect, where the sentence names no other drug."""
    assert facts(text, "Zolpidem") == read


BY_DRUG = [
    ("Atorvastatin", "Muscle pain may occur.", {"atorvastatin hasAdverseEffect muscle pain +"}),
    (
        "Metformin",
        "Lactic acidosis has been reported rarely.",
        {"metformin hasAdverseEffect lactic acidosis + [frequency=rare]"},
    ),
    ("Clozapine", "Nausea has not been observed.", {"clozapine hasAdverseEffect nausea -"}),
    ("Lisinopril", "Hypertension is common.", set()),
    ("Prednisone", "It treats acne and some cases of gout.", {"prednisone treats acne +", "prednisone treats gout +"}),
]


@pytest.mark.parametrize(("drug", "text", "read"), BY_DRUG)
def test_what_happens_is_said_of_the_drug_of_the_page(
    facts: Callable[..., set[str]], drug: str, text: str, read: set[str]
) -> None:
    """An event that is reported, or reported not to be seen, is told of that drug; how common a disease is, of none."""
    assert facts(text, drug) == read


def test_what_happens_on_a_page_about_no_drug_is_no_fact(facts: Callable[..., set[str]]) -> None:
    """A page on a disease tells what happens in the disease."""
    assert facts("Seizures have been reported. Coma may occur.", "Epilepsy") == set()


def test_each_sentence_of_a_section_is_read_by_itself(facts: Callable[..., set[str]]) -> None:
    """Two sentences tell two side effects."""
    text = "## Side effects\n\nDizziness can occur. Confusion has been reported."
    assert facts(text, "Zolpidem") == {"zolpidem hasAdverseEffect dizziness +", "zolpidem hasAdverseEffect confusion +"}


REPORTED = [
    ("Acute pancreatitis has been reported with liraglutide.", {"liraglutide hasAdverseEffect pancreatitis +"}),
    (
        "Cases of gout have been observed in patients treated with statins, including simvastatin.",
        {"statin hasAdverseEffect gout +", "simvastatin hasAdverseEffect gout +"},
    ),
    ("No seizures have been reported in people taking liraglutide.", {"liraglutide hasAdverseEffect seizure -"}),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_what_is_reported_of_a_drug_is_an_effect_of_it(
    facts: Callable[..., set[str]], text: str, expected: set[str]
) -> None:
    """The report names the drug behind it, whatever the page is about."""
    assert expected <= {each.split(" [")[0] for each in facts(text, "Metformin")}


def test_what_a_drug_is_given_for_is_not_reported_of_it(facts: Callable[..., set[str]]) -> None:
    """The words behind a report may tell of other things than who took what."""
    found = facts("Gout has been reported in patients with kidney disease before metformin.", "Naproxen")
    assert not any(each.startswith("metformin") for each in found)
