"""Denials that deny less than a reading would say."""

from collections.abc import Callable

import pytest

NOT_DENIED = [
    "Podophyllotoxin is not indicated in perianal warts.",
    "Gabapentin is not usually helpful in treating the sharp, recurring pain caused by tumors.",
    "Hydrocodone is not indicated for pain in the first days after surgery.",
    "Celecoxib has not been adequately studied in asthma.",
    "Midazolam did not provide sufficient analgesia.",
    "Buspirone does not cause severe sedation.",
    "No difference in euphoria was found with codeine.",
    "Lithium is given to people with no history of mania.",
    "Morphine is for patients for whom naproxen has not provided adequate analgesia.",
]

DENIED = [
    ("Gabapentin is not effective for gout.", "gabapentin treats gout -"),
    ("Gabapentin is not indicated for other symptoms of gout.", "gabapentin treats gout -"),
    ("Fluticasone is not indicated for the relief of acute bronchospasm.", "fluticasone treats acute bronchospasm -"),
    ("Codeine is not recommended for pain in children.", "codeine treats pain - [population=children]"),
    ("Zaleplon did not cause clinically significant hypotension.", "zaleplon hasAdverseEffect hypotension -"),
    ("Loratadine does not address asthma directly.", "loratadine treats asthma -"),
]

SOUND = [
    ("Leukopenia with or without jaundice has been seen.", "felbamate hasAdverseEffect leukopenia +"),
    ("No tremor was seen despite other side effects, including rash.", "felbamate hasAdverseEffect skin rash +"),
    ("Zonisamide lacks the side effects of felbamate, such as insomnia.", "felbamate hasAdverseEffect insomnia +"),
]

OF_PEOPLE = [
    "Its long half-life makes the likelihood of withdrawal symptoms low with chlordiazepoxide.",
    "Mirtazapine is preferred for patients at high risk of suicide.",
    "Mirtazapine is used where there is no history of dependence.",
]

UNPROVEN = [
    "Evidence supporting its efficacy in the treatment of headaches is unavailable.",
    "Its efficacy in long-term use, for more than 6 weeks, has not been systematically evaluated.",
    "The safety of use for longer than 4 weeks has not been established.",
]


@pytest.mark.parametrize("text", NOT_DENIED)
def test_a_denial_that_leaves_some_of_it_denies_nothing(facts: Callable[..., set[str]], text: str) -> None:
    """Its object would be wider than what the sentence denies."""
    assert not [fact for fact in facts(text) if fact.partition(" [")[0].endswith("-")]


@pytest.mark.parametrize(("text", "read"), DENIED)
def test_a_plain_denial_stands(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """Words that do not narrow the object leave it denied."""
    assert read in facts(text)


@pytest.mark.parametrize(("text", "read"), SOUND)
def test_a_denial_of_another_thing_leaves_this_one_affirmed(
    facts: Callable[..., set[str]], text: str, read: str
) -> None:
    """It ends at "despite" and at a verb, and what one drug lacks the other has."""
    assert read in facts(text, "Felbamate")


@pytest.mark.parametrize("text", UNPROVEN)
def test_what_is_not_shown_is_not_affirmed(facts: Callable[..., set[str]], text: str) -> None:
    """Absence of evidence is no use and no duration of one."""
    told = facts(text, "Guaifenesin")
    assert not [fact for fact in told if "hasTreatmentDuration" in fact or ("treats" in fact and "+" in fact)]


@pytest.mark.parametrize("text", OF_PEOPLE)
def test_what_people_have_or_may_get_is_no_risk_of_the_drug(facts: Callable[..., set[str]], text: str) -> None:
    """It tells who is treated."""
    assert not [fact for fact in facts(text) if "hasRisk" in fact or "hasAdverseEffect" in fact]
