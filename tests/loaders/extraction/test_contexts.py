"""Stopping, too much and taking together make other facts of an effect."""

from collections.abc import Callable

import pytest

EFFECTS = [
    (
        "The effects of mescaline include euphoria and coloured humming.",
        {
            "mescaline hasEffect euphoria +",
            "mescaline hasEffect https://w3id.org/dispensatory/condition/coloured-humming +",
        },
    ),
    (
        "Taking more than the recommended dose of primidone may cause coma.",
        {"primidone hasOverdoseEffect coma +"},
    ),
    ("Clonidine can cause dizziness.", {"clonidine hasAdverseEffect dizziness +"}),
    ("Withdrawal from alprazolam may cause seizures.", {"alprazolam hasWithdrawalSymptom seizure +"}),
    ("Abrupt withdrawal of baclofen does not cause nausea.", {"baclofen hasWithdrawalSymptom nausea -"}),
    (
        "Lithium can cause confusion, overdose, coma or death.",
        {
            "lithium hasAdverseEffect confusion +",
            "lithium hasRisk overdose +",
            "lithium hasAdverseEffect coma +",
            "lithium hasRisk death +",
        },
    ),
    ("Lithium can cause coma in overdose.", {"lithium hasOverdoseEffect coma +"}),
    (
        "An overdose of amitriptyline can cause seizures and coma.",
        {"amitriptyline hasOverdoseEffect seizure +", "amitriptyline hasOverdoseEffect coma +"},
    ),
    ("Taking too much paracetamol can cause liver failure.", {"paracetamol hasOverdoseEffect liver failure +"}),
    (
        "In overdose, lithium causes tremor and seizures.",
        {"lithium hasOverdoseEffect tremor +", "lithium hasOverdoseEffect seizure +"},
    ),
    (
        "In patients with kidney disease, gabapentin may cause confusion.",
        {"gabapentin hasAdverseEffect confusion + [population=patients with kidney impairment]"},
    ),
    (
        "If amoxicillin causes a rash, stop taking it.",
        {"amoxicillin hasAdverseEffect skin rash +", "amoxicillin requires discontinuation +"},
    ),
    ("If you stop taking venlafaxine, it can cause nausea.", {"venlafaxine hasWithdrawalSymptom nausea +"}),
    (
        "Long-term use of zolpidem may cause dependence.",
        {"zolpidem hasRisk dependence +"},
    ),
    (
        "When someone stops using kratom, they may experience anxiety and sweating.",
        {"kratom hasWithdrawalSymptom sweating +", "kratom hasWithdrawalSymptom anxiety +"},
    ),
    (
        "People who quit venlafaxine cold turkey often report panic attacks.",
        {"venlafaxine hasWithdrawalSymptom panic attack +"},
    ),
]

COMBINED = [
    (
        "Combining diazepam with alcohol can cause respiratory depression.",
        {"diazepam interactsWith alcohol + [result=respiratory depression]"},
    ),
    (
        "When combined with opioids, gabapentin may cause respiratory depression.",
        {"gabapentin interactsWith opioid + [result=respiratory depression]"},
    ),
    (
        "Mixing alcohol and benzodiazepines can be fatal.",
        {"alcohol interactsWith benzodiazepine + [result=death]"},
    ),
    ("Sertraline interacts with tramadol.", {"sertraline interactsWith tramadol +"}),
    ("Alcohol increases the sedative effects of zolpidem.", {"alcohol interactsWith zolpidem +"}),
    ("Using methadone with diazepam can slow your breathing.", {"methadone interactsWith diazepam +"}),
]

STOPPED = [
    ("Stopping sertraline suddenly can cause dizziness.", "sertraline hasWithdrawalSymptom dizziness +"),
    (
        "If stopped abruptly, clonidine can cause rebound hypertension.",
        "clonidine hasWithdrawalSymptom rebound hypertension +",
    ),
    (
        "Sudden discontinuation of venlafaxine leads to dizziness, nausea and irritability.",
        "venlafaxine hasWithdrawalSymptom irritability +",
    ),
    (
        "Alprazolam can cause seizures when it is stopped suddenly.",
        "alprazolam hasWithdrawalSymptom seizure +",
    ),
]


