"""Advice to readers names whom a drug does not suit and beside which medicines it calls for care."""

from collections.abc import Callable

import pytest

READ = [
    ("Do not take it if you have glaucoma.", {"hasPrecaution glaucoma"}),
    (
        "Tell your doctor if you have or have ever had epilepsy, liver disease or a stroke.",
        {"hasPrecaution epilepsy", "hasPrecaution liver disease", "hasPrecaution stroke"},
    ),
    (
        "If you are pregnant or breastfeeding, ask your doctor for advice.",
        {"hasPrecaution pregnancy", "hasPrecaution breastfeeding"},
    ),
    ("Before using this medicine, tell your pharmacist if you suffer from asthma.", {"hasPrecaution asthma"}),
    ("You should not take amlodipine if you have cardiogenic shock.", {"hasPrecaution cardiogenic shock"}),
    ("Amlodipine may not be suitable for you if you have heart failure.", {"hasPrecaution heart failure"}),
    ("Talk to your doctor if you are taking simvastatin or ciclosporin.", {"interactsWith simvastatin"}),
    (
        "Inform your doctor if you take warfarin or have diabetes.",
        {"interactsWith warfarin", "hasPrecaution diabetes"},
    ),
    ("Speak to your pharmacist if you are using medicines for asthma.", set()),
    (
        "Do not use it if you are allergic to amlodipine.",
        {"hasPrecaution https://w3id.org/dispensatory/condition/amlodipine-allergy"},
    ),
    ("If you have kidney disease, your doctor may prescribe a lower dose.", {"hasPrecaution kidney disease"}),
    ("Check with your doctor if you have psoriasis because it may get redder.", {"hasPrecaution psoriasis"}),
    ("If you have high blood pressure, your heart works harder.", set()),
    ("See a doctor straight away if you get chest pain.", set()),
    ("Stop taking it and tell your doctor if you notice a rash.", set()),
    ("Tell your doctor if you have headache or nausea.", set()),
    ("Tell your doctor if these symptoms get worse.", set()),
    ("Contact your doctor if you have jaundice.", set()),
    (
        "It is best not to take it if you have a history of addiction.",
        {"hasPrecaution history of substance abuse"},
    ),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_stands_behind_the_if_of_an_advice_calls_for_care(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """States are precautions, medicines that are taken interact, and what comes about under treatment is neither."""
    about = {fact for fact in facts(text, "Amlodipine") if " hasPrecaution " in fact or " interactsWith " in fact}
    assert read <= {fact.removeprefix("amlodipine ").removesuffix(" +") for fact in about}
    assert len(about) <= len(read) + ("ciclosporin" in text)


LISTS = [
    (
        "Do not take amlodipine if you:\n\n- have severe low blood pressure\n- are pregnant\n- are taking rifampicin",
        {"hasPrecaution hypotension", "hasPrecaution pregnancy", "interactsWith rifampin"},
    ),
    (
        "Tell your doctor if you are taking any of the following:\n\n- clarithromycin (an antibiotic)\n- verapamil",
        {"interactsWith clarithromycin", "interactsWith verapamil", "clarithromycin isA antibiotic"},
    ),
    (
        "## Other medicines and amlodipine\n\n- ketoconazole or itraconazole (used to treat fungal infection)",
        {
            "interactsWith ketoconazole",
            "interactsWith itraconazole",
            "ketoconazole treats fungal infection",
            "itraconazole treats fungal infection",
        },
    ),
    (
        "## Before you take amlodipine\n\nSigns of a heart attack are:\n\n- chest pain\n- sweating",
        set(),
    ),
    (
        "## Before you take amlodipine\n\nTell your doctor if:\n\n- you have had a heart attack\n- you have gout",
        {"hasPrecaution heart attack", "hasPrecaution gout"},
    ),
    (
        "Tell your doctor straight away if you get:\n\n- swelling\n- asthma",
        {"hasAdverseEffect edema", "hasAdverseEffect asthma"},
    ),
    ("Do not take amlodipine with:\n\n- grapefruit juice", {"interactsWith grapefruit juice"}),
    (
        "Do not take amlodipine\n\n- if you are allergic to it\n- if you currently have heart failure",
        {"hasPrecaution https://w3id.org/dispensatory/condition/amlodipine-allergy", "hasPrecaution heart failure"},
    ),
    (
        "If you get any of these symptoms, call your doctor. Do not take more until you have seen him:\n\n- fainting",
        {"hasAdverseEffect fainting"},
    ),
    (
        "## What increases my risk?\n\n- Gout\n- Low levels of potassium",
        {"hasPrecaution gout", "hasPrecaution hypokalemia"},
    ),
    (
        "Tell your doctor about all your current medicines and any you start or stop using, especially:\n\n"
        "- rifampin\n- sildenafil or tadalafil",
        {"interactsWith rifampin", "interactsWith sildenafil", "interactsWith tadalafil"},
    ),
    (
        "Talk to your doctor or pharmacist before taking amlodipine\n\n- If you have a history of gout.\n"
        "- If you have fits.",
        {"hasPrecaution gout", "hasPrecaution seizure"},
    ),
    ("Tell your doctor if you have: fits, gout.", {"hasPrecaution seizure", "hasPrecaution gout"}),
    (
        "Before using it, tell your doctor your medical history, especially of: heart block, gout.",
        {"hasPrecaution heart block", "hasPrecaution gout"},
    ),
    (
        "Get medical help right away if you have any serious side effects, including: fainting, swollen ankles.",
        {"hasAdverseEffect fainting", "hasAdverseEffect edema"},
    ),
    ("Unlikely but report: fainting.", {"hasAdverseEffect fainting + [frequency=rare]"}),
    (
        "Amlodipine should be used with caution in people with:\n\n- gout, which may be worsened\n- asthma",
        {"hasPrecaution gout", "hasPrecaution asthma"},
    ),
]


@pytest.mark.parametrize(("text", "read"), LISTS)
def test_the_lead_in_tells_whether_items_are_states_medicines_or_complaints(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A line that asks to watch for something opens a list of side effects, whatever the heading above it."""
    assert {fact.removeprefix("amlodipine ").removesuffix(" +") for fact in facts(text, "Amlodipine")} == read


CAUTIONS = [
    ("In those with liver disease, extra care should be taken.", {"liver disease"}),
    ("Special caution is advised when treating patients with epilepsy.", {"epilepsy"}),
    ("Patients with a history of gout should use warfarin cautiously.", {"gout"}),
    ("Caution is warranted in patients with glaucoma.", {"glaucoma"}),
    ("Warfarin is contraindicated in people with haemophilia.", {"hemophilia"}),
    ("Warfarin should be avoided in patients with peptic ulcer.", {"peptic ulcer"}),
    ("Warfarin should not be given to children.", {"children"}),
    ("Warfarin is unsuitable for the elderly.", {"elderly"}),
    ("Warfarin is not recommended during pregnancy or breastfeeding.", {"pregnancy", "breastfeeding"}),
    ("It should be used cautiously in patients with liver disease.", {"liver disease"}),
    ("It may impair the ability to drive or operate machinery.", {"driving", "operating machinery"}),
    ("Do not drive.", {"driving"}),
    ("Caution is advised in those with epilepsy.", {"epilepsy"}),
    ("People with gout should avoid warfarin.", {"gout"}),
    ("Hands off if you have glaucoma or an overactive thyroid.", {"glaucoma", "hyperthyroidism"}),
    (
        "Warfarin is not suitable for everyone, including people with serious problems such as gout or asthma.",
        {"gout", "asthma"},
    ),
    ("If you have diabetes, warfarin can make it harder to control your blood sugar.", {"diabetes"}),
    ("If you have gout, this medicine may not help.", {"gout"}),
    ("If you feel dizzy, warfarin may be stopped.", set()),
    ("Older adults may be more sensitive to the side effects of this drug.", {"elderly"}),
    ("Dangerous side effects can occur, especially if you have gout.", {"gout"}),
    ("Warfarin is excreted in breast milk.", {"breastfeeding"}),
    ("Driving should be avoided.", {"driving"}),
    ("The risk is higher in the elderly.", {"elderly"}),
    ("Quitting cold turkey is not a good idea.", {"abrupt discontinuation"}),
    ("Warfarin is not an approved use for gout.", set()),
    ("Warfarin may help people reduce their drinking.", set()),
    ("Warfarin is used in children.", set()),
    ("## Who should not take warfarin?\n\n- People with asthma\n- Pregnant women", {"asthma", "pregnant women"}),
    (
        "## Before you start, tell your doctor if:\n\n- You are pregnant\n- Asthma or gout",
        {"pregnancy", "asthma", "gout"},
    ),
    ("## Stop it and call your doctor if you have:\n\n- Fever\n- Asthma", set()),
]


@pytest.mark.parametrize(("text", "read"), CAUTIONS)
def test_whom_a_text_warns_is_a_precaution(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Warnings come in many words; what is no use is no warning, nor is use in a group of people."""
    told = {fact for fact in facts(text, "Warfarin") if " hasPrecaution " in fact}
    assert {fact.removeprefix("warfarin hasPrecaution ").removesuffix(" +") for fact in told} == read


def test_a_part_of_what_is_advised_against_is_not_what_the_advice_is_about(facts: Callable[..., set[str]]) -> None:
    """Of "avoid drinking alcohol" the page's drug calls for care, and not alcohol."""
    found = facts("Avoid drinking alcohol while taking it.", "Amitriptyline")
    assert not [fact for fact in found if fact.startswith("alcohol ")]


def test_of_a_description_and_a_name_only_the_name_calls_for_care(facts: Callable[..., set[str]]) -> None:
    """A "condition causing muscle weakness, called myasthenia gravis" is one state, and nothing the drug does."""
    found = facts(
        "Do not take it if you have a condition causing muscle weakness, called myasthenia gravis.", "Codeine"
    )
    assert found == {"codeine hasPrecaution myasthenia gravis +"}


WATCHED = [
    ("Stop taking it and call your doctor if you develop a rash or fainting.", {"skin rash", "fainting"}),
    ("Contact your doctor if you experience gout.", {"gout"}),
    ("Seek help at once if you have chest pain.", {"chest pain"}),
    ("Call your doctor if you have gout.", set()),
    ("Call your doctor if you notice that your asthma gets worse.", set()),
    ("Call your doctor if you become pregnant.", set()),
    ("Seek help if you do not feel less pain.", set()),
    ("Before taking it, call your doctor if you have chest pain.", set()),
]


@pytest.mark.parametrize(("text", "read"), WATCHED)
def test_what_readers_are_to_watch_for_are_side_effects(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A disease that somebody merely has is none, nor is what is treated or what was there before."""
    told = {fact for fact in facts(text, "Amlodipine") if " hasAdverseEffect " in fact}
    assert {fact.removeprefix("amlodipine hasAdverseEffect ").removesuffix(" +") for fact in told} == read


def test_what_is_granted_before_an_advice_does_not_turn_it(facts: Callable[..., set[str]]) -> None:
    """Only what stands in the advice itself, or in one of its conditions, makes it one on complaints."""
    granted = "Although side effects are rare, do not take it if you have gout or a history of fainting."
    assert facts(granted, "Amlodipine") >= {"amlodipine hasPrecaution gout +", "amlodipine hasPrecaution fainting +"}


SEMICOLONS = [
    (
        "Tell your doctor if you have or have ever had heart, liver, or kidney disease; stomach ulcers; or asthma.",
        {"heart disease", "liver disease", "kidney disease", "stomach ulcer", "asthma"},
    ),
    (
        "Inform your doctor if you are; pregnant, planning a pregnancy, or breastfeeding.",
        {"pregnancy", "breastfeeding"},
    ),
    ("Do not take it if you have glaucoma; see your doctor for gout.", {"glaucoma"}),
]


@pytest.mark.parametrize(("text", "expected"), SEMICOLONS)
def test_semicolons_part_the_members_of_a_list(facts: Callable[..., set[str]], text: str, expected: set[str]) -> None:
    """The list goes on behind them, until the advice itself does."""
    found = {each.split(" +")[0] for each in facts(text, "Naproxen") if "hasPrecaution" in each}
    assert {f"naproxen hasPrecaution {each}" for each in expected} <= found
    assert "naproxen hasPrecaution gout" not in found


def test_a_line_goes_on_with_the_list_above(facts: Callable[..., set[str]]) -> None:
    """What stands below "or if you have:" is asked for by the advice before; a state of readers is no risk."""
    text = "Tell your doctor if you are:\n\n- pregnant\n\nor if you have:\n\n- asthma\n- are dependent on opioids"
    found = facts(text, "Naproxen")
    assert "naproxen hasPrecaution asthma +" in found
    assert "naproxen hasPrecaution opioid dependence +" in found
    assert not any("hasRisk" in each for each in found)


def test_readers_are_told_what_goes_for_the_drug(facts: Callable[..., set[str]]) -> None:
    """What happens first in "if drowsiness occurs, you should not drive" is not what the advice is about."""
    found = facts("If dizziness occurs, you should not drive or operate machinery.", "Naproxen")
    assert {"naproxen hasPrecaution driving +", "naproxen hasPrecaution operating machinery +"} <= found


def test_where_a_drug_was_not_studied_care_is_due(facts: Callable[..., set[str]]) -> None:
    """That is no denial of the precaution."""
    text = "It has not been studied in patients with a history of gout and is not recommended for them."
    assert "naproxen hasPrecaution gout +" in {each.split(" [")[0] for each in facts(text, "Naproxen")}


def test_the_use_of_a_drug_is_not_taking_another(facts: Callable[..., set[str]]) -> None:
    """A line on use heads states, as its section says."""
    text = (
        "## Contraindications\n\nUse of naproxen should be avoided in people with these conditions:\n\n- gout\n- asthma"
    )
    assert {"naproxen hasPrecaution gout +", "naproxen hasPrecaution asthma +"} <= facts(text, "Naproxen")
