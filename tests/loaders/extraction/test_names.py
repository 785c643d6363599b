"""Brand names beside their drug, and after words that announce them."""

from collections.abc import Callable

import pytest

READ = [
    ("Butalbital, which is sold under the brand name Fioricet, treats headache.", ["butalbital Fioricet"]),
    ("Diazepam (Valium) treats anxiety.", ["diazepam Valium"]),
    ("Xanax (alprazolam) treats panic disorder.", ["alprazolam Xanax"]),
    ("Zolpidem, sold under the brand name Ambien, treats insomnia.", ["zolpidem Ambien"]),
    (
        "Ibuprofen, sold under the brand names Advil and Motrin among others, treats pain.",
        ["ibuprofen Advil", "ibuprofen Motrin"],
    ),
    ("Valium is the brand name for diazepam.", ["diazepam Valium"]),
    ("Prozac is a brand of fluoxetine.", ["fluoxetine Prozac"]),
    ("Lorazepam is sold as Zzzorax.", ["lorazepam Zzzorax"]),
    (
        "Gabapentin is sold under the brand names Neurontin, Zzzgab LP and Qqqpentin, among others.",
        ["gabapentin Neurontin", "gabapentin Qqqpentin", "gabapentin Zzzgab LP"],
    ),
    ("Naproxen is sold under the brand name Zzzprox in Peru.", ["naproxen Zzzprox"]),
    ("Naproxen has the brand name Zzzprox in Chile, Peru being without it.", ["naproxen Zzzprox"]),
    ("Diazepam (a benzodiazepine) treats anxiety.", []),
    ("Diazepam (lorazepam) treats anxiety.", []),
    ("Morphine is sold in hospitals.", []),
    ("Ambien is the best-known brand of zolpidem.", ["zolpidem Ambien"]),
    (
        "Alprazolam (Xanax, Zzzanax and Qqqulm) treats anxiety.",
        ["alprazolam Qqqulm", "alprazolam Xanax", "alprazolam Zzzanax"],
    ),
    ("Alprazolam (London, Paris) was sold.", []),
    ("## Alprazolam (Xanax)\n\nIt treats anxiety.", ["alprazolam Xanax"]),
    (
        "| | Alprazolam (Xanax) | Diazepam (Valium) |\n|---|---|---|\n| Colour | white | blue |",
        ["alprazolam Xanax", "diazepam Valium"],
    ),
    ("- Lorazepam (Ativan): given in hospital", ["lorazepam Ativan"]),
    ("Halcion, or triazolam, treats insomnia.", ["triazolam Halcion"]),
    ("# Lorazepam\n\nBrand name: Ativan\n\nIt is given in hospital.", ["lorazepam Ativan"]),
    ("# Lorazepam\n\n- Trade names: Ativan, Zzzam, others\n- Colour: White", ["lorazepam Ativan", "lorazepam Zzzam"]),
    (
        "# Lorazepam\n\n| Data | Value |\n|---|---|\n| Trade names | Ativan, Zzzam |\n| Colour | White |",
        ["lorazepam Ativan", "lorazepam Zzzam"],
    ),
    ("Zaleplon was sold on the US market as Sonata.", ["zaleplon Sonata"]),
    ("Zopiclone goes by several tradenames including Imovane.", ["zopiclone Imovane"]),
]


@pytest.mark.parametrize(("text", "names"), READ)
def test_a_brand_is_read_as_it_is_written(facts: Callable[..., set[str]], text: str, names: list[str]) -> None:
    """Another drug, or a class, in brackets is no brand."""
    found = sorted(fact for fact in facts(text) if "hasBrandName" in fact)
    assert found == [f"{name.replace(' ', ' hasBrandName ', 1)} +" for name in names]


def test_a_brand_stands_for_its_drug(facts: Callable[..., set[str]]) -> None:
    """What is said of the brand is said of the drug."""
    assert facts("Valium treats anxiety.") == {"diazepam treats anxiety +"}


def test_a_country_is_no_brand(facts: Callable[..., set[str]]) -> None:
    """What stands behind "in" is where it is sold."""
    found = facts("Phenibut is sold as a prescription drug in Russia.")
    assert not [fact for fact in found if "hasBrandName" in fact]


def test_brands_stand_behind_the_colon(facts: Callable[..., set[str]]) -> None:
    """The drug may stand between the words that announce them and the brands."""
    found = facts("Brand names of naproxen: Naprosyn, Zorbal, Memex.")
    assert {f"naproxen hasBrandName {each} +" for each in ("Naprosyn", "Zorbal", "Memex")} <= found


BRACKETED = [
    (
        "Tell your doctor if you take cimetidine (Tagamet), lithium (Zorbal), or phenytoin (Dilantin).",
        "lithium",
        "Zorbal",
    ),
    ("Some painkillers may react with it, such as diclofenac (e.g. Zorbal®).", "diclofenac", "Zorbal"),
]


@pytest.mark.parametrize(("text", "drug", "brand"), BRACKETED)
def test_unknown_brands_stand_where_brands_do(facts: Callable[..., set[str]], text: str, drug: str, brand: str) -> None:
    """In a row of brackets that hold brands, or with a mark behind."""
    assert f"{drug} hasBrandName {brand} +" in facts(text)


def test_a_bracket_alone_holds_no_brand(facts: Callable[..., set[str]]) -> None:
    """It may name a maker or a place."""
    assert not any("hasBrandName" in each for each in facts("They bought diclofenac (Basel) and lithium."))