@pytest.mark.parametrize(("text", "read"), EFFECTS)
def test_circumstances_tell_what_kind_of_effect_it_is(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """The same verb tells a side effect, a symptom of withdrawal or one of overdose."""
    assert facts(text) == read


@pytest.mark.parametrize("text", ["Together they can cause coma.", "The combination can lead to nausea."])
def test_what_several_cause_together_is_no_effect_of_the_one_that_the_page_is_about(
    facts: Callable[..., set[str]], text: str
) -> None:
    """A sentence may speak of drugs together and name none of them."""
    assert facts(text, "Lithium") == set()


@pytest.mark.parametrize(("text", "read"), COMBINED)
def test_what_two_drugs_cause_together_is_the_result_of_their_interaction(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """Neither drug alone is said to have the effect."""
    assert facts(text) == read


@pytest.mark.parametrize(("text", "read"), STOPPED)
def test_what_stopping_brings_is_no_side_effect(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """A condition before or behind the clause turns its effects into symptoms of withdrawal."""
    found = facts(text)
    assert read in found
    assert not {fact for fact in found if " hasAdverseEffect " in fact}


LESS_LIKELY = [
    "Caffeine consumption is associated with a reduced risk of diabetes.",
    "Ibuprofen has a lower risk of seizures.",
    "Quazepam has less potential to cause amnesia.",
    "Buprenorphine was linked to a decreased rate of death.",
    "Slow tapering of diazepam reduces the risk of death.",
]


@pytest.mark.parametrize("text", LESS_LIKELY)
def test_what_becomes_less_likely_is_no_effect(facts: Callable[..., set[str]], text: str) -> None:
    """A reduced risk is the reverse of a side effect."""
    assert facts(text) == set()


def test_a_raised_risk_is_an_effect(facts: Callable[..., set[str]]) -> None:
    """Only words that make less of the chance take the effect away."""
    assert facts("Naproxen is associated with an increased risk of ulcers.") == {"naproxen hasAdverseEffect ulcer +"}


def test_a_lower_rate_that_is_measured_is_no_lower_chance(facts: Callable[..., set[str]]) -> None:
    """The rate of the heart is not how often something happens."""
    found = facts("Propranolol causes a lower heart rate, fatigue and dizziness.")
    assert {"propranolol hasAdverseEffect fatigue +", "propranolol hasAdverseEffect dizziness +"} <= found


def test_an_effort_to_lower_a_risk_is_no_risk_itself(facts: Callable[..., set[str]]) -> None:
    """The noun of chance may be part of the name of what is risked."""
    found = facts("A new form of oxycodone was made to reduce the risk of abuse.")
    assert not {fact for fact in found if " hasRisk " in fact}


NAMED_OUTRIGHT = [
    (
        "Stopping zaleplon suddenly can cause serious side effects including a return of insomnia and headaches.",
        {"zaleplon hasWithdrawalSymptom insomnia +", "zaleplon hasWithdrawalSymptom headache +"},
    ),
    (
        "Paroxetine is not addictive, but stopping it suddenly can cause problems such as: dizziness and nausea.",
        {"paroxetine hasWithdrawalSymptom dizziness +", "paroxetine hasWithdrawalSymptom nausea +"},
    ),
    (
        "Signs of tramadol overdose include seizures and slowed breathing.",
        {"tramadol hasOverdoseEffect seizure +", "tramadol hasOverdoseEffect slowed breathing +"},
    ),
    (
        "The effects of a lithium overdose are vomiting and tremor.",
        {"lithium hasOverdoseEffect vomiting +", "lithium hasOverdoseEffect tremor +"},
    ),
    (
        "Symptoms of nicotine withdrawal include irritability and anxiety.",
        {"nicotine hasWithdrawalSymptom irritability +", "nicotine hasWithdrawalSymptom anxiety +"},
    ),
]


@pytest.mark.parametrize(("text", "read"), NAMED_OUTRIGHT)
def test_side_effects_of_stopping_and_of_too_much_are_named_as_such(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A noun such as "effects" leaves it to the words around it whether they come from use, stopping or overdose."""
    found = facts(text)
    assert read <= found, found
    assert not {fact for fact in found if " hasAdverseEffect " in fact or " hasEffect " in fact}


@pytest.mark.parametrize(
    "text",
    [
        "Mirtazapine causes fewer sexual side effects than other antidepressants.",
        "Mirtazapine is less likely than other antidepressants to cause sexual dysfunction.",
    ],
)
def test_what_another_drug_does_more_often_is_not_blamed_on_this_one(facts: Callable[..., set[str]], text: str) -> None:
    """What is fewer or less likely praises the drug."""
    assert not [fact for fact in facts(text) if fact.startswith("mirtazapine has") and "sexual" in fact]


def test_what_other_drugs_do_is_not_given_the_role_of_the_section(facts: Callable[..., set[str]]) -> None:
    """Below "Overdose", a sentence on another drug alone tells of no overdose of it."""
    found = facts("## Overdose\n\nAlcohol can intensify the sedation caused by hypnotics.", "Zolpidem")
    assert not [fact for fact in found if "hypnotic hasOverdoseEffect" in fact]


def test_what_a_section_names_after_a_sudden_stop_is_withdrawal(facts: Callable[..., set[str]]) -> None:
    """The words of the sentence weigh more than the heading above it."""
    found = facts("## Side effects\n\nIn the case of sudden abstinence, sweating and tremor were common.", "Nicotine")
    assert not [fact for fact in found if " hasAdverseEffect " in fact]
