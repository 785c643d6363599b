"""Passing over what surely says nothing changes no reading."""

from collections.abc import Callable
from importlib.resources import files

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.reference import Focus
from loaders.extraction.walk import passages
from loaders.readers import read
from ontology.values import Document

SHIPPED = sorted(entry.name for entry in files("dispensatory").joinpath("sources").iterdir() if entry.is_file())

#: Stretches that name no drug and nothing else that a fact could be about.
PLAIN = (
    "The river had frozen over before the first snow fell.",
    "Her brother's letters, tied with string, lay in the drawer for ten years.",
    "“Well,” he said — and closed the door.",
)


def idle(extractor: Extractor, text: str, focus: Focus | None = None, role: str = "") -> bool:
    """Tell whether the extractor passes over a text."""
    return extractor.skim.idle(text, 0, len(text), extractor.define(text), focus or Focus(), role)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_passed_over_gives_no_evidence(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A text that ships gives the same evidence with and without a skim, word for word."""
    document = read(files("dispensatory").joinpath("sources", name).read_bytes(), name)
    skimmed = extractor.extract(document)
    monkeypatch.setattr(
        "loaders.extraction.extractor.passages",
        lambda document, reader, defined, focus, skim: passages(document, reader, defined, focus),
    )
    assert extractor.extract(document) == skimmed


@pytest.mark.parametrize("text", PLAIN)
def test_plain_prose_is_passed_over(extractor: Extractor, document: Callable[..., Document], text: str) -> None:
    """Prose that names no drug gives no passage to read at all."""
    assert idle(extractor, text)
    page = document(text)
    assert list(passages(page, extractor, {}, Focus(), extractor.skim)) == []
    assert len(list(passages(page, extractor, {}, Focus()))) == 1


@pytest.mark.parametrize("text", ["Naltrexone was there.", "They took Valium.", "It was an opioid.", "5-HT₂A and μ"])
def test_what_may_name_a_subject_is_read(extractor: Extractor, text: str) -> None:
    """A drug, a brand, a class, and letters that are folded stop the skim."""
    assert not idle(extractor, text)
    assert not extractor.skim.silent(text, 0, len(text), {})


def test_a_word_of_reference_counts_once_something_was_named(extractor: Extractor) -> None:
    """Before any drug is named "it" stands for none; afterwards it may."""
    zolpidem = next(iter(extractor.lexicon.lookup(("zolpidem",)))).entity
    assert idle(extractor, "It fell from the table.")
    assert not idle(extractor, "It caused nausea.", Focus(recent=(zolpidem,)))
    assert idle(extractor, "It fell from the table.", Focus(page=(zolpidem,)))  # which stands for the topic anyway
    assert idle(extractor, "It fell from the table.", Focus(recent=(zolpidem,)))  # as it was before
    assert idle(extractor, "The plate fell from the table.", Focus(recent=(zolpidem,)))


def test_a_topic_takes_what_is_said_without_a_subject(extractor: Extractor) -> None:
    """On a page about a drug a symptom, an amount of time and a brand cue tell of it; a mere remark does not."""
    page = Focus(page=(next(iter(extractor.lexicon.lookup(("zolpidem",)))).entity,))
    unlisted = "Its side effects include a taste of chalk.", "It caused frightful thoughts."
    for text in (*unlisted, "Nausea is common.", "The end came after 8 hours.", "Sold under the brand name Xyzal."):
        assert not idle(extractor, text, page)
    assert idle(extractor, "Nobody has counted the pages.", page)
    assert not idle(extractor, "Nobody has counted the pages.", page, "ControlledDrug")
    assert not idle(extractor, "A taste of chalk and a feeling of weightlessness.", page, "hasAdverseEffect")


def test_an_abbreviation_of_the_text_stops_the_skim(extractor: Extractor) -> None:
    """What a text defines for itself is no word of the lexicon, and is still seen."""
    zolpidem = next(iter(extractor.lexicon.lookup(("zolpidem",)))).entity
    assert not extractor.skim.silent("ZLP was there.", 0, 14, {"ZLP": zolpidem})
