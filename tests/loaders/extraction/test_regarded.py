"""What a drug is regarded as, by whom it may be, or named as before it."""

from collections.abc import Callable

import pytest

READ = [
    ("The DEA does not recognize bupropion as a controlled substance.", {"bupropion isA controlled substance -"}),
    ("The agency considers tramadol a narcotic.", {"tramadol isA narcotic +"}),
    ("As a stimulant, caffeine is popular.", {"caffeine isA stimulant +"}),
    ("As a result, caffeine is popular.", set()),
    ("Most laws do not consider kava a narcotic.", {"kava isA narcotic -"}),
    ("Doctors consider tramadol for pain.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_a_drug_is_regarded_as_is_its_class(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Who does not regard it so denies it; what is only thought of for a use is no class."""
    assert {fact for fact in facts(text) if " isA " in fact} == read
