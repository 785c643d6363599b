"""Bare lists: what stands in them has the role that heading, lead-in or label gives."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Common side effects include:\n\n- Tremor\n- Dry mouth\n- Constipation",
        {
            "haloperidol hasAdverseEffect tremor + [frequency=common]",
            "haloperidol hasAdverseEffect dry mouth + [frequency=common]",
            "haloperidol hasAdverseEffect constipation + [frequency=common]",
        },
    ),
    (
        "Haloperidol is used for:\n\n1. Schizophrenia\n2. Mania\n\nIt is a drug.",
        {"haloperidol treats schizophrenia +", "haloperidol treats mania +"},
    ),
    (
        "Tell your doctor if you have:\n\n- asthma\n- kidney disease\n- a history of stroke",
        {"haloperidol hasPrecaution asthma +", "haloperidol hasPrecaution kidney disease +"},
    ),
    (
        "Side effects are:\n\n* drowsiness (common)\n* confusion (in older adults)",
        {
            "haloperidol hasAdverseEffect drowsiness + [frequency=common]",
            "haloperidol hasAdverseEffect confusion + [population=elderly]",
        },
    ),
    (
        "- Drug class: Antipsychotic\n- Uses: Schizophrenia, mania\n- Side effects: Tremor\n- Route: Oral",
        {
            "haloperidol isA antipsychotic +",
            "haloperidol treats schizophrenia +",
            "haloperidol treats mania +",
            "haloperidol hasAdverseEffect tremor +",
            "haloperidol hasRoute oral +",
        },
    ),
    (
        "- Side effects:\n  - Tremor\n  - Thirst\n- Uses:\n  - Mania",
        {
            "haloperidol hasAdverseEffect tremor +",
            "haloperidol hasAdverseEffect thirst +",
            "haloperidol treats mania +",
        },
    ),
    (
        "Side effects include:\n\n- Lithium: tremor\n- Ibuprofen: stomach bleeding",
        {"lithium hasAdverseEffect tremor +", "ibuprofen hasAdverseEffect gastrointestinal bleeding +"},
    ),
]

NAMED = [
    (
        "Sertraline is approved for:\n\n- depression\n- panic disorder",
        {"sertraline treats depression +", "sertraline treats panic disorder +"},
    ),
    (
        "Warfarin can cause:\n\n- bleeding\n- hair loss",
        {"warfarin hasAdverseEffect bleeding +", "warfarin hasAdverseEffect hair loss +"},
    ),
    (
        "Loratadine does not cause:\n\n- drowsiness\n- dry mouth",
        {"loratadine hasAdverseEffect drowsiness -", "loratadine hasAdverseEffect dry mouth -"},
    ),
    ("Signs of an oxycodone overdose:\n\n- coma", {"oxycodone hasOverdoseEffect coma +"}),
    (
        "# Oxycodone\n\n## Overdose\n\nExcess doses may result in:\n\n- coma\n- confusion",
        {"oxycodone hasOverdoseEffect coma +", "oxycodone hasOverdoseEffect confusion +"},
    ),
]

NOTHING = [
    "- Fever\n- Confusion",
    "Ingredients:\n\n- Povidone\n- Magnesium stearate",
    "Malaria can cause:\n\n- Fever\n- Confusion",
    "It is not known whether haloperidol can cause:\n\n- Fever\n- Confusion",
    "Symptoms of Addison's disease:\n\n- Fatigue\n- Weight loss",
    "See also:\n\n- Schizophrenia\n- Lithium",
    "Side effects are listed below.\n\nOther pages tell of these:\n\n- Fever",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_an_item_has_the_role_of_its_list(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A lead-in line, a heading or the item's own label tells what the items are."""
    assert read <= facts(text, "Haloperidol")


@pytest.mark.parametrize(("text", "read"), NAMED)
def test_a_lead_in_may_name_the_drug_of_its_list(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """No title tells whose list it is; what the line denies is denied of each item."""
    assert read <= facts(text)


@pytest.mark.parametrize("text", NOTHING)
def test_a_list_without_a_role_says_nothing(facts: Callable[..., set[str]], text: str) -> None:
    """Symptoms of a disease and pages to see are no facts about the drug."""
    assert facts(text, "Haloperidol") == set()


def test_a_lead_in_that_warns_denies_no_precaution(facts: Callable[..., set[str]]) -> None:
    """What follows "Do not take it if you:" calls for care; what follows "It does not treat:" is denied."""
    warned = facts("Do not take atorvastatin if you:\n\n- are pregnant\n- have liver disease", "Atorvastatin")
    assert warned == {"atorvastatin hasPrecaution pregnancy +", "atorvastatin hasPrecaution liver disease +"}
    assert facts("Atorvastatin is not used to treat:\n\n- insomnia", "Atorvastatin") == {
        "atorvastatin treats insomnia -"
    }


def test_an_item_may_describe_what_its_bracket_names(facts: Callable[..., set[str]]) -> None:
    """A "not" of the description does not deny the name, and the description is no name besides."""
    text = "## Side effects\n\nCall your doctor if you:\n\n- see things that are not there (hallucinations)\n- feel low"
    assert facts(text, "Zaleplon") == {
        "zaleplon hasAdverseEffect hallucination +",
        "zaleplon hasAdverseEffect depressed mood +",
    }


@pytest.mark.parametrize(
    "item",
    [
        "have glaucoma because it can raise the pressure in your eye and cause headaches",
        "have glaucoma – it may cause headaches",
        "have glaucoma, an illness that causes headaches",
    ],
)
def test_the_reason_for_a_precaution_is_no_precaution(facts: Callable[..., set[str]], item: str) -> None:
    """What follows "because", a dash or "an illness that" tells of the state or why it stands in the list."""
    found = facts(f"Do not take it if you:\n\n- {item}\n- have asthma", "Amitriptyline")
    assert {"amitriptyline hasPrecaution glaucoma +", "amitriptyline hasPrecaution asthma +"} <= found
    assert not {fact for fact in found if "Precaution headache" in fact}


def test_a_heading_of_mere_effects_keeps_the_role_of_the_one_above(facts: Callable[..., set[str]]) -> None:
    """Below "Adverse effects", "Very common effects" only tells how often."""
    text = "## Adverse effects\n\n### Very common effects\n\n- Headache (24%)\n- Nausea (18%)"
    found = facts(text, "Citalopram")
    assert {fact.split(" + ")[0] for fact in found} == {
        "citalopram hasAdverseEffect headache",
        "citalopram hasAdverseEffect nausea",
    }


def test_a_bracket_that_explains_an_item_adds_nothing(facts: Callable[..., set[str]]) -> None:
    """What a disease is, and by which symptoms it is known, is no state of its own."""
    text = (
        "Tell your doctor if you have:\n\n- gout (a disease that swells the joints) or asthma\n"
        "- low sodium (symptoms may include confusion and headache)"
    )
    found = facts(text, "Lithium")
    assert {"lithium hasPrecaution gout +", "lithium hasPrecaution asthma +"} <= found
    assert not [fact for fact in found if "confusion" in fact or "headache" in fact]
