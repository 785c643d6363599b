"""Asides that tell where to read on."""

from collections.abc import Callable

import pytest

ASIDES = [
    (
        "Lamotrigine is indicated for epilepsy [see Clinical Studies (14.1)] and bipolar disorder [see Trials (14.2)].",
        {"lamotrigine treats epilepsy +", "lamotrigine treats bipolar disorder +"},
    ),
    ("Naratriptan treats migraine (see also PRECAUTIONS: Pregnancy).", {"naratriptan treats migraine +"}),
    ("Baclofen may cause drowsiness (see section 4.8 (Alcohol)).", {"baclofen hasAdverseEffect drowsiness +"}),
    ("With ketamine some people see blurred shapes.", set()),
]


@pytest.mark.parametrize(("text", "read"), ASIDES)
def test_an_aside_is_passed_over(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What stands around it is read as though it were not there, and nothing is read in it."""
    assert facts(text) == read
