"""For whom and at which dose something holds is a qualifier of the fact."""

from collections.abc import Callable

import pytest

POPULATIONS = [
    ("In the elderly, zolpidem may cause confusion.", {"zolpidem hasAdverseEffect confusion + [population=elderly]"}),
    ("Ketamine may cause agitation in children.", {"ketamine hasAdverseEffect agitation + [population=children]"}),
    (
        "Naproxen can cause ulcers in patients with kidney disease.",
        {"naproxen hasAdverseEffect ulcer + [population=patients with kidney impairment]"},
    ),
    (
        "Propranolol may cause bronchospasm in people with asthma.",
        {"propranolol hasAdverseEffect bronchospasm + [population=asthma]"},
    ),
    ("Confusion may occur in the elderly.", {"lorazepam hasAdverseEffect confusion + [population=elderly]"}),
    ("In pregnancy, paroxetine may cause nausea.", {"paroxetine hasAdverseEffect nausea + [population=pregnancy]"}),
    (
        "Sertraline does not cause tremor in pregnant women.",
        {"sertraline hasAdverseEffect tremor - [population=pregnant women]"},
    ),
    ("Imipramine is used to treat depression in children.", {"imipramine treats depression + [population=children]"}),
]

FOR_ALL = [
    ("Diazepam may cause confusion, especially in the elderly.", {"diazepam hasAdverseEffect confusion +"}),
    ("Sertraline may cause nausea, particularly in women.", {"sertraline hasAdverseEffect nausea +"}),
    (
        "Atomoxetine may cause nausea in children and adults.",
        {"atomoxetine hasAdverseEffect nausea +"},
    ),
    ("Modafinil may cause headache.", {"modafinil hasAdverseEffect headache +"}),
    ("Codeine was given to children and caused nausea.", {"codeine hasAdverseEffect nausea +"}),
]

DOSES = [
    ("At high doses, nicotine causes tremor.", {"nicotine hasAdverseEffect tremor + [dose=high]"}),
    (
        "Ketamine causes relaxation at low doses and amnesia at high doses.",
        {"ketamine hasEffect relaxation + [dose=low]"},
    ),
    ("At therapeutic doses, ibuprofen may cause nausea.", {"ibuprofen hasAdverseEffect nausea + [dose=standard]"}),
    ("Caffeine may cause tremor, especially at high doses.", {"caffeine hasAdverseEffect tremor +"}),
    ("Caffeine may cause tremor.", {"caffeine hasAdverseEffect tremor +"}),
]


def _effects(found: set[str]) -> set[str]:
    """Leave out that a dose or group calls for care (see `test_hazards`)."""
    return {fact for fact in found if " hasPrecaution " not in fact}


@pytest.mark.parametrize(("text", "read"), POPULATIONS)
def test_a_group_of_people_restricts_the_fact(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The group is a qualifier, before the fact or behind it; that it calls for care is another fact."""
    assert _effects(facts(text, "Lorazepam" if text.startswith("Confusion") else "")) == read


@pytest.mark.parametrize(("text", "read"), FOR_ALL)
def test_what_holds_for_a_group_in_particular_holds_for_all(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """An emphasis leaves the fact plain; groups that stand in a list leave hardly anyone out."""
    assert _effects(facts(text)) == read


@pytest.mark.parametrize(("text", "read"), DOSES)
def test_a_dose_restricts_the_fact(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The dose nearest to what happens at it counts."""
    assert _effects(facts(text)) == read


def test_an_amount_is_a_dose_of_the_fact(facts: Callable[..., set[str]]) -> None:
    """What is said of doses above an amount is said of them alone."""
    assert "zolpidem hasAdverseEffect amnesia + [dose=>20 mg]" in facts("Zolpidem doses above 20 mg can cause amnesia.")


def test_overdose_keeps_its_plain_fact(facts: Callable[..., set[str]]) -> None:
    """The effects of overdose are told without the dose, which their property implies."""
    found = _effects(facts("At very high doses, lithium can cause coma."))
    assert found == {"lithium hasOverdoseEffect coma +"}
