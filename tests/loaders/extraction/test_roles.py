"""Nouns that name a role: side effects, symptoms of withdrawal, indications."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Common side effects of sertraline include nausea and insomnia.",
        {
            "sertraline hasAdverseEffect nausea + [frequency=common]",
            "sertraline hasAdverseEffect insomnia + [frequency=common]",
        },
    ),
    (
        "Methadone withdrawal symptoms include anxiety and sweating.",
        {
            "methadone hasWithdrawalSymptom anxiety +",
            "methadone hasWithdrawalSymptom sweating +",
            "methadone hasRisk withdrawal syndrome +",
        },
    ),
    ("Drowsiness is a common side effect of diazepam.", {"diazepam hasAdverseEffect drowsiness + [frequency=common]"}),
    ("Diarrhea is not a side effect of morphine.", {"morphine hasAdverseEffect diarrhea -"}),
    ("Contraindications of ibuprofen include kidney disease.", {"ibuprofen hasPrecaution kidney disease +"}),
    ("Side effects of zolpidem are common.", set()),
    ("Ask about the side effects of zolpidem.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_role_joins_its_owner_with_what_has_it(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The list after the noun, or the subject before it, has the role; a noun alone says nothing."""
    assert facts(text) == read
