"""Comparisons: what is compared, in which aspect, and which way."""

from collections.abc import Callable

import pytest

COMPARED = [
    ("Buprenorphine has a lower abuse potential than heroin.", "buprenorphine / heroin + abuse potential lower"),
    ("Fentanyl is more potent than morphine.", "fentanyl / morphine + potency higher"),
    ("Fentanyl is 50 times more potent than heroin.", "fentanyl / heroin + potency higher"),
    ("Codeine is weaker than morphine.", "codeine / morphine + potency lower"),
    ("Zolpidem is less sedating than diazepam.", "zolpidem / diazepam + sedation lower"),
    ("Lorazepam has a faster onset than diazepam.", "lorazepam / diazepam + onset higher"),
    ("Compared to morphine, codeine has a lower risk of dependence.", "codeine / morphine + dependence lower"),
    (
        "Zolpidem has less risk of dependence compared with benzodiazepines.",
        "zolpidem / benzodiazepine + dependence lower",
    ),
    ("Clonazepam has a longer duration of action than alprazolam.", "clonazepam / alprazolam + duration higher"),
    ("Oxycodone has a higher bioavailability than morphine.", "oxycodone / morphine + bioavailability higher"),
    ("Buspirone is not more effective than diazepam.", "buspirone / diazepam - efficacy higher"),
    ("Nalbuphine is not as potent as fentanyl.", "nalbuphine / fentanyl + potency lower"),
    ("Hydromorphone is five times as potent as morphine.", "hydromorphone / morphine + potency higher"),
    ("Codeine is one tenth as potent as morphine.", "codeine / morphine + potency lower"),
    ("Ibuprofen is as effective as codeine.", "ibuprofen / codeine + efficacy similar"),
    ("Naproxen is superior to codeine.", "naproxen / codeine + efficacy higher"),
    ("Midazolam was inferior to propofol in sedation.", "midazolam / propofol + sedation lower"),
    ("Unlike diazepam, buspirone has a lower abuse potential.", "buspirone / diazepam + abuse potential lower"),
    (
        "Compared with the barbiturates, lorazepam has a lower abuse potential.",
        "lorazepam / barbiturate + abuse potential lower",
    ),
    ("Heroin is more heat-stable than morphine.", "heroin / morphine + heat stable higher"),
    ("Diazepam lasts much longer in the body than triazolam.", "diazepam / triazolam + duration higher"),
    ("Alfentanil acts faster than fentanyl.", "alfentanil / fentanyl + onset higher"),
    ("Doxepin had efficacy similar to that of trazodone.", "doxepin / trazodone + efficacy similar"),
    ("Loxapine is comparable in efficacy to haloperidol.", "loxapine / haloperidol + efficacy similar"),
    ("Lithium has a narrower therapeutic index than lamotrigine.", "lithium / lamotrigine + safety lower"),
    (
        "The incidence of sedation is lower with loratadine than with cetirizine.",
        "loratadine / cetirizine + sedation lower",
    ),
    ("Etodolac and naproxen are equally effective.", "etodolac / naproxen + efficacy similar"),
    ("Citalopram and escitalopram have similar side effects.", "citalopram / escitalopram + side effect similar"),
    ("Naproxen is a safer alternative to codeine.", "naproxen / codeine + safety higher"),
    ("Naproxen is safe, although morphine is more effective.", "morphine / naproxen + efficacy higher"),
    ("Naproxen heals more effectively than aspirin.", "naproxen / aspirin + efficacy higher"),
    ("Clozapine causes weight gain more frequently than haloperidol.", "clozapine / haloperidol + weight gain higher"),
]

NOT_COMPARED = [
    "Fentanyl is a very potent opioid.",
    "Lorazepam is faster.",
    "Midazolam is given as an anxiolytic, as an adjunct to local anesthetics.",
    "More than 20 mg of haloperidol may cause tremor.",
    "Ibuprofen is used to treat more severe pain.",
    "As little as 2 mg of fentanyl and as many as ten tablets of codeine were found.",
    "The higher the dose of naproxen, the higher the risk of bleeding with aspirin.",
    "Codeine, which is sold with paracetamol, is weak; anything stronger requires a prescription.",
    "Some people get greater analgesia from codeine due to morphine.",
    "The combination of codeine and paracetamol is less often used than before.",
    "More people died from fentanyl than from heroin.",
    "Etodolac and naproxen are taken at the same dose by most people.",
    "Citalopram and escitalopram are metabolized with similar side effects in view.",
    "Cimetidine slows the breakdown of theophylline, leading to more pronounced effects.",
]


def told(compared: str) -> str:
    """Return the fact that `subject / object polarity aspect direction` stands for."""
    subject, rest = compared.split(" / ")
    other, polarity, words = next((o, p, w) for p in "+-" for o, mark, w in [rest.partition(f" {p} ")] if mark)
    aspect, _, direction = words.rpartition(" ")
    return f"{subject} comparedWith {other} {polarity} [aspect={aspect}, direction={direction}]"


