"""How often a side effect happens stands in words, in rates, in headings and in labels."""

from collections.abc import Callable

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.frequencies import frequencies, frequency_of
from loaders.extraction.sentence import Sentence

TOLD = [
    ("Zolpidem rarely causes sleepwalking.", {"sleepwalking": "rare"}),
    ("Common side effects of zolpidem include nausea and headache.", {"nausea": "common", "headache": "common"}),
    ("Less common side effects of zolpidem include tremor.", {"tremor": "uncommon"}),
    ("Hallucinations have been reported very rarely.", {"hallucination": "very rare"}),
    ("Headache occurs in up to 10 % of patients.", {"headache": "<=10 %"}),
    ("Dizziness (15%) and nausea may occur.", {"dizziness": "15 %", "nausea": ""}),
    ("It causes nausea (very common) and tremor (rare).", {"nausea": "very common", "tremor": "rare"}),
    ("In 3-10% of people, it causes tremor.", {"tremor": "3-10 %"}),
    ("It may cause fatigue in 1 in 1,000 people.", {"fatigue": "1 in 1,000"}),
    ("In rare cases it may cause hives.", {"hives": "rare"}),
    (
        "It was found that 40% of users experienced sweating, 30% suffered from headaches and 20% from nausea.",
        {"sweating": "40 %", "headache": "30 %", "nausea": "20 %"},
    ),
]

NOT_TOLD = [
    "Zolpidem, a commonly used hypnotic, may cause nausea.",
    "Nausea is more common in women and may occur.",
    "Zolpidem may cause symptoms of the common cold.",
    "Sleepwalking may occur.",
    "Zolpidem may cause nausea; it is 70 % bound.",
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_fact_has_the_frequency_that_its_words_tell(
    facts: Callable[..., set[str]], text: str, told: dict[str, str]
) -> None:
    """A word counts more than a rate, and what stands in brackets belongs to what stands before them."""
    assert facts(text, "Zolpidem") == {
        f"zolpidem hasAdverseEffect {name} +" + (f" [frequency={often}]" if often else "")
        for name, often in told.items()
    }


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_uses_of_the_words_tell_no_frequency(facts: Callable[..., set[str]], text: str) -> None:
    """How often a drug is used, comparisons, names and other shares are not how often something happens."""
    assert not {fact for fact in facts(text, "Zolpidem") if "frequency" in fact}


PLACES = [
    ("## Side effects\n\n### Rare\n\n- tremor", {"tremor": "rare"}),
    ("## Side effects\n\n## Very common\n\n- tremor\n\n## Rare\n\n- hives", {"tremor": "very common", "hives": "rare"}),
    ("## Common side effects\n\n- tremor\n- hives (rare)", {"tremor": "common", "hives": "rare"}),
    ("The following side effects are uncommon:\n\n- tremor", {"tremor": "uncommon"}),
    (
        "## Side effects\n\n- Common: tremor\n- Rare: hives, nausea",
        {"tremor": "common", "hives": "rare", "nausea": "rare"},
    ),
    ("## Side effects\n\n- Up to 1 in 100 people: tremor", {"tremor": "<=1 in 100"}),
    ("## Side effects\n\nVery common (may affect more than 1 in 10 people): nausea", {"nausea": "very common"}),
    ("## Common side effects\n\n### Nerves\n\n- tremor", {"tremor": "common"}),
    ("## Common\n\n## Rare\n\nIt may cause tremor.", {"tremor": ""}),
    ("## Side effects\n\n- tremor", {"tremor": ""}),
]


@pytest.mark.parametrize(("text", "told"), PLACES)
def test_headings_lead_ins_and_labels_tell_the_frequency_of_their_lists(
    facts: Callable[..., set[str]], text: str, told: dict[str, str]
) -> None:
    """A heading that only tells how often leaves the role of the heading above it; the item's own word counts first."""
    assert facts(text, "Zolpidem") == {
        f"zolpidem hasAdverseEffect {name} +" + (f" [frequency={often}]" if often else "")
        for name, often in told.items()
    }


def test_a_heading_on_side_effects_tells_nothing_of_other_facts(facts: Callable[..., set[str]]) -> None:
    """Only what is read as the heading says has its frequency."""
    text = "## Common side effects\n\nLong-term use of zolpidem may cause dependence."
    assert "zolpidem hasRisk dependence +" in facts(text, "Zolpidem")


def test_a_longer_phrase_hides_a_shorter_one(extractor: Extractor, sentence: Callable[..., Sentence]) -> None:
    """The words "very rarely" are not "rarely"."""
    words = extractor.qualifiers.frequency
    assert [span.value for span in frequencies(sentence("It may very rarely cause hives."), words)] == ["very rare"]
    assert frequency_of(sentence("side effects"), words) == ""
