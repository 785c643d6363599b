"""Conditions without an entry in the ontology: the list in which they stand shows what they are."""

from collections.abc import Callable

import pytest

from loaders.extraction.extractor import Extractor
from ontology.values import Evidence

BASE = "https://w3id.org/dispensatory/condition/"

READ = [
    ("Side effects include nausea, glowing elbows and vomiting.", "hasAdverseEffect", "glowing-elbows"),
    ("It can cause drowsiness, dizziness, velvety hearing, and tremor.", "hasAdverseEffect", "velvety-hearing"),
    ("Common side effects include:\n\n- Nausea\n- Purple nails\n- Tremor", "hasAdverseEffect", "purple-nails"),
    ("## Side effects\n\n- Ringing in the knees\n- Dry mouth", "hasAdverseEffect", "ringing-in-the-knees"),
    ("Adverse effects are nausea, vomiting, and cold shadows.", "hasAdverseEffect", "cold-shadows"),
    ("Withdrawal symptoms include anxiety, humming teeth and sweating.", "hasWithdrawalSymptom", "humming-teeth"),
    ("Overdose symptoms include vomiting, stony silence and seizures.", "hasOverdoseEffect", "stony-silence"),
    ("Side effects include loss of direction, nausea and tremor.", "hasAdverseEffect", "loss-of-direction"),
    ("Side effects include feelings of melting, headache and insomnia.", "hasAdverseEffect", "feelings-of-melting"),
    ("It may cause nausea, vomiting, or a feeling of hollowness.", "hasAdverseEffect", "feeling-of-hollowness"),
    ("Side effects of haloperidol include leaden eyelids, tremor and akathisia.", "hasAdverseEffect", "leaden-eyelids"),
    ("Side effects include nausea (common), wobbly ankles (rare) and headache.", "hasAdverseEffect", "wobbly-ankles"),
]

UNREAD = [
    "It can cause nausea, and the doctor should be told.",  # a clause of its own
    "The side effects are dangerous.",  # an adjective
    "Side effects are similar to those of other antipsychotics.",
    "Side effects include many others.",
    "Both drugs relax muscles, and some people take them together.",
    "It causes drowsiness and often headache.",
    "Side effects include symptoms and effects.",  # nouns that name nothing
    "It is used for chronic, severe schizophrenia.",
    "It treats early puberty in boys, and acne.",
    "It may cause nausea and interacts with lithium.",
    "Its effects, uses, and risks differ.",
]


@pytest.mark.parametrize(("text", "predicate", "slug"), READ)
def test_what_stands_in_a_list_of_conditions_is_one(
    evidence: Callable[..., tuple[Evidence, ...]], text: str, predicate: str, slug: str
) -> None:
    """An unknown member of a list is read as its neighbours are, under an IRI made from its words."""
    found = {(e.proposition.predicate, str(e.proposition.object)) for e in evidence(text, "Haloperidol")}
    assert any(p == predicate and iri.startswith(BASE + slug) for p, iri in found), found


@pytest.mark.parametrize("text", UNREAD)
def test_other_words_are_no_conditions(
    evidence: Callable[..., tuple[Evidence, ...]], text: str, extractor: Extractor
) -> None:
    """What is no noun, says nothing, or opens a clause of its own names no condition."""
    known = extractor.lexicon.entities
    objects = [str(e.proposition.object) for e in evidence(text, "Haloperidol")]
    assert [iri for iri in objects if iri.startswith(BASE) and iri not in known] == []


@pytest.mark.parametrize("name", ["poor wheel grip", "reduced nail growth", "not being able to whistle"])
def test_a_name_keeps_the_words_that_turn_its_meaning(facts: Callable[..., set[str]], name: str) -> None:
    """Without "poor", "reduced" or "not being able to" the name would say the opposite."""
    found = facts(f"Side effects include nausea, {name} and dizziness.", "Doxepin")
    assert any(f"/{name.replace(' ', '-')} +" in fact for fact in found), found


def test_a_text_may_break_off_behind_a_word_that_opens_a_list(facts: Callable[..., set[str]]) -> None:
    """Nothing stands there to be named."""
    assert "quetiapine hasAdverseEffect nausea +" in facts("Side effects include nausea, many", "Quetiapine")
