"""Lists: each member is read, with what it leaves to the others."""

from collections.abc import Callable

import pytest


def each(subjects: str, predicate: str, objects: str) -> set[str]:
    """Return the affirmed fact of every subject with every object; both are parted by ` / `."""
    return {f"{s} {predicate} {o} +" for s in subjects.split(" / ") for o in objects.split(" / ")}


LISTS = [
    (
        "Side effects of ribavirin include rash, blood disorders (anemia and neutropenia), and fatigue.",
        each("ribavirin", "hasAdverseEffect", "skin rash / blood disorder / anemia / neutropenia / fatigue"),
    ),
    (
        "Naproxen treats heart attack (myocardial infarction), and gout (painful joints).",
        each("naproxen", "treats", "heart attack / gout"),
    ),
    (
        "Prednisone treats acne and some cases of gout.",
        each("prednisone", "treats", "acne / gout"),
    ),
    (
        "Lansoprazole is indicated for heartburn, and maintenance of healing of duodenal ulcer.",
        each("lansoprazole", "treats", "heartburn / duodenal ulcer"),
    ),
    (
        "Morphine causes nausea, vomiting and constipation.",
        each("morphine", "hasAdverseEffect", "nausea / vomiting / constipation"),
    ),
    (
        "Gabapentin is used to treat epilepsy, neuropathic pain, and restless legs syndrome.",
        each("gabapentin", "treats", "epilepsy / neuropathic pain / restless legs syndrome"),
    ),
    (
        "Ketamine can cause hallucinations, high blood pressure, and a fast heart rate.",
        each("ketamine", "hasAdverseEffect", "hallucination / hypertension / tachycardia"),
    ),
    (
        "Duloxetine is used for anxiety disorders — such as panic disorder — as well as in neuralgia and depression.",
        each("duloxetine", "treats", "anxiety disorder / panic disorder / neuralgia / depression"),
    ),
    (
        "Aripiprazole has affinity for dopamine receptors and to a lesser extent for serotonin receptors.",
        each("aripiprazole", "actsOn", "dopamine receptor / serotonin receptor"),
    ),
    (
        "Cocaine causes increased heart rate and blood pressure.",
        each("cocaine", "hasAdverseEffect", "tachycardia / hypertension"),
    ),
    (
        "Cocaine causes a fast heart rate and lowers blood pressure.",
        {"cocaine hasAdverseEffect tachycardia +", "cocaine decreases blood pressure +"},
    ),
    (
        "LSD causes visual and auditory hallucinations.",
        each("LSD", "hasAdverseEffect", "visual hallucination / auditory hallucination"),
    ),
    ("Etodolac is used for treatment of mild to moderate acute pain.", each("etodolac", "treats", "acute pain")),
    ("Diazepam and lorazepam are benzodiazepines.", each("diazepam / lorazepam", "isA", "benzodiazepine")),
    (
        "Diazepam, lorazepam and clonazepam cause drowsiness, dizziness and confusion.",
        each("diazepam / lorazepam / clonazepam", "hasAdverseEffect", "drowsiness / dizziness / confusion"),
    ),
    (
        "Nausea, vomiting, and constipation are common side effects of oxycodone.",
        {
            f"{fact} [frequency=common]"
            for fact in each("oxycodone", "hasAdverseEffect", "nausea / vomiting / constipation")
        },
    ),
    (
        "Pregabalin treats fibromyalgia and anxiety, and causes dizziness.",
        each("pregabalin", "treats", "fibromyalgia / anxiety") | {"pregabalin hasAdverseEffect dizziness +"},
    ),
    (
        "Sertraline may cause nausea and/or diarrhea.",
        each("sertraline", "hasAdverseEffect", "nausea / diarrhea"),
    ),
    (
        "Amoxicillin treats ear infections, pneumonia, and bronchitis.",
        each("amoxicillin", "treats", "ear infection / pneumonia / bronchitis"),
    ),
    (
        "Prednisone is used for asthma and arthritis but not for malaria.",
        each("prednisone", "treats", "asthma / arthritis") | {"prednisone treats malaria -"},
    ),
    (
        "Doxycycline is used for acne rather than for migraine.",
        {"doxycycline treats acne +", "doxycycline treats migraine -"},
    ),
    ("Rivaroxaban is used for stroke but not for people with gout.", {"rivaroxaban treats stroke +"}),
    (
        "Warfarin does not cause drowsiness or dizziness.",
        {"warfarin hasAdverseEffect drowsiness -", "warfarin hasAdverseEffect dizziness -"},
    ),
    (
        "Neither loratadine nor fexofenadine causes drowsiness.",
        {"loratadine hasAdverseEffect drowsiness -", "fexofenadine hasAdverseEffect drowsiness -"},
    ),
    (
        "Prazosin causes dizziness, not insomnia.",
        {"prazosin hasAdverseEffect dizziness +", "prazosin hasAdverseEffect insomnia -"},
    ),
    ("Omeprazole treats heartburn, while headache and nausea are common.", each("omeprazole", "treats", "heartburn")),
    (
        "Methylphenidate causes spasm of the calf muscles, dry mouth and tremor.",
        each("methylphenidate", "hasAdverseEffect", "muscle spasm / dry mouth / tremor"),
    ),
    (
        "Pemoline causes gum bleeding, problems sleeping and nausea.",
        each("pemoline", "hasAdverseEffect", "gum problem / insomnia / nausea"),
    ),
    (
        "Side effects of pindolol include fast heart rate, discolouration of nails, paranoia and gout.",
        each(
            "pindolol",
            "hasAdverseEffect",
            "tachycardia / https://w3id.org/dispensatory/condition/discolouration-of-nails / paranoia / gout",
        ),
    ),
]

