"""That a drug is not approved: for any use, and not for one or for some people."""

from collections.abc import Callable

import pytest

DENIED = "isA approved drug -"

READ = [
    ("The FDA has not approved kratom for medical use.", {f"kratom {DENIED}"}),
    ("Kava isn't approved by the FDA, but many people take it.", {f"kava {DENIED}"}),
    ("Phenibut has never been approved for any medical condition.", {f"phenibut {DENIED}"}),
    ("Moclobemide is not approved in the US.", {f"moclobemide {DENIED} [jurisdiction=United States]"}),
    ("Tramadol is not approved for children.", set()),
    ("Tramadol is not approved for the treatment of anxiety.", set()),
    ("Tramadol was not approved until 1995.", set()),
    ("Gabapentin relieves anxiety, but it is not approved for this use.", set()),
    ("Tramadol is not approved for long-term use.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_is_approved_for_no_use_is_no_approved_drug(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A use, people, or a year for which it is not approved says nothing of others."""
    assert {fact for fact in facts(text) if "approved drug" in fact} == read


def test_an_approved_indication_is_none_of_approval_of_the_drug(facts: Callable[..., set[str]]) -> None:
    """That one use has no approval leaves the drug its own."""
    read = facts("It was studied for gout; that is not an approved indication in the United States.", "Zuclopenthixol")
    assert not any("approved drug" in fact for fact in read)
