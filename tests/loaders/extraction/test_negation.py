"""What a sentence denies, and where its denial ends."""

from collections.abc import Callable

import pytest

DENIED = [
    ("Zolpidem is not a benzodiazepine.", {"zolpidem isA benzodiazepine -"}),
    ("Clonidine is no stimulant.", {"clonidine isA stimulant -"}),
    (
        "You cannot get high from ondansetron, or become physically addicted to it.",
        {"ondansetron hasRisk physical dependence -"},
    ),
    ("Gabapentin is not technically an opioid.", {"gabapentin isA opioid -"}),
    (
        "Buspirone is neither a benzodiazepine nor a barbiturate.",
        {"buspirone isA benzodiazepine -", "buspirone isA barbiturate -"},
    ),
    ("Gabapentin does not bind to GABA receptors.", {"gabapentin actsOn GABA receptor -"}),
    (
        "Flumazenil is not indicated for the treatment of alcohol withdrawal.",
        {"flumazenil treats alcohol withdrawal -"},
    ),
    ("Codeine is no longer used to treat cough in children.", {"codeine treats cough - [population=children]"}),
    ("Bupropion has not been shown to cause weight gain.", {"bupropion hasAdverseEffect weight gain -"}),
    ("There is no evidence that gabapentin causes addiction.", {"gabapentin hasRisk addiction -"}),
    ("Methadone never causes euphoria.", {"methadone hasEffect euphoria -"}),
    ("Tramadol is free of respiratory depression.", {"tramadol hasAdverseEffect respiratory depression -"}),
    ("Trazodone lacks abuse potential.", {"trazodone hasRisk misuse -"}),
    (
        "Guanfacine seems to lack effects such as euphoria or constipation.",
        {"guanfacine hasEffect euphoria -", "guanfacine hasAdverseEffect constipation -"},
    ),
    ("There is no association between melatonin use and dementia.", {"melatonin hasRisk dementia -"}),
    ("Aspirin doesn’t cause constipation.", {"aspirin hasAdverseEffect constipation -"}),
    ("None of the benzodiazepines treats depression.", {"benzodiazepine treats depression -"}),
    (
        "It is unlikely that pregabalin causes respiratory depression.",
        {"pregabalin hasAdverseEffect respiratory depression -"},
    ),
    ("Naloxone does not interact with alcohol.", {"naloxone interactsWith alcohol -"}),
    (
        "Aspirin is not a controlled substance in the United States.",
        {"aspirin isA controlled substance - [jurisdiction=United States]"},
    ),
    ("There is little evidence that melatonin causes tolerance.", {"melatonin hasRisk tolerance -"}),
    ("Armodafinil should not be used to combat sleepiness.", {"armodafinil treats drowsiness -"}),
]

ENDED = [
    (
        "Haloperidol is used to treat schizophrenia, but not depression.",
        {"haloperidol treats schizophrenia +", "haloperidol treats depression -"},
    ),
    (
        "Clonidine is an antihypertensive rather than an opioid.",
        {"clonidine isA antihypertensive +", "clonidine isA opioid -"},
    ),
    (
        "Kratom is not an opioid but acts on opioid receptors.",
        {"kratom isA opioid -", "kratom actsOn opioid receptor +"},
    ),
    (
        "Ibuprofen is an NSAID, not an opioid.",
        {"ibuprofen isA nonsteroidal anti-inflammatory drug +", "ibuprofen isA opioid -"},
    ),
    (
        "Pregabalin is a gabapentinoid, not an opioid or a benzodiazepine.",
        {"pregabalin isA gabapentinoid +", "pregabalin isA opioid -", "pregabalin isA benzodiazepine -"},
    ),
    (
        "Propranolol isn't a sedative, and it doesn't cause dependence.",
        {"propranolol isA sedative -", "propranolol hasRisk dependence -"},
    ),
    (
        "Unlike benzodiazepines, buspirone does not cause physical dependence.",
        {
            "buspirone hasRisk physical dependence -",
            "buspirone comparedWith benzodiazepine + [aspect=dependence, direction=lower]",
            "benzodiazepine hasRisk physical dependence +",
        },
    ),
    (
        "Haloperidol does not treat depression, but it treats schizophrenia.",
        {"haloperidol treats depression -", "haloperidol treats schizophrenia +"},
    ),
]

