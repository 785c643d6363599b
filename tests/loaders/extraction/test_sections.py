"""What stands under a heading on effects is one, in whatever words it is put."""

from collections.abc import Callable

import pytest

READ = [
    ("## Side effects\n\nDrowsiness tends to wear off.", {"lithium hasAdverseEffect drowsiness +"}),
    (
        "## Side effects\n\nMany complain about tremor or nausea.",
        {"lithium hasAdverseEffect tremor +", "lithium hasAdverseEffect nausea +"},
    ),
    ("## Risks\n\nHeavy users go through confusion.", {"lithium hasAdverseEffect confusion +"}),
    ("## Effects\n\nA wave of euphoria sweeps over the user.", {"lithium hasEffect euphoria +"}),
    (
        "## Overdose\n\nFirst comes vomiting, then coma.",
        {"lithium hasOverdoseEffect vomiting +", "lithium hasOverdoseEffect coma +"},
    ),
    ("## Withdrawal\n\nInsomnia often sets in on the second day.", {"lithium hasWithdrawalSymptom insomnia +"}),
    ("## Side effects\n\nIt never brings on seizures.", {"lithium hasAdverseEffect seizure -"}),
    (
        "## Side effects\n\nWith the drug, headache sometimes lasts for days.",
        {"lithium hasAdverseEffect headache +"},
    ),
    (
        "## Side effects\n\nFinally: dry mouth, sweating, headache.",
        {
            "lithium hasAdverseEffect dry mouth +",
            "lithium hasAdverseEffect sweating +",
            "lithium hasAdverseEffect headache +",
        },
    ),
]

UNREAD = [
    "## Overdose\n\nPeople like its low toxicity.",
    "## Side effects\n\nIt was tried in patients with epilepsy.",
    "## Side effects\n\nDrugs that treat nausea were given as well.",
    "## Side effects\n\nThose who have asthma took part.",
    "## Side effects\n\nDiazepam was given, and drowsiness was felt.",  # of another drug
    "## Chemistry\n\nMany complain about tremor.",
    "## Side effects\n\nIs tremor a problem?",
    "Many complain about tremor.",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_condition_named_in_a_section_is_read_as_its_heading_says(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """The heading is not repeated in each sentence; a denial stays one."""
    assert facts(text, "Lithium") == read


@pytest.mark.parametrize("text", UNREAD)
def test_a_condition_named_for_another_reason_is_not(facts: Callable[..., set[str]], text: str) -> None:
    """What is treated, befalls others, or is said of another drug says nothing of the page's drug."""
    assert {fact for fact in facts(text, "Lithium") if fact.startswith("lithium")} == set()


def test_a_symptom_below_the_uses_is_treated(facts: Callable[..., set[str]]) -> None:
    """A heading such as "Withdrawal" below one on uses names an indication, not what stopping the drug brings."""
    text = "## Medical uses\n\n### Alcohol withdrawal\n\nAnxiety, tremor"
    assert facts(text, "Lithium") == {"lithium treats anxiety +", "lithium treats tremor +"}


@pytest.mark.parametrize(
    "text",
    [
        "Arrhythmias were seen in patients with considerable, long-standing glaucoma.",
        "Glaucoma is not just caused by high pressure.",
        "Glaucoma should be avoided.",
    ],
)
def test_what_people_have_and_what_has_another_cause_is_no_side_effect(
    facts: Callable[..., set[str]], text: str
) -> None:
    """The words around a condition show that it is not the drug's doing."""
    assert not [fact for fact in facts(f"## Side effects\n\n{text}", "Topiramate") if "glaucoma" in fact]


def test_an_overdose_within_a_list_is_of_what_stands_behind_it(facts: Callable[..., set[str]]) -> None:
    """Each member of a list speaks for itself: what stands before the word is no effect of too much."""
    text = "## Risks\n\nReddening of the eyes, dizziness, and people are unable to think during intoxication."
    assert facts(text, "Lithium") == {"lithium hasAdverseEffect red eyes +", "lithium hasAdverseEffect dizziness +"}
