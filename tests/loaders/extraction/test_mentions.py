"""Which things a sentence names, and by which of its words."""

from collections.abc import Callable

import pytest

from loaders.extraction.sentence import Sentence

NAMED = [
    ("Zolpidem treats insomnia.", ["Zolpidem = zolpidem", "insomnia = insomnia"]),
    ("ZOLPIDEM and Ambien are one.", ["ZOLPIDEM = zolpidem", "Ambien = zolpidem"]),
    ("Benzodiazepines are sold.", ["Benzodiazepines = benzodiazepine"]),
    ("The μ-opioid receptor binds it.", ["μ-opioid receptor = mu-opioid receptor"]),
    ("Neuropathic pain hurts.", ["Neuropathic pain = neuropathic pain"]),
    ("Opioid withdrawal is hard.", ["Opioid withdrawal = opioid withdrawal"]),
    ("Beta blockers and a beta-blocker are alike.", ["Beta blockers = beta blocker", "beta-blocker = beta blocker"]),
    ("Norvasc is AMLODIPINE.", ["Norvasc = amlodipine", "AMLODIPINE = amlodipine"]),
    (
        "Type 2 diabetes and diabetes insipidus differ.",
        ["Type 2 diabetes = type 2 diabetes", "diabetes insipidus = diabetes insipidus"],
    ),
    ("β2-adrenergic receptors are found there.", ["β2-adrenergic receptors = beta-2 adrenergic receptor"]),
    (
        "Hydrochlorothiazide/lisinopril is sold.",
        ["Hydrochlorothiazide = hydrochlorothiazide", "lisinopril = lisinopril"],
    ),
    ("High blood pressure hurts no one at first.", ["High blood pressure = hypertension"]),
    (
        "Lower concentrations of albumin and decreased concentration differ.",
        ["decreased concentration = impaired concentration"],
    ),
    ("Susceptible strains grow, and a muscle strain hurts.", ["muscle strain = strain"]),
    ("It lowers wind-up, and trapped wind.", ["trapped wind = flatulence"]),
    ("A metforminlike look misleads an ironmonger.", []),
    ("Painters like zolpidemic words.", []),
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_the_longest_name_at_a_place_is_meant(sentence: Callable[..., Sentence], text: str, named: list[str]) -> None:
    """Case, plural, Greek letters and brands do not matter; parts of words are no names."""
    ready = sentence(text)
    kinds = frozenset({"Drug", "DrugClass", "Target", "Condition"})
    found = [f"{ready.text_of(text, m)} = {m.meant(kinds)[0].label}" for m in ready.mentions if m.meant(kinds)]
    assert found == named


def test_a_bracketed_abbreviation_does_not_part_a_name(sentence: Callable[..., Sentence]) -> None:
    """The name runs on behind the bracket."""
    text = "It binds the gamma-aminobutyric acid (GABA) B receptor."
    ready = sentence(text)
    assert [
        (ready.text_of(text, m), m.candidates[0].label) for m in ready.mentions if m.meant(frozenset({"Target"}))
    ] == [("gamma-aminobutyric acid (GABA) B receptor", "GABA-B receptor")]


def test_a_brand_is_marked_and_a_label_is_not(sentence: Callable[..., Sentence]) -> None:
    """The two name the same drug in different ways."""
    assert [mention.brand for mention in sentence("Valium is diazepam.").mentions] == [True, False]


@pytest.mark.parametrize(
    "text",
    ["Larger doses are required.", "The seizure of the goods is lawful.", "Depressed respiratory drive is feared."],
)
def test_what_is_only_written_like_a_condition_is_none(sentence: Callable[..., Sentence], text: str) -> None:
    """Need, customs and breathing are no high dose, no fit and no mood."""
    assert not [m for m in sentence(text).mentions if m.meant(frozenset({"Condition"}))]
