"""Phrases that join a drug with a target, a process, a condition or another drug."""

from collections.abc import Callable

import pytest

READ = [
    ("Naloxone is an antagonist at opioid receptors.", "naloxone antagonistOf opioid receptor +"),
    ("Ketamine blocks NMDA receptors.", "ketamine antagonistOf NMDA receptor +"),
    ("Sertraline inhibits serotonin reuptake.", "sertraline decreases serotonin reuptake +"),
    ("Clonidine lowers blood pressure.", "clonidine decreases blood pressure +"),
    ("Multiple sclerosis is treated with baclofen.", "baclofen treats multiple sclerosis +"),
    ("Codeine is converted into morphine by the liver.", "codeine metabolizedTo morphine +"),
    ("Meprobamate is a metabolite of carisoprodol.", "carisoprodol metabolizedTo meprobamate +"),
    ("Oxycodone is a semi-synthetic opioid derived from thebaine.", "oxycodone derivativeOf thebaine +"),
    ("Methadone is available as a tablet.", "methadone hasDoseForm tablet +"),
    ("Tapentadol is a Schedule II controlled substance.", "tapentadol hasSchedule US Schedule II +"),
    ("Fentanyl has been associated with fatal overdose.", "fentanyl hasRisk fatal overdose +"),
    ("Fluvoxamine blocks CYP1A2.", "fluvoxamine inhibitorOf CYP1A2 +"),
    ("Ketamine produces cystitis.", "ketamine hasAdverseEffect cystitis +"),
    ("Levodopa-induced nausea is common.", "levodopa hasEffect nausea +"),
    ("Methylphenidate can counteract opioid-induced drowsiness.", "opioid hasEffect drowsiness +"),
    ("Ketanserin failed to affect MDMA-induced anxiety.", "MDMA hasEffect anxiety +"),
]

NOT_READ = [
    ("Gabapentin resembles those drugs used in epilepsy.", "treats"),
    ("Buspirone differs from opioids, which bind to opioid receptors.", "buspirone actsOn"),
    ("Side effects of codeine include euphoria, anxiolysis (a reduction in anxiety), and constipation.", "treats"),
    ("Tramadol can lead to side effects such as nausea.", "hasEffect"),
    ("Combining sedatives such as zolpidem and diazepam is dangerous.", "sedative interactsWith"),
    ("Melatonin treats drug-induced tremor.", "Effect"),
    ("Methylphenidate can counteract opioid-induced drowsiness.", "methylphenidate hasEffect"),
    ("Combinations of codeine or oxycodone with fluoxetine are avoided.", "codeine interactsWith oxycodone"),
    ("Melatonin treats medication-induced nausea.", "Effect"),
    ("Bupropion is off limits within 14 days of a PDE5 inhibitor.", "bupropion inhibitorOf"),
    ("Fluvoxamine blocks CYP1A2.", "antagonistOf"),
    ("The dose of clobazam is halved in those taking an inhibitor of CYP2C19.", "clobazam inhibitorOf"),
    ("The guideline recommends clonidine or a PDE5 inhibitor.", "clonidine inhibitorOf"),
]


@pytest.mark.parametrize(("text", "fact"), READ)
def test_a_phrase_joins_what_stands_in_its_slots(facts: Callable[..., set[str]], text: str, fact: str) -> None:
    """Active and passive, verb and noun say the same."""
    assert fact in facts(text)


@pytest.mark.parametrize(("text", "wrong"), NOT_READ)
def test_a_phrase_of_another_subject_is_not_read(facts: Callable[..., set[str]], text: str, wrong: str) -> None:
    """What a sentence says of something else it does not say of the drug."""
    assert not {fact for fact in facts(text) if wrong in fact}


def test_the_more_specific_reading_of_a_pair_stands_alone(facts: Callable[..., set[str]]) -> None:
    """An agonist acts on its target, and only the first is said."""
    text = "Morphine acts on the mu-opioid receptor; it is an agonist at the mu-opioid receptor."
    assert facts(text) == {"morphine agonistOf mu-opioid receptor +"}