SHARED = [
    (
        "Fentanyl binds to mu, delta and kappa opioid receptors.",
        each("fentanyl", "actsOn", "mu-opioid receptor / delta-opioid receptor / kappa-opioid receptor"),
    ),
    (
        "Naltrexone is used for alcohol and opioid dependence.",
        each("naltrexone", "treats", "alcohol dependence / opioid dependence") | {"opioid hasRisk dependence +"},
    ),
]

EXAMPLES = [
    (
        "Opioids, such as morphine and oxycodone, cause constipation.",
        each("opioid / morphine / oxycodone", "hasAdverseEffect", "constipation")
        | each("morphine / oxycodone", "isA", "opioid"),
    ),
    (
        "Lithium may cause side effects such as tremor, thirst and weight gain.",
        each("lithium", "hasAdverseEffect", "tremor / thirst / weight gain"),
    ),
    (
        "Side effects such as dizziness, headache or dry mouth may occur with clonidine.",
        each("clonidine", "hasAdverseEffect", "dizziness / headache / dry mouth"),
    ),
]


@pytest.mark.parametrize(("text", "read"), LISTS)
def test_every_member_of_a_list_is_read(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Commas, "and", "or" and articles leave a list unbroken; a new verb ends it."""
    assert facts(text) == read


@pytest.mark.parametrize(("text", "read"), SHARED)
def test_members_share_the_end_of_the_last_name(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What only the last member spells out belongs to each."""
    assert facts(text) == read


@pytest.mark.parametrize(("text", "read"), EXAMPLES)
def test_examples_are_members_of_what_they_are_examples_of(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """After "such as" stand things of which the same is said."""
    assert facts(text) == read


def test_a_word_that_ends_a_name_of_its_own_shares_nothing(facts: Callable[..., set[str]]) -> None:
    """The mouth of a dry mouth is not irritated as well."""
    text = "Clonidine can cause dry mouth, nose or throat irritation."
    assert "clonidine hasAdverseEffect mouth ulcer +" not in facts(text)


def test_what_stands_before_a_preposition_is_shared(facts: Callable[..., set[str]]) -> None:
    """The direction holds for each thing that rises or falls."""
    text = "Side effects include increases in heart rate and blood pressure."
    assert {"doxapram hasAdverseEffect tachycardia +", "doxapram hasAdverseEffect hypertension +"} <= facts(
        text, "Doxapram"
    )


def test_conditions_are_listed_with_their_articles(facts: Callable[..., set[str]]) -> None:
    """An article behind a comma opens an apposition of a drug, and the next member of a list of conditions."""
    text = "People with glaucoma, an overactive thyroid, a stomach ulcer or gout should not take it."
    found = facts(text, "Doxapram")
    wanted = ("glaucoma", "hyperthyroidism", "stomach ulcer", "gout")
    assert [name for name in wanted if f"doxapram hasPrecaution {name} +" not in found] == []


def test_a_describing_word_may_stand_before_an_elided_name(facts: Callable[..., set[str]]) -> None:
    """In "severe liver or kidney disease" both are diseases."""
    found = facts("Do not take it if you have severe liver or kidney disease.", "Naproxen")
    assert {"naproxen hasPrecaution severe hepatic disease +", "naproxen hasPrecaution kidney disease +"} <= found
