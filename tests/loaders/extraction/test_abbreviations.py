"""Short forms that a text defines count in that text, and only there."""

from collections.abc import Callable

import pytest

from loaders.extraction.abbreviations import definitions

DEFINED = [
    ("multiple sclerosis (MS)", [("MS", "multiple sclerosis")]),
    (
        "It treats attention deficit hyperactivity disorder (ADHD).",
        [("ADHD", "attention deficit hyperactivity disorder")],
    ),
    ("selective serotonin reuptake inhibitors (SSRIs) help", [("SSRIs", "selective serotonin reuptake inhibitors")]),
    ("a tablet (oral)", []),
    ("pain (MS)", []),
    ("two words (XQ)", []),
    (
        "central nervous system (CNS) and blood pressure (BP)",
        [("CNS", "central nervous system"), ("BP", "blood pressure")],
    ),
    ("Omeprazole is a proton pump inhibitor (PPI).", [("PPI", "proton pump inhibitor")]),
    (
        "Warfarin treats deep vein thrombosis (DVT) and pulmonary embolism (PE).",
        [("DVT", "deep vein thrombosis"), ("PE", "pulmonary embolism")],
    ),
    ("Linezolid is a weak monoamine oxidase inhibitor ( MAOI ).", [("MAOI", "monoamine oxidase inhibitor")]),
    ("Enalapril blocks angiotensin-converting enzyme (ACE).", [("ACE", "angiotensin-converting enzyme")]),
    ("Isoniazid is given for tuberculosis (TB).", [("TB", "tuberculosis")]),
    ("Amlodipine (Norvasc) lowers blood pressure.", []),
    ("Naproxen (NSAID) was the first one given.", []),
]


@pytest.mark.parametrize(("text", "found"), DEFINED)
def test_the_letters_of_a_short_form_begin_in_its_long_form(text: str, found: list[tuple[str, str]]) -> None:
    """Words in brackets that abbreviate nothing are no definition."""
    assert [(short, text[start:end]) for short, start, end in definitions(text)] == found


def test_a_defined_short_form_is_read_for_the_rest_of_the_text(facts: Callable[..., set[str]]) -> None:
    """Once defined, "MS" is the disease."""
    assert facts("Multiple sclerosis (MS) is common.\n\nDiazepam treats MS.") == {
        "diazepam treats multiple sclerosis +"
    }


READ = [
    (
        "Chronic obstructive pulmonary disease (COPD) is common.\n\nTiotropium treats COPD.",
        {"tiotropium treats chronic obstructive pulmonary disease +"},
    ),
    (
        "Irritable bowel syndrome (IBS) is common.\n\nOmeprazole does not treat IBS.",
        {"omeprazole treats irritable bowel syndrome -"},
    ),
    ("Right atrium (RA) is the name of a chamber.\n\nMethotrexate treats RA.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_a_short_form_stands_for_is_read(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What is said of the short form, affirmed or denied, is said of what its text defines it as."""
    assert facts(text) == read


def test_an_ambiguous_short_form_means_what_its_text_defines(facts: Callable[..., set[str]]) -> None:
    """Where "MS" is morphine sulfate it is no disease."""
    assert facts("Morphine sulfate (MS) is sold.\n\nDiazepam treats MS.") == set()
