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
        "Haloperidol is used to treat disorders such as:\n\n- Mania\n- Hiccups",
        {"haloperidol treats mania +", "haloperidol treats hiccups +"},
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


EXPLAINED = [
    ("seeing things (hallucinations), thoughts that you cannot control, fever", {"fever"}),
    ("hallucinations (seeing things or hearing voices that are not there), fever", {"hallucination", "fever"}),
    ("changes in liver function, which tests will show, or liver failure", {"elevated liver enzyme", "liver failure"}),
    ("a blood disorder, which can cause bruising (aplastic anaemia)", {"blood disorder", "aplastic anemia"}),
    ("severe skin reactions (including erythema multiforme)", {"skin reaction", "erythema multiforme"}),
    ("changes which may show up in your blood tests, including anaemia and low sodium", {"anemia", "hyponatremia"}),
    ("in people who already have gout, fever", {"fever"}),
    ("fits that will not stop if you have epilepsy", {"seizure"}),
]


@pytest.mark.parametrize(("item", "read"), EXPLAINED)
def test_what_an_item_explains_or_says_of_whom_is_no_member(
    facts: Callable[..., set[str]], item: str, read: set[str]
) -> None:
    """A list goes on behind what is said of one of its members; a bracket at the end may name what is described."""
    told = {fact for fact in facts(f"## Side effects\n\n- {item}", "Abacavir") if " hasAdverseEffect " in fact}
    found = {fact.removeprefix("abacavir hasAdverseEffect ") for fact in told}
    assert {fact.partition(" +")[0] for fact in found} >= read
    assert not [fact for fact in found if fact.endswith("-")]


STATES = [
    ("have an eye problem called glaucoma", {"glaucoma"}),
    ("tell your doctor if you have ever had asthma or gout", {"asthma", "gout"}),
    ("heart block", {"heart block"}),
]


@pytest.mark.parametrize(("item", "read"), STATES)
def test_an_item_of_a_list_of_states_may_be_a_clause(facts: Callable[..., set[str]], item: str, read: set[str]) -> None:
    """Of what is called by a name the name alone counts, and whole advice is read as such."""
    told = facts(f"Before taking abacavir,\n\n- {item}", "Abacavir")
    assert told == {f"abacavir hasPrecaution {each} +" for each in read}


def test_an_item_may_have_a_list_of_its_own(facts: Callable[..., set[str]]) -> None:
    """What stands below "if you take:" interacts, and what it is used for is no state to take care with."""
    text = "Do not take abacavir:\n\n- if you have gout\n- if you are taking:\n  - colchicine (used to treat fever)"
    found = facts(text, "Abacavir")
    assert {"abacavir hasPrecaution gout +", "abacavir interactsWith colchicine +"} <= found
    assert "abacavir hasPrecaution fever +" not in found


def test_a_lead_in_denies_only_what_it_says_itself(facts: Callable[..., set[str]]) -> None:
    """Effects "that do not require attention" are effects."""
    text = "Side effects that usually do not require medical attention (report them if they bother you):\n\n- nausea"
    assert facts(text, "Abacavir") == {"abacavir hasAdverseEffect nausea +"}
    assert facts("Abacavir may be prescribed if you have:\n\n- gout", "Abacavir") == {"abacavir treats gout +"}


def test_a_line_below_a_lead_in_is_its_list(facts: Callable[..., set[str]]) -> None:
    """Pages put on one line, without marks, what they announce on the line above."""
    read = facts("Side effects of codeine include:\nnausea, a dry mouth, and heavy limbs\n\nIt is old.", "Codeine")
    assert {"codeine hasAdverseEffect nausea +", "codeine hasAdverseEffect dry mouth +"} <= read


def test_what_readers_cannot_do_only_describes(facts: Callable[..., set[str]]) -> None:
    """In "shaking you cannot control, fever" nothing is controlled, and the fever is not denied."""
    found = facts("## Side effects\n\n- shaking you can't control, fever\n- sadness you cannot explain", "Naproxen")
    assert {"naproxen hasAdverseEffect tremor +", "naproxen hasAdverseEffect fever +"} <= found
    assert "naproxen hasAdverseEffect depressed mood +" in found
    assert not any("treats" in each or each.endswith("-") for each in found)


def test_a_denial_before_the_lead_in_is_none_of_its_list(facts: Callable[..., set[str]]) -> None:
    """What stands before the last comma says something else."""
    text = "While an overdose is not usually fatal, some signs of an overdose include:\n\n- vomiting\n- confusion\n"
    read = facts(text, "Cyproheptadine")
    assert {"cyproheptadine hasOverdoseEffect vomiting +", "cyproheptadine hasOverdoseEffect confusion +"} <= read


def test_whom_and_what_a_risk_is_higher_with(facts: Callable[..., set[str]]) -> None:
    """Dots lead on as a colon does; states of people are precautions, and drugs interact with that of the page."""
    told = facts(
        "There is a higher risk for people with conditions like….\n\n- glaucoma\n- heart disease\n\n"
        "Some medicines and illegal drugs can also increase the risk, including…\n\n- aspirin\n- nitrates",
        "Kava",
    )
    assert {"kava hasPrecaution glaucoma +", "kava hasPrecaution heart disease +"} <= told
    assert {"kava interactsWith aspirin +", "kava interactsWith organic nitrate +"} <= told


def test_a_label_is_no_member(facts: Callable[..., set[str]]) -> None:
    """It tells what kind of conditions the list behind its colon names."""
    found = facts("## Undesirable effects\n\nSkin disorders: rash, itching.", "Naproxen")
    assert "naproxen hasAdverseEffect skin rash +" in found
    assert not any("disorder" in each or "skin disease" in each for each in found)


def test_an_item_may_go_on_with_what_readers_have_had(facts: Callable[..., set[str]]) -> None:
    """Its verb makes no sentence of it."""
    found = facts("Do not take it if you have:\n\n- gout (or a swollen joint), or have had gout before", "Naproxen")
    assert "naproxen hasPrecaution gout +" in found


def test_the_last_list_of_leaflets_is_of_side_effects(facts: Callable[..., set[str]]) -> None:
    """That readers are to stop makes no withdrawal symptoms of what happens to them."""
    text = "If any of the following happen, stop taking it and tell your doctor immediately:\n\n- vomiting\n- rash"
    found = facts(text, "Naproxen")
    assert {"naproxen hasAdverseEffect vomiting +", "naproxen hasAdverseEffect skin rash +"} <= found


def test_what_does_not_go_away_is_there(facts: Callable[..., set[str]]) -> None:
    """A lead-in that asks to tell of it denies nothing."""
    found = facts("Tell your doctor if these side effects bother you or do not go away:\n\n- rash\n- cough", "Naproxen")
    assert {"naproxen hasAdverseEffect skin rash +", "naproxen hasAdverseEffect cough +"} <= found
    assert not any(each.endswith("-") for each in found)


def test_a_bracket_tells_of_which_drug_an_item_is(facts: Callable[..., set[str]]) -> None:
    """On a page about two drugs an item may be said of one."""
    text = "Donepezil and galantamine are used for dementia.\n\nSide effects:\n\n- nausea\n- vivid dreams (donepezil)"
    found = {each.split(" [")[0] for each in facts(text)}
    assert {"donepezil hasAdverseEffect nausea +", "galantamine hasAdverseEffect nausea +"} <= found
    assert any(each.startswith("donepezil hasAdverseEffect") and "dream" in each for each in found)
    assert not any(each.startswith("galantamine hasAdverseEffect") and "dream" in each for each in found)
