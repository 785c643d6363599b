"""Whatever order the words of drug texts come in, the extractor gives evidence with exact quotes, and no error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.words import text, vocabulary
from dispensatory.tools import Tools
from loaders.extraction.account import accounts
from loaders.readers import read
from ontology.errors import SourceError


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Return the lexicon and the extractor."""
    return Tools.ready()


@pytest.fixture(scope="module")
def words(tools: Tools) -> list[str]:
    """Return the words that the texts are made of."""
    return vocabulary(tools)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(min_size=2, max_size=400), ending=st.sampled_from([".txt", ".md", ".html"]))
def test_any_words_in_any_order_are_read(data: bytes, ending: str, tools: Tools, words: list[str]) -> None:
    """Lists, tables, headings and sentences that make no sense are read like others, and twice the same."""
    try:
        document = read(text(data, words).encode(), f"a{ending}")
    except SourceError:
        return
    evidence = tools.extractor.extract(document)
    assert all(document.text[item.start : item.end] == item.quote for item in evidence)
    assert tools.extractor.extract(document) == evidence


@settings(max_examples=50, deadline=None)
@given(data=st.binary(min_size=2, max_size=400))
def test_any_words_in_any_order_are_explained(data: bytes, tools: Tools, words: list[str]) -> None:
    """The account of how each sentence was read holds what was read, and nothing else."""
    try:
        document = read(text(data, words).encode(), "a.md")
    except SourceError:
        return
    told = {item for account in accounts(tools.extractor, document) for item in account.kept}
    assert told == set(tools.extractor.extract(document))


JUMBLED = [
    "Insomnia the of and zolpidem.",
    "Not eszopiclone insomnia or.",
    "Warfarin of the and bleeding stroke.",
    "Side effects the metformin of headache nor.",
    "Aspirin (with) (and) (fever).",
    "Which which that lisinopril cough but.",
    "Causes causes causes ibuprofen.",
    "10 mg of 20 mg of 30 mg amlodipine.",
    "Unlike than like unlike heparin.",
    "Is is a a statin atorvastatin.",
    "Neither nor neither omeprazole heartburn.",
    "And clozapine or clozapine, and or.",
    "In the with for from by codeine pain.",
]


@pytest.mark.parametrize("words", JUMBLED)
def test_words_that_make_no_claim_give_no_evidence(tools: Tools, words: str) -> None:
    """Names of drugs and conditions beside each other are no fact, whatever words of cues stand among them."""
    assert tools.extractor.extract(read(words.encode(), "a.txt")) == ()