@pytest.mark.parametrize(("text", "compared"), COMPARED)
def test_a_comparison_has_two_sides_an_aspect_and_a_direction(
    facts: Callable[..., set[str]], text: str, compared: str
) -> None:
    """And nothing else is said of the subject that is less: a lower risk is no risk stated."""
    other = compared.partition(" / ")[2].partition(" + ")[0].partition(" - ")[0]
    found = facts(text)
    assert told(compared) in found
    if compared.endswith("lower"):
        assert {fact for fact in found if not fact.startswith(other)} == {told(compared)}


def test_the_second_comparison_of_a_sentence_keeps_what_it_is_compared_with(facts: Callable[..., set[str]]) -> None:
    """After "less potent than X", "but causes more nausea" compares with X too."""
    text = "Morphine is less potent than fentanyl but causes more nausea."
    assert {told("morphine / fentanyl + potency lower"), told("morphine / fentanyl + nausea higher")} <= facts(text)


def test_on_the_page_of_a_drug_what_is_more_is_more_than_it(facts: Callable[..., set[str]]) -> None:
    """Where another drug is said to be more and nothing tells than what; a class that it may belong to is none."""
    assert told("fentanyl / morphine + potency higher") in facts("Fentanyl is far more potent.", title="Morphine")
    assert told("fentanyl / morphine + potency higher") not in facts("Fentanyl is far more potent.")
    assert not {fact for fact in facts("Opioids are more potent.", title="Morphine") if "compared" in fact}
    assert not {fact for fact in facts("It is far more potent.", title="Morphine") if "compared" in fact}


def test_a_later_comparison_compares_with_the_same(facts: Callable[..., set[str]]) -> None:
    """In one clause, and behind a clause of comparison that stands in front."""
    text = "Duloxetine is as effective as paroxetine and has fewer side effects."
    assert told("duloxetine / paroxetine + side effect lower") in facts(text)
    text = "While less potent than fentanyl, alfentanil acts faster."
    assert {told("alfentanil / fentanyl + potency lower"), told("alfentanil / fentanyl + onset higher")} == facts(text)


def test_what_one_is_likelier_to_bring_about_is_compared(facts: Callable[..., set[str]]) -> None:
    """The condition stands behind the thing compared with."""
    text = "Citalopram is less likely than fluoxetine to cause insomnia."
    assert told("citalopram / fluoxetine + insomnia lower") in facts(text)


@pytest.mark.parametrize("text", NOT_COMPARED)
def test_a_strong_word_alone_compares_nothing(facts: Callable[..., set[str]], text: str) -> None:
    """Without something to compare with there is no comparison."""
    assert not {fact for fact in facts(text) if "comparedWith" in fact}


def test_the_dose_at_which_it_is_compared_is_no_aspect(facts: Callable[..., set[str]]) -> None:
    """What is higher is the dose of the one, and not something that the other has less of."""
    found = facts("Ketamine, particularly at higher doses, is more sedating than esketamine.")
    assert {fact for fact in found if "aspect=dose" in fact} == set()


def test_what_is_compared_with_is_the_subject_of_nothing(facts: Callable[..., set[str]]) -> None:
    """A list behind "than" belongs to the comparison as a whole, and the next one has the same subject."""
    text = "Lorazepam is more potent than diazepam, oxazepam and temazepam, and as effective as alprazolam."
    assert {fact for fact in facts(text) if not fact.startswith("lorazepam")} == set()
    assert told("lorazepam / alprazolam + efficacy similar") in facts(text)


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Nausea is less common with codeine than with morphine.", "codeine / morphine + nausea lower"),
        ("Tolerance with prazepam is less severe than with diazepam.", "prazepam / diazepam + tolerance lower"),
        (
            "Drowsiness is more pronounced with hydroxyzine than with loratadine.",
            "hydroxyzine / loratadine + sedation higher",
        ),
    ],
)
def test_what_there_is_more_of_is_the_aspect(facts: Callable[..., set[str]], text: str, compared: str) -> None:
    """Of something that is more common, more severe, more pronounced."""
    assert {fact for fact in facts(text) if "comparedWith" in fact} == {told(compared)}


def test_what_a_sentence_first_compares_with_is_not_its_subject(facts: Callable[..., set[str]]) -> None:
    """An "its" behind "compared to X and Y" is the topic's, which is compared with both."""
    found = facts("Compared to escitalopram and sertraline, its side effects are milder.", "Fluvoxamine")
    assert {
        "fluvoxamine comparedWith escitalopram + [aspect=side effect, direction=lower]",
        "fluvoxamine comparedWith sertraline + [aspect=side effect, direction=lower]",
    } <= found, found


def test_of_two_degrees_of_a_list_each_has_its_aspect(facts: Callable[..., set[str]]) -> None:
    """What is shorter is not longer because what stands before it is faster."""
    read = facts("Triazolam has a faster onset and shorter duration than diazepam.")
    assert read == {
        "triazolam comparedWith diazepam + [aspect=onset, direction=higher]",
        "triazolam comparedWith diazepam + [aspect=duration, direction=lower]",
    }
