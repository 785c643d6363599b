"""What stands before a list makes a condition of each of its members."""

from collections.abc import Callable

import pytest

#: What has no name in the ontology is called by its words.
UNLISTED = "https://w3id.org/dispensatory/condition/"

READ = [
    (
        "Do not take lithium if you are allergic to it.",
        {"hasPrecaution lithium allergy"},
    ),
    (
        "Do not take lithium if you are allergic to lithium or to other mood stabilizers such as lamotrigine.",
        {
            "hasPrecaution lithium allergy",
            "hasPrecaution mood stabilizer allergy",
            "hasPrecaution lamotrigine allergy",
        },
    ),
    (
        "You must not use it if you have an allergy to aspirin, codeine or naproxen.",
        {"hasPrecaution aspirin allergy", "hasPrecaution codeine allergy", "hasPrecaution naproxen allergy"},
    ),
    (
        "Do not take it if you are allergic (hypersensitive) to lithium or any of the other ingredients.",
        {"hasPrecaution lithium allergy", "hasPrecaution allergy to excipients"},
    ),
    (
        "It is used to treat infections of the ears, eyes and skin.",
        {"treats ear infection", "treats eye infection", "treats skin infection"},
    ),
    (
        "It may cause inflammation of the liver and pancreas.",
        {"hasAdverseEffect hepatitis", "hasAdverseEffect pancreatitis"},
    ),
    (
        "It may cause swelling of the hands, face or feet.",
        {"hasAdverseEffect edema", "hasAdverseEffect facial swelling", "hasAdverseEffect foot swelling"},
    ),
    (
        "It may cause numbness in your arms or legs.",
        {"hasAdverseEffect arm numbness", "hasAdverseEffect leg numbness"},
    ),
    (
        "It may cause itchy, sticky and red eyes.",
        {"hasAdverseEffect eye irritation", "hasAdverseEffect sticky eyes", "hasAdverseEffect red eyes"},
    ),
    (
        "It may cause pale, cloudy or bloody urine.",
        {"hasAdverseEffect pale urine", "hasAdverseEffect cloudy urine", "hasAdverseEffect hematuria"},
    ),
    (
        "It is used to treat bacterial infections of the ears and skin.",
        {"treats ear infection", "treats skin infection"},
    ),
    ("Do not take it if you are addicted to alcohol.", {"hasPrecaution alcohol dependence"}),
    ("It treats cancer of the breast.", {"treats breast cancer"}),
]

UNREAD = [
    ("It is used to treat infections in children.", "child infection"),
    ("It is given to people who are allergic to penicillin.", "treats"),
    ("Older people may be more sensitive to its effects.", "allergy"),
    ("It may be red, blue or yellow.", "red blue"),
    ("The infection of a wound is another matter.", "wound"),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_each_member_names_a_condition(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Known to the ontology, or called by the words of the list."""
    found = {fact.replace(UNLISTED, "").replace("-", " ") for fact in facts(text, "Lithium")}
    assert {f"lithium {each} +" for each in read} <= found, found


@pytest.mark.parametrize(("text", "word"), UNREAD)
def test_what_is_no_list_of_such_names_none(facts: Callable[..., set[str]], text: str, word: str) -> None:
    """Neither people nor what nothing is said of."""
    assert [fact for fact in facts(text, "Lithium") if word in fact] == []


def test_a_line_above_says_what_items_are_allergies_to(facts: Callable[..., set[str]]) -> None:
    """Below "if you have an allergy to:" a drug is none that interacts."""
    text = "Do not take it if you have an allergy to:\n\n- any medicine containing lithium\n- aspirin or naproxen"
    found = {fact.replace(UNLISTED, "") for fact in facts(text, "Lithium")}
    assert {f"lithium hasPrecaution {each} allergy +" for each in ("lithium", "aspirin", "naproxen")} <= {
        each.replace("-", " ") for each in found
    }
    assert not any("interactsWith" in each or "drug allergy" in each for each in found)
