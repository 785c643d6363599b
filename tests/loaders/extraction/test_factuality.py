"""What is asked, doubted or believed by mistake is no fact."""

from collections.abc import Callable

import pytest

NOT_CLAIMED = [
    "Is zolpidem a benzodiazepine?",
    "Many people wonder whether gabapentin is an opioid.",
    "It is a myth that sertraline is an opioid.",
    "Zolpidem is often mistaken for a benzodiazepine.",
    "Zolpidem is mistakenly classed as a benzodiazepine.",
    "Does naloxone cause nausea? Can it treat pain?",
    "It is unclear if gabapentin treats anxiety.",
    "The belief that tramadol causes euphoria is widespread.",
    "Evidence for the use of naproxen in chronic pain is insufficient.",
    "Melatonin is used for pain, and this use is of unknown benefit.",
    "It was hoped that zopiclone would be safer than temazepam.",
    "There is little evidence that melatonin treats depression.",
]

REFUTED = [
    ("The efficacy of sertraline in treating fibromyalgia remains unestablished.", "sertraline treats fibromyalgia -"),
    (
        "The guidelines recommended against the use of quetiapine in the treatment of insomnia.",
        "quetiapine treats insomnia -",
    ),
]

GIVEN_UP = [
    (
        "Gabapentin was originally developed to treat spasticity, but it is not used for this.",
        "gabapentin treats spasticity -",
    ),
    ("Pregabalin was once used to treat anxiety, but is no longer recommended.", "pregabalin treats anxiety -"),
]


@pytest.mark.parametrize("text", NOT_CLAIMED)
def test_what_is_not_claimed_is_not_read(facts: Callable[..., set[str]], text: str) -> None:
    """Questions, doubts and mistakes leave no evidence."""
    assert facts(text) == set()


@pytest.mark.parametrize(("text", "read"), REFUTED)
def test_a_use_advised_against_or_never_shown_is_denied(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """What was looked for in vain, or is advised against, is no use."""
    assert facts(text) == {read}


@pytest.mark.parametrize(("text", "read"), GIVEN_UP)
def test_a_use_given_up_is_denied(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """What a drug was made for and is not used for, it does not treat."""
    assert read in facts(text)


def test_a_use_of_the_past_alone_is_left_out(facts: Callable[..., set[str]]) -> None:
    """Without a word on today nothing is claimed either way."""
    assert facts("Phenobarbital was historically used to treat insomnia.") == set()


def test_how_a_drug_works_may_be_unclear_while_its_use_is_not(facts: Callable[..., set[str]]) -> None:
    """Only a use that is itself unproven is left out."""
    text = "The mechanism of lithium in the treatment of mania is unclear."
    assert facts(text) == {"lithium treats mania +"}


def test_doubt_about_safety_calls_for_care(facts: Callable[..., set[str]]) -> None:
    """What is not known to be safe is a precaution."""
    assert "trazodone hasPrecaution pregnancy +" in facts("It is unclear if use during pregnancy is safe.", "Trazodone")


REASSURED = [
    ("Its use during breastfeeding is considered to be safe.", "breastfeeding"),
    ("Use during pregnancy is generally safe.", "pregnancy"),
    ("There is no known risk when used during pregnancy.", "pregnancy"),
]


@pytest.mark.parametrize(("text", "state"), REASSURED)
def test_what_is_safe_needs_no_care(facts: Callable[..., set[str]], text: str, state: str) -> None:
    """A reassurance denies the precaution that the words would otherwise be."""
    found = facts(text, "Trazodone")
    assert f"trazodone hasPrecaution {state} -" in found
    assert f"trazodone hasPrecaution {state} +" not in found


def test_what_is_not_safe_needs_care(facts: Callable[..., set[str]]) -> None:
    """A denied reassurance reassures nobody."""
    assert "trazodone hasPrecaution pregnancy -" not in facts("Use in pregnancy is not considered safe.", "Trazodone")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Trazodone combined with melatonin is considered safe.", "-"),
        ("It is safe to take trazodone with melatonin.", "-"),
        ("It is not safe to take trazodone with melatonin.", "+"),
        ("Trazodone interacts with melatonin.", "+"),
    ],
)
def test_what_is_safe_together_does_not_interact(facts: Callable[..., set[str]], text: str, side: str) -> None:
    """A reassurance on a combination denies the interaction, and a denied one reassures nobody."""
    other = {"+": "-", "-": "+"}[side]
    found = facts(text)
    assert f"trazodone interactsWith melatonin {side}" in found
    assert f"trazodone interactsWith melatonin {other}" not in found


def test_a_caution_ends_the_reassurance_before_it(facts: Callable[..., set[str]]) -> None:
    """What is safe for most is none of what care is asked for."""
    text = "While kava appears safe for most, caution is advised when it is combined with alcohol."
    assert not [fact for fact in facts(text, "Kava") if fact.partition(" [")[0].endswith("-")]


@pytest.mark.parametrize("doubt", ["It is unclear if it is", "It is unknown if it is", "It is not clear if it is"])
def test_doubtful_safety_calls_for_care(facts: Callable[..., set[str]], doubt: str) -> None:
    """Whether it is safe may be asked of nobody who is not to take care."""
    read = facts(f"{doubt} safe in pregnancy.", "Fluvoxamine")
    assert "fluvoxamine hasPrecaution pregnancy -" not in read