NOT_DENIED = [
    ("With alprazolam it is better not to wear a hat (danger of seizures).", {"alprazolam hasRisk seizure +"}),
    (
        "Alprazolam not infrequently leads to tremor.",
        {"alprazolam hasAdverseEffect tremor + [frequency=common]"},
    ),
    ("Opioids should not be combined with alcohol.", {"opioid interactsWith alcohol +"}),
    ("Melatonin is a non-benzodiazepine hypnotic.", {"melatonin isA hypnotic +", "melatonin isA nonbenzodiazepine +"}),
    ("Lithium should not be used in pregnancy.", {"lithium hasPrecaution pregnancy +"}),
    ("Without a doctor's advice, do not stop taking sertraline.", set()),
    ("Sertraline rarely causes seizures.", {"sertraline hasAdverseEffect seizure + [frequency=rare]"}),
    ("Naloxone has no abuse potential.", {"naloxone hasAbusePotential none +"}),
]


@pytest.mark.parametrize(("text", "read"), DENIED)
def test_what_is_denied_is_read_as_denied(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A word of denial before the cue, and a cue that denies by itself, turn the fact around."""
    assert facts(text) == read


@pytest.mark.parametrize(("text", "read"), ENDED)
def test_a_denial_ends_where_something_else_begins(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Beside what is denied, what is affirmed in the same sentence stays affirmed."""
    assert facts(text) == read


@pytest.mark.parametrize(("text", "read"), NOT_DENIED)
def test_words_that_only_look_like_denial_deny_nothing(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A prefix denies one word, advice denies no fact, and a level named "no" is a level."""
    assert facts(text) == read


def test_what_is_exempted_from_a_denial_is_affirmed(facts: Callable[..., set[str]]) -> None:
    """The exception is the one use that stands."""
    assert facts("Clonazepam is not indicated except for epilepsy.") == {"clonazepam treats epilepsy +"}
    assert facts("Clonazepam is not indicated for epilepsy.") == {"clonazepam treats epilepsy -"}


def test_a_subject_of_its_own_ends_a_fronted_denial(facts: Callable[..., set[str]]) -> None:
    """What "it" does after "although not a benzodiazepine" is not denied."""
    found = facts("Although not a benzodiazepine it acts on the brain.", "Zopiclone")
    assert "zopiclone actsIn brain +" in found


FURTHER = [
    (
        "Naloxone does not reverse overdoses of non-opioid drugs, such as cocaine and alcohol.",
        {"cocaine isA opioid -", "alcohol isA opioid -"},
    ),
    ("Sertraline has negligible affinity for the dopamine transporter.", {"sertraline actsOn dopamine transporter -"}),
    ("Paracetamol is safe to take with warfarin.", {"paracetamol interactsWith warfarin -"}),
]


@pytest.mark.parametrize(("text", "read"), FURTHER)
def test_a_prefix_a_grade_and_a_reassurance_deny(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What "non-opioids" are, what is negligible and what is safe together is denied."""
    assert read <= facts(text)


def test_a_denial_is_of_its_own_verb(facts: Callable[..., set[str]]) -> None:
    """What is not paid for may be treated all the same, and the use is neither told nor denied."""
    found = facts("Quetiapine is not subsidised in Norway for the treatment of depression.")
    assert not {fact for fact in found if " treats " in fact}


def test_a_bracket_denies_no_member_behind_it(facts: Callable[..., set[str]]) -> None:
    """What it says of one member is over when it closes."""
    text = "Sertraline is used to treat obsessive-compulsive disorder (thoughts that won't go away) and panic attacks."
    assert "sertraline treats panic attack +" in facts(text)


def test_what_is_not_treated_is_not_denied(facts: Callable[..., set[str]]) -> None:
    """The condition of a danger denies none."""
    assert not any(
        fact.endswith(" -") for fact in facts("If not treated a high potassium level can be fatal.", "Eplerenone")
    )


def test_what_is_told_with_a_prefix_and_without_is_so(facts: Callable[..., set[str]]) -> None:
    """Of "fatal and non-fatal" the second denies nothing."""
    found = facts("Fatal and non-fatal bleeding has been reported with naproxen.")
    assert "naproxen hasRisk death +" in found
    assert not any(each.endswith("-") for each in found)
