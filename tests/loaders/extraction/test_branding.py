"""A brand that no lexicon knows is the name of its drug in the text that tells what is in it."""

from collections.abc import Callable

import pytest

from loaders.extraction.extractor import Extractor

LEAFLET = "{telling} Take ZEROL with water. Common side effects of ZEROL are nausea and headache."

TOLD = [
    "ZEROL contains the active substance naproxen.",
    "ZEROL tablets contain the active ingredient naproxen.",
    "ZEROL 250 mg tablets contain naproxen.",
    "ZEROL contains a medicine called naproxen.",
    "Zerol is a brand name for naproxen.",
    "ZEROL is the brand name of naproxen, which is an NSAID.",
    "ZEROL (naproxen) is taken twice a day.",
    "ZEROL® (naproxen) is taken twice a day.",
    "ZEROL (naproxen sodium) is taken twice a day.",
]

UNTOLD = [
    "ZEROL contains codeine and paracetamol.",
    "ZEROL contains lactose.",
    "Zerol is a town, and the water in zerol contains naproxen.",
    "ZEROL (Basel) sells tablets that contain naproxen.",
    "ZEROL was compared with naproxen.",
    "ZEROL users say that it contains naproxen.",
]


@pytest.mark.parametrize("telling", TOLD)
def test_a_brand_stands_for_the_drug_that_is_in_it(extractor: Extractor, telling: str) -> None:
    """However the text writes it, and wherever it does."""
    defined = extractor.define(LEAFLET.format(telling=telling))
    assert {name: drug.label for name, drug in defined.items()} == {"ZEROL": "naproxen", "Zerol": "naproxen"}


@pytest.mark.parametrize("telling", UNTOLD)
def test_what_is_no_brand_or_of_no_one_drug_stands_for_none(extractor: Extractor, telling: str) -> None:
    """A combination, an excipient, a place, a word that is also written without a capital."""
    assert extractor.define(LEAFLET.format(telling=telling)) == {}


def test_known_names_keep_what_they_mean(extractor: Extractor) -> None:
    """A text defines only what the lexicon does not know."""
    assert extractor.define("Valium (naproxen) is not what it seems. Do not take Valium twice.") == {}


def test_a_leaflet_speaks_of_the_drug_by_its_brand(facts: Callable[..., set[str]]) -> None:
    """In the title, in sentences, and in lists."""
    text = (
        "# ZEROL\n\nZEROL tablets are used to treat migraine. ZEROL tablets contain the active ingredient naproxen.\n\n"
        "## Side effects\n\n- nausea\n- dizziness\n\nDo not take ZEROL if you have asthma.\n"
    )
    assert facts(text) >= {
        "naproxen treats migraine +",
        "naproxen hasBrandName ZEROL +",
        "naproxen hasAdverseEffect nausea +",
        "naproxen hasAdverseEffect dizziness +",
        "naproxen hasPrecaution asthma +",
    }
