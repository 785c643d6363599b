"""Cautions that go on with their preposition."""

from collections.abc import Callable

import pytest

CONTINUED = [
    (
        "Naproxen should be used with caution in patients with asthma, or with epilepsy, and in the elderly.",
        {"asthma", "epilepsy", "elderly"},
    ),
    (
        "Naproxen is contraindicated in patients with asthma and in patients with a history of gout.",
        {"asthma", "gout"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONTINUED)
def test_a_caution_goes_on_behind_its_preposition(
    facts: Callable[..., set[str]], text: str, expected: set[str]
) -> None:
    """What stands behind it again is to be cared for as well."""
    assert {f"naproxen hasPrecaution {each} +" for each in expected} <= facts(text)


def test_where_something_else_begins_the_caution_is_over(facts: Callable[..., set[str]]) -> None:
    """A new verb takes what stands behind its own preposition."""
    text = "Naproxen is contraindicated in asthma, but it can be used for pain in gout."
    assert "naproxen hasPrecaution gout +" not in facts(text)
