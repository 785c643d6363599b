"""For how long a drug is used is read where words tell it of its use, and not of a case that may come up."""

from collections.abc import Callable

import pytest

READ = [
    ("Zaleplon is prescribed for short-term use.", {"short-term use +"}),
    ("It is used in the short-term treatment of insomnia.", {"short-term treatment +"}),
    ("It is approved for long-term therapy.", {"long-term therapy +"}),
    ("Long-term use is not recommended.", {"long-term use -"}),
    ("Long-term use of zaleplon is discouraged.", {"long-term use -"}),
    ("It is not suitable for long-term use.", {"long-term use -"}),
    ("It should only be used short term.", {"short term +"}),
    ("Some patients take it indefinitely.", {"indefinitely +"}),
    ("It may be used for short periods.", {"short periods +"}),
    ("It is indicated for short-term symptomatic relief.", {"short-term +"}),
    ("During long-term treatment the dose is lowered.", {"long-term treatment +"}),
    ("Long-term use may cause dependence.", set()),
    ("If it is taken for long periods, dependence can develop.", set()),
    ("It is a drug of choice for short-term procedures.", set()),
    ("Depressive symptoms persist for long periods.", set()),
    ("It is misused when it is continued long-term against advice.", set()),
    ("You should not take it for long periods.", {"long periods -"}),
    ("Do not use zaleplon for long periods of time.", {"long periods of time -"}),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_words_tell_for_how_long_a_drug_is_used(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A discouraged use is denied; what long use may lead to says nothing of how long it is used."""
    told = {fact for fact in facts(text, "Zaleplon") if " hasTreatmentDuration " in fact}
    assert told == {f"zaleplon hasTreatmentDuration {each}" for each in read}
